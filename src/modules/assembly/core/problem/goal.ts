import { attributeKey } from './condition.ts'
import { informationAt } from './irt.ts'
import { type Pool, type PoolItem, itemAttribute } from './pool.ts'

/** An ability with its weight, or for a maximin its relative share. Positive. */
export type WeightedAbility = { readonly theta: number; readonly weight: number }

/** What is made as good as can be among all choices that keep the constraints. */
export type Goal =
  | { readonly kind: 'none' }
  /** Weighted sum of information over abilities and forms. */
  | { readonly kind: 'most-information'; readonly abilities: readonly WeightedAbility[] }
  /** The least information ÷ weight over abilities and forms. */
  | { readonly kind: 'maximin-information'; readonly abilities: readonly WeightedAbility[] }
  /** The largest distance from a target curve of information over abilities and forms. */
  | { readonly kind: 'target-information'; readonly targets: readonly { readonly theta: number; readonly target: number }[] }
  /** The largest distance of a sum of an attribute from its target over forms. */
  | { readonly kind: 'target-sum'; readonly attribute: string; readonly target: number }
  /** The largest distance of Σ(value − target) from 0 over forms: with n items, n times the distance of the mean. */
  | { readonly kind: 'target-mean'; readonly attribute: string; readonly target: number }
  /** Sum of an attribute over all forms. */
  | { readonly kind: 'most-of' | 'least-of'; readonly attribute: string }
  /** Sum of exposures before, over all forms. */
  | { readonly kind: 'least-exposure' }

/** Objectives are counted in millionths, so that they can be added and compared exactly. */
export const MILLION = 1_000_000

/**
 * The objective in numbers: what an item is worth in each term, in millionths. `total`: the one term is summed over forms.
 * `least`: the smallest term over forms is made large. `distance`: the largest |term − target| over forms is made small.
 */
export type Measure = {
  readonly shape: 'none' | 'total' | 'least' | 'distance'
  readonly sense: 'max' | 'min'
  /** terms × items */
  readonly worths: readonly (readonly number[])[]
  /** one for each term of a distance, in millionths */
  readonly targets: readonly number[]
}

export function measureOf(pool: Pool, goal: Goal): Measure {
  const term = (worth: (item: PoolItem) => number) => pool.items.map(item => millionths(worth(item)))
  const at = (item: PoolItem, theta: number) => (item.irt === null ? 0 : informationAt(item.irt, theta))
  switch (goal.kind) {
    case 'none':
      return { shape: 'none', sense: 'min', worths: [], targets: [] }
    case 'most-information':
      return total('max', [term(item => goal.abilities.reduce((sum, { theta, weight }) => sum + weight * at(item, theta), 0))])
    case 'maximin-information':
      return {
        ...total(
          'max',
          goal.abilities.map(({ theta, weight }) => term(item => at(item, theta) / weight)),
        ),
        shape: 'least',
      }
    case 'target-information': {
      const worths = goal.targets.map(({ theta }) => term(item => at(item, theta)))
      return { shape: 'distance', sense: 'min', worths, targets: goal.targets.map(({ target }) => millionths(target)) }
    }
    case 'target-sum':
      return { shape: 'distance', sense: 'min', worths: [term(numberIn(goal.attribute))], targets: [millionths(goal.target)] }
    case 'target-mean': {
      const value = numberIn(goal.attribute)
      return { shape: 'distance', sense: 'min', worths: [term(item => value(item) - goal.target)], targets: [0] }
    }
    case 'least-exposure':
      return total('min', [term(item => item.exposure)])
    default:
      return total(goal.kind === 'most-of' ? 'max' : 'min', [term(numberIn(goal.attribute))])
  }
}

function total(sense: 'max' | 'min', worths: Measure['worths']): Measure {
  return { shape: 'total', sense, worths, targets: [] }
}

function numberIn(attribute: string): (item: PoolItem) => number {
  const key = attributeKey(attribute)
  return item => {
    const value = itemAttribute(item, key)
    return typeof value === 'number' ? value : 0
  }
}

function millionths(value: number): number {
  const counted = Math.round(value * MILLION)
  if (!Number.isSafeInteger(counted)) throw new RangeError(`an objective counts ${value}`)
  return counted === 0 ? 0 : counted
}
