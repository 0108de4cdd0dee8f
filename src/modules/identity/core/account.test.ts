import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Grant, Role, Scope } from '../../../kernel/actor.ts'
import { instant, plusMinutes } from '../../../kernel/instant.ts'
import { localDate, plusDays } from '../../../kernel/local-date.ts'
import { type Account, afterWrongPassword, holding, isStaff, mayGrant, mayTry, reaches, secondFactorFor } from './account.ts'

const now = instant(1_800_000_000_000)
const NATION: Scope = { kind: 'nation' }
const account: Account = {
  personId: 'p',
  accountId: 'a',
  signInName: 'n',
  passwordHash: null,
  totp: null,
  failedTries: 0,
  lockedUntil: null,
}
const grant = (role: Role, scope: Scope = NATION, from = '2026-01-01', until: string | null = null): Grant => ({
  role,
  scope,
  from: localDate(from),
  until: until === null ? null : localDate(until),
})

test('four wrong passwords leave the door open, the fifth closes it for fifteen minutes', () => {
  let current = account
  for (let i = 0; i < 4; i++) current = { ...current, ...afterWrongPassword(current, now) }
  assert.equal(mayTry(current, now).ok, true)
  current = { ...current, ...afterWrongPassword(current, now) }
  assert.deepEqual(mayTry(current, now), { ok: false, refusal: { code: 'account-locked', facts: { minutes: 15 } } })
  assert.equal(mayTry(current, plusMinutes(now, 15)).ok, true)
})

test('a candidate needs no second factor, staff must prove one or enrol first', () => {
  assert.equal(secondFactorFor(account, [grant('candidate')]), 'none-needed')
  assert.equal(secondFactorFor(account, [grant('registrar')]), 'enrolling')
  assert.equal(secondFactorFor({ ...account, totp: { sealed: 's', confirmed: false } }, [grant('registrar')]), 'enrolling')
  assert.equal(secondFactorFor({ ...account, totp: { sealed: 's', confirmed: true } }, [grant('registrar')]), 'awaiting-code')
})

test('a grant holds on its first and its last day and not a day beyond', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), fc.integer({ min: -10, max: 900 }), (begin, length, day) => {
      const from = plusDays(localDate('2026-01-01'), begin)
      const until = plusDays(from, length)
      const on = plusDays(localDate('2026-01-01'), day)
      assert.equal(holding([{ role: 'teacher', scope: { kind: 'nation' }, from, until }], on).length === 1, from <= on && on <= until)
    }),
  )
})

test('a grant without an end holds for good', () => {
  assert.equal(holding([grant('teacher')], localDate('2999-12-31')).length, 1)
  assert.equal(holding([grant('teacher')], localDate('2025-12-31')).length, 0)
})

test('only a bare candidate is no staff', () => {
  assert.equal(isStaff([]), false)
  assert.equal(isStaff([grant('candidate')]), false)
  assert.equal(isStaff([grant('candidate'), grant('teacher')]), true)
})

const province: readonly Grant[] = [grant('provincial-officer', { kind: 'province', province: '91' })]
const grantCases: readonly [string, readonly Grant[], Grant, readonly Grant[], string][] = [
  ['the national centre gives any role', [grant('national-officer')], grant('auditor'), [], 'ok'],
  ['a province gives an invigilator at a site of its own', province, grant('invigilator', { kind: 'site', site: '91012001' }), [], 'ok'],
  ['a province gives a registrar of its own province', province, grant('registrar', { kind: 'province', province: '91' }), [], 'ok'],
  ['a province gives nothing in another province', province, grant('invigilator', { kind: 'site', site: '92012001' }), [], 'not-permitted'],
  [
    'a province gives no registrar of another province',
    province,
    grant('registrar', { kind: 'province', province: '92' }),
    [],
    'not-permitted',
  ],
  ['a province gives no national duty', province, grant('registrar'), [], 'not-permitted'],
  [
    'a province does not make provincial officers',
    province,
    grant('provincial-officer', { kind: 'province', province: '91' }),
    [],
    'not-permitted',
  ],
  [
    'a registrar gives nothing',
    [grant('registrar', { kind: 'province', province: '91' })],
    grant('invigilator', { kind: 'site', site: '91012001' }),
    [],
    'not-permitted',
  ],
  [
    'a member of staff never becomes a candidate',
    [grant('national-officer')],
    grant('candidate'),
    [grant('teacher')],
    'candidate-cannot-be-staff',
  ],
  [
    'a candidate account never becomes staff',
    [grant('national-officer')],
    grant('teacher'),
    [grant('candidate')],
    'candidate-cannot-be-staff',
  ],
]
for (const [name, giver, given, holder, expected] of grantCases) {
  test(name, () => {
    const verdict = mayGrant(giver, given, holder)
    assert.equal(verdict.ok ? 'ok' : verdict.refusal.code, expected)
  })
}

test('a checker reaches who applied in the province or holds a duty there, the nation everybody, others nobody', () => {
  const registrar = [grant('registrar', { kind: 'province', province: '91' })]
  const applied = (...provinces: string[]) => ({ held: [grant('candidate', { kind: 'person', person: 'self' })], provinces })
  assert.ok(reaches(registrar, applied('92', '91')))
  assert.ok(!reaches(registrar, applied('92')))
  assert.ok(!reaches(registrar, applied()))
  assert.ok(reaches(registrar, { held: [grant('invigilator', { kind: 'site', site: '91012001' })], provinces: [] }))
  assert.ok(!reaches(registrar, { held: [grant('registrar', { kind: 'province', province: '92' })], provinces: [] }))
  assert.ok(reaches([grant('national-officer')], applied()))
  assert.ok(!reaches([grant('auditor')], applied('91')))
})
