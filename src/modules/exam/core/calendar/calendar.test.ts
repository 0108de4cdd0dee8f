import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysBetween, localDate, weekday } from '../../../../kernel/local-date.ts'
import { packagedHolidayTables } from '../../../../platform/calendar/holidays.ts'
import {
  type CalendarRule,
  calendarRuleOf,
  EVEN_MONTHS_RULE,
  isNominalMonth,
  judgeDay,
  lastSunday,
  nominalMonth,
  nominalMonths,
  plannedDay,
  yearCalendar,
} from './calendar.ts'
import { type HolidayTable, standingOf } from './holiday-table.ts'

const REAL: readonly HolidayTable[] = packagedHolidayTables()
const MAY_OCTOBER: CalendarRule = { kind: 'windows', windows: [{ months: [5, 6] }, { months: [10, 11] }] }
const fullYear = fc.integer({ min: 2004, max: 2025 })
const outcome = <T>(r: { ok: true; value: T } | { ok: false; refusal: { code: string } }) => (r.ok ? r.value : r.refusal.code)

test('the known days: the rule, its postponements, and the month in the name', () => {
  const table: readonly (readonly [number, number, string, readonly string[]])[] = [
    [2005, 2, '2005-02-27', []],
    [2015, 2, '2015-03-01', ['2015-02-22 春节']],
    [2018, 4, '2018-05-06', ['2018-04-29 劳动节']],
    [2017, 12, '2018-01-07', ['2017-12-31 元旦']],
    [2023, 12, '2024-01-07', ['2023-12-31 元旦']],
    [2026, 2, '2026-03-01', ['2026-02-22 春节']],
    [2024, 6, '2024-06-30', []],
    [2012, 2, '2012-02-26', []],
    [2026, 12, '2026-12-27', []],
  ]
  for (const [year, month, day, postponements] of table) {
    const planned = plannedDay(EVEN_MONTHS_RULE, nominalMonth(year, month), REAL)
    assert.ok(planned.ok)
    assert.equal(planned.value.day, day)
    assert.equal(planned.value.nominal, day === '2018-01-07' ? '2017-12' : nominalMonth(year, month))
    assert.deepEqual(
      planned.value.postponements.map(s => `${s.from} ${s.zh}`),
      postponements,
    )
  }
})

test('the postponement repeats until the Sunday is free', () => {
  const long: HolidayTable = {
    year: 2030,
    statutory: ['2030-02-24', '2030-03-03', '2030-03-10'].map(d => ({ day: localDate(d), zh: '长假', en: 'Long break' })),
    makeUpWorkingDays: [],
    source: { kind: 'override', notice: 'n' },
  }
  const planned = plannedDay(EVEN_MONTHS_RULE, nominalMonth(2030, 2), [long])
  assert.ok(planned.ok)
  assert.equal(planned.value.day, '2030-03-17')
  assert.equal(planned.value.postponements.length, 3)
})

test('a postponement of two weeks is a parameter', () => {
  const rule: CalendarRule = { kind: 'last-sunday', months: [4], postponeWeeks: 2 }
  const planned = plannedDay(rule, nominalMonth(2018, 4), REAL)
  assert.equal(planned.ok && planned.value.day, '2018-05-13')
  assert.throws(() => plannedDay({ ...rule, postponeWeeks: 0 }, nominalMonth(2018, 4), REAL), RangeError)
})

test('a Sunday that is worked in exchange is kept and marked', () => {
  const planned = plannedDay(EVEN_MONTHS_RULE, nominalMonth(2006, 12), REAL)
  assert.ok(planned.ok)
  assert.equal(planned.value.day, '2006-12-31')
  assert.equal(planned.value.makeUpWork, true)
})

test('a year the tables do not cover is refused, also when only the postponement needs it', () => {
  assert.equal(outcome(plannedDay(EVEN_MONTHS_RULE, nominalMonth(2099, 2), REAL)), 'holiday-table-missing')
  assert.equal(
    outcome(
      plannedDay(
        EVEN_MONTHS_RULE,
        nominalMonth(2017, 12),
        REAL.filter(t => t.year !== 2018),
      ),
    ),
    'holiday-table-missing',
  )
  assert.equal(outcome(yearCalendar(EVEN_MONTHS_RULE, 2003, REAL)), 'holiday-table-missing')
})

test('a month outside the rule is refused', () => {
  assert.equal(outcome(plannedDay(EVEN_MONTHS_RULE, nominalMonth(2018, 3), REAL)), 'month-not-in-rule')
  assert.equal(outcome(plannedDay(MAY_OCTOBER, nominalMonth(2018, 6), REAL)), 'month-not-in-rule')
})

test('a year holds six sessions named after its even months', () => {
  const year = yearCalendar(EVEN_MONTHS_RULE, 2017, REAL)
  assert.ok(year.ok)
  assert.deepEqual(
    year.value.map(d => d.nominal),
    ['2017-02', '2017-04', '2017-06', '2017-08', '2017-10', '2017-12'],
  )
  assert.deepEqual(nominalMonths({ kind: 'last-sunday', months: [12, 2], postponeWeeks: 1 }, 2017), ['2017-02', '2017-12'])
})

