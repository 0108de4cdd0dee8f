import type { TrueFalsePublic } from './type.ts'

/** True stands before false on every paper: there is nothing to shuffle. */
export function shuffle(content: TrueFalsePublic): TrueFalsePublic {
  return content
}
