import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPoolItem, where } from '../../fixtures.ts'
import type { Pool } from '../problem/pool.ts'
import { openForms } from './checked-form.ts'
import { orderFaults } from './check-order.ts'

const POOL: Pool = {
  items: [
    aPoolItem('a', { attributes: { AREA: 'K1', WORDS: 3 }, stimulusId: 'S1' }),
    aPoolItem('b', { attributes: { AREA: 'K2', WORDS: null } }),
    aPoolItem('c', { attributes: { AREA: 'K1', WORDS: 5 }, stimulusId: 'S2' }),
    aPoolItem('d', { attributes: { AREA: null, WORDS: 7 }, stimulusId: 'S1' }),
  ],
  stimuli: ['S1', 'S2', 'S3'].map((id, at) => ({ id, attributes: { LENGTH: at * 100 } })),
}
const ALL = { kind: 'all' } as const
function opened(ids: string) {
  const [form] = openForms(POOL, [[...ids]]).opened
  assert.ok(form)
  return form
}

test('what is chosen of a selection, among items and among the stimuli they bring', () => {
  const form = opened('abd')
  assert.deepEqual(form.chosen('item', ALL), ['a', 'b', 'd'])
  assert.deepEqual(form.chosen('item', where('AREA == "K1"')), ['a'])
  assert.deepEqual(form.chosen('item', { kind: 'ids', ids: ['d', 'c'] }), ['d'])
  assert.deepEqual(form.chosen('stimulus', ALL), ['S1'])
  assert.deepEqual(form.chosen('stimulus', where('LENGTH >= 100')), [])
  assert.equal(form.itemsOf('S1'), 2)
  assert.equal(form.itemsOf('S2'), 0)
})

test('what the pool holds does not depend on the form', () => {
  const area = where('AREA == "K1"')
  for (const ids of ['', 'b', 'abcd']) {
    assert.equal(opened(ids).available('item', area), 2)
    assert.deepEqual(opened(ids).pooled('stimulus', ALL), ['S1', 'S2', 'S3'])
  }
  const form = opened('a')
  assert.deepEqual(form.pooled('item', area), form.pooled('item', area))
})

test('numbers leave missing values out', () => {
  assert.deepEqual(opened('abc').numbers('item', ALL, 'words'), [3, 5])
  assert.deepEqual(opened('abc').numbers('stimulus', ALL, 'LENGTH'), [0, 100])
  assert.deepEqual(opened('abc').numbers('item', ALL, 'AREA'), [])
})

test('values that the pool knows are counted, also when none is chosen', () => {
  assert.deepEqual(opened('ad').valueCounts('item', 'AREA'), [
    { value: 'K1', count: 1 },
    { value: 'K2', count: 0 },
  ])
  assert.deepEqual(
    opened('c')
      .valueCounts('stimulus', 'LENGTH')
      .map(each => each.count),
    [0, 1, 0],
  )
})

test('unknown items are left out and told, repeated ones are told', () => {
  const { opened: forms, faults } = openForms(POOL, [
    ['a', 'x'],
    ['b', 'b'],
  ])
  assert.deepEqual(
    forms.map(form => form.items.map(item => item.id)),
    [['a'], ['b', 'b']],
  )
  assert.deepEqual(faults, ['form 1 has x, which is not in the pool', 'form 2 has b twice'])
})

const orders: readonly (readonly [string, string, boolean])[] = [
  ['WORDS', 'acdb', true],
  ['WORDS', 'ac', true],
  ['WORDS', 'ca', false],
  ['WORDS', 'ba', false],
  ['AREA', 'acbd', true],
  ['AREA', 'ab', true],
  ['AREA', 'ba', false],
  ['AREA', 'da', false],
]
for (const [attribute, ids, rises] of orders)
  test(`${ids} ${rises ? 'rises' : 'falls'} in ${attribute}`, () => {
    const faults = orderFaults([{ id: 'o', kind: 'order', unit: 'item', attribute }], [opened(ids)])
    assert.equal(faults.length === 0, rises)
  })

test('without an order of items a stimulus stays together', () => {
  assert.deepEqual(orderFaults([], [opened('adbc')]), [])
  assert.deepEqual(orderFaults([], [opened('abd')]), ['form 1 tears the stimulus S1 apart'])
  assert.deepEqual(orderFaults([], [opened('acd')]), ['form 1 tears the stimulus S1 apart'])
  assert.deepEqual(orderFaults([{ id: 'o', kind: 'order', unit: 'stimulus', attribute: 'LENGTH' }], [opened('abd')]).length, 1)
})
