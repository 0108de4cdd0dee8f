import type { FileAnswerPublic } from './type.ts'

/** There is nothing to shuffle. */
export function shuffle(content: FileAnswerPublic): FileAnswerPublic {
  return content
}
