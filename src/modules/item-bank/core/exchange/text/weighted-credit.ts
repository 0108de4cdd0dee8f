import type { ItemDocument } from '../../../../interactions/contract.ts'
import type { Notes } from '../notes.ts'

/** Weights are written with a few decimals, such as `33.33333`. */
const near = (a: number, b: number) => Math.abs(a - b) <= 0.01
/** A wrong option that takes all the marks or more: the total never falls below nothing (Moodle, multiple choice, several answers). */
const takesAll = (cost: number) => cost >= 99.99
/** Largest cost of a wrong option that a rubric holds, in percent of a right one's share. */
const MOST_COST = 1_000

/**
 * The credit rule of options with weights in percent, as GIFT and Moodle XML write them: above 0 right, else wrong. Equal shares that
 * add up to 100, with equal costs above 0, are a rule of ours; whatever else becomes the nearest one and is told under `element`.
 */
export function weightedCredit(weights: readonly number[], element: string, notes: Notes): ItemDocument {
  const right = weights.filter(weight => weight > 0)
  const costs = weights.filter(weight => weight <= 0).map(weight => -weight)
  const [share = 0] = right
  const [cost = 0] = costs
  const isEven = right.every(weight => near(weight, share)) && (costs.every(takesAll) || costs.every(one => near(one, cost)))
  if (!isEven || Math.abs(share * right.length - 100) > 0.5)
    notes.changed(element, '各选项的权重改写为均等分值', 'the weights of the options became equal shares')
  if (takesAll(cost) || costs.length === 0) return { version: 1, credit: 'partial-no-wrong', wrongCost: 100 }
  const wrongCost = share === 0 ? 100 : Math.round((cost / share) * 100)
  if (wrongCost === 0) {
    notes.changed(element, '错选不扣分改为错选不得分', 'wrong options that cost nothing now leave no marks')
    return { version: 1, credit: 'partial-no-wrong', wrongCost: 100 }
  }
  if (wrongCost > MOST_COST) notes.changed(element, '错选的扣分减为一份分值的10倍', 'the cost of a wrong option became ten times a share')
  return { version: 1, credit: wrongCost === 100 ? 'per-option' : 'right-minus-wrong', wrongCost: Math.min(wrongCost, MOST_COST) }
}
