import { z } from 'zod'
import { OptionId } from '../../core/option.ts'
import { Prose } from '../../core/text/prose.ts'

/** Entries to be put in order. QTI 3: `qti-order-interaction`. */
export const ORDERING_VERSION = 1

const distinct = (ids: readonly string[]) => new Set(ids).size === ids.length
const Entry = z.strictObject({ id: OptionId, text: z.string().trim().min(1).max(500), pinned: z.boolean().default(false) })
export type Entry = z.infer<typeof Entry>

/** A pinned entry stands at its place already: for the candidate, and in the key. */
export const OrderingContent = z.strictObject({
  version: z.literal(1),
  stem: Prose,
  entries: z
    .array(Entry)
    .min(2)
    .max(12)
    .refine(entries => distinct(entries.map(entry => entry.id)), { error: 'entry ids repeat' })
    .refine(entries => entries.filter(entry => !entry.pinned).length >= 2, { error: 'at least two entries can be moved' }),
})
export type OrderingContent = z.infer<typeof OrderingContent>

const EntryIds = z.array(OptionId).min(2).max(12).refine(distinct, { error: 'entry ids repeat' })

export const OrderingKey = z.strictObject({ version: z.literal(1), entryIds: EntryIds, explanation: Prose.nullable().default(null) })
export type OrderingKey = z.infer<typeof OrderingKey>

export const OrderingResponse = z.strictObject({ version: z.literal(1), entryIds: EntryIds })
export type OrderingResponse = z.infer<typeof OrderingResponse>

export const OrderingPublic = OrderingContent
export type OrderingPublic = z.infer<typeof OrderingPublic>

/** `positions`: each movable entry at its place brings its share. `neighbours`: each pair that follows one another as in the key does. */
export const OrderingRubric = z.strictObject({
  version: z.literal(1).default(1),
  credit: z.enum(['all-or-nothing', 'positions', 'neighbours']).default('all-or-nothing'),
})
export type OrderingRubric = z.infer<typeof OrderingRubric>
