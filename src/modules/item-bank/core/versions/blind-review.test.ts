import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '../../../../kernel/actor.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { hidesWriter, hidesWriters } from './blind-review.ts'
import { VERSION_STATES, type VersionState } from './states.ts'

const person = (personId: string, ...roles: readonly Role[]): Actor => ({
  kind: 'person',
  personId,
  accountId: `account-${personId}`,
  name: personId,
  grants: roles.map(role => ({ role, scope: { kind: 'nation' }, from: localDate('2026-01-01'), until: null })),
})
const version = (state: VersionState) => ({ state, writerId: 'writer' })

test('a reviewer does not see the writer while the version is under review, and sees it in every other state', () => {
  const reviewer = person('reviewer', 'item-reviewer')
  const hidden = VERSION_STATES.filter(state => hidesWriter(version(state), reviewer))
  assert.deepEqual(hidden, ['item-review'])
})

const WHO: readonly (readonly [string, Actor, boolean])[] = [
  ['the writer', person('writer', 'item-writer'), false],
  ['another writer', person('other', 'item-writer'), true],
  ['the centre', person('officer', 'national-officer'), false],
  ['a reviewer of the centre', person('both', 'item-reviewer', 'national-officer'), false],
  ['nobody in particular', { kind: 'public' }, true],
]
for (const [who, actor, hidden] of WHO)
  test(`under review the writer is ${hidden ? 'hidden from' : 'known to'} ${who}`, () =>
    assert.equal(hidesWriter(version('item-review'), actor), hidden))

test('an item with a version under review tells no name of any version', () => {
  const reviewer = person('reviewer', 'item-reviewer')
  assert.equal(hidesWriters([version('retired'), version('item-review')], reviewer), true)
  assert.equal(hidesWriters([version('retired'), version('operational')], reviewer), false)
  assert.equal(hidesWriters([], reviewer), false)
})
