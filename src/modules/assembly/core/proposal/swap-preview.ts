import type { BankItem } from '../../../item-bank/contract.ts'
import type { BlueprintBody } from '../blueprint/blueprint.ts'
import { type FactsOrder, formFacts } from '../facts/form-facts.ts'
import type { BankFacts } from '../pool/bank-pool.ts'

/** A form, the place in question (from 0), the item that could stand there, and the other forms of the run by their numbers. */
export type ProposedSwap = {
  readonly items: readonly BankItem[]
  readonly place: number
  readonly item: BankItem
  readonly facts: BankFacts
  readonly body: Pick<BlueprintBody, 'areas' | 'minutes'>
  readonly others: readonly { readonly number: number; readonly codes: readonly string[] }[]
}
type Share = { readonly items: number; readonly marks: number }
type Facts = ReturnType<typeof formFacts>

/**
 * What a swap would alter: figures of the form before and after, shares that change, information at each ability, items the
 * newcomer is an enemy of, and what the form has in common with the others of the run. Marks in hundredths, information, standard
 * error and mean difficulty in thousandths. It only tells; whether the swap is allowed is the checker's affair.
 */
export function swapPreview({ items, place, item, facts, body, others }: ProposedSwap) {
  const swappedItems = items.with(place, item)
  const factsOf = (of: FactsOrder['items']) => formFacts({ items: of, facts, areas: body.areas, minutes: body.minutes })
  const [before, after] = [factsOf(items), factsOf(swappedItems)]
  return {
    before: figuresOf(before, items),
    after: figuresOf(after, swappedItems),
    areas: changed(before.areas, after.areas, area => area.path.join('／')).map(({ key: _key, one, ...share }) => ({
      path: one.path,
      weight: one.weight,
      ...share,
    })),
    types: changed(before.types, after.types, each => each.type).map(({ key: _key, one, ...share }) => ({ type: one.type, ...share })),
    importance: changed(before.importance, after.importance, each => each.importance).map(({ key, one: _one, ...share }) => ({
      importance: key,
      ...share,
    })),
    curve: after.curve.map((point, at) => ({
      theta: point.theta,
      before: before.curve[at]?.information ?? 0,
      after: point.information,
    })),
    enemies: enemiesAmong(items.toSpliced(place, 1), item, facts),
    overlaps: others.map(({ number, codes }) => ({ number, before: common(items, codes), after: common(swappedItems, codes) })),
  }
}

function figuresOf({ marks, seconds, unestimated }: Facts, items: readonly BankItem[]) {
  const sum = items.reduce((all, item) => all + item.difficulty, 0)
  return { marks, seconds, unestimated, meanDifficulty: items.length === 0 ? 0 : Math.round((sum * 1000) / items.length) }
}

/** Shares that differ, in the order of the first list; one that stands on one side only counts nothing on the other. */
function changed<T extends Share>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string) {
  const was = new Map(before.map(one => [keyOf(one), one]))
  const will = new Map(after.map(one => [keyOf(one), one]))
  return [...new Map([...was, ...will])].flatMap(([key, one]) => {
    const [from, to] = [shareOf(was.get(key)), shareOf(will.get(key))]
    return from.items === to.items && from.marks === to.marks ? [] : [{ key, one, before: from, after: to }]
  })
}

function shareOf(one: Share | undefined): Share {
  return { items: one?.items ?? 0, marks: one?.marks ?? 0 }
}

/** Codes in the form that the bank calls enemies of an item, whichever of the two it was written down for. */
function enemiesAmong(items: readonly BankItem[], { code }: BankItem, { enemies }: BankFacts): readonly string[] {
  const own = new Set(enemies.get(code) ?? [])
  return items.filter(each => own.has(each.code) || (enemies.get(each.code) ?? []).includes(code)).map(each => each.code)
}

function common(items: readonly BankItem[], codes: readonly string[]): number {
  const others = new Set(codes)
  return items.filter(item => others.has(item.code)).length
}
