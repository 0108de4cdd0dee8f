import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { mayUseBank } from './policy.ts'

const actor = (role: Role): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  name: '甲',
  grants: [{ role, scope: { kind: 'nation' }, from: localDate('2020-01-01'), until: null }],
})
const codeOf = (who: Actor) => {
  const verdict = mayUseBank(who)
  return verdict.ok ? 'ok' : verdict.refusal.code
}

test('the bank opens to item writers, item reviewers and the national centre only', () => {
  const table: readonly (readonly [Role, string])[] = [
    ['item-writer', 'ok'],
    ['item-reviewer', 'ok'],
    ['national-officer', 'ok'],
    ['auditor', 'not-permitted'],
    ['provincial-officer', 'not-permitted'],
    ['teacher', 'not-permitted'],
    ['assessor', 'not-permitted'],
    ['chief-assessor', 'not-permitted'],
    ['candidate', 'not-permitted'],
  ]
  for (const [role, expected] of table) assert.equal(codeOf(actor(role)), expected, role)
  assert.equal(codeOf({ kind: 'public' }), 'not-signed-in')
  assert.equal(codeOf({ kind: 'system', job: 'x' }), 'not-permitted')
})
