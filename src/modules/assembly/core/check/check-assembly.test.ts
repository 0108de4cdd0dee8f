import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPoolItem, aProblem, where } from '../../fixtures.ts'
import type { ConstraintBody } from '../problem/constraint.ts'
import type { Pool } from '../problem/pool.ts'
import { checkAssembly } from './check-assembly.ts'

const item = (id: string, AREA: string, WORDS: number | null, stimulusId: string | null = null) =>
  aPoolItem(id, { attributes: { AREA, WORDS }, stimulusId, exposure: id === 'a' ? 3 : 0 })
const POOL: Pool = {
  items: [
    item('a', 'K1', 0.1),
    item('b', 'K1', 0.2),
    item('c', 'K2', 0.3),
    item('d', 'K2', null),
    item('e', 'K2', 5, 'S1'),
    item('f', 'K1', 7, 'S1'),
    item('g', 'K3', 9, 'S2'),
  ],
  stimuli: [
    { id: 'S1', attributes: { LENGTH: 100 } },
    { id: 'S2', attributes: { LENGTH: 250 } },
  ],
}
const ALL = { kind: 'all' } as const
const ids = (...list: string[]) => ({ kind: 'ids', ids: list }) as const
const each = 'each-form' as const

type Case = readonly [what: string, body: ConstraintBody, sound: readonly string[], broken: readonly string[]]
/** For each kind of constraint forms that keep it and forms that break it; forms are parted by spaces. */
const cases: readonly Case[] = [
  ['a count below', { kind: 'count', unit: 'item', of: ALL, least: 2, most: null, reach: each }, ['ab', 'abc'], ['a', '']],
  ['a count above', { kind: 'count', unit: 'item', of: ALL, least: null, most: 2, reach: each }, ['ab', ''], ['abc']],
  [
    'a count of an area',
    { kind: 'count', unit: 'item', of: where('AREA == "K1"'), least: 1, most: 1, reach: each },
    ['ac', 'bcd'],
    ['ab', 'cd'],
  ],
  ['a count of stimuli', { kind: 'count', unit: 'stimulus', of: ALL, least: 1, most: 1, reach: each }, ['ae', 'ef'], ['a', 'eg']],
  [
    'a count of long stimuli',
    { kind: 'count', unit: 'stimulus', of: where('LENGTH > 200'), least: 1, most: 1, reach: each },
    ['g', 'eg'],
    ['e', 'a'],
  ],
  [
    'a count over all forms',
    { kind: 'count', unit: 'item', of: where('AREA == "K1"'), least: 2, most: 3, reach: 'all-forms' },
    ['ab c', 'a b', 'abf c'],
    ['a c', 'ab ab'],
  ],
  [
    'an exact sum',
    { kind: 'sum', unit: 'item', attribute: 'WORDS', of: ALL, least: null, most: 0.3, reach: each },
    ['ab', 'c', 'cd'],
    ['ac', 'e'],
  ],
  [
    'an exact sum from below',
    { kind: 'sum', unit: 'item', attribute: 'words', of: ALL, least: 0.3, most: null, reach: each },
    ['ab', 'g'],
    ['a', 'b', 'd'],
  ],
  [
    'a sum of a part',
    { kind: 'sum', unit: 'item', attribute: 'WORDS', of: where('AREA == "K1"'), least: 7, most: 7, reach: each },
    ['f', 'fg'],
    ['af', 'g'],
  ],
  [
    'a sum of stimuli',
    { kind: 'sum', unit: 'stimulus', attribute: 'LENGTH', of: ALL, least: 0, most: 300, reach: each },
    ['ef', 'g', 'a'],
    ['eg', 'fg'],
  ],
  [
    'a sum over all forms',
    { kind: 'sum', unit: 'item', attribute: 'WORDS', of: ALL, least: null, most: 0.6, reach: 'all-forms' },
    ['ab c', 'abc d'],
    ['ac c', 'e a'],
  ],
  ['a mean', { kind: 'mean', unit: 'item', attribute: 'WORDS', of: ALL, least: 0.2, most: 0.2 }, ['b', 'ac', 'abc', 'bd', ''], ['ab', 'c']],
  ['each value', { kind: 'each-value', unit: 'item', attribute: 'AREA', least: 1, most: 1 }, ['acg', 'bdg'], ['ac', 'abcg']],
  ['items of a stimulus', { kind: 'per-stimulus', of: ALL, least: 2, most: 2 }, ['ef', 'abef', 'ab'], ['e', 'efg']],
  ['items of some stimuli', { kind: 'per-stimulus', of: where('LENGTH < 200'), least: 2, most: 2 }, ['ef', 'g', 'efg'], ['e', 'fg']],
  ['enemies', { kind: 'enemies', unit: 'item', of: ids('a', 'b', 'c') }, ['a', 'ad', 'd'], ['ab', 'abc']],
  ['enemy stimuli', { kind: 'enemies', unit: 'stimulus', of: ALL }, ['ef', 'g', 'a'], ['eg']],
  ['an include', { kind: 'include', unit: 'item', of: ids('a', 'b') }, ['ab', 'abc'], ['a', 'c']],
  ['an include of stimuli', { kind: 'include', unit: 'stimulus', of: ids('S2') }, ['g', 'ag'], ['a', 'ef']],
  ['an exclude', { kind: 'exclude', unit: 'item', of: where('AREA == "K2"') }, ['ab', 'g'], ['ac', 'd']],
  ['an exclude of stimuli', { kind: 'exclude', unit: 'stimulus', of: ids('S1') }, ['ab', 'g'], ['e', 'abf']],
  ['all or none', { kind: 'all-or-none', unit: 'item', of: ids('a', 'b') }, ['ab', 'c', 'abc'], ['a', 'bc']],
  ['uses from above', { kind: 'uses', of: ALL, least: null, most: 1 }, ['ab cd', 'a b'], ['ab bc']],
  ['uses from below', { kind: 'uses', of: ids('a'), least: 1, most: null }, ['ab c', 'a a'], ['b c']],
  ['exposure', { kind: 'exposure', of: ALL, most: 4 }, ['ab c', 'bc b'], ['ab a']],
  ['an exposure that is used up', { kind: 'exposure', of: ALL, most: 3 }, ['b c'], ['a c']],
  ['shared items', { kind: 'overlap', most: 1, percent: false }, ['abc cde', 'ab cd'], ['abc bcd']],
]
const parted = (text: string) => text.split(' ').map(form => [...form])

