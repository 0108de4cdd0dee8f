import type { AttributeValue } from '../problem/condition.ts'
import type { Constraint } from '../problem/constraint.ts'
import { type Pool, attributeOf } from '../problem/pool.ts'

/**
 * Puts the items of a form into their places: by the orders of items, then stimuli by their orders, items of one stimulus side by
 * side, and otherwise as they stand in the pool. Missing values come last.
 */
export function arrange(pool: Pool, constraints: readonly Constraint[], chosen: readonly number[]): readonly string[] {
  const asked = constraints.filter(each => each.kind === 'order')
  const orders = [...asked.filter(each => each.unit === 'item'), ...asked.filter(each => each.unit === 'stimulus')]
  const stimuli = new Map(pool.stimuli.map((stimulus, at) => [stimulus.id, at]))
  const first = new Map<number, number>()
  const stimulusOf = (at: number) => stimuli.get(pool.items[at]?.stimulusId ?? '') ?? -1
  for (const at of chosen.toSorted((a, b) => a - b)) if (!first.has(stimulusOf(at))) first.set(stimulusOf(at), at)
  const compare = (a: number, b: number): number => {
    for (const each of orders) {
      const value = (item: number) => {
        const at = each.unit === 'item' ? item : stimulusOf(item)
        return at < 0 ? null : attributeOf(pool, each.unit, at, each.attribute)
      }
      const order = compareValues(value(a), value(b))
      if (order !== 0) return order
    }
    const place = (at: number) => (stimulusOf(at) < 0 ? at : (first.get(stimulusOf(at)) ?? at))
    return place(a) - place(b) || a - b
  }
  return chosen.toSorted(compare).map(at => pool.items[at]?.id ?? '')
}

function compareValues(left: AttributeValue, right: AttributeValue): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0
}
