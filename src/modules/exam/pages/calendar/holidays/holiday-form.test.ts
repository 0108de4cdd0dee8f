import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidayLists, holidayRows, STATUTORY_HOLIDAYS } from './holiday-form.ts'

const named = (day: string, zh = '春节', en = 'Spring Festival') => ({ day, zh, en })

test('an empty year offers the seven statutory holidays blank', () => {
  const rows = holidayRows({ holidays: [], makeUpWorkingDays: [] })
  assert.equal(rows.length, STATUTORY_HOLIDAYS.length)
  assert.deepEqual(holidayLists(rows), { statutory: [], makeUpWorkingDays: [] })
})

test('a break is spread over its days, and work keeps the name of its holiday', () => {
  const rows = holidayRows({ holidays: [], makeUpWorkingDays: [] }).map(row =>
    row.zh === '春节' ? { ...row, from: '2027-02-05', until: '2027-02-07', work: ['2027-02-14'] } : row,
  )
  assert.deepEqual(holidayLists(rows), {
    statutory: [named('2027-02-05'), named('2027-02-06'), named('2027-02-07')],
    makeUpWorkingDays: [named('2027-02-14')],
  })
})

test('a break of one day may lack its end, and an end before its beginning gives nothing', () => {
  const [first] = STATUTORY_HOLIDAYS
  assert.deepEqual(
    holidayLists([{ ...first, from: '2027-01-01', until: '', work: [] }]).statutory.map(d => d.day),
    ['2027-01-01'],
  )
  assert.deepEqual(holidayLists([{ ...first, from: '2027-01-03', until: '2027-01-01', work: [] }]).statutory, [])
})

test('a table that stands comes back as it was, whether its names end in 节 or not', () => {
  const holidays = [named('2026-04-04', '清明', 'Tomb-Sweeping Day'), named('2026-04-05', '清明', 'Tomb-Sweeping Day')]
  const rows = holidayRows({ holidays, makeUpWorkingDays: [named('2026-02-28')] })
  assert.equal(rows.length, STATUTORY_HOLIDAYS.length)
  const lists = holidayLists(rows)
  assert.deepEqual(
    lists.statutory.map(d => d.day),
    ['2026-04-04', '2026-04-05'],
  )
  assert.deepEqual(
    lists.makeUpWorkingDays.map(d => d.day),
    ['2026-02-28'],
  )
})

test('a holiday of the table beyond the seven keeps its own row', () => {
  const rows = holidayRows({ holidays: [named('2015-09-03', '抗日战争胜利纪念日', 'Victory Day')], makeUpWorkingDays: [] })
  assert.equal(rows.at(-1)?.zh, '抗日战争胜利纪念日')
})
