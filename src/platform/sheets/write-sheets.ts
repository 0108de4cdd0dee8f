import writeXlsxFile from 'write-excel-file/node'
import type { Sheet, SheetCell } from './read-sheets.ts'

/** How a sheet looks: widths in characters, and which columns (by place) hold texts even in rows nobody has filled yet. */
export type SheetLook = { readonly widths: readonly number[] }

/** A workbook with a bold, frozen first row on each sheet. Texts are typed as texts, so that no program takes them for formulas or numbers. */
export async function writeSheets(sheets: readonly (Sheet & { readonly look?: SheetLook })[]): Promise<Uint8Array> {
  const file = await writeXlsxFile(
    sheets.map(({ name, rows, look }) => ({
      sheet: name,
      data: rows.map((row, at) => row.map(cell => styled(cell, at === 0))),
      columns: (look?.widths ?? []).map(width => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
  return new Uint8Array(file)
}

function styled(cell: SheetCell, isHead: boolean) {
  if (cell === null) return null
  const look = isHead ? { fontWeight: 'bold' as const, backgroundColor: '#F1EEE7' } : { alignVertical: 'top' as const, wrap: true }
  if (typeof cell === 'number') return { value: cell, type: Number, ...look }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean, ...look }
  return { value: cell, type: String, format: '@', ...look }
}
