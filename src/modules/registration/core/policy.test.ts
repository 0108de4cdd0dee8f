import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { mayApply, mayReadApplication, mayReadRounds, mayReviewApplications } from './policy.ts'

const with_ = (role: Role): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  name: '测试',
  grants: [{ role, scope: { kind: 'nation' }, from: localDate('2020-01-01'), until: null }],
})
const said = (verdict: ReturnType<typeof mayApply>) => (verdict.ok ? 'yes' : verdict.refusal.code)

test('who may apply, read and review, by role', () => {
  const table: [Role, string, string, string][] = [
    ['candidate', 'yes', 'yes', 'not-permitted'],
    ['registrar', 'not-permitted', 'yes', 'yes'],
    ['provincial-officer', 'not-permitted', 'yes', 'yes'],
    ['national-officer', 'not-permitted', 'yes', 'yes'],
    ['invigilator', 'not-permitted', 'not-permitted', 'not-permitted'],
    ['assessor', 'not-permitted', 'not-permitted', 'not-permitted'],
  ]
  for (const [role, apply, read, review] of table) {
    const actor = with_(role)
    assert.deepEqual(
      [said(mayApply(actor)), said(mayReadApplication(actor)), said(mayReviewApplications(actor)), said(mayReadRounds(actor))],
      [apply, read, review, 'yes'],
      role,
    )
  }
})

test('nobody signed in is asked to sign in first', () => {
  for (const policy of [mayApply, mayReadApplication, mayReviewApplications, mayReadRounds])
    assert.equal(said(policy({ kind: 'public' })), 'not-signed-in')
})
