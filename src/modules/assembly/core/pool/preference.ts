import { diceOf, roll, shuffled } from '../../../../kernel/dice.ts'
import { type BankItem, IMPORTANCES, type Importance } from '../../../item-bank/contract.ts'

/**
 * The turns of ten equals by importance: 70/20/10 for X/Y/Z, spread evenly. Our reconstruction of 核心、一般、辅助要素. Where
 * the round begins is for the dice, so that few turns lean no more to X than many.
 */
export const ROUND: readonly Importance[] = ['X', 'X', 'Y', 'X', 'X', 'Z', 'X', 'Y', 'X', 'X']

/** Uses beyond this many steps count alike: then the cost of a whole paper stays below that of one borrowed mark. */
const MOST_STEPS = 9
const BORROWED = 1000
/** The turn of an item among its equals, over a whole paper of 100 marks less than one step of exposure. */
const TURN = 0.009

/**
 * What each item costs for a mark it brings, by its code: first the distance of its level, then how often it was used, then its
 * turn among equals. Equals take turns so that any first few of them are near 70/20/10 by importance; the dice of the seed
 * decide among those. Same seed and same items, same costs, in whatever order the items come.
 * `levels`: the form's own level first.
 */
export function preferenceOf(items: readonly BankItem[], levels: readonly string[], seed: string): ReadonlyMap<string, number> {
  const uses = [...new Set(items.map(item => item.exposure))].toSorted((a, b) => a - b)
  const step = new Map(uses.map((use, at) => [use, Math.min(at, MOST_STEPS)]))
  const classOf = (item: BankItem) => BORROWED * Math.max(0, levels.indexOf(item.level)) + (step.get(item.exposure) ?? 0)
  const sorted = items.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const groups = Map.groupBy(sorted, item => `${item.area.join('/')} ${item.type} ${classOf(item)}`)
  return new Map(
    [...groups].flatMap(([name, group]) =>
      turnsOf(group, `${seed} ${name}`).map((item, at): [string, number] => [item.code, classOf(item) + (TURN * at) / group.length]),
    ),
  )
}

/** One after another by the round; where an importance has run out its turn goes to the next in the round that has not. */
function turnsOf(group: readonly BankItem[], seed: string): readonly BankItem[] {
  const dice = diceOf(seed)
  const left = new Map(
    IMPORTANCES.map(importance => [
      importance,
      shuffled(
        group.filter(item => item.importance === importance),
        dice,
      ),
    ]),
  )
  const start = roll(dice, ROUND.length)
  return group.flatMap((_, turn) => {
    const from = (start + turn) % ROUND.length
    const round = [...ROUND.slice(from), ...ROUND.slice(0, from)]
    const next = round.find(importance => (left.get(importance)?.length ?? 0) > 0)
    return next === undefined ? [] : (left.get(next)?.pop() ?? [])
  })
}
