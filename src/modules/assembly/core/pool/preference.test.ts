import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diceOf, shuffled } from '../../../../kernel/dice.ts'
import { type BankItem, IMPORTANCES } from '../../../item-bank/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { ROUND, preferenceOf } from './preference.ts'

const LEVELS = ['L3', 'L4', 'L5']
const many = (count: number, make: (at: number) => Partial<BankItem>) => Array.from({ length: count }, (_, at) => aBankItem(make(at)))
const order = (items: readonly BankItem[], seed = 's') => {
  const costs = preferenceOf(items, LEVELS, seed)
  return items.toSorted((a, b) => (costs.get(a.code) ?? 0) - (costs.get(b.code) ?? 0))
}

test('the own level comes before lower ones, and nearer levels before farther', () => {
  const items = ['L5', 'L3', 'L4'].map(level => aBankItem({ level, exposure: level === 'L3' ? 50 : 0 }))
  assert.deepEqual(
    order(items).map(item => item.level),
    LEVELS,
  )
})

test('a whole paper of used items of the own level costs less than one borrowed mark', () => {
  const used = many(100, at => ({ level: 'L3', exposure: at * 7 }))
  const costs = preferenceOf([...used, aBankItem({ level: 'L4' })], LEVELS, 's')
  const whole = used.reduce((sum, item) => sum + (costs.get(item.code) ?? 0), 0)
  assert.ok(whole < 1000)
})

test('items used less often come first, and a whole paper of turns weighs less than one use', () => {
  const items = many(30, at => ({ level: 'L3', exposure: at % 3 }))
  assert.deepEqual(
    order(items).map(item => item.exposure),
    items.map(item => item.exposure).toSorted((a, b) => a - b),
  )
  const fresh = many(100, () => ({ level: 'L3' }))
  const turns = [...preferenceOf(fresh, LEVELS, 's').values()].reduce((sum, cost) => sum + cost, 0)
  assert.ok(turns < 1)
})

test('among equals the first few are near 70/20/10 by importance, whatever the bank holds most of', () => {
  const items = IMPORTANCES.flatMap(importance => many(60, () => ({ level: 'L3', importance })))
  let [first, all] = [0, 0]
  for (let seed = 0; seed < 40; seed++) {
    const taken = order(items, String(seed)).slice(0, 10)
    assert.deepEqual(
      IMPORTANCES.map(each => taken.filter(item => item.importance === each).length),
      [7, 2, 1],
    )
    const [one] = taken
    all += 1
    if (one?.importance === 'X') first += 1
  }
  assert.ok(first > all * 0.4 && first < all * 0.95, `${first} of ${all} begin with X`)
})

test('the round itself is 70/20/10', () => {
  assert.deepEqual(
    IMPORTANCES.map(each => ROUND.filter(one => one === each).length),
    [7, 2, 1],
  )
})

test('an importance that has run out leaves its turn to the next', () => {
  const items = [
    ...many(2, () => ({ level: 'L3', importance: 'X' as const })),
    ...many(5, () => ({ level: 'L3', importance: 'Z' as const })),
  ]
  assert.equal(new Set(order(items).map(item => item.code)).size, 7)
})

test('same seed and same items, same costs, in whatever order they come; another seed, another turn', () => {
  const items = many(40, at => ({ level: 'L3', importance: IMPORTANCES[at % 3] ?? 'X', exposure: at % 2 }))
  const costs = preferenceOf(items, LEVELS, 'a')
  fc.assert(
    fc.property(fc.string(), seed => {
      assert.deepEqual([...preferenceOf(shuffled(items, diceOf(seed)), LEVELS, 'a')].toSorted(), [...costs].toSorted())
    }),
    { numRuns: 20 },
  )
  assert.notDeepEqual([...preferenceOf(items, LEVELS, 'b')], [...costs])
})
