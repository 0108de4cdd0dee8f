import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role, Scope } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { mayPublish, mayReadOwn, mayReadResults, provincesRead } from './policy.ts'

const ROLES: readonly Role[] = [
  'candidate',
  'teacher',
  'institution-manager',
  'registrar',
  'provincial-officer',
  'national-officer',
  'item-writer',
  'item-reviewer',
  'site-manager',
  'invigilator',
  'assessor',
  'chief-assessor',
  'external-verifier',
  'auditor',
]
const NATION: Scope = { kind: 'nation' }
const holder = (role: Role, scope: Scope = NATION): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  name: 'n',
  grants: [{ role, scope, from: localDate('2020-01-01'), until: null }],
})
const nobody: Actor = { kind: 'public' }
const permitted = (policy: (actor: Actor) => { readonly ok: boolean }) => ROLES.filter(role => policy(holder(role)).ok)

test('only the national centre decides and publishes', () => {
  assert.deepEqual(permitted(mayPublish), ['national-officer'])
})

test('results tables are read by the centres and by auditors', () => {
  assert.deepEqual(permitted(mayReadResults), ['provincial-officer', 'national-officer', 'auditor'])
})

test('everybody signed in may ask for their own results, the public is told to sign in', () => {
  assert.deepEqual(permitted(mayReadOwn), ROLES)
  for (const policy of [mayReadOwn, mayReadResults, mayPublish]) {
    const verdict = policy(nobody)
    assert.equal(verdict.ok ? '' : verdict.refusal.code, 'not-signed-in')
  }
})

test('a province reads its own results only; an assessor or registrar of the nation reads none', () => {
  assert.deepEqual(provincesRead(holder('provincial-officer', { kind: 'province', province: '91' })), ['91'])
  assert.equal(provincesRead(holder('national-officer')), null)
  assert.deepEqual(provincesRead(holder('assessor')), [])
  assert.deepEqual(provincesRead(nobody), [])
})
