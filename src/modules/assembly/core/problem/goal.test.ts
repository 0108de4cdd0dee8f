import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPoolItem } from '../../fixtures.ts'
import { type Goal, MILLION, measureOf } from './goal.ts'

const pool = {
  items: [
    aPoolItem('a', { irt: { model: '1PL', parameters: [0] }, attributes: { WORDS: 12.5 }, exposure: 3 }),
    aPoolItem('b', { irt: { model: '2PL', parameters: [2, 0] }, attributes: { WORDS: null } }),
    aPoolItem('c', { attributes: { WORDS: -4 }, exposure: 1 }),
  ],
  stimuli: [],
}

test('information is weighted and summed over abilities, and items without parameters have none', () => {
  const measure = measureOf(pool, {
    kind: 'most-information',
    abilities: [
      { theta: 0, weight: 1 },
      { theta: 0, weight: 0.5 },
    ],
  })
  assert.deepEqual(measure, { shape: 'total', sense: 'max', worths: [[375_000, 1_500_000, 0]], targets: [] })
})

test('a maximin has a term for each ability, divided by its share', () => {
  const measure = measureOf(pool, { kind: 'maximin-information', abilities: [{ theta: 0, weight: 2 }] })
  assert.deepEqual(measure, { shape: 'least', sense: 'max', worths: [[125_000, 500_000, 0]], targets: [] })
})

test('a target curve has a term and a target for each ability', () => {
  const measure = measureOf(pool, { kind: 'target-information', targets: [{ theta: 0, target: 1.25 }] })
  assert.deepEqual(measure, { shape: 'distance', sense: 'min', worths: [[250_000, MILLION, 0]], targets: [1_250_000] })
})

test('targets of sums and means', () => {
  assert.deepEqual(measureOf(pool, { kind: 'target-sum', attribute: 'words', target: 10 }), {
    shape: 'distance',
    sense: 'min',
    worths: [[12_500_000, 0, -4_000_000]],
    targets: [10_000_000],
  })
  assert.deepEqual(measureOf(pool, { kind: 'target-mean', attribute: 'WORDS', target: 2 }).worths, [[10_500_000, -2_000_000, -6_000_000]])
})

test('sums of attributes and exposures', () => {
  assert.deepEqual(measureOf(pool, { kind: 'least-exposure' }).worths, [[3_000_000, 0, MILLION]])
  assert.equal(measureOf(pool, { kind: 'most-of', attribute: 'WORDS' }).sense, 'max')
  assert.equal(measureOf(pool, { kind: 'least-of', attribute: 'WORDS' }).sense, 'min')
  assert.deepEqual(measureOf(pool, { kind: 'none' }).worths, [])
})

test('what cannot be counted exactly is a bug', () => {
  assert.throws(
    () => measureOf({ items: [aPoolItem('a', { attributes: { X: 1e15 } })], stimuli: [] }, { kind: 'most-of', attribute: 'X' }),
    /counts/,
  )
})

test('worths do not depend on the order of the pool, and are whole millionths', () => {
  const goals: readonly Goal[] = [
    { kind: 'most-information', abilities: [{ theta: 0.3, weight: 0.7 }] },
    { kind: 'maximin-information', abilities: [-1, 0.5].map(theta => ({ theta, weight: 3 })) },
    { kind: 'target-information', targets: [{ theta: -0.4, target: 1.1 }] },
    { kind: 'target-mean', attribute: 'WORDS', target: 1 / 3 },
    { kind: 'least-exposure' },
  ]
  for (const goal of goals) {
    const { worths, targets } = measureOf(pool, goal)
    const turned = measureOf({ ...pool, items: pool.items.toReversed() }, goal)
    assert.deepEqual(
      turned.worths.map(term => term.toReversed()),
      worths,
    )
    assert.ok([...worths.flat(), ...targets].every(Number.isSafeInteger))
  }
})