test('every planned day is a free Sunday, whole weeks after the last Sunday, and days keep their order', () => {
  fc.assert(
    fc.property(fullYear, year => {
      const planned = yearCalendar(EVEN_MONTHS_RULE, year, REAL)
      assert.ok(planned.ok)
      let before = localDate('1900-01-01')
      for (const { day, nominal, postponements } of planned.value) {
        assert.equal(weekday(day), 0)
        assert.equal(daysBetween(lastSunday(nominal), day), postponements.length * 7)
        const standing = standingOf(day, REAL)
        assert.ok(standing.ok && standing.value.kind !== 'holiday', day)
        assert.ok(day > before)
        before = day
      }
    }),
    { numRuns: 22 },
  )
})

test('the last Sunday has no later Sunday in its month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const nominal = nominalMonth(year, month)
      const day = lastSunday(nominal)
      assert.equal(weekday(day), 0)
      assert.ok(day.startsWith(nominal))
      assert.ok(Number(day.slice(8)) + 7 > 28)
      assert.ok(!isDayOf(nominal, Number(day.slice(8)) + 7))
    }),
  )
})
function isDayOf(nominal: string, dayOfMonth: number): boolean {
  return dayOfMonth <= new Date(Date.UTC(Number(nominal.slice(0, 4)), Number(nominal.slice(5)), 0)).getUTCDate()
}

test('windows propose a free Sunday and allow any day of their months', () => {
  const year = yearCalendar(MAY_OCTOBER, 2018, REAL)
  assert.ok(year.ok)
  assert.deepEqual(
    year.value.map(d => [d.nominal, d.day, d.earliest, d.latest]),
    [
      ['2018-05', '2018-05-27', '2018-05-01', '2018-06-30'],
      ['2018-10', '2018-10-28', '2018-10-01', '2018-11-30'],
    ],
  )
})

test('a window without a free Sunday left is refused', () => {
  const rule: CalendarRule = { kind: 'windows', windows: [{ months: [5] }] }
  const full: HolidayTable = {
    year: 2030,
    statutory: [{ day: localDate('2030-05-26'), zh: '假', en: 'Break' }],
    makeUpWorkingDays: [],
    source: { kind: 'override', notice: 'n' },
  }
  assert.equal(outcome(plannedDay(rule, nominalMonth(2030, 5), [full])), 'no-day-in-window')
})

test('a day wished for is judged against the rule', () => {
  const table: readonly (readonly [CalendarRule, string, string, string])[] = [
    [EVEN_MONTHS_RULE, '2017-12', '2018-01-07', 'by-rule'],
    [EVEN_MONTHS_RULE, '2017-12', '2017-12-24', 'not-by-rule'],
    [EVEN_MONTHS_RULE, '2017-12', '2017-12-31', 'on-holiday'],
    [MAY_OCTOBER, '2018-05', '2018-05-20', 'by-rule'],
    [MAY_OCTOBER, '2018-05', '2018-06-30', 'by-rule'],
    [MAY_OCTOBER, '2018-05', '2018-07-01', 'not-by-rule'],
    [MAY_OCTOBER, '2018-05', '2018-04-30', 'on-holiday'],
    [MAY_OCTOBER, '2018-05', '2018-05-01', 'on-holiday'],
  ]
  for (const [rule, month, day, expected] of table) {
    assert.ok(isNominalMonth(month))
    const verdict = judgeDay(rule, month, localDate(day), REAL)
    assert.equal(verdict.ok && verdict.value.kind, expected, `${month} ${day}`)
  }
})

test('the day the rule yields is always by rule', () => {
  fc.assert(
    fc.property(fullYear, fc.constantFrom(EVEN_MONTHS_RULE, MAY_OCTOBER), (year, rule) => {
      const planned = yearCalendar(rule, year, REAL)
      assert.ok(planned.ok)
      for (const p of planned.value) assert.deepEqual(judgeDay(rule, p.nominal, p.day, REAL), { ok: true, value: { kind: 'by-rule' } })
    }),
    { numRuns: 30 },
  )
})

test('the rule an edition states becomes the rule the calendar follows', () => {
  const even = calendarRuleOf({ kind: 'rule', months: [2, 4, 6, 8, 10, 12], day: 'lastSunday', onPublicHoliday: 'shiftOneWeekLater' })
  assert.deepEqual(even, EVEN_MONTHS_RULE)
  assert.deepEqual(calendarRuleOf({ kind: 'windows', windows: [{ months: [5, 6] }, { months: [10, 11] }] }), MAY_OCTOBER)
})

test('a month that does not exist is a bug', () => {
  for (const month of [0, 13, 1.5]) assert.throws(() => nominalMonth(2018, month), RangeError)
  assert.equal(isNominalMonth('2018-13'), false)
})
