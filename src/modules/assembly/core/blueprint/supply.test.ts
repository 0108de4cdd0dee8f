import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import type { BankItem } from '../../../item-bank/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { aBody, aSmallBody } from '../../fixtures.ts'
import { loosened } from './loosened.ts'
import { canMake, refuseShort } from './shortage.ts'
import { supplyOf } from './supply.ts'

const one = (changes: Partial<BankItem> = {}) => aBankItem({ area: ['A'], ...changes })
const enough = [one(), one(), one(), one({ area: ['B', 'x'], type: 'multiple-choice', marks: hundredths(200) })]

test('what the bank has is counted by area, type and importance; what cannot stand in a form is not counted', () => {
  const items = [
    ...enough,
    one({ importance: 'Z', type: 'matching', marks: hundredths(200) }),
    one({ type: 'essay' }),
    one({ area: ['C'] }),
    one({ level: 'L5' }),
  ]
  const body = aSmallBody({ importance: [{ importance: 'X', least: 6000, most: null }] })
  const supply = supplyOf(body, items, ['L4'])
  assert.equal(supply.items, 5)
  assert.deepEqual(supply.areas, [
    { path: ['A'], items: 4, marks: 500, needed: 300 },
    { path: ['B', 'x'], items: 1, marks: 200, needed: 200 },
  ])
  assert.deepEqual(
    supply.types.map(each => [each.type, each.items, each.marks]),
    [
      ['single-choice', 3, 300],
      ['multiple-choice', 1, 200],
      ['matching', 1, 200],
    ],
  )
  assert.deepEqual(
    supply.importance.map(each => [each.importance, each.items, each.needed]),
    [
      ['X', 4, 300],
      ['Y', 0, null],
      ['Z', 1, null],
    ],
  )
  assert.equal(supply.papers, 1)
})

test('lower levels count only where they may lend', () => {
  const items = [...enough, one({ level: 'L5' })]
  const itemsWith = (lowerLevels: number | null) => supplyOf(aSmallBody({ lowerLevels }), items, ['L4', 'L5']).items
  assert.deepEqual([itemsWith(null), itemsWith(100), itemsWith(0)], [5, 5, 4])
})

test('a blueprint without areas can feed nothing', () => {
  assert.equal(supplyOf(aSmallBody({ areas: [] }), enough, ['L4']).papers, 0)
})

test('areas that cannot bring their marks are told, each with what is needed and what there is', () => {
  const table: readonly (readonly [what: string, items: readonly BankItem[], short: readonly string[]])[] = [
    ['enough', enough, []],
    ['nothing', [], ['A', 'B／x']],
    ['too few', enough.slice(1), ['A']],
    ['marks that do not add up', [...enough.slice(0, 3), one({ area: ['B', 'x'], marks: hundredths(150) })], ['B／x']],
    ['a retired item', [...enough.slice(1), one({ state: 'retired' })], ['A']],
    ['a type that may not stand there', [...enough.slice(1), one({ type: 'essay', marks: hundredths(100) })], ['A']],
  ]
  for (const [what, items, short] of table) {
    const refused = refuseShort(aSmallBody(), items)
    assert.deepEqual(refused === null ? [] : refused.refusal.fields?.map(field => field.path), short, what)
  }
  const refused = refuseShort(aSmallBody(), [])
  assert.deepEqual(refused?.refusal.facts, { area: 'A', need: '3', have: '0', areas: 2 })
  assert.equal(refused?.refusal.code, 'bank-too-small')
})

test('sums that can be made are exactly those of some part of the marks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 9 }), fc.nat(40), (marks, sum) => {
      const parts = Array.from({ length: 2 ** marks.length }, (_, bits) =>
        marks.reduce((all, each, at) => all + (((bits >> at) & 1) === 1 ? each : 0), 0),
      )
      assert.equal(canMake(sum, marks), parts.includes(sum))
    }),
  )
})

test('a blueprint is loosened in two steps: wider shares, then none', () => {
  const body = aBody()
  const [wider, open, ...more] = loosened(body)
  assert.ok(wider && open)
  assert.deepEqual(more, [])
  const bounds = (of: typeof body) => of.types.find(each => each.type === 'single-choice')?.marks
  assert.deepEqual(
    [bounds(body), bounds(wider), bounds(open)],
    [
      { least: 4500, most: 6500 },
      { least: 3000, most: 8000 },
      { least: null, most: null },
    ],
  )
  for (const each of [wider, open]) {
    assert.deepEqual({ ...each, types: [] }, { ...body, types: [] })
    assert.deepEqual(
      each.types.map(type => type.type),
      body.types.map(type => type.type),
    )
  }
  assert.ok(wider.types.every(type => (type.marks.least ?? 0) >= 0))
})
