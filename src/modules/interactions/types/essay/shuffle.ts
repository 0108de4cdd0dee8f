import type { EssayPublic } from './type.ts'

/** There is nothing to shuffle. */
export function shuffle(content: EssayPublic): EssayPublic {
  return content
}
