import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type LocalDate, localDate, plusDays, weekday } from '../../../../kernel/local-date.ts'
import { packagedHolidayTables } from '../../../../platform/calendar/holidays.ts'
import {
  type HolidayDay,
  type HolidayOverride,
  type HolidayTable,
  holidayTableFor,
  mergedHolidayTables,
  mergeHolidayOverride,
  standingOf,
} from './holiday-table.ts'

const REAL: readonly HolidayTable[] = packagedHolidayTables()
const YEARS = REAL.map(t => t.year)
const named = (day: string, zh = '元旦'): HolidayDay => ({ day: localDate(day), zh, en: 'Break' })
const edit = (change: Partial<HolidayOverride>): HolidayOverride => ({
  year: 2030,
  whole: false,
  statutory: [],
  makeUpWorkingDays: [],
  ordinary: [],
  notice: '国办发明电〔2029〕1号',
  ...change,
})
const base: HolidayTable = {
  year: 2030,
  statutory: [named('2030-01-01'), named('2030-05-01', '劳动节')],
  makeUpWorkingDays: [named('2030-04-27', '劳动节')],
  source: { kind: 'package', notice: 'package' },
}
function standing(day: string, tables: readonly HolidayTable[] = REAL): string {
  const found = standingOf(localDate(day), tables)
  return found.ok
    ? found.value.kind === 'holiday' && found.value.joined
      ? 'joined'
      : found.value.kind
    : `${found.refusal.code} ${found.refusal.facts['year']}`
}

test('a day is a holiday, joined to one, make-up work or ordinary', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['2015-02-22', 'holiday', 'Spring Festival'],
    ['2018-04-29', 'holiday', 'Labour Day, named in the notice'],
    ['2018-04-28', 'make-up-work', 'the Saturday before it was worked'],
    ['2017-12-31', 'joined', 'the Sunday before Monday 1 January'],
    ['2017-12-30', 'joined', 'and the Saturday before that'],
    ['2023-12-31', 'joined', 'again in 2024'],
    ['2016-01-03', 'joined', 'Sunday after Friday 1 January, with a Saturday between'],
    ['2006-12-31', 'make-up-work', 'the Sunday before 1 January 2007 was worked'],
    ['2017-12-29', 'ordinary', 'a Friday joins nothing'],
    ['2018-01-07', 'ordinary', 'a plain Sunday'],
    ['2005-02-27', 'ordinary', 'after the break of 9 to 15 February'],
    ['2015-02-28', 'make-up-work', 'the Saturday after Spring Festival was worked'],
  ]
  for (const [day, expected, why] of table) assert.equal(standing(day), expected, `${day}: ${why}`)
})

test('a year without table is refused by name, never guessed', () => {
  assert.deepEqual(holidayTableFor(2099, REAL), { ok: false, refusal: { code: 'holiday-table-missing', facts: { year: 2099 } } })
  assert.equal(holidayTableFor(2018, REAL).ok, true)
  assert.equal(standing('2099-06-28'), 'holiday-table-missing 2099')
  assert.equal(standing('2003-12-28'), 'holiday-table-missing 2003')
})

test('the last two days of December wait for the notice of the following year', () => {
  const only2017 = REAL.filter(t => t.year === 2017)
  assert.equal(standing('2017-12-31', only2017), 'holiday-table-missing 2018')
  assert.equal(standing('2017-12-30', only2017), 'holiday-table-missing 2018')
  assert.equal(standing('2017-12-29', only2017), 'ordinary')
})

test('every announced day keeps its kind, whatever weekday it is', () => {
  for (const table of REAL.slice(0, -1)) {
    for (const { day } of table.statutory) assert.equal(standing(day), 'holiday', day)
    for (const { day } of table.makeUpWorkingDays) assert.equal(standing(day), 'make-up-work', day)
  }
})

test('only weekend days are joined, and always with an off day beside them', () => {
  const first = localDate('2005-01-01')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 * 20 }), n => {
      const day = plusDays(first, n)
      if (standing(day) !== 'joined') return
      assert.ok([0, 6].includes(weekday(day)), day)
      assert.ok(
        [plusDays(day, 1), plusDays(day, -1)].some(d => ['joined', 'holiday'].includes(standing(d))),
        day,
      )
    }),
    { numRuns: 500 },
  )
})

