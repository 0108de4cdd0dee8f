import { z } from 'zod'
import { type Dice, shuffled } from '../../../kernel/dice.ts'

/** Opaque id of an option. Authors' tools use UUIDs, so that an id tells nothing about its option's place or worth. */
export const OPTION_ID = /^[A-Za-z0-9_-]{1,36}$/
export const OptionId = z.string().regex(OPTION_ID)
export type OptionId = z.infer<typeof OptionId>

const text = z.string().trim().min(1).max(2000)
const PlainOption = z.strictObject({ id: OptionId, text })

/** `pinned` options ("以上都是") keep their place when the others are shuffled. */
export const Option = z.strictObject({ id: OptionId, text, pinned: z.boolean().default(false) })
export type Option = z.infer<typeof Option>

const distinct = (options: readonly { readonly id: string }[]) => new Set(options.map(o => o.id)).size === options.length
const LIMIT = { least: 2, most: 8 }

/** Two to eight options with distinct ids. */
export const Options = z.array(Option).min(LIMIT.least).max(LIMIT.most).refine(distinct, { error: 'option ids repeat' })
/** Options as version 1 of choice contents wrote them: nothing was pinned. */
export const PlainOptions = z.array(PlainOption).min(LIMIT.least).max(LIMIT.most).refine(distinct, { error: 'option ids repeat' })

/** Shuffles the options that are not pinned among their own places. */
export function shuffleOptions(options: readonly Option[], dice: Dice): Option[] {
  const movers = shuffled(
    options.filter(o => !o.pinned),
    dice,
  )
  return options.map(o => (o.pinned ? o : (movers.shift() ?? o)))
}
