import { z } from 'zod'
import type { Answered } from '../interaction-spec.ts'

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

const CHINESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const RUNS = /[\p{L}\p{N}](?:[\p{L}\p{N}'’.-]*[\p{L}\p{N}])?/gu

/** Words of a text: every Chinese character, and every run of letters or digits between them. */
export function countWords(text: string): number {
  const chinese = text.match(CHINESE)?.length ?? 0
  return chinese + (text.replaceAll(CHINESE, ' ').match(RUNS)?.length ?? 0)
}

/** The longest beginning of a text that a response can hold; never half a character. */
export function fitText(text: string): string {
  if (JSON.stringify(text).length <= MOST_TEXT) return text
  const letters = [...text]
  let length = 2
  let taken = ''
  for (const letter of letters) {
    length += JSON.stringify(letter).length - 2
    if (length > MOST_TEXT) break
    taken += letter
  }
  return taken
}

/** Blank while nothing but blanks is written. */
export function answeredText(response: WrittenText): Answered {
  return { state: response.text.trim() === '' ? 'blank' : 'answered' }
}
