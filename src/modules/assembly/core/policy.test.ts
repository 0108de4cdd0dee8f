import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { mayAccept, mayAssemble } from './policy.ts'

const officer = (role: Role): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  name: '测试',
  grants: [{ role, scope: { kind: 'nation' }, from: localDate('2020-01-01'), until: null }],
})
const codeOf = (outcome: ReturnType<typeof mayAssemble>) => (outcome.ok ? 'ok' : outcome.refusal.code)

test('assembly is for the national centre alone', () => {
  assert.equal(codeOf(mayAssemble(officer('national-officer'))), 'ok')
  assert.equal(codeOf(mayAssemble({ kind: 'public' })), 'not-signed-in')
  for (const role of ['provincial-officer', 'item-writer', 'item-reviewer', 'chief-assessor', 'auditor'] as const)
    assert.equal(codeOf(mayAssemble(officer(role))), 'not-permitted', role)
})

test('whoever started a run does not accept its forms', () => {
  assert.equal(codeOf(mayAccept({ startedById: 'p1' }, 'p1')), 'own-run')
  assert.equal(codeOf(mayAccept({ startedById: 'p1' }, 'p2')), 'ok')
})
