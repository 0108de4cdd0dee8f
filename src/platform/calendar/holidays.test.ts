import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { localDate, weekday, yearOf } from '../../kernel/local-date.ts'
import { type PackagedHolidayTable, packagedHolidayTable, packagedHolidayTables } from './holidays.ts'

function tableOf(year: number): PackagedHolidayTable {
  const table = packagedHolidayTable(year)
  assert.ok(table, `no table of ${year}`)
  return table
}
const nameOn = (day: string) => tableOf(yearOf(localDate(day))).statutory.find(d => d.day === day)?.zh

test('the Sundays that moved examinations lie in the announced breaks', () => {
  const table: readonly (readonly [string, string | undefined])[] = [
    ['2005-02-27', undefined],
    ['2015-02-22', '春节'],
    ['2015-03-01', undefined],
    ['2018-01-01', '元旦'],
    ['2018-01-07', undefined],
    ['2018-04-29', '劳动节'],
    ['2018-05-06', undefined],
    ['2024-01-01', '元旦'],
    ['2024-01-07', undefined],
    ['2026-02-22', '春节'],
    ['2026-03-01', undefined],
  ]
  for (const [day, name] of table) assert.equal(nameOn(day), name, day)
})

test('a weekend that only joins a break is not listed by name', () => {
  for (const [sunday, monday] of [
    ['2017-12-31', '2018-01-01'],
    ['2023-12-31', '2024-01-01'],
  ] as const) {
    assert.equal(nameOn(sunday), undefined)
    assert.equal(nameOn(monday), '元旦')
  }
})

test('an ordinary weekend is no statutory day', () => {
  assert.equal(nameOn('2018-03-03'), undefined)
  assert.equal(nameOn('2018-03-04'), undefined)
})

test('make-up working days are weekend days and never statutory', () => {
  assert.ok(tableOf(2018).makeUpWorkingDays.some(d => d.day === '2018-04-28' && d.en === 'Labour Day'))
  for (const table of packagedHolidayTables()) {
    const off = new Set(table.statutory.map(d => d.day))
    for (const { day } of table.makeUpWorkingDays) {
      assert.ok([0, 6].includes(weekday(day)), day)
      assert.ok(!off.has(day), day)
    }
  }
})

test('tables follow one another without a gap from 2004 and cover at least 2026', () => {
  const years = packagedHolidayTables().map(t => t.year)
  assert.deepEqual(
    years,
    years.map((_, i) => 2004 + i),
  )
  assert.ok(years.includes(2026))
})

test('every table is sorted, inside its year, and holds the fixed holidays', () => {
  for (const table of packagedHolidayTables()) {
    const days = table.statutory.map(d => d.day)
    assert.deepEqual(days, [...new Set(days)].sort())
    assert.ok(days.every(d => yearOf(d) === table.year))
    for (const fixed of ['01-01', '05-01', '10-01', '10-02', '10-03'])
      assert.ok(days.includes(localDate(`${table.year}-${fixed}`)), `${table.year}-${fixed}`)
    assert.equal(table.source.kind, 'package')
  }
})

test('a year without arrangement has no table', () => {
  const last = packagedHolidayTables().at(-1)?.year ?? 0
  for (const year of [1999, 2003, last + 1, 2100, 12_345, 2018.5]) assert.equal(packagedHolidayTable(year), undefined)
})

test('the time zone of the machine does not move a holiday', () => {
  const code = `import('${new URL('./holidays.ts', import.meta.url).href}').then(m => process.stdout.write(JSON.stringify(m.packagedHolidayTable(2018))))`
  const expected = JSON.stringify(packagedHolidayTable(2018))
  for (const TZ of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
    const run = spawnSync(process.execPath, ['--no-warnings', '-e', code], { env: { ...process.env, TZ }, encoding: 'utf8' })
    assert.equal(run.stdout, expected, `${TZ} ${run.stderr}`)
  }
})
