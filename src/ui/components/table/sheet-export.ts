import type { Column } from './table-column.ts'

/** Characters with which a spreadsheet may take a cell for a formula or break out of it. */
const DANGEROUS = /^[=+\-@\t\r\n＝＋－＠]/

/** A text that no spreadsheet will run: what looks like a formula is led by an apostrophe. */
export function guardCell(text: string): string {
  return DANGEROUS.test(text.trimStart()) || DANGEROUS.test(text) ? `'${text}` : text
}

/** One cell as it leaves: real numbers stay numbers, text is guarded. */
export function cellOf<Row>(column: Column<Row>, row: Row): string | number {
  const value = column.text(row)
  return typeof value === 'number' ? value : guardCell(value)
}

/** CSV after RFC 4180 with a byte-order mark, so that Excel reads Chinese; every text cell is guarded and quoted. */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const line = (cells: readonly (string | number)[]) =>
    cells.map(cell => (typeof cell === 'number' ? String(cell) : `"${cell.replaceAll('"', '""')}"`)).join(',')
  return `\uFEFF${[line(columns.map(column => guardCell(column.title))), ...rows.map(row => line(columns.map(column => cellOf(column, row))))].join('\r\n')}\r\n`
}

/** Cells for an Excel sheet: a head row and typed cells. */
export function sheetOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  const head = columns.map(column => ({ value: guardCell(column.title), fontWeight: 'bold' as const, backgroundColor: '#F1EEE7' }))
  const body = rows.map(row =>
    columns.map(column => {
      const cell = cellOf(column, row)
      return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String }
    }),
  )
  return [head, ...body]
}

/** Column widths in characters: what the text needs, Chinese counted double, between 8 and 48. */
export function widthsOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly { readonly width: number }[] {
  const long = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2E7F' ? 2 : 1), 0)
  return columns.map(column => ({
    width: Math.min(48, Math.max(8, long(column.title) + 2, ...rows.slice(0, 200).map(row => long(String(column.text(row))) + 2))),
  }))
}

/** A file name that every system takes: characters Windows refuses become a hyphen. */
export function fileName(name: string, ending: string): string {
  return `${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').slice(0, 80)}.${ending}`
}
