import type { BlankPublic } from './type.ts'

/** Gaps stand where the text puts them. */
export function shuffle(content: BlankPublic): BlankPublic {
  return content
}
