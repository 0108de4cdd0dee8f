import type { Cell } from '../../exchange/format.ts'
import { COLUMNS, type ColumnKey } from './columns.ts'

/** A fault at a cell of the workbook: `细目表!H12`. */
export type CellFault = { readonly cell: string; readonly zh: string; readonly en: string }

/** `0` → `A`, `27` → `AB`. */
export function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`
}

/** One row of the sheet of points with the places of its columns; it collects the faults of its cells. */
export class PointRow {
  readonly number: number
  readonly faults: CellFault[] = []
  private readonly cells: readonly Cell[]
  private readonly places: ReadonlyMap<ColumnKey, number>

  constructor({ number, cells, places }: { number: number; cells: readonly Cell[]; places: ReadonlyMap<ColumnKey, number> }) {
    this.number = number
    this.cells = cells
    this.places = places
  }

  cell(key: ColumnKey): Cell {
    const at = this.places.get(key)
    return at === undefined ? null : (this.cells[at] ?? null)
  }

  text(key: ColumnKey): string {
    const cell = this.cell(key)
    return cell === null ? '' : String(cell).trim()
  }

  isEmpty(): boolean {
    return this.cells.every(cell => cell === null || String(cell).trim() === '')
  }

  fault(key: ColumnKey, zh: string, en: string): void {
    const at = this.places.get(key)
    const cell = at === undefined ? `${this.number}` : `${columnName(at)}${this.number}`
    const heading = COLUMNS.find(column => column.key === key)?.heading ?? key
    this.faults.push({ cell, zh: `${heading}：${zh}`, en: `${heading}: ${en}` })
  }
}
