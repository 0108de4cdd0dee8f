import type { Cell } from '../format.ts'

/** `0` → `A`, `27` → `AB`: the name of a column in a workbook. */
export function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`
}

export type SheetRowFacts<Key extends string> = {
  /** As the workbook counts, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
  /** Where each column stands, from 0. */
  readonly places: ReadonlyMap<Key, number>
}

/** One row of a sheet whose columns may stand in any order, so that a fault can name its cell. */
export class SheetRow<Key extends string> {
  readonly number: number
  private readonly cells: readonly Cell[]
  private readonly places: ReadonlyMap<Key, number>

  constructor({ number, cells, places }: SheetRowFacts<Key>) {
    this.number = number
    this.cells = cells
    this.places = places
  }

  /** What stands in a column; null where nothing does, or the column is not there. */
  cell(key: Key): Cell {
    const at = this.places.get(key)
    return at === undefined ? null : (this.cells[at] ?? null)
  }

  isEmpty(): boolean {
    return this.cells.every(cell => cell === null || String(cell).trim() === '')
  }

  /** `C5`; of a column that is not there the row alone. */
  address(key: Key): string {
    const at = this.places.get(key)
    return at === undefined ? `${this.number}` : `${columnName(at)}${this.number}`
  }
}
