import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Grant, Role, Scope } from '../../../../kernel/actor.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { zh } from '../words.zh.ts'
import { codePattern, reachesFor, rolesToGive, scopeOf, STAFF_ROLES, standingOf } from './role-scopes.ts'

const grant = (role: Role, scope: Scope): Grant => ({ role, scope, from: localDate('2024-01-01'), until: null })
const national = [grant('national-officer', { kind: 'nation' })]
const provincial = [grant('provincial-officer', { kind: 'province', province: '91' })]

test('every role but the candidate can be given, by the national centre', () => {
  assert.deepEqual([...STAFF_ROLES, 'candidate'].toSorted(), Object.keys(zh.roles).toSorted())
  assert.deepEqual(rolesToGive(national), STAFF_ROLES)
})

test('a province is offered only what it may give, and never nation-wide', () => {
  const roles = rolesToGive(provincial)
  assert.ok(roles.includes('invigilator') && roles.includes('registrar'))
  for (const role of ['national-officer', 'auditor', 'item-writer', 'provincial-officer'] as const) assert.ok(!roles.includes(role), role)
  assert.deepEqual(reachesFor('registrar', provincial), ['province'])
})

test('nobody else is offered anything', () => assert.deepEqual(rolesToGive([grant('registrar', { kind: 'province', province: '91' })]), []))

test('a scope carries its code where its kind says', () => {
  assert.deepEqual(scopeOf('site', '91012001'), { kind: 'site', site: '91012001' })
  assert.deepEqual(scopeOf('nation', ''), { kind: 'nation' })
  assert.ok(codePattern('province')?.test('91') && !codePattern('institution')?.test('91'))
})

test('the first and the last day count', () => {
  const held = { from: '2026-01-01', until: '2026-12-31' }
  assert.deepEqual(
    ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(day => standingOf(held, day)),
    ['ahead', 'holds', 'holds', 'expired'],
  )
  assert.equal(standingOf({ from: '2026-01-01', until: null }, '2099-01-01'), 'holds')
})
