import { z } from 'zod'
import { OptionId } from '../../core/option.ts'
import { Prose } from '../../core/text/prose.ts'

/** Each entry on the left gets one of the right. QTI 3: `qti-match-interaction` with `match-max="1"` on the left. */
export const MATCHING_VERSION = 1

const distinct = (list: readonly { readonly id: string }[]) => new Set(list.map(one => one.id)).size === list.length
const Side = z
  .array(z.strictObject({ id: OptionId, text: z.string().trim().min(1).max(500) }))
  .min(2)
  .max(12)
  .refine(distinct, { error: 'ids of one side repeat' })

/** Without `reuse` an entry on the right serves once, so there are at least as many of them as on the left. */
export const MatchingContent = z
  .strictObject({ version: z.literal(1), stem: Prose, left: Side, right: Side, reuse: z.boolean().default(false) })
  .refine(content => content.reuse || content.right.length >= content.left.length, {
    error: 'too few entries on the right',
    path: ['right'],
  })
export type MatchingContent = z.infer<typeof MatchingContent>

const Pair = z.strictObject({ left: OptionId, right: OptionId })
export type Pair = z.infer<typeof Pair>
const Pairs = z
  .array(Pair)
  .max(12)
  .refine(pairs => new Set(pairs.map(pair => pair.left)).size === pairs.length, { error: 'an entry on the left is matched twice' })
  .transform(pairs => [...pairs].sort((a, b) => (a.left < b.left ? -1 : 1)))

/** Every entry on the left with its partner. */
export const MatchingKey = z.strictObject({ version: z.literal(1), pairs: Pairs, explanation: Prose.nullable().default(null) })
export type MatchingKey = z.infer<typeof MatchingKey>

/** The pairs that were made, in the order of their left names so that equal sets are equal text. */
export const MatchingResponse = z.strictObject({ version: z.literal(1), pairs: Pairs })
export type MatchingResponse = z.infer<typeof MatchingResponse>

export const MatchingPublic = MatchingContent
export type MatchingPublic = z.infer<typeof MatchingPublic>

/** `per-pair-minus-wrong`: each wrong pair takes the share of a right one away, never below 0. */
export const MatchingRubric = z.strictObject({
  version: z.literal(1).default(1),
  credit: z.enum(['per-pair', 'per-pair-minus-wrong', 'all-or-nothing']).default('per-pair'),
})
export type MatchingRubric = z.infer<typeof MatchingRubric>
