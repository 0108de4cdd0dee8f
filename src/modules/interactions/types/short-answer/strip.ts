import type { ShortAnswerContent, ShortAnswerPublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. */
export function strip(content: ShortAnswerContent): ShortAnswerPublic {
  return { version: 1, stem: content.stem, words: { least: content.words.least, most: content.words.most } }
}
