import type { TableFillPublic } from './type.ts'

/** Gaps stand where the text puts them. */
export function shuffle(content: TableFillPublic): TableFillPublic {
  return content
}
