import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { NOW, aSmallBody, anOrder } from '../../fixtures.ts'
import type { BlueprintBody } from '../blueprint/blueprint.ts'
import { selectedIn } from '../problem/pool.ts'
import { isResting } from './order.ts'
import { problemOf } from './problem-of.ts'
import { type Within, isBound, isKeptOut, range, stated, stockOf, where } from './stated.ts'

const DAY = 86_400_000
const items = [
  aBankItem({ code: 'A1', area: ['A'], exposure: 2 }),
  aBankItem({ code: 'A2', area: ['A'], lastUsedAt: (NOW - 10 * DAY) as typeof NOW }),
  aBankItem({ code: 'A3', area: ['A'] }),
]
const withinOf = (body: Partial<BlueprintBody>, seen: readonly string[] = []): Within => {
  const order = anOrder(items, { body: aSmallBody(body), seen: new Set(seen) })
  return { ...order, items, pool: problemOf(order).problem.pool }
}
const show = (amount: number) => `${amount}分`

test('bounds in words', () => {
  const table: readonly (readonly [least: number | null, most: number | null, zh: string, en: string])[] = [
    [3, 3, '须为3分', 'exactly 3分'],
    [3, 5, '须在3分至5分之间', 'between 3分 and 5分'],
    [3, null, '不少于3分', 'at least 3分'],
    [null, 5, '不超过5分', 'at most 5分'],
    [0, 0, '须为0分', 'exactly 0分'],
  ]
  for (const [least, most, zh, en] of table) {
    assert.deepEqual(range({ least, most }, show), { zh, en })
    assert.equal(isBound({ least, most }), true)
  }
  assert.equal(isBound({ least: null, most: null }), false)
})

test('a sentence ends with what the bank has, where that says anything', () => {
  const constraint = { id: 'x', kind: 'enemies', unit: 'item', of: { kind: 'all' } } as const
  assert.deepEqual(stated({ field: 'enemies' })(constraint, '甲', 'A').said, { zh: '甲。', en: 'A.' })
  assert.deepEqual(stated({ field: 'enemies' })(constraint, '甲', 'A', { zh: '有2题', en: '2 items' }).said, {
    zh: '甲；有2题。',
    en: 'A; 2 items.',
  })
})

test('an item is kept out by a list, by being seen, by its uses or by its rest', () => {
  const out = (within: Within) => items.filter(item => isKeptOut(within, item)).map(item => item.code)
  assert.deepEqual(out(withinOf({})), [])
  assert.deepEqual(out(withinOf({ lists: [{ kind: 'exclude', codes: ['A3'] }] })), ['A3'])
  assert.deepEqual(out(withinOf({ lists: [{ kind: 'include', codes: ['A3'] }] })), [])
  assert.deepEqual(out(withinOf({}, [items[2]?.itemId ?? ''])), ['A3'])
  assert.deepEqual(out(withinOf({ exposure: { most: 2, restDays: null } })), ['A1'])
  assert.deepEqual(out(withinOf({ exposure: { most: null, restDays: 11 } })), ['A2'])
  assert.deepEqual(stockOf(withinOf({ exposure: { most: 2, restDays: 11 } }), () => true).zh, '题库可用1题，共1分')
})

test('rest is counted in whole days from the last use', () => {
  const rests = (restDays: number | null, ago: number | null) =>
    isResting(
      { body: aSmallBody({ exposure: { most: null, restDays } }), now: NOW },
      { lastUsedAt: ago === null ? null : ((NOW - ago) as typeof NOW) },
    )
  assert.equal(rests(7, 7 * DAY - 1), true)
  assert.equal(rests(7, 7 * DAY), false)
  assert.equal(rests(7, null), false)
  assert.equal(rests(null, 0), false)
})

test('a selection by an attribute finds what has the value', () => {
  const { pool } = withinOf({})
  assert.deepEqual(selectedIn(pool, 'item', where('EXPOSURE', '>=', 1)), [0])
  assert.deepEqual(selectedIn(pool, 'item', where('AREA', '==', 'A')), [0, 1, 2])
  assert.deepEqual(selectedIn(pool, 'item', where('LEVEL', '!=', 'L4')), [])
})
