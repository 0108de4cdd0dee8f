import type { Constraint } from '../problem/constraint.ts'
import { selectedIn } from '../problem/pool.ts'
import { type AssemblyProblem, leastLength } from '../problem/problem.ts'
import { sumRow } from './form-rows.ts'
import type { Row } from './mip.ts'
import { wholeRow } from './whole-rows.ts'

/** What ties the forms to each other. */
export type AcrossRows = {
  /** Rows over how many forms each item stands in, then over how many forms each stimulus stands in. */
  readonly rows: readonly Row[]
  /** The most items two forms may share; null when nothing bounds it. */
  readonly overlap: { readonly most: number; readonly source: number } | null
}

export function acrossRows({ pool, constraints, forms }: AssemblyProblem): AcrossRows {
  const rows = constraints.flatMap((each, source) => rowsAcross(pool, forms, each, source))
  const caps = constraints.flatMap((each, source) => (each.kind === 'overlap' ? [{ most: overlapCap(constraints, each), source }] : []))
  const overlap = forms === 1 ? null : (caps.toSorted((a, b) => a.most - b.most)[0] ?? null)
  return { rows, overlap }
}

/** An overlap bound as a count of items. */
export function overlapCap(constraints: readonly Constraint[], each: Extract<Constraint, { kind: 'overlap' }>): number {
  return Math.floor(each.percent ? (each.most * (leastLength(constraints) ?? 0)) / 100 : each.most)
}

function rowsAcross(pool: AssemblyProblem['pool'], forms: number, each: Constraint, source: number): Row[] {
  if (each.kind === 'sum' && each.reach === 'all-forms') return [sumRow(pool, each, source)]
  if (each.kind === 'count' && each.reach === 'all-forms') {
    const offset = each.unit === 'item' ? 0 : pool.items.length
    const columns = selectedIn(pool, each.unit, each.of).map(at => at + offset)
    return [wholeRow(bounded(each.least, each.most, columns, source))]
  }
  if (each.kind === 'uses') return selectedIn(pool, 'item', each.of).map(at => wholeRow(bounded(each.least, each.most, [at], source)))
  if (each.kind !== 'exposure') return []
  return selectedIn(pool, 'item', each.of).flatMap(at => {
    const left = Math.floor(each.most - (pool.items[at]?.exposure ?? 0))
    return left >= forms ? [] : [bounded(null, Math.max(0, left), [at], source)]
  })
}

function bounded(least: number | null, most: number | null, columns: readonly number[], source: number): Row {
  return { lower: least ?? -Infinity, upper: most ?? Infinity, columns, values: columns.map(() => 1), source }
}
