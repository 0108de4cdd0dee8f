import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStillToSit, sitters } from './candidate-groups.ts'

const PLACE = { editionId: 'ec-2005', level: 'L4', workType: null, part: 'theory' as 'theory' | 'practical' }
const SESSION = { editionId: 'ec-2005', levels: ['L4', 'L3'], state: 'closed' as const }

test('a group is of a session of the edition and level that has not been held', () => {
  const table = [
    [{}, true],
    [{ state: 'published' as const }, true],
    [{ state: 'held' as const }, false],
    [{ state: 'finished' as const }, false],
    [{ levels: ['L3'] }, false],
    [{ editionId: 'ec-2022' }, false],
  ] as const
  for (const [change, expected] of table) assert.equal(isStillToSit({ ...SESSION, ...change }, PLACE), expected, JSON.stringify(change))
})

test('its persons sit the paper at the level; who is exempt from the paper is none of them', () => {
  const approved = [
    { personId: 'both', level: 'L4', papers: ['theory', 'practical'] as const },
    { personId: 'practical-only', level: 'L4', papers: ['practical'] as const },
    { personId: 'other-level', level: 'L3', papers: ['theory', 'practical'] as const },
  ]
  assert.deepEqual(sitters(approved, PLACE), ['both'])
  assert.deepEqual(sitters(approved, { ...PLACE, part: 'practical' }), ['both', 'practical-only'])
})
