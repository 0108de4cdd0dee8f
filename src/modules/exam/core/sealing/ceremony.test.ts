import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Grant, Role } from '../../../../kernel/actor.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { type Custodian, type SealingPersons, USUAL_SHARES, judgeCustodians, judgeSealer, mayKeepShare } from './ceremony.ts'

const grant = (role: Role): Grant => ({ role, scope: { kind: 'nation' }, from: localDate('2020-01-01'), until: null })
const custodian = (personId: string, ...roles: Role[]): Custodian => ({ personId, name: `保管人${personId}`, grants: roles.map(grant) })
const five = ['1', '2', '3', '4', '5'].map(id => custodian(id, 'auditor'))
const codeOf = (result: ReturnType<typeof judgeCustodians>) => (result.ok ? 'ok' : result.refusal.code)

const ALL_ROLES: readonly Role[] = [
  'candidate',
  'teacher',
  'institution-manager',
  'registrar',
  'provincial-officer',
  'national-officer',
  'item-writer',
  'item-reviewer',
  'site-manager',
  'site-engineer',
  'invigilator',
  'assessor',
  'chief-assessor',
  'external-verifier',
  'auditor',
]

test('whoever could reach papers or a site keeps no share, role by role', () => {
  const verdicts = Object.fromEntries(ALL_ROLES.map(role => [role, mayKeepShare({ name: '甲', grants: [grant(role)] })]))
  const kept = ALL_ROLES.filter(role => verdicts[role]?.ok)
  assert.deepEqual(kept, [
    'teacher',
    'institution-manager',
    'registrar',
    'provincial-officer',
    'assessor',
    'chief-assessor',
    'external-verifier',
    'auditor',
  ])
  assert.deepEqual(verdicts['candidate'], { ok: false, refusal: { code: 'custodian-not-staff', facts: { name: '甲' } } })
  assert.equal(codeOf(mayKeepShare({ name: '甲', grants: [] })), 'custodian-not-staff')
})

test('a right at a site or in the bank counts whatever else the person is', () => {
  for (const role of ['site-manager', 'site-engineer', 'invigilator', 'item-writer', 'item-reviewer', 'national-officer'] as const)
    assert.equal(codeOf(mayKeepShare({ name: '甲', grants: [grant('auditor'), grant(role)] })), 'custodian-has-rights', role)
})

test('three of five make a ceremony; one needed, more needed than there are, and too many do not', () => {
  assert.deepEqual(USUAL_SHARES, { custodians: 5, needed: 3 })
  assert.equal(codeOf(judgeCustodians(five, USUAL_SHARES.needed)), 'ok')
  assert.equal(codeOf(judgeCustodians(five.slice(0, 2), 2)), 'ok')
  for (const [count, needed] of [
    [5, 1],
    [5, 0],
    [2, 3],
    [0, 2],
  ] as const)
    assert.equal(codeOf(judgeCustodians(five.slice(0, count), needed)), 'custodians-number', `${needed} of ${count}`)
  const many = Array.from({ length: 16 }, (_, n) => custodian(String(n), 'auditor'))
  assert.equal(codeOf(judgeCustodians(many, 3)), 'custodians-number')
})

test('one person with two shares, or with rights, spoils the ceremony', () => {
  assert.equal(codeOf(judgeCustodians([...five.slice(0, 4), custodian('1', 'auditor')], 3)), 'custodian-twice')
  assert.equal(codeOf(judgeCustodians([...five.slice(0, 4), custodian('6', 'invigilator')], 3)), 'custodian-has-rights')
  assert.equal(codeOf(judgeCustodians([...five.slice(0, 4), custodian('6', 'candidate')], 3)), 'custodian-not-staff')
})

test('two persons seal; none of them made the papers, ordered the sealing, keeps a share or seals twice', () => {
  const persons: SealingPersons = { assembledBy: ['maker'], orderedBy: 'orderer', custodians: ['1', '2'], sealedBy: [] }
  const may = (who: string, over: Partial<SealingPersons> = {}) => codeOf(judgeSealer(who, { ...persons, ...over }))
  assert.equal(may('first'), 'ok')
  assert.equal(may('second', { sealedBy: ['first'] }), 'ok')
  assert.equal(may('maker'), 'sealer-assembled')
  assert.equal(may('orderer'), 'sealer-assembled')
  assert.equal(may('2'), 'sealer-is-custodian')
  assert.equal(may('first', { sealedBy: ['first'] }), 'sealer-sealed-already')
})
