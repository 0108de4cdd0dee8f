import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPoolItem, where } from '../../fixtures.ts'
import type { ConstraintBody } from '../problem/constraint.ts'
import type { Pool } from '../problem/pool.ts'
import { acrossRows } from './across-rows.ts'
import { formRows } from './form-rows.ts'

const item = (id: string, AREA: string | null, WORDS: number | null, stimulusId: string | null = null) =>
  aPoolItem(id, { attributes: { AREA, WORDS }, stimulusId })
/** Columns: items 0 to 4, then stimuli 5 and 6 where they are asked for. */
const POOL: Pool = {
  items: [item('a', 'K1', 10), item('b', 'K2', 2.5), item('c', 'K1', null), item('d', null, -1, 'S1'), item('e', 'K2', 4, 'S1')],
  stimuli: [
    { id: 'S1', attributes: { LENGTH: 100 } },
    { id: 'S2', attributes: { LENGTH: 300 } },
  ],
}
const ALL = { kind: 'all' } as const
const each = 'each-form' as const

/** Lower bound, upper bound, columns and values of a row. */
type Seen = readonly [number, number, readonly number[], readonly number[]]
const bodies: readonly (readonly [string, ConstraintBody, readonly Seen[]])[] = [
  ['a count', { kind: 'count', unit: 'item', of: where('AREA == "K1"'), least: 1, most: 2, reach: each }, [[1, 2, [0, 2], [1, 1]]]],
  [
    'a count of half items',
    { kind: 'count', unit: 'item', of: where('AREA == "K1"'), least: 0.5, most: 1.5, reach: each },
    [[1, 1, [0, 2], [1, 1]]],
  ],
  [
    'a count open above',
    { kind: 'count', unit: 'item', of: ALL, least: 3, most: null, reach: each },
    [[3, Infinity, [0, 1, 2, 3, 4], [1, 1, 1, 1, 1]]],
  ],
  [
    'a count of stimuli',
    { kind: 'count', unit: 'stimulus', of: where('LENGTH > 200'), least: null, most: 0, reach: each },
    [[-Infinity, 0, [6], [1]]],
  ],
  [
    'a count of nothing',
    { kind: 'count', unit: 'item', of: where('AREA == "K9"'), least: 1, most: null, reach: each },
    [[1, Infinity, [], []]],
  ],
  [
    'a sum, missing values as 0',
    { kind: 'sum', unit: 'item', attribute: 'WORDS', of: ALL, least: 3, most: 12.5, reach: each },
    [[30, 125, [0, 1, 2, 3, 4], [100, 25, 0, -10, 40]]],
  ],
  [
    'a sum of stimuli',
    { kind: 'sum', unit: 'stimulus', attribute: 'LENGTH', of: ALL, least: null, most: 300, reach: each },
    [[-Infinity, 300, [5, 6], [100, 300]]],
  ],
  [
    'a mean between two bounds, missing values left out',
    { kind: 'mean', unit: 'item', attribute: 'WORDS', of: ALL, least: 2, most: 3 },
    [
      [0, Infinity, [0, 1, 3, 4], [80, 5, -30, 20]],
      [-Infinity, 0, [0, 1, 3, 4], [70, -5, -40, 10]],
    ],
  ],
  [
    'a mean of stimuli',
    { kind: 'mean', unit: 'stimulus', attribute: 'LENGTH', of: ALL, least: null, most: 200 },
    [[-Infinity, 0, [5, 6], [-100, 100]]],
  ],
  [
    'each value',
    { kind: 'each-value', unit: 'item', attribute: 'area', least: 0, most: 1 },
    [
      [0, 1, [0, 2], [1, 1]],
      [0, 1, [1, 4], [1, 1]],
    ],
  ],
  [
    'each value of stimuli',
    { kind: 'each-value', unit: 'stimulus', attribute: 'LENGTH', least: 0, most: 1 },
    [
      [0, 1, [5], [1]],
      [0, 1, [6], [1]],
    ],
  ],
  [
    'items of a stimulus',
    { kind: 'per-stimulus', of: ALL, least: 2, most: 2 },
    [
      [0, Infinity, [3, 4, 5], [1, 1, -2]],
      [-Infinity, 0, [3, 4, 5], [1, 1, -2]],
    ],
  ],
  [
    'more items than a stimulus has',
    { kind: 'per-stimulus', of: where('LENGTH == 100'), least: 3, most: null },
    [[-Infinity, 0, [5], [1]]],
  ],
  ['items of a stimulus without any', { kind: 'per-stimulus', of: where('LENGTH == 300'), least: 1, most: 2 }, []],
  ['enemies', { kind: 'enemies', unit: 'item', of: { kind: 'ids', ids: ['a', 'e'] } }, [[-Infinity, 1, [0, 4], [1, 1]]]],
  ['enemy stimuli', { kind: 'enemies', unit: 'stimulus', of: ALL }, [[-Infinity, 1, [5, 6], [1, 1]]]],
  ['an include', { kind: 'include', unit: 'item', of: { kind: 'ids', ids: ['b', 'c'] } }, [[2, Infinity, [1, 2], [1, 1]]]],
  ['an include of a stimulus', { kind: 'include', unit: 'stimulus', of: { kind: 'ids', ids: ['S1'] } }, [[1, Infinity, [5], [1]]]],
  ['an exclude', { kind: 'exclude', unit: 'item', of: where('WORDS < 0') }, [[-Infinity, 0, [3], [1]]]],
  [
    'all or none',
    { kind: 'all-or-none', unit: 'item', of: { kind: 'ids', ids: ['a', 'b', 'e'] } },
    [
      [0, 0, [0, 1], [1, -1]],
      [0, 0, [1, 4], [1, -1]],
    ],
  ],
  ['all or none of one', { kind: 'all-or-none', unit: 'item', of: { kind: 'ids', ids: ['a'] } }, []],
  ['an order', { kind: 'order', unit: 'item', attribute: 'WORDS' }, []],
]
for (const [what, body, rows] of bodies)
  test(`rows of ${what}`, () => {
    const made = formRows({ pool: POOL, constraints: [{ id: 'C1', ...body }] }).rows.filter(row => row.source === 0)
    assert.deepEqual(
      made.map(row => [row.lower, row.upper, row.columns, row.values]),
      rows,
    )
  })