test('an override adds, moves and removes days, and leaves the others', () => {
  const merged = mergeHolidayOverride(
    base,
    edit({
      statutory: [named('2030-04-27', '劳动节')],
      makeUpWorkingDays: [named('2030-05-05', '劳动节')],
      ordinary: [localDate('2030-01-01')],
    }),
  )
  assert.ok(merged.ok)
  assert.deepEqual(
    merged.value.statutory.map(d => d.day),
    ['2030-04-27', '2030-05-01'],
  )
  assert.deepEqual(
    merged.value.makeUpWorkingDays.map(d => d.day),
    ['2030-05-05'],
  )
  assert.deepEqual(merged.value.source, { kind: 'override', notice: '国办发明电〔2029〕1号' })
})

test('a whole table founds a year that no package covers, and replaces one that exists', () => {
  const whole = edit({ whole: true, statutory: [named('2030-10-01', '国庆节')] })
  for (const under of [undefined, base]) {
    const merged = mergeHolidayOverride(under, whole)
    assert.ok(merged.ok)
    assert.deepEqual(
      merged.value.statutory.map(d => d.day),
      ['2030-10-01'],
    )
    assert.deepEqual(merged.value.makeUpWorkingDays, [])
  }
})

test('an override that cannot stand is refused with its reason', () => {
  const table: readonly (readonly [Partial<HolidayOverride>, string])[] = [
    [{ notice: '　' }, 'holiday-notice-missing'],
    [{ statutory: [named('2031-01-01')] }, 'holiday-outside-year'],
    [{ ordinary: ['2030-02-30' as LocalDate] }, 'holiday-outside-year'],
    [{ statutory: [named('2030-01-01')], makeUpWorkingDays: [named('2030-01-01')] }, 'holiday-and-working-day'],
    [{ statutory: [named('2030-01-01')], ordinary: [localDate('2030-01-01')] }, 'holiday-and-working-day'],
  ]
  for (const [change, code] of table) {
    const merged = mergeHolidayOverride(base, edit(change))
    assert.equal(merged.ok ? 'ok' : merged.refusal.code, code)
  }
  const nothingToAmend = mergeHolidayOverride(undefined, edit({}))
  assert.equal(nothingToAmend.ok ? 'ok' : nothingToAmend.refusal.code, 'holiday-table-missing')
  assert.throws(() => mergeHolidayOverride(base, edit({ year: 2031 })), RangeError)
})

test('overrides apply in order, and the tables come back by year', () => {
  const merged = mergedHolidayTables(REAL, [
    edit({ whole: true, statutory: [named('2030-01-01')] }),
    edit({ ordinary: [localDate('2030-01-01')] }),
  ])
  assert.ok(merged.ok)
  assert.deepEqual(
    merged.value.map(t => t.year),
    [...YEARS, 2030],
  )
  assert.deepEqual(merged.value.at(-1)?.statutory, [])
  assert.equal(mergedHolidayTables(REAL, [edit({})]).ok, false)
})

test('merging the same override twice changes nothing more', () => {
  const anyDay = fc.integer({ min: 0, max: 364 }).map(n => plusDays(localDate('2030-01-01'), n))
  fc.assert(
    fc.property(fc.uniqueArray(anyDay, { maxLength: 9 }), days => {
      const third = Math.floor(days.length / 3)
      const asNamed = (list: readonly LocalDate[]) => list.map(d => named(d))
      const change = edit({
        statutory: asNamed(days.slice(0, third)),
        makeUpWorkingDays: asNamed(days.slice(third, 2 * third)),
        ordinary: days.slice(2 * third),
      })
      const once = mergeHolidayOverride(base, change)
      assert.ok(once.ok)
      assert.deepEqual(mergeHolidayOverride(once.value, change), once)
      assert.ok(change.statutory.every(d => once.value.statutory.some(s => s.day === d.day)))
      assert.ok(change.ordinary.every(d => ![...once.value.statutory, ...once.value.makeUpWorkingDays].some(s => s.day === d)))
    }),
  )
})
