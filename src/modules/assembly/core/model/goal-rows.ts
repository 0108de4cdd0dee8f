import { MILLION, type Measure } from '../problem/goal.ts'
import type { MipDraft } from './mip.ts'

/**
 * Adds the objective to a draft whose item columns may stand several times (once for each form or unit of use): `columns[n]` are
 * the columns of item n. `forms` is for how many forms together the targets hold. Returns the column of the bound, or null.
 */
export function addGoal(draft: MipDraft, measure: Measure, columns: readonly (readonly number[])[], forms: number): number | null {
  if (measure.shape === 'none') return null
  if (measure.shape === 'total') {
    for (const [item, places] of columns.entries()) for (const place of places) draft.setCost(place, worth(measure, 0, item))
    return null
  }
  const bound = addBoundColumn(draft, measure, forms)
  addBoundRows(draft, measure, columns, { bound, forms })
  return bound
}

/** The column that a maximin or a distance makes best. Its limits are finite, as a proof by duals needs them. */
export function addBoundColumn(draft: MipDraft, measure: Measure, forms: number): number {
  const far = measure.worths.map((term, n) => term.reduce((sum, one) => sum + Math.abs(one), Math.abs(measure.targets[n] ?? 0)))
  const limit = (Math.max(0, ...far) * forms) / MILLION
  return draft.column(measure.shape === 'least' ? -limit : 0, limit, false, 1)
}

/** The bound stays below every term, or above every distance from a target. */
export function addBoundRows(
  draft: MipDraft,
  measure: Measure,
  columns: readonly (readonly number[])[],
  { bound, forms }: { readonly bound: number; readonly forms: number },
): void {
  const places = columns.flat()
  for (const term of measure.worths.keys()) {
    const values = columns.flatMap((list, item) => list.map(() => worth(measure, term, item)))
    const row = (lower: number, upper: number, own: number) =>
      draft.row({ lower, upper, columns: [...places, bound], values: [...values, own], source: -1 })
    if (measure.shape === 'least') row(0, Infinity, -1)
    const target = ((measure.targets[term] ?? 0) * forms) / MILLION
    if (measure.shape === 'distance') {
      row(-Infinity, target, -1)
      row(target, Infinity, 1)
    }
  }
}

function worth(measure: Measure, term: number, item: number): number {
  return (measure.worths[term]?.[item] ?? 0) / MILLION
}
