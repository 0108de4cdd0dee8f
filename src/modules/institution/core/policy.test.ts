import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role, Scope } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { mayReadInstitutions, maySuperviseInstitutions, seesInstitution, supervisesInstitution } from './policy.ts'

const actor = (role: Role, scope: Scope): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  name: '测试',
  grants: [{ role, scope, from: localDate('2020-01-01'), until: null }],
})
const here = { code: '10012003', province: '10' }
const there = { code: '20012001', province: '20' }

test('the public and candidates read no list of institutions', () => {
  assert.deepEqual(mayReadInstitutions({ kind: 'public' }), { ok: false, refusal: { code: 'not-signed-in', facts: {} } })
  assert.equal(mayReadInstitutions(actor('candidate', { kind: 'person', person: 'self' })).ok, false)
})

test('each scope sees its own and nothing beyond', () => {
  const table: readonly [Role, Scope, boolean, boolean][] = [
    ['national-officer', { kind: 'nation' }, true, true],
    ['provincial-officer', { kind: 'province', province: '10' }, true, false],
    ['institution-manager', { kind: 'institution', institution: '10012003' }, true, false],
    ['site-manager', { kind: 'site', site: '10012003' }, true, false],
    ['registrar', { kind: 'province', province: '20' }, false, true],
  ]
  for (const [role, scope, sees, seesOther] of table) {
    assert.equal(mayReadInstitutions(actor(role, scope)).ok, true, role)
    assert.equal(seesInstitution(actor(role, scope), here), sees, role)
    assert.equal(seesInstitution(actor(role, scope), there), seesOther, role)
  }
})

test('only the centres supervise, each within its reach', () => {
  const province = actor('provincial-officer', { kind: 'province', province: '10' })
  assert.equal(maySuperviseInstitutions(province).ok, true)
  assert.equal(supervisesInstitution(province, here), true)
  assert.equal(supervisesInstitution(province, there), false)
  const manager = actor('institution-manager', { kind: 'institution', institution: '10012003' })
  assert.equal(maySuperviseInstitutions(manager).ok, false)
  assert.equal(supervisesInstitution(manager, here), false)
})
