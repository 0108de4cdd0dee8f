import { type BankItem, IMPORTANCES, liesIn } from '../../../item-bank/contract.ts'
import { INTERACTION_TYPES, interactionOf } from '../../../interactions/contract.ts'
import type { BankFacts } from '../pool/bank-pool.ts'
import { placeOnScale, placedItem } from '../pool/item-irt.ts'
import { curveOf } from './curve.ts'

/** What facts are gathered of: the items in their places, what the bank knows of them, and the weights they are held against. */
export type FactsOrder = {
  readonly items: readonly BankItem[]
  readonly facts: BankFacts
  /** Areas with their marks in hundredths. */
  readonly areas: readonly { readonly path: readonly string[]; readonly marks: number }[]
  readonly minutes: number
}

const DIFFICULTIES = [1, 2, 3, 4, 5] as const

/** Everything a page shows of a form but contents; all figures are integers, marks in hundredths. */
export function formFacts({ items, facts, areas, minutes }: FactsOrder) {
  const placed = items.map(item => placedItem(item, facts.statistics.get(item.itemVersionId)))
  const known = items.flatMap(item => item.seconds ?? [])
  return {
    ...shareOf(items),
    minutes,
    seconds: known.reduce((sum, each) => sum + each, 0),
    unestimated: items.length - known.length,
    calibrated: placed.filter(each => each.isCalibrated).length,
    areas: areas.map(({ path, marks }) => ({ path: [...path], weight: marks, ...shareOf(items.filter(item => liesIn(item.area, path))) })),
    types: INTERACTION_TYPES.map(type => ({ type, ...shareOf(items.filter(item => item.type === type)) })).filter(each => each.items > 0),
    importance: IMPORTANCES.map(importance => ({ importance, ...shareOf(items.filter(item => item.importance === importance)) })),
    difficulty: DIFFICULTIES.map(difficulty => ({ difficulty, ...shareOf(items.filter(item => item.difficulty === difficulty)) })),
    levels: [...new Set(items.map(item => item.level))].map(level => ({ level, ...shareOf(items.filter(item => item.level === level)) })),
    curve: curveOf(items.map((item, at) => ({ marks: item.marks, irt: placed[at]?.irt ?? placedItem(item, undefined).irt }))),
    places: items.map((item, at) => placeFacts(item, at + 1, facts)),
  }
}

/** An item at a place, without content. */
export function placeFacts(item: BankItem, place: number, facts: Pick<BankFacts, 'statistics'>) {
  const placed = placedItem(item, facts.statistics.get(item.itemVersionId))
  const { itemId, itemVersionId, code, type, marks, level, difficulty, importance, seconds, exposure, lastUsedAt, stimulusVersionId } = item
  return {
    place,
    itemId: itemId as string,
    itemVersionId: itemVersionId as string,
    code,
    type,
    marks: marks as number,
    path: [...item.area],
    level,
    difficulty,
    importance: importance as string,
    points: [...item.points],
    seconds,
    exposure,
    lastUsedAt,
    stimulusVersionId,
    isMachineMarked: interactionOf(type).markedBy === 'machine',
    b: placeOnScale(placed),
    isCalibrated: placed.isCalibrated,
  }
}

/** The figures that tell whether a form is parallel to others; mean difficulty in thousandths. */
export function sideFacts(number: number, order: FactsOrder) {
  const { items, marks, seconds, curve } = formFacts(order)
  const sum = order.items.reduce((all, item) => all + item.difficulty, 0)
  return { number, items, marks, seconds, meanDifficulty: items === 0 ? 0 : Math.round((sum * 1000) / items), curve }
}

function shareOf(items: readonly BankItem[]): { readonly items: number; readonly marks: number } {
  return { items: items.length, marks: items.reduce((sum, item) => sum + item.marks, 0) }
}
