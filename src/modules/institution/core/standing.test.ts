import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate, plusDays } from '../../../kernel/local-date.ts'
import { type Authorisation, type AuthorisationId, authorises } from './authorisation.ts'
import { EXPIRY_WARNING_DAYS, standingOn } from './standing.ts'

const granted: Authorisation = {
  id: 'a' as AuthorisationId,
  institutionId: '10012003',
  scopes: ['assessment'],
  levels: ['L4'],
  from: localDate('2026-01-01'),
  until: localDate('2026-12-31'),
  state: 'granted',
  reason: '',
}

test('the day tells: not begun, in force, expiring, expired', () => {
  const table = [
    ['2025-12-31', 'not-begun'],
    ['2026-01-01', 'in-force'],
    ['2026-11-01', 'expiring'],
    ['2026-10-31', 'in-force'],
    ['2026-12-31', 'expiring'],
    ['2027-01-01', 'expired'],
  ] as const
  for (const [day, standing] of table) assert.equal(standingOn([granted], localDate(day)), standing, day)
  assert.equal(EXPIRY_WARNING_DAYS, 60)
})

test('what was suspended or withdrawn is so on every day', () => {
  for (const state of ['suspended', 'withdrawn'] as const) assert.equal(standingOn([{ ...granted, state }], localDate('2026-06-01')), state)
})

test('one authorisation in force outweighs all that are over; none at all is none', () => {
  const over = { ...granted, until: localDate('2026-02-01') }
  assert.equal(standingOn([over, granted], localDate('2026-06-01')), 'in-force')
  assert.equal(standingOn([], localDate('2026-06-01')), 'none')
})

test('in force or expiring is exactly when the authorisation authorises', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 800 }), fc.constantFrom('granted', 'suspended', 'withdrawn'), (offset, state) => {
      const day = plusDays(granted.from, offset)
      const authorisation: Authorisation = { ...granted, state }
      const stands = ['in-force', 'expiring'].includes(standingOn([authorisation], day))
      assert.equal(stands, authorises(authorisation, { scope: 'assessment', level: 'L4', day }).ok)
    }),
  )
})
