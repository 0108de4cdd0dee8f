import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { type Solver, openSolver } from '../../../../platform/solver/solver.ts'
import type { BankItem } from '../../../item-bank/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { type InteractionType, interactionOf } from '../../../interactions/contract.ts'
import { NOW, aBody, bankFactsOf } from '../../fixtures.ts'
import type { BankFacts } from '../../core/pool/bank-pool.ts'
import { checkForm } from '../../core/form/check-form.ts'
import { type ChoiceOrder, chooseItems } from './choose-items.ts'

const solver: Solver = openSolver()
after(() => solver.close())

/** Three areas of 60, 30 and 10 marks; the usual shares of types. */
const AREAS = [
  { path: ['A'], marks: 6000 },
  { path: ['B', 'x'], marks: 3000 },
  { path: ['C'], marks: 1000 },
]
const BODY = aBody({ areas: AREAS })
const USUAL: Readonly<Partial<Record<InteractionType, number>>> = {
  'single-choice': 1,
  'multiple-choice': 0.3,
  'true-false': 0.4,
  matching: 0.1,
}

/** About `times` papers' worth of items in every area: of each type a share of the marks of the area. */
function bank(times: number, change: (at: number) => Partial<BankItem> = () => ({})): BankItem[] {
  let at = 0
  return AREAS.flatMap(area =>
    Object.entries(USUAL).flatMap(([type, share]) =>
      Array.from({ length: Math.ceil((area.marks / 100) * share * times) }, () =>
        aBankItem({ area: [...area.path], type: type as InteractionType, ...change(at++) }),
      ),
    ),
  )
}

const orderOf = (items: readonly BankItem[], changes: Partial<ChoiceOrder> = {}, facts: Partial<BankFacts> = {}): ChoiceOrder => ({
  body: BODY,
  facts: bankFactsOf(items, facts),
  levels: ['L4'],
  seed: 's',
  now: NOW,
  ...changes,
})

async function chosen(order: ChoiceOrder): Promise<readonly BankItem[]> {
  const items = await chooseItems(solver, order)
  assert.ok(items.ok, JSON.stringify(items))
  const areas = order.body.areas.map(area => ({ path: area.path, weight: area.marks / 100 }))
  assert.deepEqual(checkForm({ areas, items: items.value, levels: order.levels }).faults, [])
  return items.value
}
const codes = (items: readonly BankItem[]) => items.map(item => item.code).toSorted()
const marksOf = (items: readonly BankItem[]) => items.reduce((sum, item) => sum + item.marks, 0)

test('each area brings exactly its marks, no item stands twice, and types keep their shares', async () => {
  const items = await chosen(orderOf(bank(3)))
  for (const type of BODY.types) {
    const marks = marksOf(items.filter(item => item.type === type.type))
    assert.ok(marks >= (type.marks.least ?? 0) && marks <= (type.marks.most ?? Infinity), `${type.type}: ${marks}`)
  }
})

test('the same seed over the same items gives the same form, in whatever order they come; another seed gives another', async () => {
  const items = bank(3)
  const first = await chosen(orderOf(items))
  assert.deepEqual(codes(await chosen(orderOf(items.toReversed()))), codes(first))
  assert.notDeepEqual(codes(await chosen(orderOf(items, { seed: 't' }))), codes(first))
})

test('items used less often come first: none is taken while an unused one could stand there', async () => {
  const items = bank(4, at => ({ exposure: at % 2 }))
  const taken = await chosen(orderOf(items))
  assert.deepEqual(
    taken.filter(item => item.exposure > 0),
    [],
  )
})

test('among equals the choice leans to 70/20/10 by importance', async () => {
  const importance = (at: number) => ({ importance: (['X', 'Y', 'Z'] as const)[at % 3] ?? 'X' })
  const taken = await chosen(orderOf(bank(6, importance)))
  const share = (which: string) => taken.filter(item => item.importance === which).length / taken.length
  assert.ok(share('X') > 0.55 && share('X') < 0.85, `X ${share('X')}`)
  assert.ok(share('Y') > share('Z') && share('Z') > 0.02, `Y ${share('Y')}, Z ${share('Z')}`)
})

