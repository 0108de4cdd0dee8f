import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Grant, type Role, type Scope, provincesOf } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { isWithin } from './account.ts'

const NATION: Scope = { kind: 'nation' }
const grant = (role: Role, scope: Scope): Grant => ({ role, scope, from: localDate('2020-01-01'), until: null })
const province = (code: string): Scope => ({ kind: 'province', province: code })

test('a duty lies within the province whose digits its place begins with', () => {
  assert.equal(isWithin(grant('registrar', province('91')), '91'), true)
  assert.equal(isWithin(grant('teacher', { kind: 'institution', institution: '91012001' }), '91'), true)
  assert.equal(isWithin(grant('invigilator', { kind: 'site', site: '91003002' }), '91'), true)
})

test('a duty elsewhere, of the nation, or of a person lies within no province', () => {
  assert.equal(isWithin(grant('registrar', province('92')), '91'), false)
  assert.equal(isWithin(grant('invigilator', { kind: 'site', site: '19100300' }), '91'), false)
  assert.equal(isWithin(grant('auditor', NATION), '91'), false)
  assert.equal(isWithin(grant('candidate', { kind: 'person', person: 'self' }), '91'), false)
})

test('the provinces of an officer are those of the roles asked for, null where one of them is of the nation', () => {
  const roles: readonly Role[] = ['registrar', 'provincial-officer']
  assert.deepEqual(provincesOf([grant('registrar', province('91')), grant('provincial-officer', province('92'))], roles), ['91', '92'])
  assert.deepEqual(provincesOf([grant('auditor', province('91'))], roles), [])
  assert.deepEqual(provincesOf([], roles), [])
})
