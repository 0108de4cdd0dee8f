import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPool, aPoolItem, aProblem, lengthOf, where } from '../../fixtures.ts'
import { type Constraint, type ConstraintBody, attributeNamed, selectionOf, spansForms } from './constraint.ts'
import type { Goal } from './goal.ts'
import { leastLength, problemFaults } from './problem.ts'

const ALL = { kind: 'all' } as const
const named = (body: ConstraintBody): Constraint => ({ id: 'C1', ...body })
const count = (least: number | null, most: number | null): ConstraintBody => ({
  kind: 'count',
  unit: 'item',
  of: ALL,
  least,
  most,
  reach: 'each-form',
})

test('a sound problem has no faults', () => {
  assert.deepEqual(problemFaults(aProblem()), [])
  assert.deepEqual(problemFaults(aProblem({ goal: { kind: 'most-information', abilities: [{ theta: 0, weight: 1 }] } })), [])
})

const bodies: readonly (readonly [string, ConstraintBody, RegExp])[] = [
  ['no bounds', count(null, null), /neither bound/],
  ['bounds crossed', count(3, 2), /above the upper/],
  ['a bound beyond all', count(0, 1e12), /beyond/],
  ['a bound that is no number', count(Number.NaN, null), /beyond/],
  ['an unknown attribute in a condition', { kind: 'enemies', unit: 'item', of: where('COLOUR == 1') }, /no attribute "COLOUR"/],
  [
    'an unknown attribute of each value',
    { kind: 'each-value', unit: 'item', attribute: 'colour', least: 0, most: 1 },
    /no attribute "colour"/,
  ],
  [
    'an unknown attribute of a sum',
    { kind: 'sum', unit: 'item', attribute: 'PAGES', of: ALL, least: 0, most: 1, reach: 'each-form' },
    /no attribute "PAGES"/,
  ],
  [
    'a sum of texts',
    { kind: 'sum', unit: 'item', attribute: 'AREA', of: ALL, least: 0, most: 1, reach: 'each-form' },
    /not made of numbers/,
  ],
  ['a mean of ids', { kind: 'mean', unit: 'item', attribute: 'ID', of: ALL, least: 0, most: 1 }, /not made of numbers/],
  ['an order by nothing', { kind: 'order', unit: 'item', attribute: 'PAGES' }, /no attribute/],
  ['an include of nothing', { kind: 'include', unit: 'item', of: { kind: 'ids', ids: ['I99'] } }, /selects nothing/],
  ['an all-or-none of nothing', { kind: 'all-or-none', unit: 'item', of: where('WORDS > 1000') }, /selects nothing/],
  [
    'attributes of items asked of stimuli',
    { kind: 'count', unit: 'stimulus', of: where('AREA == "K1"'), least: 0, most: 1, reach: 'each-form' },
    /no attribute "AREA"/,
  ],
  ['more than all shared', { kind: 'overlap', most: 101, percent: true }, /percentage/],
  ['less than nothing shared', { kind: 'overlap', most: -1, percent: false }, /percentage/],
]
for (const [what, body, why] of bodies)
  test(`${what} is a fault of its constraint`, () => {
    const faults = problemFaults(aProblem({ constraints: [lengthOf(3), named(body)] }))
    assert.deepEqual(
      faults.map(fault => fault.constraintId),
      ['C1'],
    )
    assert.match(faults[0]?.en ?? '', why)
    assert.match(faults[0]?.zh ?? '', /\p{Script=Han}/u)
  })

test('an overlap in percent needs to know how long a form is', () => {
  const overlap = named({ kind: 'overlap', most: 20, percent: true })
  assert.match(problemFaults(aProblem({ constraints: [overlap] }))[0]?.en ?? '', /number of items/)
  assert.deepEqual(problemFaults(aProblem({ constraints: [overlap, lengthOf(3)] })), [])
})

const goals: readonly (readonly [string, Goal, RegExp])[] = [
  ['no ability', { kind: 'most-information', abilities: [] }, /1 to 50/],
  ['an ability beyond all', { kind: 'most-information', abilities: [{ theta: 11, weight: 1 }] }, /within ±10/],
  ['a weight of nothing', { kind: 'maximin-information', abilities: [{ theta: 0, weight: 0 }] }, /positive/],
  ['a target below nothing', { kind: 'target-information', targets: [{ theta: 0, target: -1 }] }, /not negative/],
  ['an attribute of texts', { kind: 'most-of', attribute: 'AREA' }, /numbers/],
  ['an unknown attribute', { kind: 'target-mean', attribute: 'PAGES', target: 1 }, /no attribute/],
]
for (const [what, goal, why] of goals)
  test(`${what} is a fault of the objective`, () => assert.match(problemFaults(aProblem({ goal }))[0]?.en ?? '', why))

