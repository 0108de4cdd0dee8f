import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BankItem } from '../../../item-bank/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { itemsOf } from '../../fixtures.ts'
import { checkForm } from './check-form.ts'

const areas = [
  { path: ['a'], weight: 70 },
  { path: ['b', 'x'], weight: 30 },
  { path: ['b', 'y'], weight: 0 },
]
const sound: readonly BankItem[] = [
  ...itemsOf(type => aBankItem({ type, area: ['a'] }), { 'single-choice': 50, 'multiple-choice': 5, 'true-false': 10 }),
  ...itemsOf(type => aBankItem({ type, area: ['b', 'x', 'deep'] }), { 'single-choice': 30, 'multiple-choice': 0, 'true-false': 0 }),
]
const faultsOf = (items: readonly BankItem[]) => checkForm({ areas, items, levels: ['L4'] }).faults
const [first, ...others] = sound
assert.ok(first)

test('a sound form has a row of proof for every area of the table and no fault', () => {
  const proof = checkForm({ areas, items: sound, levels: ['L4'] })
  assert.deepEqual(proof.faults, [])
  assert.equal(proof.total, 10_000)
  assert.deepEqual(
    proof.rows.map(row => [row.path.join('/'), row.weight, row.marks]),
    [
      ['a', 7000, 7000],
      ['b/x', 3000, 3000],
      ['b/y', 0, 0],
    ],
  )
  assert.deepEqual(Object.fromEntries(Object.entries(proof.rows[0]?.counts ?? {}).filter(([, count]) => count > 0)), {
    'single-choice': 50,
    'multiple-choice': 5,
    'true-false': 10,
  })
})

test('each thing that can be wrong with a form is found', () => {
  const table: readonly (readonly [string, readonly BankItem[], readonly string[]])[] = [
    ['an item missing', others, ['total', 'area']],
    ['an item too many', [...sound, aBankItem({ area: ['a'] })], ['total', 'area']],
    ['an item in the place of another area', [...others, aBankItem({ area: ['b', 'x'] })], ['area', 'area']],
    ['an item of an area of weight 0', [...others, aBankItem({ area: ['b', 'y'] })], ['area', 'area']],
    ['an item outside the table', [...others, aBankItem({ area: ['c'] })], ['area', 'outside']],
    ['an item above the leaves', [...others, aBankItem({ area: ['b'] })], ['area', 'outside']],
    ['an item twice', [...others, sound[1] ?? first], ['twice']],
    ['another version of an item already there', [...others, { ...(sound[1] ?? first), itemVersionId: 'other' as never }], ['twice']],
    ['a retired item', [...others, aBankItem({ area: ['a'], state: 'retired' })], ['not-operational']],
    ['an item of another level', [...others, aBankItem({ area: ['a'], level: 'L3' })], ['level']],
    ['an empty form', [], ['total', 'area', 'area']],
  ]
  for (const [name, items, kinds] of table)
    assert.deepEqual(
      faultsOf(items).map(fault => fault.kind),
      kinds,
      name,
    )
})
