import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Actor, Role, Scope } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { mayApproveItems, mayEnterSpecifications, mayReviewItems, mayUseBank, mayWriteItems } from './policy.ts'

const NATION: Scope = { kind: 'nation' }
const actor = (role: Role, scope: Scope = NATION): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'a',
  name: '甲',
  grants: [{ role, scope, from: localDate('2020-01-01'), until: null }],
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
const POLICIES = [
  ['the bank opens', mayUseBank, ['item-writer', 'item-reviewer', 'national-officer']],
  ['writing is open', mayWriteItems, ['item-writer']],
  ['item review is open', mayReviewItems, ['item-reviewer']],
  ['approval is open', mayApproveItems, ['national-officer']],
  ['entering a specification table is open', mayEnterSpecifications, ['national-officer']],
] as const satisfies readonly (readonly [string, typeof mayUseBank, readonly Role[]])[]

for (const [what, policy, allowed] of POLICIES) {
  describe(`${what} to ${allowed.join(', ')}`, () => {
    for (const role of ROLES) {
      const expected = (allowed as readonly Role[]).includes(role) ? 'ok' : 'not-permitted'
      test(`${role}: ${expected}`, () => {
        const verdict = policy(actor(role))
        assert.equal(verdict.ok ? 'ok' : verdict.refusal.code, expected)
      })
    }

    test('for the nation only: a grant within a province, an institution or a site opens nothing', () => {
      const scopes: readonly Scope[] = [
        { kind: 'province', province: '91' },
        { kind: 'institution', institution: '91012001' },
        { kind: 'site', site: '91012001' },
        { kind: 'person', person: 'p' },
      ]
      for (const role of allowed) for (const scope of scopes) assert.equal(policy(actor(role, scope)).ok, false, `${role} ${scope.kind}`)
    })

    test('the public is asked to sign in, and no task comes this way', () => {
      const open = policy({ kind: 'public' })
      assert.equal(!open.ok && open.refusal.code, 'not-signed-in')
      const task = policy({ kind: 'system', job: 'x' })
      assert.equal(!task.ok && task.refusal.code, 'not-permitted')
    })
  })
}
