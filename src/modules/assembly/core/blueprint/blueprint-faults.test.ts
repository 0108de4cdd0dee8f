import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aBody } from '../../fixtures.ts'
import { blueprintFaults } from './blueprint-faults.ts'
import type { BlueprintBody } from './blueprint.ts'

const base = aBody()
const open = { least: null, most: null }
const faultsOf = (changes: Partial<BlueprintBody>) => blueprintFaults({ ...base, ...changes })
const [first, ...others] = base.areas
assert.ok(first)
const name = first.path.join('／')
const typeWith = (items: BlueprintBody['items'], marks: BlueprintBody['items']): BlueprintBody['types'] => [
  { type: 'single-choice', items: items ?? open, marks: marks ?? open },
]

test('a blueprint as the weight table gives it has no fault', () => {
  assert.deepEqual(blueprintFaults(base), [])
})

const TABLE: readonly (readonly [what: string, changes: Partial<BlueprintBody>, paths: readonly string[]])[] = [
  ['another total', { total: 9000 }, ['total', 'areas']],
  ['an area with other marks', { areas: [{ ...first, marks: first.marks - 100 }, ...others] }, ['areas', `areas.${name}`]],
  ['an area missing', { areas: others }, ['areas', `areas.${name}`]],
  ['an area twice', { areas: [first, ...base.areas] }, ['areas', 'areas']],
  [
    'an area that the table does not know',
    { areas: [{ path: ['占星术'], marks: first.marks }, ...others] },
    [`areas.${name}`, 'areas.占星术'],
  ],
  ['a place without table', { place: { ...base.place, editionId: 'ec-1999' } }, ['place']],
  ['items: least above most', { items: { least: 90, most: 80 } }, ['items']],
  ['difficulty: least above most', { difficulty: { least: 400, most: 300 } }, ['difficulty']],
  ['seconds: least above most', { seconds: { least: 5000, most: 4000 } }, ['seconds']],
  ['time beyond the paper', { seconds: { least: 90 * 60 + 1, most: null } }, ['seconds']],
  ['information: least above most', { information: [{ theta: 0, least: 9, most: 8 }] }, ['information.0']],
  ['information without bound', { information: [{ theta: 500, ...open }] }, ['information.500']],
  [
    'an ability twice',
    {
      information: [
        { theta: 0, least: 1, most: null },
        { theta: 0, least: null, most: 9 },
      ],
    },
    ['information.0'],
  ],
  ['an ability twice in the goal', { goal: { kind: 'maximin-information', abilities: [0, 0] } }, ['goal']],
  [
    'an ability twice among targets',
    {
      goal: {
        kind: 'target-information',
        targets: [
          { theta: 0, target: 1 },
          { theta: 0, target: 2 },
        ],
      },
    },
    ['goal'],
  ],
  ['no type at all', { types: [] }, ['types']],
  ['a type twice', { types: [...typeWith(null, null), ...typeWith(null, null)] }, ['types.single-choice']],
  ['a type: least above most', { types: typeWith({ least: 9, most: 8 }, null) }, ['types.single-choice.items']],
  ['types that ask for more than the total', { types: typeWith(null, { least: 10_100, most: null }) }, ['types']],
  ['types that allow less than the total', { types: typeWith(null, { least: null, most: 9900 }) }, ['types']],
  [
    'types that ask for more items than there may be',
    { items: { least: null, most: 50 }, types: typeWith({ least: 60, most: null }, null) },
    ['items'],
  ],
  [
    'types that allow fewer items than are needed',
    { items: { least: 70, most: null }, types: typeWith({ least: null, most: 60 }, null) },
    ['items'],
  ],
  [
    'an importance twice',
    {
      importance: [
        { importance: 'X', least: 10, most: null },
        { importance: 'X', least: null, most: 9000 },
      ],
    },
    ['importance.X'],
  ],
  [
    'lower shares beyond everything',
    {
      importance: [
        { importance: 'X', least: 8000, most: null },
        { importance: 'Y', least: 2001, most: null },
      ],
    },
    ['importance'],
  ],
  [
    'upper shares short of everything',
    {
      importance: [
        { importance: 'X', least: null, most: 5000 },
        { importance: 'Y', least: null, most: 3000 },
        { importance: 'Z', least: null, most: 1999 },
      ],
    },
    ['importance'],
  ],
  [
    'an item both in and out',
    {
      lists: [
        { kind: 'include', codes: ['L4-A-001', 'L4-A-002'] },
        { kind: 'exclude', codes: ['L4-A-002'] },
      ],
    },
    ['lists'],
  ],
  [
    'stimuli that bring more items than there may be',
    { items: { least: null, most: 10 }, stimuli: { count: { least: 3, most: 4 }, itemsOfEach: { least: 4, most: 5 } } },
    ['stimuli'],
  ],
  [
    'stimuli: least above most',
    { stimuli: { count: { least: 3, most: 2 }, itemsOfEach: { least: 5, most: 4 } } },
    ['stimuli.count', 'stimuli.itemsOfEach'],
  ],
  ['no use allowed', { exposure: { most: 0, restDays: null } }, ['exposure']],
]

for (const [what, changes, paths] of TABLE)
  test(`told: ${what}`, () => {
    const faults = faultsOf(changes)
    assert.deepEqual(
      faults.map(fault => fault.path),
      paths,
    )
    for (const fault of faults) {
      assert.match(fault.zh, /\p{Script=Han}.*。$/u)
      assert.match(fault.en, /^["A-Z0-9].*\.$/)
    }
  })

test('what is asked for within bounds is no fault', () => {
  const sound: readonly Partial<BlueprintBody>[] = [
    { items: { least: 70, most: 95 }, seconds: { least: null, most: 5400 } },
    { importance: [{ importance: 'X', least: 6500, most: 7500 }] },
    { information: [{ theta: -1000, least: 4000, most: null }], goal: { kind: 'most-information', abilities: [-1000, 0, 1000] } },
    { lists: [{ kind: 'all-or-none', codes: ['L4-A-001', 'L4-A-002'] }], exposure: { most: 3, restDays: 90 } },
    { stimuli: { count: { least: 1, most: 2 }, itemsOfEach: { least: 2, most: null } }, lowerLevels: 0 },
  ]
  for (const changes of sound) assert.deepEqual(faultsOf(changes), [], JSON.stringify(changes))
})

test('any move of marks between areas is told, at both of them', () => {
  const at = fc.nat(base.areas.length - 1)
  fc.assert(
    fc.property(at, at, fc.integer({ min: 1, max: 100 }), (from, to, marks) => {
      fc.pre(from !== to)
      const areas = base.areas.map((area, n) => ({ ...area, marks: area.marks + (n === to ? marks : 0) - (n === from ? marks : 0) }))
      const paths = faultsOf({ areas }).map(fault => fault.path)
      assert.deepEqual(paths.toSorted(), [from, to].map(n => `areas.${base.areas[n]?.path.join('／')}`).toSorted())
    }),
  )
})
