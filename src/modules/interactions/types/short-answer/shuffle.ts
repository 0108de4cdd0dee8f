import type { ShortAnswerPublic } from './type.ts'

/** There is nothing to shuffle. */
export function shuffle(content: ShortAnswerPublic): ShortAnswerPublic {
  return content
}