test('information needs parameters', () => {
  const pool = { items: [aPoolItem('a')], stimuli: [] }
  const faults = problemFaults({
    pool,
    constraints: [],
    forms: 1,
    goal: { kind: 'most-information', abilities: [{ theta: 0, weight: 1 }] },
  })
  assert.match(faults[0]?.en ?? '', /no item has parameters/)
})

const pools: readonly (readonly [string, Parameters<typeof aPoolItem>[1], RegExp])[] = [
  ['an unknown stimulus', { stimulusId: 'S9' }, /unknown stimulus S9/],
  ['half an exposure', { exposure: 0.5 }, /exposure/],
  ['an exposure below nothing', { exposure: -1 }, /exposure/],
  ['parameters that make no item', { irt: { model: '2PL', parameters: [0, 0] } }, /discrimination/],
]
for (const [what, more, why] of pools)
  test(`${what} is a fault of the pool`, () => {
    const pool = { items: [...aPool(3).items, aPoolItem('X', more)], stimuli: [] }
    assert.match(
      problemFaults(aProblem({ pool }))
        .map(fault => fault.en)
        .join(),
      why,
    )
  })

test('ids stand once', () => {
  const pool = {
    items: [aPoolItem('a'), aPoolItem('a'), aPoolItem('a')],
    stimuli: [
      { id: 'S', attributes: {} },
      { id: 'S', attributes: {} },
    ],
  }
  assert.deepEqual(
    problemFaults({ pool, constraints: [], forms: 1, goal: { kind: 'none' } }).map(fault => fault.en),
    ['the id a stands twice', 'the id S stands twice'],
  )
})

test('sizes are bounded before anything is computed', () => {
  assert.match(problemFaults(aProblem({ forms: 0 }))[0]?.en ?? '', /forms: 0/)
  assert.match(problemFaults(aProblem({ forms: 51 }))[0]?.en ?? '', /forms: 51/)
  assert.match(problemFaults(aProblem({ forms: 1.5 }))[0]?.en ?? '', /forms/)
  assert.match(problemFaults(aProblem({ pool: { items: [], stimuli: [] } }))[0]?.en ?? '', /items: 0/)
  const many = Array.from({ length: 5_001 }, (_, n) => ({ ...lengthOf(1), id: `C${n}` }))
  assert.match(problemFaults(aProblem({ constraints: many }))[0]?.en ?? '', /constraints: 5001/)
})

test('the least length is what the constraints on all items say together', () => {
  assert.equal(leastLength([]), null)
  assert.equal(leastLength([lengthOf(3), { ...lengthOf(5), id: 'other' }]), 5)
  assert.equal(leastLength([named({ ...count(4.5, 9), kind: 'count' } as ConstraintBody)]), 5)
  assert.equal(leastLength([named({ kind: 'count', unit: 'item', of: where('WORDS > 1'), least: 4, most: 9, reach: 'each-form' })]), null)
})

test('what a constraint selects, reads and ties', () => {
  const overlap = named({ kind: 'overlap', most: 1, percent: false })
  const uses = named({ kind: 'uses', of: ALL, least: null, most: 1 })
  const exposure = named({ kind: 'exposure', of: ALL, most: 1 })
  const per = named({ kind: 'per-stimulus', of: ALL, least: 1, most: 2 })
  const order = named({ kind: 'order', unit: 'item', attribute: 'DOK' })
  assert.deepEqual([overlap, uses, exposure, per, order].map(spansForms), [true, true, true, false, false])
  assert.deepEqual(
    [overlap, uses, per, order].map(each => selectionOf(each)?.unit ?? null),
    [null, 'item', 'stimulus', null],
  )
  assert.deepEqual([overlap, order].map(attributeNamed), [null, 'DOK'])
  assert.equal(spansForms(named({ kind: 'count', unit: 'item', of: ALL, least: 1, most: 1, reach: 'all-forms' })), true)
  assert.equal(spansForms(lengthOf(2)), false)
})
