import { type Bounds, type Constraint, spansForms } from '../problem/constraint.ts'
import { type Pool, type Unit, attributeOf, itemsByStimulus, selectedIn } from '../problem/pool.ts'
import type { AssemblyProblem } from '../problem/problem.ts'
import { type Row, impossibleRow } from './mip.ts'
import { wholeRow } from './whole-rows.ts'

/** The rows of one form. Columns: the items of the pool (1: chosen), then its stimuli when a constraint asks for them. */
export type FormRows = { readonly items: number; readonly stimuli: number; readonly rows: readonly Row[] }

/** The rows that every form has to keep by itself; what ties forms to each other is in `across-rows`. */
export function formRows({ pool, constraints }: Pick<AssemblyProblem, 'pool' | 'constraints'>): FormRows {
  const items = pool.items.length
  const needed = constraints.some(
    each => each.kind === 'per-stimulus' || ('unit' in each && each.unit === 'stimulus' && each.kind !== 'order'),
  )
  const groups = needed ? itemsByStimulus(pool) : []
  const own = constraints.flatMap((each, source) => (spansForms(each) ? [] : rowsOf(pool, groups, each, source)))
  return { items, stimuli: groups.length, rows: [...own, ...linkRows(items, groups)] }
}

/** A stimulus is chosen exactly when one of its items is. */
function linkRows(items: number, groups: readonly (readonly number[])[]): Row[] {
  return groups.flatMap((members, at) => [
    ...members.map(item => row({ least: -1, most: 0 }, [item, items + at], -1, [1, -1])),
    row({ least: 0, most: null }, [...members, items + at], -1, [...members.map(() => 1), -1]),
  ])
}

function rowsOf(pool: Pool, groups: readonly (readonly number[])[], each: Constraint, source: number): Row[] {
  const offset = (unit: Unit, places: readonly number[]) => (unit === 'item' ? places : places.map(at => at + pool.items.length))
  const chosen = (of: { readonly unit: Unit; readonly of: Parameters<typeof selectedIn>[2] }) =>
    offset(of.unit, selectedIn(pool, of.unit, of.of))
  switch (each.kind) {
    case 'count':
      return [wholeRow(row(each, chosen(each), source))]
    case 'sum':
      return [sumRow(pool, each, source)]
    case 'mean':
      return meanRows(pool, each, source)
    case 'each-value':
      return valueGroups(pool, each.unit, each.attribute).map(places => wholeRow(row(each, offset(each.unit, places), source)))
    case 'per-stimulus':
      return selectedIn(pool, 'stimulus', each.of).flatMap(at => perStimulus(pool.items.length + at, groups[at] ?? [], each, source))
    case 'enemies':
      return [row({ least: null, most: 1 }, chosen(each), source)]
    case 'include':
      return [row({ least: chosen(each).length, most: null }, chosen(each), source)]
    case 'exclude':
      return [row({ least: null, most: 0 }, chosen(each), source)]
    case 'all-or-none':
      return chosen(each).flatMap((place, n, all) =>
        n === 0 ? [] : [row({ least: 0, most: 0 }, [all[n - 1] ?? 0, place], source, [1, -1])],
      )
    default:
      return []
  }
}

/** The row of a sum over what is chosen; also used across forms. */
export function sumRow(pool: Pool, each: Extract<Constraint, { kind: 'sum' }>, source: number): Row {
  const places = selectedIn(pool, each.unit, each.of)
  const values = places.map(at => numberAt(pool, each.unit, at, each.attribute) ?? 0)
  const offset = each.unit === 'item' ? 0 : pool.items.length
  return wholeRow(
    row(
      each,
      places.map(at => at + offset),
      source,
      values,
    ),
  )
}

/** least ≤ mean: Σ(value − least) ≥ 0 over the chosen; likewise from above. Chosen without a value does not count. */
function meanRows(pool: Pool, each: Extract<Constraint, { kind: 'mean' }>, source: number): Row[] {
  const offset = each.unit === 'item' ? 0 : pool.items.length
  const known = selectedIn(pool, each.unit, each.of).flatMap(at => {
    const value = numberAt(pool, each.unit, at, each.attribute)
    return value === null ? [] : [{ column: at + offset, value }]
  })
  const columns = known.map(one => one.column)
  const from = (bound: number) => known.map(one => Number((one.value - bound).toPrecision(12)))
  return [
    ...(each.least === null ? [] : [wholeRow(row({ least: 0, most: null }, columns, source, from(each.least)))]),
    ...(each.most === null ? [] : [wholeRow(row({ least: null, most: 0 }, columns, source, from(each.most)))]),
  ]
}

function perStimulus(
  stimulus: number,
  members: readonly number[],
  each: Extract<Constraint, { kind: 'per-stimulus' }>,
  source: number,
): Row[] {
  const least = Math.max(1, Math.ceil(each.least ?? 1))
  const most = Math.floor(each.most ?? members.length)
  if (least > most || members.length < least) return members.length === 0 ? [] : [row({ least: null, most: 0 }, [stimulus], source)]
  const columns = [...members, stimulus]
  const ones = members.map(() => 1)
  return [
    row({ least: 0, most: null }, columns, source, [...ones, -least]),
    row({ least: null, most: 0 }, columns, source, [...ones, -most]),
  ]
}

/** Places of the items or stimuli of each value of an attribute, missing values left out. */
export function valueGroups(pool: Pool, unit: Unit, attribute: string): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (const at of selectedIn(pool, unit, { kind: 'all' })) {
    const value = attributeOf(pool, unit, at, attribute)
    if (value !== null) groups.set(String(value), [...(groups.get(String(value)) ?? []), at])
  }
  return [...groups.values()]
}

function numberAt(pool: Pool, unit: Unit, at: number, attribute: string): number | null {
  const value = attributeOf(pool, unit, at, attribute)
  return typeof value === 'number' ? value : null
}

function row({ least, most }: Bounds, columns: readonly number[], source: number, values?: readonly number[]): Row {
  const made = { lower: least ?? -Infinity, upper: most ?? Infinity, columns, values: values ?? columns.map(() => 1), source }
  return made.lower > made.upper ? impossibleRow(source) : made
}
