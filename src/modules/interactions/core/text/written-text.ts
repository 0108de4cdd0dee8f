import { z } from 'zod'

/** Most characters of a written response as JSON text, so that it fits into one event. */
export const MOST_TEXT = 7_000

/** How long a written response should be, in words: a Chinese character is a word, and so is a run of letters or digits. */
export const WordLimits = z
  .strictObject({ least: z.number().int().min(1).max(3_000).nullable().default(null), most: z.number().int().min(1).max(3_000) })
  .refine(words => words.least === null || words.least <= words.most, { error: 'least is more than most' })
export type WordLimits = z.infer<typeof WordLimits>

export const WrittenText = z.strictObject({
  version: z.literal(1),
  text: z.string().refine(text => JSON.stringify(text).length <= MOST_TEXT, { error: 'the text is too long' }),
})
export type WrittenText = z.infer<typeof WrittenText>
