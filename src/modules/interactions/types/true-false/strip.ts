import type { TrueFalseContent, TrueFalsePublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. */
export function strip(content: TrueFalseContent): TrueFalsePublic {
  return { version: 2, stem: content.stem }
}
