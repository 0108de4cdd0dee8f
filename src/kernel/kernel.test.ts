import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holdsAt, type Actor } from './actor.ts'
import { canonicalJson } from './canonical-json.ts'
import { diceOf, shuffled } from './dice.ts'
import { atClock, clockOf, dayOf, instantOf, toIso } from './instant.ts'
import {
  daysBetween,
  isLocalDate,
  type LocalDate,
  localDate,
  plusDays,
  plusMonths,
  plusYears,
  weekday,
  yearsBetween,
} from './local-date.ts'
import { fillText } from './refusal-catalogue.ts'
import { advance } from './states.ts'

const anyDay = fc.integer({ min: 0, max: 73_000 }).map(n => plusDays(localDate('1900-01-01'), n))

test('a day is a day only if it exists', () => {
  for (const good of ['2024-02-29', '2000-02-29', '1900-12-31']) assert.equal(isLocalDate(good), true)
  for (const bad of ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '24-01-01', '2024-1-1', '', '2024-01-01T00'])
    assert.equal(isLocalDate(bad), false)
})

test('adding days and counting them are inverse, and weekdays run in sevens', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
      const other = plusDays(day, n)
      assert.equal(daysBetween(day, other), n)
      assert.equal((((weekday(other) - weekday(day) - n) % 7) + 7) % 7, 0)
      assert.equal(other < day, n < 0)
    }),
  )
})

test('months clamp to the end of the month, years of 29 February to the 28th', () => {
  assert.equal(plusMonths(localDate('2024-01-31'), 1), '2024-02-29')
  assert.equal(plusMonths(localDate('2023-01-31'), 1), '2023-02-28')
  assert.equal(plusMonths(localDate('2024-03-31'), -1), '2024-02-29')
  assert.equal(plusYears(localDate('2024-02-29'), 1), '2025-02-28')
  assert.equal(plusYears(localDate('2024-02-29'), 4), '2028-02-29')
})

test('a year is twelve months, for every day', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, n) => assert.equal(plusYears(day, n), plusMonths(day, 12 * n))))
})

test('an age grows by one exactly on the birthday', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (birth, age) => {
      const birthday = plusYears(birth, age)
      assert.equal(yearsBetween(birth, birthday), age)
      assert.equal(yearsBetween(birth, plusDays(birthday, -1)), age - 1)
    }),
  )
})

test('the Beijing day begins at 16:00 UTC', () => {
  assert.equal(dayOf(instantOf('2026-11-22T15:59:59Z')), '2026-11-22')
  assert.equal(dayOf(instantOf('2026-11-22T16:00:00Z')), '2026-11-23')
  assert.equal(toIso(atClock(localDate('2026-11-23'), '08:30')), '2026-11-23T00:30:00.000Z')
  assert.equal(clockOf(instantOf('2026-11-23T00:30:00Z')), '08:30')
  assert.throws(() => atClock(localDate('2026-11-23'), '24:00'), RangeError)
})

test('dice of one seed fall alike, and a shuffle loses nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.nat()), (seed, items) => {
      assert.deepEqual(shuffled(items, diceOf(seed)), shuffled(items, diceOf(seed)))
      assert.deepEqual(shuffled(items, diceOf(seed)).toSorted(), items.toSorted())
    }),
  )
  const throws = Array.from({ length: 6000 }, diceOf('fair'))
  for (let bin = 0; bin < 6; bin++) assert.ok(Math.abs(throws.filter(t => Math.floor(t * 6) === bin).length - 1000) < 150)
})

test('canonical JSON does not depend on the order of keys and round-trips', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)))
    }),
  )
  assert.equal(canonicalJson({ b: [1, { d: undefined, c: '甲' }], a: null }), '{"a":null,"b":[1,{"c":"甲"}]}')
})

test('a refusal text names its facts, and a missing fact stays visible', () => {
  assert.equal(fillText('还差{n}天，{list}', { n: 3, list: ['甲', '乙'] }), '还差3天，甲、乙')
  assert.equal(fillText('还差{n}天', {}), '还差{n}天')
})

test('a transition that is not in the table is refused with state and event', () => {
  const table = { open: { close: 'closed' }, closed: {} } as const
  assert.deepEqual(advance<'open' | 'closed', 'close'>(table, 'open', 'close'), { ok: true, value: 'closed' })
  assert.deepEqual(advance<'open' | 'closed', 'close'>(table, 'closed', 'close'), {
    ok: false,
    refusal: { code: 'wrong-state', facts: { state: 'closed', event: 'close' } },
  })
})

test('a grant covers its own place and nothing beside it; the nation covers all', () => {
  const actor = (scope: Parameters<typeof holdsAt>[1] & { kind: string }): Actor => ({
    kind: 'person',
    personId: 'p',
    accountId: 'a',
    name: 'n',
    grants: [{ role: 'invigilator', scope: scope as never, from: '2020-01-01' as LocalDate, until: null }],
  })
  const site = { site: '91012001', province: '91' }
  assert.equal(holdsAt(actor({ kind: 'site', site: '91012001' }), site, 'invigilator'), true)
  assert.equal(holdsAt(actor({ kind: 'site', site: '91012002' }), site, 'invigilator'), false)
  assert.equal(holdsAt(actor({ kind: 'province', province: '91' }), site, 'invigilator'), true)
  assert.equal(holdsAt(actor({ kind: 'province', province: '92' }), site, 'invigilator'), false)
  assert.equal(holdsAt(actor({ kind: 'nation' }), site, 'invigilator'), true)
  assert.equal(holdsAt(actor({ kind: 'nation' }), site, 'registrar'), false)
})
