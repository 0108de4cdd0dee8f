import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PlacingGroup, placingGroups, withGroup } from './placing-groups.ts'

const L3: PlacingGroup = { editionId: 'ec-2005', level: 'L3', points: ['C-A-A-007'] }
const L2: PlacingGroup = { editionId: 'ec-2005', level: 'L2', points: ['B-A-A-001'] }

test('placings elsewhere are told by place, the home left out', () => {
  const at = (level: string, code: string, isHome = false) => ({ editionId: 'ec-2005', level, code, isHome })
  assert.deepEqual(placingGroups([at('L4', 'A-A-A-001', true), at('L3', 'C-A-A-007'), at('L2', 'B-A-A-001'), at('L3', 'C-A-A-008')]), [
    { ...L3, points: ['C-A-A-007', 'C-A-A-008'] },
    L2,
  ])
  assert.deepEqual(placingGroups([]), [])
})

test('a place is added at the end, changed where it stands, and never stands twice', () => {
  const more = { ...L3, points: ['C-A-A-009'] }
  assert.deepEqual(withGroup([], L3, null), [L3])
  assert.deepEqual(withGroup([L3], L2, null), [L3, L2])
  assert.deepEqual(withGroup([L3, L2], more, L3), [more, L2])
  assert.deepEqual(withGroup([L3, L2], more, null), [L2, more], 'chosen anew, it takes the place of what was chosen before')
  assert.deepEqual(withGroup([L3, L2], { ...L3, points: ['X'] }, L2), [{ ...L3, points: ['X'] }], 'moved onto another, it takes its place')
})
