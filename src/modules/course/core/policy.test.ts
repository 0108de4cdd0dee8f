import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role, Scope } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { mayIssueCompletion, mayReadLessons, mayReadOwnCompletions } from './policy.ts'

const actor = (role: Role, scope: Scope): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  name: '测试',
  grants: [{ role, scope, from: localDate('2020-01-01'), until: null }],
})
const everybody: readonly (readonly [Role, Scope, boolean])[] = [
  ['candidate', { kind: 'person', person: 'self' }, false],
  ['teacher', { kind: 'institution', institution: '10012003' }, false],
  ['institution-manager', { kind: 'institution', institution: '10012003' }, true],
  ['provincial-officer', { kind: 'province', province: '10' }, true],
  ['national-officer', { kind: 'nation' }, true],
  ['invigilator', { kind: 'site', site: '10012003' }, false],
]

test('lessons and own proofs are open to whoever has signed in, and to nobody else', () => {
  for (const may of [mayReadLessons, mayReadOwnCompletions]) {
    assert.deepEqual(may({ kind: 'public' }), { ok: false, refusal: { code: 'not-signed-in', facts: {} } })
    for (const [role, scope] of everybody) assert.equal(may(actor(role, scope)).ok, true, role)
  }
})

test('a job of the system reads no lessons: nobody would be the reader', () => {
  assert.equal(mayReadLessons({ kind: 'system', job: 'nightly' }).ok, false)
})

test('completion proofs are issued by those who answer for training', () => {
  assert.equal(mayIssueCompletion({ kind: 'public' }).ok, false)
  for (const [role, scope, may] of everybody) assert.equal(mayIssueCompletion(actor(role, scope)).ok, may, role)
})
