import { type SheetRowFacts, SheetRow } from '../../core/exchange/text/sheet-row.ts'
import type { Notes } from '../../core/exchange/notes.ts'
import { COLUMNS, type ColumnKey } from './columns.ts'

/** One row of the sheet of items, with the notes of its item. */
export class Row extends SheetRow<ColumnKey> {
  readonly notes: Notes

  constructor({ notes, ...facts }: SheetRowFacts<ColumnKey> & { readonly notes: Notes }) {
    super(facts)
    this.notes = notes
  }

  /** The text of a cell, trimmed; numbers are written without a binary tail. */
  text(key: ColumnKey): string {
    const cell = this.cell(key)
    if (cell === null) return ''
    return (typeof cell === 'boolean' ? (cell ? '正确' : '错误') : String(cell)).trim()
  }

  isNumber(key: ColumnKey): boolean {
    return typeof this.cell(key) === 'number'
  }

  /** A fault in a cell, in the words of its heading. */
  fault(key: ColumnKey, zh: string, en: string): null {
    const heading = COLUMNS.find(column => column.key === key)?.heading ?? key
    const cell = this.address(key)
    this.notes.fault(cell, `${cell}（${heading}）：${zh}`, `${cell} (${heading}): ${en}`)
    return null
  }
}
