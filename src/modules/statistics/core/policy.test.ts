import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role, Scope } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { mayReadReports, provincesRead, readsSmallGroups } from './policy.ts'
import { REPORTS, findReport } from './registry.ts'

const NATION: Scope = { kind: 'nation' }
const province = (code: string): Scope => ({ kind: 'province', province: code })
const holder = (...duties: readonly (readonly [Role, Scope])[]): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  name: 'n',
  grants: duties.map(([role, scope]) => ({ role, scope, from: localDate('2020-01-01'), until: null })),
})
const nobody: Actor = { kind: 'public' }

test('reports are read by the centres and by auditors, by nobody else', () => {
  const roles: readonly Role[] = [
    'candidate',
    'teacher',
    'institution-manager',
    'registrar',
    'provincial-officer',
    'national-officer',
    'item-writer',
    'invigilator',
    'assessor',
    'auditor',
  ]
  assert.deepEqual(
    roles.filter(role => mayReadReports(holder([role, NATION])).ok),
    ['provincial-officer', 'national-officer', 'auditor'],
  )
  const verdict = mayReadReports(nobody)
  assert.equal(verdict.ok ? '' : verdict.refusal.code, 'not-signed-in')
})

test('a province reads its own figures, two provinces both, the nation all', () => {
  assert.deepEqual(provincesRead(holder(['provincial-officer', province('91')])), ['91'])
  assert.deepEqual(provincesRead(holder(['provincial-officer', province('91')], ['auditor', province('92')])), ['91', '92'])
  assert.equal(provincesRead(holder(['national-officer', NATION])), null)
  assert.equal(provincesRead(holder(['provincial-officer', province('91')], ['auditor', NATION])), null)
})

test('who holds no reading role reads no province, whatever else they hold there', () => {
  assert.deepEqual(provincesRead(holder(['registrar', province('91')], ['invigilator', NATION])), [])
  assert.deepEqual(provincesRead(nobody), [])
  assert.deepEqual(provincesRead({ kind: 'system', job: 'x' }), [])
})

test('small groups are shown to the national centre only', () => {
  assert.equal(readsSmallGroups(holder(['national-officer', NATION])), true)
  assert.equal(readsSmallGroups(holder(['auditor', NATION])), false)
  assert.equal(readsSmallGroups(holder(['provincial-officer', province('91')])), false)
  assert.equal(readsSmallGroups(nobody), false)
})

test('a report is found by its id; a name of an object’s own machinery is no report', () => {
  for (const id of Object.keys(REPORTS)) assert.equal(findReport(id).ok, true)
  for (const id of ['', 'constructor', '__proto__', 'season']) {
    const found = findReport(id)
    assert.equal(found.ok ? '' : found.refusal.code, 'report-unknown')
  }
})
