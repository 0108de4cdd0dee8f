import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { mayAccept, mayApprove, mayAssemble } from './policy.ts'

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

const APPROVALS: readonly (readonly [what: string, editedById: string | null, editedBy: string, expected: string])[] = [
  ['the writer', 'p1', '王敏', 'own-blueprint'],
  ['the writer under a new name', 'p1', '王敏敏', 'own-blueprint'],
  ['somebody else', 'p2', '李强', 'ok'],
  ['somebody else of the same name', 'p2', '王敏', 'ok'],
  ['a writer known by name alone', null, '王敏', 'own-blueprint'],
  ['another than the writer known by name alone', null, '李强', 'ok'],
]
for (const [what, editedById, editedBy, expected] of APPROVALS)
  test(`approval of a draft: ${what}`, () => {
    assert.equal(codeOf(mayApprove({ editedById, editedBy }, { personId: 'p1', name: '王敏' })), expected)
  })

test('whoever started a run does not accept its forms', () => {
  assert.equal(codeOf(mayAccept({ startedById: 'p1' }, 'p1')), 'own-run')
  assert.equal(codeOf(mayAccept({ startedById: 'p1' }, 'p2')), 'ok')
})