const across: readonly (readonly [string, ConstraintBody, readonly Seen[]])[] = [
  ['a count', { kind: 'count', unit: 'item', of: where('AREA == "K1"'), least: 1, most: 2, reach: 'all-forms' }, [[1, 2, [0, 2], [1, 1]]]],
  [
    'a count of stimuli',
    { kind: 'count', unit: 'stimulus', of: ALL, least: 1, most: null, reach: 'all-forms' },
    [[1, Infinity, [5, 6], [1, 1]]],
  ],
  [
    'a sum',
    { kind: 'sum', unit: 'item', attribute: 'WORDS', of: where('WORDS > 0'), least: null, most: 9.5, reach: 'all-forms' },
    [[-Infinity, 95, [0, 1, 4], [100, 25, 40]]],
  ],
  ['uses', { kind: 'uses', of: { kind: 'ids', ids: ['b'] }, least: 1, most: null }, [[1, Infinity, [1], [1]]]],
  ['an exposure far from used up', { kind: 'exposure', of: ALL, most: 9 }, []],
]
for (const [what, body, rows] of across)
  test(`rows across forms of ${what}`, () => {
    const constraint = { id: 'C1', ...body }
    assert.deepEqual(
      acrossRows({ pool: POOL, constraints: [constraint], forms: 3, goal: { kind: 'none' } }).rows.map(row => [
        row.lower,
        row.upper,
        row.columns,
        row.values,
      ]),
      rows,
    )
    assert.deepEqual(
      formRows({ pool: POOL, constraints: [constraint] }).rows.filter(row => row.source === 0),
      [],
      'and none for a form by itself',
    )
  })

test('a stimulus is chosen exactly when one of its items is', () => {
  const { rows } = formRows({ pool: POOL, constraints: [{ id: 'C1', kind: 'enemies', unit: 'stimulus', of: ALL }] })
  assert.deepEqual(
    rows.filter(row => row.source === -1).map(row => [row.lower, row.upper, row.columns, row.values]),
    [
      [-1, 0, [3, 5], [1, -1]],
      [-1, 0, [4, 5], [1, -1]],
      [0, Infinity, [3, 4, 5], [1, 1, -1]],
      [0, Infinity, [6], [-1]],
    ],
  )
})
