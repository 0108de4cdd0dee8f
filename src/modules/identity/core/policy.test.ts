import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { identityRefusals } from './refusals.ts'
import { anybody, mayGiveGrants, maySetClock, mayUnmask, signedIn } from './policy.ts'

const nobody: Actor = { kind: 'public' }
const holder = (role: Role): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  name: 'n',
  grants: [{ role, scope: { kind: 'nation' }, from: localDate('2020-01-01'), until: null }],
})
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
const permitted = (policy: (actor: Actor) => { ok: boolean }) => ROLES.filter(role => policy(holder(role)).ok)

test('full ID numbers are read by those who check papers, and by nobody else', () => {
  assert.deepEqual(permitted(mayUnmask), ['registrar', 'provincial-officer', 'national-officer'])
})

test('roles are given by the national and the provincial centres', () => {
  assert.deepEqual(permitted(mayGiveGrants), ['provincial-officer', 'national-officer'])
})

test('the clock of the seed country is moved by the national centre', () => {
  assert.deepEqual(permitted(maySetClock), ['national-officer'])
})

test('whoever is not signed in is told to sign in, not that a role is missing', () => {
  for (const policy of [mayUnmask, mayGiveGrants, maySetClock, signedIn]) {
    const verdict = policy(nobody)
    assert.equal(verdict.ok ? '' : verdict.refusal.code, 'not-signed-in')
  }
  assert.equal(anybody(nobody).ok, true)
})

test('every refusal says in both languages what happened, and Chinese ends as a sentence', () => {
  for (const [code, text] of Object.entries(identityRefusals)) {
    assert.match(text.zh, /[。！？]$/, code)
    assert.match(text.en, /[.!?]$/, code)
  }
})
