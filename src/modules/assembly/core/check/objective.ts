import { type Measure, measureOf } from '../problem/goal.ts'
import type { PoolItem } from '../problem/pool.ts'
import type { AssemblyProblem } from '../problem/problem.ts'

/** The objective of some forms in millionths: what it is in all, and each term of each form. */
export type Objective = {
  readonly shape: Measure['shape']
  readonly sense: Measure['sense']
  readonly value: number
  /** forms × terms */
  readonly terms: readonly (readonly number[])[]
  readonly targets: readonly number[]
}

/** Adds the objective up anew, in whole millionths. */
export function objectiveOf({ pool, goal }: Pick<AssemblyProblem, 'pool' | 'goal'>, forms: readonly (readonly PoolItem[])[]): Objective {
  const { shape, sense, worths, targets } = measureOf(pool, goal)
  const places = new Map(pool.items.map((item, at) => [item.id, at]))
  const terms = forms.map(items => worths.map(term => items.reduce((sum, item) => sum + (term[places.get(item.id) ?? -1] ?? 0), 0)))
  return { shape, sense, value: valueOf(shape, terms, targets), terms, targets }
}

function valueOf(shape: Measure['shape'], terms: Objective['terms'], targets: readonly number[]): number {
  if (shape === 'none' || terms.length === 0) return 0
  if (shape === 'total') return terms.flat().reduce((sum, term) => sum + term, 0)
  if (shape === 'least') return Math.min(...terms.flat())
  return Math.max(...terms.flatMap(form => form.map((term, n) => Math.abs(term - (targets[n] ?? 0)))))
}

/** Bounds are rounded by up to a millionth, objectives not at all. */
const ROUNDING = 2

/**
 * How far a value may be from a bound, as a share: of the bound for totals and maximins, of the largest target for distances
 * (whose bound is often 0). 0 when the bound is reached.
 */
export function gapOf(objective: Pick<Objective, 'shape' | 'sense' | 'targets'>, value: number, bound: number): number {
  const short = objective.sense === 'max' ? bound - value : value - bound
  if (objective.shape === 'none' || short <= ROUNDING) return 0
  const base = objective.shape === 'distance' ? Math.max(...objective.targets.map(Math.abs)) : Math.abs(bound)
  return base === 0 ? short / 1_000_000 : short / base
}
