import { type Result, ok } from '../../../../kernel/result.ts'
import type { AttributeValue } from '../problem/condition.ts'
import { type Cell, type CsvRow, type TableFault, readCsv, refuseTable, tableFault } from './csv.ts'

/** A table with a head: columns are found by their names, whatever their case. */
export type Sheet = {
  readonly head: readonly Cell[]
  /** Keys of the columns, in their order; a column without a name is called by its place. */
  readonly keys: readonly string[]
  readonly rows: readonly CsvRow[]
}

/** Reads a table whose first row is its head. Faults: no head, no rows, a name twice, a row of another length. */
export function readSheet(text: string): Result<Sheet, readonly TableFault[]> {
  const read = readCsv(text)
  if (!read.ok) return read
  const [head, ...rows] = read.value
  if (head === undefined) return refuseTable([tableFault(1, 1, '表格是空的', 'the table is empty')])
  const keys = head.cells.map((cell, at) => (cell.text === '' ? `#${at + 1}` : cell.text.toUpperCase()))
  const twice = head.cells.filter((_, at) => keys.indexOf(keys[at] ?? '') !== at)
  const faults = twice.map(cell => tableFault(cell.line, cell.column, `列名“${cell.text}”重复`, `the column "${cell.text}" stands twice`))
  if (rows.length === 0) faults.push(tableFault(head.line, 1, '只有表头，没有数据行', 'there is a head but no row'))
  for (const row of rows) {
    const surplus = row.cells[keys.length]
    if (surplus !== undefined && row.cells.slice(keys.length).some(cell => cell.text !== ''))
      faults.push(
        tableFault(
          surplus.line,
          surplus.column,
          `本行有${row.cells.length}格，表头只有${keys.length}格`,
          `this row has ${row.cells.length} cells, the head ${keys.length}`,
        ),
      )
  }
  return faults.length > 0 ? refuseTable(faults) : ok({ head: head.cells, keys, rows })
}

/** The cell of a row under one of some names; rows may be shorter than the head. */
export function cellUnder(sheet: Sheet, row: CsvRow, ...names: readonly string[]): Cell | null {
  const at = sheet.keys.findIndex(key => names.includes(key))
  return at < 0 ? null : (row.cells[at] ?? { text: '', line: row.line, column: 1, quoted: false })
}

/** Is the cell without a value? An unquoted NA is. */
export function isMissing(cell: Cell | null): boolean {
  return cell === null || cell.text === '' || (cell.text === 'NA' && !cell.quoted)
}

export function numberIn(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null
}

/** Values of a column: numbers where every value present is one, otherwise texts. */
export function columnValues(sheet: Sheet, key: string): readonly AttributeValue[] {
  const cells = sheet.rows.map(row => cellUnder(sheet, row, key))
  const numeric = cells.every(cell => isMissing(cell) || numberIn(cell?.text ?? '') !== null)
  return cells.map(cell => (isMissing(cell) ? null : numeric ? numberIn(cell?.text ?? '') : (cell?.text ?? '')))
}
