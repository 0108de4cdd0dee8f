import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diceOf, roll, shuffled } from '../../../../kernel/dice.ts'
import { aPoolItem } from '../../fixtures.ts'
import { checkAssembly } from '../check/check-assembly.ts'
import type { Constraint } from '../problem/constraint.ts'
import type { Pool } from '../problem/pool.ts'
import { arrange } from './arrange.ts'

const item = (id: string, DOK: number | null, stimulusId: string | null = null) => aPoolItem(id, { attributes: { DOK }, stimulusId })
const POOL: Pool = {
  items: [item('a', 3), item('b', 1, 'S2'), item('c', 2, 'S1'), item('d', null), item('e', 1, 'S2'), item('f', 2, 'S1')],
  stimuli: [
    { id: 'S1', attributes: { LEVEL: 2 } },
    { id: 'S2', attributes: { LEVEL: 1 } },
  ],
}
const everything = [5, 4, 3, 2, 1, 0]
const byDok: Constraint = { id: 'o', kind: 'order', unit: 'item', attribute: 'dok' }
const byLevel: Constraint = { id: 's', kind: 'order', unit: 'stimulus', attribute: 'LEVEL' }

test('without an order as the pool stands, items of a stimulus side by side', () => {
  assert.deepEqual(arrange(POOL, [], everything), ['a', 'b', 'e', 'c', 'f', 'd'])
})

test('an order of items, missing values last', () => assert.deepEqual(arrange(POOL, [byDok], everything), ['b', 'e', 'c', 'f', 'a', 'd']))

test('an order of stimuli, items by themselves after them', () =>
  assert.deepEqual(arrange(POOL, [byLevel], everything), ['b', 'e', 'c', 'f', 'a', 'd']))

test('texts are put in order by their characters', () => {
  const pool = { items: ['b', 'a', 'c'].map(id => aPoolItem(id)), stimuli: [] }
  assert.deepEqual(arrange(pool, [{ id: 'o', kind: 'order', unit: 'item', attribute: 'ID' }], [0, 1, 2]), ['a', 'b', 'c'])
})

test('whatever is chosen, the check finds it in order, and the order of choosing does not matter', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom<readonly Constraint[]>([], [byDok], [byLevel], [byLevel, byDok]), (seed, constraints) => {
      const dice = diceOf(`arrange ${seed}`)
      const items = Array.from({ length: 9 }, (_, n) =>
        item(`I${n}`, [1, 2, null][roll(dice, 3)] ?? null, [null, 'S1', 'S2'][roll(dice, 3)] ?? null),
      )
      const pool = { ...POOL, items }
      const chosen = shuffled([...items.keys()], dice).slice(0, 6)
      const placed = arrange(pool, constraints, chosen)
      assert.deepEqual(placed, arrange(pool, constraints, chosen.toReversed()))
      assert.deepEqual(checkAssembly({ pool, constraints, forms: 1, goal: { kind: 'none' } }, [placed]).formFaults, [])
    }),
  )
})
