import type { Cell } from '../../core/exchange/format.ts'
import type { Notes } from '../../core/exchange/notes.ts'
import { COLUMNS, type ColumnKey, columnName } from './columns.ts'

/** One row of the sheet of items, with the place of each column, so that a fault names its cell. */
export class Row {
  readonly number: number
  readonly notes: Notes
  private readonly cells: readonly Cell[]
  private readonly places: ReadonlyMap<ColumnKey, number>

  constructor(facts: { number: number; cells: readonly Cell[]; places: ReadonlyMap<ColumnKey, number>; notes: Notes }) {
    this.number = facts.number
    this.cells = facts.cells
    this.places = facts.places
    this.notes = facts.notes
  }

  /** The text of a cell, trimmed; numbers are written without a binary tail. */
  text(key: ColumnKey): string {
    const at = this.places.get(key)
    const cell = at === undefined ? null : (this.cells[at] ?? null)
    if (cell === null) return ''
    return (typeof cell === 'boolean' ? (cell ? '正确' : '错误') : String(cell)).trim()
  }

  isNumber(key: ColumnKey): boolean {
    const at = this.places.get(key)
    return at !== undefined && typeof this.cells[at] === 'number'
  }

  isEmpty(): boolean {
    return this.cells.every(cell => cell === null || String(cell).trim() === '')
  }

  /** `C5`. */
  address(key: ColumnKey): string {
    const at = this.places.get(key)
    return at === undefined ? `${this.number}` : `${columnName(at)}${this.number}`
  }

  /** A fault in a cell, in the words of its heading. */
  fault(key: ColumnKey, zh: string, en: string): null {
    const heading = COLUMNS.find(column => column.key === key)?.heading ?? key
    const cell = this.address(key)
    this.notes.fault(cell, `${cell}（${heading}）：${zh}`, `${cell} (${heading}): ${en}`)
    return null
  }
}
