import type { Program } from '../../../../kernel/program.ts'

/** A linear row over columns. `source` is the place of the constraint it stands for; -1 when it belongs to the model itself. */
export type Row = {
  readonly lower: number
  readonly upper: number
  readonly columns: readonly number[]
  readonly values: readonly number[]
  readonly source: number
}

/** A row that nothing can satisfy. */
export function impossibleRow(source: number): Row {
  return { lower: 1, upper: 1, columns: [], values: [], source }
}

/** Collects columns and rows; `finish` gives the program. */
export class MipDraft {
  private readonly columns: { lower: number; upper: number; integer: boolean; cost: number }[] = []
  private readonly rows: Row[] = []

  /** Place of the new column. */
  column(lower: number, upper: number, integer: boolean, cost = 0): number {
    return this.columns.push({ lower, upper, integer, cost }) - 1
  }

  row(row: Row): void {
    this.rows.push(row.lower > row.upper ? impossibleRow(row.source) : row)
  }

  setCost(column: number, cost: number): void {
    const known = this.columns[column]
    if (known === undefined) throw new RangeError(`no column ${column}`)
    known.cost = cost
  }

  get sources(): readonly number[] {
    return this.rows.map(row => row.source)
  }

  finish(sense: 'min' | 'max'): Program {
    const entries = this.rows.reduce((sum, row) => sum + row.columns.length, 0)
    const starts = new Int32Array(this.rows.length + 1)
    const indices = new Int32Array(entries)
    const values = new Float64Array(entries)
    let at = 0
    for (const [n, row] of this.rows.entries()) {
      indices.set(row.columns, at)
      values.set(row.values, at)
      at += row.columns.length
      starts[n + 1] = at
    }
    const of = (read: (column: (typeof this.columns)[number]) => number) => Float64Array.from(this.columns, read)
    return {
      sense,
      cost: of(column => column.cost),
      lower: of(column => column.lower),
      upper: of(column => column.upper),
      integer: Uint8Array.from(this.columns, column => (column.integer ? 1 : 0)),
      rowLower: Float64Array.from(this.rows, row => row.lower),
      rowUpper: Float64Array.from(this.rows, row => row.upper),
      starts,
      indices,
      values,
    }
  }
}
