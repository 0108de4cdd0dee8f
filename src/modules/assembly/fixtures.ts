import { type Dice, pick, roll } from '../../kernel/dice.ts'
import { instantOf } from '../../kernel/instant.ts'
import type { InteractionType } from '../interactions/contract.ts'
import type { BankItem } from '../item-bank/contract.ts'
import type { BlueprintBody } from './core/blueprint/blueprint.ts'
import { draftBlueprint } from './core/blueprint/draft-blueprint.ts'
import type { BankFacts } from './core/pool/bank-pool.ts'
import type { TranslationOrder } from './core/translate/order.ts'
import type { Constraint, ConstraintBody } from './core/problem/constraint.ts'
import type { Goal } from './core/problem/goal.ts'
import { parseCondition } from './core/problem/parse-condition.ts'
import type { Pool, PoolItem, Selection } from './core/problem/pool.ts'
import type { AssemblyProblem } from './core/problem/problem.ts'

/** As many items of each type as told, made by `make`. */
export function itemsOf(make: (type: InteractionType) => BankItem, counts: Readonly<Partial<Record<InteractionType, number>>>): BankItem[] {
  return Object.entries(counts).flatMap(([type, count]) => Array.from({ length: count }, () => make(type as InteractionType)))
}

/** The blueprint of level four as its weight table gives it, changed as told. */
export function aBody(changes: Partial<BlueprintBody> = {}): BlueprintBody {
  const drafted = draftBlueprint({ editionId: 'ec-2005', level: 'L4', workType: null, part: 'theory' })
  if (!drafted.ok) throw new Error(drafted.refusal.code)
  return { ...drafted.value, ...changes }
}

/** A small blueprint of two areas with 3 and 2 marks, for pools that fit on a page. Its areas are in no edition. */
export function aSmallBody(changes: Partial<BlueprintBody> = {}): BlueprintBody {
  const open = { least: null, most: null }
  const types = (['single-choice', 'multiple-choice', 'matching'] as const).map(type => ({ type, items: open, marks: open }))
  const areas = [
    { path: ['A'], marks: 300 },
    { path: ['B', 'x'], marks: 200 },
  ]
  return aBody({ total: 500, areas, types, ...changes })
}

/** What a bank knows of some items, without figures and enemies unless told. */
export function bankFactsOf(items: readonly BankItem[], more: Partial<BankFacts> = {}): BankFacts {
  return { items, statistics: new Map(), enemies: new Map(), ...more }
}

/** An order to translate a small blueprint over some items. */
export function anOrder(items: readonly BankItem[], changes: Partial<TranslationOrder> = {}): TranslationOrder {
  const facts = bankFactsOf(items)
  return { body: aSmallBody(), facts, levels: ['L4'], seen: new Set(), recent: [], forms: 1, seed: 's', now: NOW, ...changes }
}
export const NOW = instantOf('2026-11-23T01:00:00Z')

/** An item of a pool that stands by itself, without parameters. */
export function aPoolItem(id: string, more: Partial<PoolItem> = {}): PoolItem {
  return { id, attributes: {}, irt: null, stimulusId: null, exposure: 0, ...more }
}

/** Items called I1, I2, … with an attribute each: AREA in turn K1, K2, …; WORDS 10, 20, …. */
export function aPool(items: number, areas = 2): Pool {
  const made = Array.from({ length: items }, (_, n) =>
    aPoolItem(`I${n + 1}`, {
      attributes: { AREA: `K${(n % areas) + 1}`, WORDS: (n + 1) * 10 },
      irt: { model: '2PL', parameters: [1 + (n % 3) / 10, (n % 5) / 2 - 1] },
    }),
  )
  return { items: made, stimuli: [] }
}

/** A selection by a condition as an author writes it. */
export function where(text: string): Selection {
  const read = parseCondition(text)
  if (!read.ok || read.value.kind !== 'condition') throw new Error(`no condition: ${text}`)
  return { kind: 'where', condition: read.value.condition, text }
}

/** Exactly so many items in each form. */
export function lengthOf(items: number): Constraint {
  return { id: 'length', kind: 'count', unit: 'item', of: { kind: 'all' }, least: items, most: items, reach: 'each-form' }
}

export function aProblem(more: Partial<AssemblyProblem> = {}): AssemblyProblem {
  return { pool: aPool(6), constraints: [lengthOf(3)], forms: 1, goal: { kind: 'none' }, ...more }
}

