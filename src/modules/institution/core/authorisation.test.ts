import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate, plusDays } from '../../../kernel/local-date.ts'
import {
  type Authorisation,
  type AuthorisationEvent,
  type AuthorisationId,
  authorisationFor,
  authorises,
  type AuthorisedScope,
  changeAuthorisation,
  daysToExpiry,
  grantAuthorisation,
  type Need,
} from './authorisation.ts'

const GRANTED: Authorisation = {
  id: 'a-1' as AuthorisationId,
  institutionId: 'i-1',
  scopes: ['training', 'assessment'],
  levels: ['L4', 'L3'],
  from: localDate('2017-01-01'),
  until: localDate('2018-12-31'),
  state: 'granted',
  reason: '',
}
const NEED: Need = { scope: 'training', level: 'L4', day: localDate('2018-01-07') }
const of = (change: Partial<Authorisation>): Authorisation => ({ ...GRANTED, ...change })
const codeOf = (r: { ok: true } | { ok: false; refusal: { code: string } }) => (r.ok ? 'ok' : r.refusal.code)

test('an authorisation covers its scopes and levels from the first to the last day', () => {
  const table: readonly (readonly [Partial<Authorisation>, Partial<Need>, string])[] = [
    [{}, {}, 'ok'],
    [{}, { day: localDate('2017-01-01') }, 'ok'],
    [{}, { day: localDate('2018-12-31') }, 'ok'],
    [{}, { day: localDate('2016-12-31') }, 'authorisation-not-begun'],
    [{}, { day: localDate('2019-01-01') }, 'authorisation-expired'],
    [{ state: 'suspended', reason: '整改' }, {}, 'authorisation-suspended'],
    [{ state: 'withdrawn', reason: '违规' }, {}, 'authorisation-withdrawn'],
    [{ scopes: ['assessment'] }, {}, 'scope-not-authorised'],
    [{}, { level: 'L2' }, 'level-not-in-scope'],
    [{ state: 'suspended' }, { day: localDate('2019-01-01'), level: 'L1' }, 'authorisation-suspended'],
  ]
  for (const [change, need, code] of table) assert.equal(codeOf(authorises(of(change), { ...NEED, ...need })), code)
})

test('the refusal tells what the next step needs', () => {
  const expired = authorises(GRANTED, { ...NEED, day: localDate('2019-03-01') })
  assert.deepEqual(expired.ok ? null : expired.refusal.facts, { day: '2019-03-01', until: '2018-12-31' })
  const level = authorises(GRANTED, { ...NEED, level: 'L2' })
  assert.deepEqual(level.ok ? null : level.refusal.facts, { level: 'L2', levels: ['L4', 'L3'] })
  const suspended = authorises(of({ state: 'suspended', reason: '机房整改' }), NEED)
  assert.deepEqual(suspended.ok ? null : suspended.refusal.facts, { reason: '机房整改' })
})

test('of several authorisations any one that covers is enough, otherwise the nearest reason is told', () => {
  const old = of({ id: 'a-0' as AuthorisationId, until: localDate('2017-06-30') })
  const narrow = of({ id: 'a-2' as AuthorisationId, levels: ['L3'] })
  const assessment = of({ id: 'a-3' as AuthorisationId, scopes: ['assessment'] })
  const table: readonly (readonly [readonly Authorisation[], string])[] = [
    [[old, GRANTED], 'ok'],
    [[GRANTED, old], 'ok'],
    [[old, narrow], 'level-not-in-scope'],
    [[narrow, old], 'level-not-in-scope'],
    [[old, assessment], 'authorisation-expired'],
    [[assessment], 'scope-not-authorised'],
    [[], 'authorisation-missing'],
  ]
  for (const [all, code] of table) assert.equal(codeOf(authorisationFor(all, NEED)), code)
})