for (const [what, body, sound, broken] of cases)
  test(`${what}: kept and broken`, () => {
    for (const [text, holds] of [...sound.map(form => [form, true] as const), ...broken.map(form => [form, false] as const)]) {
      const forms = parted(text)
      const verdict = checkAssembly(aProblem({ pool: POOL, constraints: [{ id: 'C1', ...body }], forms: forms.length }), forms)
      assert.deepEqual(verdict.formFaults, [], text)
      assert.equal(verdict.sound, holds, text)
      assert.equal(
        verdict.findings.every(finding => finding.holds),
        holds,
        text,
      )
      assert.ok(verdict.findings.every(finding => finding.constraintId === 'C1'))
    }
  })

test('every kind of constraint has been broken once, except an order, which decides places only', () => {
  const kinds = new Set(cases.map(([, body]) => body.kind))
  assert.equal(kinds.size, 12)
})

test('a percentage of shared items is of the fewest items', () => {
  const length = { id: 'n', kind: 'count', unit: 'item', of: ALL, least: 4, most: 5, reach: each } as const
  const overlap = { id: 'o', kind: 'overlap', most: 25, percent: true } as const
  const verdict = (text: string) => checkAssembly(aProblem({ pool: POOL, constraints: [length, overlap], forms: 2 }), parted(text)).sound
  assert.equal(verdict('abcd defg'), true)
  assert.equal(verdict('abcd cdef'), false)
})

test('a finding tells form, part and amount', () => {
  const constraints = [
    { id: 'o', kind: 'overlap', most: 1, percent: false } as const,
    { id: 'v', kind: 'each-value', unit: 'item', attribute: 'AREA', least: 0, most: 2 } as const,
  ]
  const { findings } = checkAssembly(aProblem({ pool: POOL, constraints, forms: 2 }), parted('abc bcd'))
  assert.deepEqual(findings[0], { constraintId: 'o', form: null, part: '1–2', amount: 2, least: null, most: 1, holds: false })
  assert.deepEqual(findings[1], { constraintId: 'v', form: 1, part: 'K1', amount: 2, least: 0, most: 2, holds: true })
  assert.equal(findings.filter(finding => finding.constraintId === 'v').length, 6)
})

const faults: readonly (readonly [string, readonly (readonly string[])[], RegExp])[] = [
  ['an item twice', [['a', 'a']], /form 1 has a twice/],
  ['an item outside the pool', [['a', 'x']], /form 1 has x, which is not in the pool/],
  ['too few forms', [], /0 forms instead of 1/],
  ['too many forms', [['a'], ['b']], /2 forms instead of 1/],
  ['a torn stimulus', [['e', 'a', 'f']], /tears the stimulus S1/],
]
for (const [what, forms, why] of faults)
  test(`${what} is a fault of the form`, () => {
    const verdict = checkAssembly(aProblem({ pool: POOL, constraints: [] }), forms)
    assert.match(verdict.formFaults.join(), why)
    assert.equal(verdict.sound, false)
  })

test('an order of items is checked; missing values come last; then stimuli may be torn', () => {
  const order = { id: 'o', kind: 'order', unit: 'item', attribute: 'WORDS' } as const
  const faultsOf = (form: string) => checkAssembly(aProblem({ pool: POOL, constraints: [order] }), [[...form]]).formFaults
  assert.deepEqual(faultsOf('abcefgd'), [])
  assert.deepEqual(faultsOf('eg'), [])
  assert.match(faultsOf('ba').join(), /order of WORDS/)
  assert.match(faultsOf('da').join(), /order of WORDS/)
  const texts = { id: 'o', kind: 'order', unit: 'item', attribute: 'AREA' } as const
  assert.match(checkAssembly(aProblem({ pool: POOL, constraints: [texts] }), [['c', 'a']]).formFaults.join(), /order of AREA/)
})