test('only machine-marked types stand in a form, and only operational items', async () => {
  const others = (['essay', 'short-answer', 'case', 'lab-task', 'file-answer'] as const).flatMap(type =>
    Array.from({ length: 20 }, () => aBankItem({ area: ['A'], type })),
  )
  const retired = bank(1, () => ({ state: 'retired' }))
  const taken = await chosen(orderOf([...bank(2, () => ({ exposure: 5 })), ...others, ...retired]))
  assert.ok(taken.every(item => interactionOf(item.type).markedBy === 'machine' && item.state === 'operational'))
})

test('lower levels lend only what the own level lacks, the nearest level first', async () => {
  const own = bank(2, () => ({ level: 'L3', exposure: 30 }))
  const lower = bank(2, () => ({ level: 'L4' }))
  const lowest = bank(2, () => ({ level: 'L5' }))
  const levels = ['L3', 'L4', 'L5']
  const enough = await chosen(orderOf([...own, ...lower, ...lowest], { levels }))
  assert.ok(enough.every(item => item.level === 'L3'))
  const ownOfC = own.filter(item => item.area[0] === 'C').slice(0, 4)
  const lacking = [...own.filter(item => item.area[0] !== 'C'), ...ownOfC]
  const taken = await chosen(orderOf([...lacking, ...lower, ...lowest], { levels }))
  assert.equal(marksOf(taken.filter(item => item.level === 'L4')), 1000 - marksOf(ownOfC))
  assert.deepEqual(
    taken.filter(item => item.level === 'L5'),
    [],
  )
})

test('a bank of one type alone still gives a form: shares give way, weights do not', async () => {
  const single = Array.from({ length: 130 }, (_, at) => aBankItem({ area: [...(AREAS[at < 75 ? 0 : at < 115 ? 1 : 2]?.path ?? [])] }))
  const taken = await chosen(orderOf(single))
  assert.equal(taken.length, 100)
})

test('enemies do not stand in one form', async () => {
  const items = bank(3)
  const first = codes(await chosen(orderOf(items)))
  const pairs = first.slice(0, 20).map((code, at): [string, string[]] => [code, [first[(at + 1) % 20] ?? '']])
  const both = new Map<string, string[]>()
  for (const [code, [enemy = '']] of pairs) {
    both.set(code, [...(both.get(code) ?? []), enemy])
    both.set(enemy, [...(both.get(enemy) ?? []), code])
  }
  const taken = new Set(codes(await chosen(orderOf(items, {}, { enemies: both }))))
  for (const [code, enemies] of both)
    if (taken.has(code))
      assert.ok(
        enemies.every(enemy => !taken.has(enemy)),
        code,
      )
})

test('a bank that is too small is refused with every area that lacks items', async () => {
  const refused = await chooseItems(solver, orderOf(bank(1).filter(item => item.area[0] === 'A' && item.type === 'true-false')))
  assert.ok(!refused.ok)
  assert.equal(refused.refusal.code, 'bank-too-small')
  assert.deepEqual(
    refused.refusal.fields?.map(field => field.path),
    ['A', 'B／x', 'C'],
  )
})

test('what cannot hold together is refused with its sentences', async () => {
  const items = [
    ...bank(2).filter(item => item.area[0] !== 'C'),
    ...[500, 500].map(marks => aBankItem({ area: ['C'], type: 'matching', marks: hundredths(marks) })),
  ]
  const [one, other] = items.slice(-2).map(item => item.code)
  assert.ok(one !== undefined && other !== undefined)
  const enemies = new Map([
    [one, [other]],
    [other, [one]],
  ])
  const refused = await chooseItems(solver, orderOf(items, {}, { enemies }))
  assert.ok(!refused.ok)
  assert.equal(refused.refusal.code, 'form-impossible')
  assert.deepEqual(
    refused.refusal.fields?.map(field => field.zh),
    ['“C”须恰为10分；题库可用2题，共10分。', `互斥试题${one < other ? one : other}与${one < other ? other : one}至多选一题。`],
  )
})