test('suspension can be lifted, withdrawal cannot, and both need a reason', () => {
  const suspended = changeAuthorisation(GRANTED, 'suspend', ' 机房整改 ')
  assert.ok(suspended.ok)
  assert.equal(suspended.value.reason, '机房整改')
  assert.deepEqual(changeAuthorisation(suspended.value, 'resume', ''), { ok: true, value: GRANTED })
  assert.equal(codeOf(changeAuthorisation(GRANTED, 'suspend', '　')), 'authorisation-reason-missing')
  assert.equal(codeOf(changeAuthorisation(GRANTED, 'resume', '')), 'wrong-state')
  const withdrawn = changeAuthorisation(suspended.value, 'withdraw', '违规')
  assert.ok(withdrawn.ok)
  for (const event of ['suspend', 'resume', 'withdraw'] as const)
    assert.equal(codeOf(changeAuthorisation(withdrawn.value, event, 'r')), 'wrong-state')
})

test('a grant needs a scope, a level and days in order; doubles are one', () => {
  const { state: _state, reason: _reason, ...draft } = GRANTED
  assert.deepEqual(grantAuthorisation({ ...draft, levels: ['L4', 'L3', 'L4'] }), { ok: true, value: GRANTED })
  assert.equal(codeOf(grantAuthorisation({ ...draft, scopes: [] })), 'authorisation-empty')
  assert.equal(codeOf(grantAuthorisation({ ...draft, levels: [] })), 'authorisation-empty')
  assert.equal(codeOf(grantAuthorisation({ ...draft, until: localDate('2016-12-31') })), 'authorisation-upside-down')
  assert.equal(codeOf(grantAuthorisation({ ...draft, until: draft.from })), 'ok')
})

test('expiry is warned of in days, the last day counting zero', () => {
  assert.equal(daysToExpiry(GRANTED, localDate('2018-12-01')), 30)
  assert.equal(daysToExpiry(GRANTED, localDate('2018-12-31')), 0)
  assert.equal(daysToExpiry(GRANTED, localDate('2019-01-01')), null)
  assert.equal(daysToExpiry(GRANTED, localDate('2016-12-31')), null)
  assert.equal(daysToExpiry(of({ state: 'suspended' }), localDate('2018-12-01')), null)
})

const day = fc.integer({ min: -400, max: 1200 }).map(n => plusDays(GRANTED.from, n))
const need = fc.record({ scope: fc.constantFrom<AuthorisedScope>('training', 'assessment'), level: fc.constantFrom('L4', 'L3', 'L2'), day })

test('covered exactly when granted, in time, in scope and in level', () => {
  const authorisation = fc
    .record({
      scopes: fc.subarray<AuthorisedScope>(['training', 'assessment']),
      levels: fc.subarray(['L4', 'L3', 'L2']),
      state: fc.constantFrom('granted' as const, 'suspended' as const, 'withdrawn' as const),
    })
    .map(of)
  fc.assert(
    fc.property(fc.array(authorisation, { maxLength: 4 }), need, (all, n) => {
      const covers = (a: Authorisation) =>
        a.state === 'granted' && n.day >= a.from && n.day <= a.until && a.scopes.includes(n.scope) && a.levels.includes(n.level)
      for (const a of all) assert.equal(authorises(a, n).ok, covers(a))
      assert.equal(authorisationFor(all, n).ok, all.some(covers))
    }),
  )
})

test('whatever is done, a withdrawn authorisation never covers anything again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<AuthorisationEvent>('suspend', 'resume', 'withdraw'), { maxLength: 8 }), events => {
      let authorisation = GRANTED
      let withdrawn = false
      for (const event of events) {
        const done = changeAuthorisation(authorisation, event, 'r')
        if (!done.ok) continue
        authorisation = done.value
        withdrawn ||= event === 'withdraw'
      }
      if (withdrawn) assert.equal(authorises(authorisation, NEED).ok, false)
    }),
  )
})

test('the warning counts down by one a day and stops with the last day', () => {
  fc.assert(
    fc.property(day, today => {
      const left = daysToExpiry(GRANTED, today)
      const inForce = authorises(GRANTED, { ...NEED, day: today }).ok
      assert.equal(left !== null, inForce)
      if (left !== null) assert.equal(daysToExpiry(GRANTED, plusDays(today, 1)), left === 0 ? null : left - 1)
    }),
  )
})
