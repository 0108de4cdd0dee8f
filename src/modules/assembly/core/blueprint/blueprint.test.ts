import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aBody } from '../../fixtures.ts'
import { BlueprintBody, BlueprintPlace } from './blueprint.ts'

const parses = (value: unknown) => BlueprintBody.safeParse(value).success

test('a blueprint may be faulty while it is written: shape is asked for, not sense', () => {
  assert.ok(parses({ ...aBody(), total: 0, areas: [], types: [] }))
  assert.ok(parses({ ...aBody(), items: { least: 90, most: 10 } }))
})

test('what no blueprint can be is refused', () => {
  const open = { least: null, most: null }
  const odd: readonly object[] = [
    { title: '' },
    { title: '甲'.repeat(81) },
    { minutes: 0 },
    { minutes: 601 },
    { forms: 0 },
    { forms: 51 },
    { forms: 1.5 },
    { total: -1 },
    { areas: [{ path: [], marks: 100 }] },
    { areas: [{ path: ['A'], marks: 0.5 }] },
    { types: [{ type: 'dictation', items: open, marks: open }] },
    { types: [{ type: 'matching', items: open }] },
    { importance: [{ importance: 'W', ...open }] },
    { importance: [{ importance: 'X', least: 10_001, most: null }] },
    { difficulty: { least: 99, most: null } },
    { information: [{ theta: 6001, ...open }] },
    { lists: [{ kind: 'include', codes: [] }] },
    { lists: [{ kind: 'perhaps', codes: ['L4-A-001'] }] },
    { exposure: { most: null, restDays: 0 } },
    { overlap: { betweenForms: null, recentForms: 21, withRecent: 0 } },
    { goal: { kind: 'most-information', abilities: [] } },
    { goal: { kind: 'target-difficulty', mean: 501 } },
    { goal: { kind: 'prettiest' } },
    { solver: { seconds: 0, gap: 0 } },
    { solver: { seconds: 60, gap: 2001 } },
    { more: true },
  ]
  assert.ok(parses(aBody()))
  for (const change of odd) assert.equal(parses({ ...aBody(), ...change }), false, JSON.stringify(change))
})

test('a place is a theory paper without work type unless it says otherwise', () => {
  assert.deepEqual(BlueprintPlace.parse({ editionId: 'ec-2005', level: 'L4' }), {
    editionId: 'ec-2005',
    level: 'L4',
    workType: null,
    part: 'theory',
  })
  for (const odd of [{ level: 'L4' }, { editionId: 'ec-2005', level: '' }, { editionId: 'ec-2005', level: 'L4', part: 'oral' }])
    assert.equal(BlueprintPlace.safeParse(odd).success, false)
})