/** A small problem of every kind of constraint, thrown by dice: sometimes possible, sometimes not. */
export function randomProblem(dice: Dice, { items = 7, forms = 1 }: { items?: number; forms?: number } = {}): AssemblyProblem {
  const stimulus = () => pick([null, null, 'S1', 'S2'], dice)
  const made = Array.from({ length: items }, (_, n) =>
    aPoolItem(`I${n + 1}`, {
      attributes: { AREA: pick(['K1', 'K2', 'K3'], dice), WORDS: roll(dice, 9) / 2, DOK: pick([1, 2, 3, null], dice) },
      irt: { model: '2PL', parameters: [0.5 + dice(), dice() * 4 - 2] },
      stimulusId: stimulus(),
      exposure: roll(dice, 3),
    }),
  )
  const stimuli = ['S1', 'S2'].map(id => ({ id, attributes: { LEVEL: roll(dice, 3) } }))
  const kinds = randomBodies(
    dice,
    made.map(item => item.id),
  )
  const constraints = Array.from({ length: 1 + roll(dice, 4) }, (_, n): Constraint => ({ id: `C${n + 1}`, ...pick(kinds, dice)() }))
  const goals: readonly Goal[] = [
    { kind: 'none' },
    { kind: 'most-information', abilities: [{ theta: 0, weight: 1 }] },
    { kind: 'maximin-information', abilities: [-1, 1].map(theta => ({ theta, weight: 1 })) },
    { kind: 'target-information', targets: [-1, 1].map(theta => ({ theta, target: 0.5 })) },
    { kind: 'target-mean', attribute: 'WORDS', target: 2 },
    { kind: 'least-exposure' },
  ]
  return { pool: { items: made, stimuli }, constraints: [lengthOf(2 + roll(dice, 2)), ...constraints], forms, goal: pick(goals, dice) }
}

function randomBodies(dice: Dice, ids: readonly string[]): readonly (() => ConstraintBody)[] {
  const some = (): Selection => ({ kind: 'ids', ids: [pick(ids, dice), pick(ids, dice)] })
  const cut = () => pick(['AREA == "K1"', 'AREA != "K2"', 'DOK >= 2', '!is.na(DOK) & WORDS < 3', 'AREA %in% c("K1", "K3")'], dice)
  const range = (most: number) => {
    const least = roll(dice, most)
    return { least, most: least + roll(dice, 2) }
  }
  const reach = () => pick(['each-form', 'all-forms'] as const, dice)
  return [
    () => ({ kind: 'count', unit: 'item', of: where(cut()), reach: reach(), ...range(3) }),
    () => ({ kind: 'count', unit: 'stimulus', of: { kind: 'all' }, reach: 'each-form', ...range(2) }),
    () => ({ kind: 'sum', unit: 'item', attribute: 'WORDS', of: where(cut()), reach: reach(), least: null, most: 2 + roll(dice, 6) }),
    () => ({ kind: 'mean', unit: 'item', attribute: 'WORDS', of: { kind: 'all' }, least: roll(dice, 3), most: null }),
    () => ({ kind: 'each-value', unit: 'item', attribute: 'AREA', least: 0, most: 1 + roll(dice, 2) }),
    () => ({ kind: 'per-stimulus', of: { kind: 'all' }, ...range(3) }),
    () => ({ kind: 'enemies', unit: 'item', of: some() }),
    () => ({ kind: 'include', unit: 'item', of: { kind: 'ids', ids: [pick(ids, dice)] } }),
    () => ({ kind: 'exclude', unit: 'item', of: some() }),
    () => ({ kind: 'exclude', unit: 'stimulus', of: { kind: 'ids', ids: ['S1'] } }),
    () => ({ kind: 'all-or-none', unit: 'item', of: some() }),
    () => ({ kind: 'uses', of: { kind: 'all' }, least: null, most: 1 }),
    () => ({ kind: 'exposure', of: { kind: 'all' }, most: 2 }),
    () => ({ kind: 'overlap', most: roll(dice, 3), percent: false }),
  ]
}

/** Every set of items, by their ids, of a pool of at most 12. */
export function everySubset(pool: Pool): readonly (readonly string[])[] {
  if (pool.items.length > 12) throw new RangeError('too many subsets')
  return Array.from({ length: 2 ** pool.items.length }, (_, bits) =>
    pool.items.filter((_item, at) => ((bits >> at) & 1) === 1).map(item => item.id),
  )
}
