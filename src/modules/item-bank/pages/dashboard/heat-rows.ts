import type { AnswerOf } from '../../../../ui/client.ts'
import type { showCoverage, showDashboard, showSpecification } from '../../contract.ts'
import { type RangeNode, type TreeRow, pointsIn, rowsOfTree } from '../../core/specification/range-tree.ts'
import { type CellWish, itemsIn, shadeOf, weightOf } from '../../core/tables/coverage-cells.ts'

export type SpecificationPoint = AnswerOf<typeof showSpecification>['points'][number]
export type Cells = AnswerOf<typeof showDashboard>['coverage']
export type Areas = AnswerOf<typeof showCoverage>['areas']
export type Range = RangeNode<SpecificationPoint>
/** A column of the heat map: a difficulty, a type, or both. */
export type HeatColumn = Pick<CellWish, 'difficulty' | 'type'> & { readonly key: string; readonly label: string }
export type HeatCell = { readonly column: HeatColumn; readonly items: number; readonly shade: number }
export type HeatRow = {
  readonly row: TreeRow<SpecificationPoint>
  readonly code: string
  readonly name: string
  readonly depth: number
  /** Hundredths of a paper's marks; null below the ranges that the weight table knows. */
  readonly weight: number | null
  readonly cells: readonly HeatCell[]
  readonly total: number
  /** Points in it without an item. */
  readonly gaps: number
}
/** How far the tree is unfolded, beside what was folded or unfolded by hand. */
export type Folding = { readonly depth: number; readonly flipped: ReadonlySet<string>; readonly onlyGaps: boolean }

const POINT_DEPTH = 3

/** The rows of the heat map; shades compare a cell with the others of its depth. */
export function heatRows(
  tree: readonly Range[],
  facts: { readonly cells: Cells; readonly areas: Areas; readonly columns: readonly HeatColumn[] },
  folding: Folding,
): readonly HeatRow[] {
  const tallies = talliesOf(facts.cells)
  const isGap = (point: SpecificationPoint) => (tallies.totals.get(point.code) ?? 0) === 0
  const rows = rowsOfTree(tree, range => folding.onlyGaps || range.depth < folding.depth !== folding.flipped.has(range.code))
  const kept = folding.onlyGaps ? rows.filter(row => (row.kind === 'point' ? isGap(row.point) : pointsIn(row.range).some(isGap))) : rows
  const counted = kept.map(row => countRow(row, facts, tallies, isGap))
  const most = Map.groupBy(counted, row => row.depth)
  const top = new Map([...most].map(([depth, same]) => [depth, Math.max(1, ...same.flatMap(row => row.cells.map(cell => cell.items)))]))
  return counted.map(row => ({ ...row, cells: row.cells.map(cell => ({ ...cell, shade: shadeOf(cell.items, top.get(row.depth) ?? 1) })) }))
}

type Tallies = { readonly totals: ReadonlyMap<string, number>; readonly byRange: ReadonlyMap<string, Cells> }

/** Cells gathered under every range above them, so that a row adds up only its own. */
function talliesOf(cells: Cells): Tallies {
  const totals = new Map<string, number>()
  const byRange = new Map<string, Cells[number][]>()
  for (const cell of cells) {
    const letters = cell.point.split('-')
    for (const [at] of letters.entries()) {
      const code = letters.slice(0, at + 1).join('-')
      totals.set(code, (totals.get(code) ?? 0) + cell.items)
      const list = byRange.get(code)
      if (list) list.push(cell)
      else byRange.set(code, [cell])
    }
  }
  return { totals, byRange }
}

function countRow(
  row: TreeRow<SpecificationPoint>,
  { areas, columns }: { readonly areas: Areas; readonly columns: readonly HeatColumn[] },
  { totals, byRange }: Tallies,
  isGap: (point: SpecificationPoint) => boolean,
): HeatRow {
  const { code, name } = row.kind === 'range' ? row.range : row.point
  const inside = row.kind === 'range' ? pointsIn(row.range) : [row.point]
  const own = byRange.get(code) ?? []
  const weighs = row.kind === 'range' && row.range.depth < 2
  return {
    row,
    code,
    name,
    depth: row.kind === 'range' ? row.range.depth : POINT_DEPTH,
    weight: weighs
      ? weightOf(
          areas,
          inside.map(point => point.area),
        )
      : null,
    cells: columns.map(column => ({ column, items: itemsIn(own, column), shade: 0 })),
    total: totals.get(code) ?? 0,
    gaps: inside.filter(isGap).length,
  }
}
