import type { TableFillContent, TableFillPublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. */
export function strip(content: TableFillContent): TableFillPublic {
  return {
    version: 1,
    stem: content.stem,
    table: { head: content.table.head, rows: content.table.rows },
    gaps: content.gaps.map(gap => ({ id: gap.id, kind: gap.kind, unit: gap.unit, width: gap.width })),
  }
}
