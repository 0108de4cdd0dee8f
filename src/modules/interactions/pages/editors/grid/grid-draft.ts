import type { Grid } from '../draft/prose-draft.ts'

/** Row −1 is the head. */
type Place = { readonly row: number; readonly column: number }

const MOST_ROWS = 40
const MOST_COLUMNS = 12

export function withCell(grid: Grid, { row, column }: Place, text: string): Grid {
  const put = (cells: readonly string[]) => cells.map((cell, at) => (at === column ? text : cell))
  return row < 0 ? { ...grid, head: put(grid.head) } : { ...grid, rows: grid.rows.map((cells, at) => (at === row ? put(cells) : cells)) }
}

export function withRow(grid: Grid): Grid {
  return grid.rows.length >= MOST_ROWS ? grid : { ...grid, rows: [...grid.rows, grid.head.map(() => '')] }
}

export function withColumn(grid: Grid): Grid {
  if (grid.head.length >= MOST_COLUMNS) return grid
  return { head: [...grid.head, ''], rows: grid.rows.map(cells => [...cells, '']) }
}

export function withoutRow(grid: Grid, row: number): Grid {
  return { ...grid, rows: grid.rows.filter((_, at) => at !== row) }
}

export function withoutColumn(grid: Grid, column: number): Grid {
  const cut = (cells: readonly string[]) => cells.filter((_, at) => at !== column)
  return { head: cut(grid.head), rows: grid.rows.map(cut) }
}

/** Cells spread from a place to the right and down; the grid grows as far as a table may. */
export function withPasted(grid: Grid, from: Place, cells: readonly (readonly string[])[]): Grid {
  const width = Math.min(MOST_COLUMNS, Math.max(grid.head.length, from.column + (cells[0]?.length ?? 0)))
  const height = Math.min(MOST_ROWS, Math.max(grid.rows.length, from.row + cells.length))
  const lines = Array.from({ length: height + 1 }, (_, line) => (line === 0 ? grid.head : (grid.rows[line - 1] ?? [])))
  const filled = lines.map((line, at) =>
    Array.from({ length: width }, (_, column) => cells[at - 1 - from.row]?.[column - from.column] ?? line[column] ?? ''),
  )
  return { head: filled[0] ?? [], rows: filled.slice(1) }
}
