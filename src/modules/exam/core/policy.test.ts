import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role, Scope } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import {
  keepsHall,
  mayCall,
  mayKeepHalls,
  mayKeepOwnKeys,
  mayReadCalendar,
  mayReadOwnTickets,
  mayReadSealings,
  mayReadSessions,
  mayRunSessions,
  maySetHallPass,
  mayWatchHalls,
  overseesSite,
  seesDrafts,
  watchesHall,
} from './policy.ts'

const actor = (role: Role, scope: Scope): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  name: '测试',
  grants: [{ role, scope, from: localDate('2020-01-01'), until: null }],
})
const here = { siteCode: '10012003' }
const there = { siteCode: '20012001' }
const nobody: Actor = { kind: 'public' }

test('without a sign-in nothing is open', () => {
  for (const policy of [
    mayReadCalendar,
    mayRunSessions,
    mayReadSessions,
    mayWatchHalls,
    mayKeepHalls,
    mayReadOwnTickets,
    mayReadSealings,
    mayKeepOwnKeys,
    maySetHallPass,
  ])
    assert.deepEqual(policy(nobody), { ok: false, refusal: { code: 'not-signed-in', facts: {} } })
})

test('who runs sessions, reads them, watches halls, keeps halls', () => {
  const table: readonly [Role, Scope, boolean, boolean, boolean, boolean][] = [
    ['national-officer', { kind: 'nation' }, true, true, true, false],
    ['provincial-officer', { kind: 'province', province: '10' }, false, true, true, false],
    ['site-manager', { kind: 'site', site: '10012003' }, false, true, true, true],
    ['invigilator', { kind: 'site', site: '10012003' }, false, true, true, true],
    ['institution-manager', { kind: 'institution', institution: '10012003' }, false, true, false, false],
    ['candidate', { kind: 'person', person: 'self' }, false, false, false, false],
    ['assessor', { kind: 'province', province: '10' }, false, false, false, false],
  ]
  for (const [role, scope, runs, reads, watches, keeps] of table) {
    const who = actor(role, scope)
    assert.deepEqual(
      [mayRunSessions(who).ok, mayReadSessions(who).ok, mayWatchHalls(who).ok, mayKeepHalls(who).ok],
      [runs, reads, watches, keeps],
      role,
    )
  }
})

test('the calendar is for everybody signed in, drafts for the national centre', () => {
  const roles: readonly Role[] = ['candidate', 'teacher', 'assessor', 'provincial-officer', 'national-officer']
  const table = roles.map(role => [role, mayReadCalendar(actor(role, { kind: 'nation' })).ok, seesDrafts(actor(role, { kind: 'nation' }))])
  assert.deepEqual(
    table,
    roles.map(role => [role, true, role === 'national-officer']),
  )
  assert.equal(seesDrafts(nobody), false)
})

test('hall staff keep only their own site; a province only watches its own', () => {
  const invigilator = actor('invigilator', { kind: 'site', site: '10012003' })
  assert.deepEqual([keepsHall(invigilator, here), keepsHall(invigilator, there)], [true, false])
  assert.deepEqual([watchesHall(invigilator, here), watchesHall(invigilator, there)], [true, false])
  const province = actor('provincial-officer', { kind: 'province', province: '20' })
  assert.deepEqual([watchesHall(province, here), watchesHall(province, there)], [false, true])
  assert.equal(keepsHall(province, there), false)
})

const ROLES: readonly (readonly [Role, Scope])[] = [
  ['candidate', { kind: 'person', person: 'p' }],
  ['registrar', { kind: 'province', province: '10' }],
  ['provincial-officer', { kind: 'province', province: '10' }],
  ['national-officer', { kind: 'nation' }],
  ['item-writer', { kind: 'nation' }],
  ['site-manager', { kind: 'site', site: '10012003' }],
  ['site-engineer', { kind: 'site', site: '10012003' }],
  ['invigilator', { kind: 'site', site: '10012003' }],
  ['assessor', { kind: 'nation' }],
  ['auditor', { kind: 'nation' }],
]
const rolesWith = (policy: (one: Actor) => { readonly ok: boolean }) =>
  ROLES.filter(([role, scope]) => policy(actor(role, scope)).ok).map(([role]) => role)

test('packages are read by the nation and the provinces, ordered and handed out by the nation', () => {
  assert.deepEqual(rolesWith(mayReadSealings), ['provincial-officer', 'national-officer'])
  assert.deepEqual(rolesWith(mayRunSessions), ['national-officer'])
})

test('a province oversees its own sites, the nation all, a site manager none on the board', () => {
  const province = actor('provincial-officer', { kind: 'province', province: '10' })
  assert.deepEqual([overseesSite(province, here), overseesSite(province, there)], [true, false])
  const national = actor('national-officer', { kind: 'nation' })
  assert.deepEqual([overseesSite(national, here), overseesSite(national, there)], [true, true])
  const manager = actor('site-manager', { kind: 'site', site: '10012003' })
  assert.deepEqual([overseesSite(manager, here), overseesSite(manager, there)], [false, false])
  assert.equal(overseesSite(nobody, here), false)
})

test('own keys are for staff, a pass phrase for the hall is for hall staff', () => {
  assert.deepEqual(
    rolesWith(mayKeepOwnKeys),
    ROLES.map(([role]) => role).filter(role => role !== 'candidate'),
  )
  assert.deepEqual(rolesWith(maySetHallPass), ['site-manager', 'site-engineer', 'invigilator'])
})

test('a site calls without an account: what it signs decides', () => {
  assert.equal(mayCall().ok, true)
})
