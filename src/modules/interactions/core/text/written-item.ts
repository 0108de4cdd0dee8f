import { z } from 'zod'
import { Prose } from './prose.ts'
import { WordLimits } from './written-text.ts'

/** An item whose response is a written text, whether of a few sentences or a longer one. */
export const WrittenContent = z.strictObject({ version: z.literal(1), stem: Prose, words: WordLimits })
export type WrittenContent = z.infer<typeof WrittenContent>

/** What a candidate may receive. Field by field: what is not named here does not leave the server. */
export function stripWritten({ stem, words }: WrittenContent): WrittenContent {
  return { version: 1, stem, words: { least: words.least, most: words.most } }
}
