import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '../../../../kernel/local-date.ts'
import { NEVER, type Span, dayAfter, firstDayIn, firstDayInAll } from './span.ts'

const span = (from: string, before: string = NEVER): Span => ({ from: localDate(from), before: localDate(before) })
const on = localDate('2020-06-15')

describe('the first day in spans', () => {
  const cases: readonly (readonly [rule: string, spans: readonly Span[], first: string | null])[] = [
    ['is the day itself within a span', [span('2020-01-01', '2020-07-01')], '2020-06-15'],
    ['is the day itself where a span begins', [span('2020-06-15')], '2020-06-15'],
    ['is not the day on which a span has ended', [span('2020-01-01', '2020-06-15')], null],
    ['is the last day of a span', [span('2020-01-01', '2020-06-16')], '2020-06-15'],
    [
      'is the earliest beginning ahead, in whatever order the spans stand',
      [span('2021-01-01'), span('2020-08-01', '2020-08-02')],
      '2020-08-01',
    ],
    ['skips a span without days', [span('2020-08-01', '2020-08-01'), span('2021-01-01')], '2021-01-01'],
    ['is never without spans', [], null],
  ]
  for (const [rule, spans, first] of cases) test(rule, () => assert.equal(firstDayIn(spans, on), first))
})

describe('the first day in all of several sets of spans', () => {
  const cases: readonly (readonly [rule: string, sets: readonly (readonly Span[])[], first: string | null])[] = [
    ['is the latest of the beginnings', [[span('2020-07-01')], [span('2020-09-01')]], '2020-09-01'],
    [
      'looks on when one set has ended before the other begins',
      [[span('2020-07-01', '2020-08-01'), span('2021-01-01')], [span('2020-09-01')]],
      '2021-01-01',
    ],
    ['is never when the sets never meet', [[span('2020-07-01', '2020-08-01')], [span('2020-08-01')]], null],
    ['is never when one set is empty', [[span('2020-01-01')], []], null],
    ['is the day itself when nothing is asked', [], '2020-06-15'],
  ]
  for (const [rule, sets, first] of cases) test(rule, () => assert.equal(firstDayInAll(sets, on), first))
})

test('a last day ends a span on the next day, no last day never', () => {
  assert.equal(dayAfter(localDate('2020-02-28')), '2020-02-29')
  assert.equal(dayAfter(null), NEVER)
})
