import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOf, instant, instantOf } from '../../../../kernel/instant.ts'
import { localDate, plusDays } from '../../../../kernel/local-date.ts'
import {
  deadlineOf,
  FINAL_WINDOW,
  MODULE_QUIZ_WINDOW,
  registrationWindow,
  type RegistrationWindow,
  requireOpenWindow,
  windowVerdict,
} from './registration-window.ts'

function windowOf(day: string, rule = FINAL_WINDOW): RegistrationWindow {
  const window = registrationWindow(localDate(day), rule)
  assert.ok(window.ok)
  return window.value
}

test('the window opens three months before and closes two weeks before the final, one week before a module quiz', () => {
  const table: readonly (readonly [string, typeof FINAL_WINDOW, string, string])[] = [
    ['2018-01-07', FINAL_WINDOW, '2017-10-07', '2017-12-24'],
    ['2018-01-07', MODULE_QUIZ_WINDOW, '2017-10-07', '2017-12-31'],
    ['2024-05-31', FINAL_WINDOW, '2024-02-29', '2024-05-17'],
    ['2015-03-01', { opensMonthsBefore: 1, closesDaysBefore: 0 }, '2015-02-01', '2015-03-01'],
  ]
  for (const [day, rule, opensOn, closesOn] of table) {
    const window = windowOf(day, rule)
    assert.deepEqual([window.opensOn, window.closesOn], [opensOn, closesOn])
  }
})

test('it opens at midnight and closes with the end of the last day in Beijing', () => {
  const window = windowOf('2018-01-07')
  const table: readonly (readonly [string, string])[] = [
    ['2017-10-06T23:59:59.999+08:00', 'before'],
    ['2017-10-07T00:00:00.000+08:00', 'open'],
    ['2017-12-24T23:59:59.999+08:00', 'open'],
    ['2017-12-24T15:59:59.999Z', 'open'],
    ['2017-12-24T16:00:00.000Z', 'closed'],
    ['2017-12-25T00:00:00.000+08:00', 'closed'],
  ]
  for (const [at, kind] of table) assert.equal(windowVerdict(window, instantOf(at)).kind, kind, at)
  assert.equal(deadlineOf(window), instantOf('2017-12-24T23:59:59.999+08:00'))
})

test('the verdict counts days by the Beijing calendar', () => {
  const window = windowOf('2018-01-07')
  assert.deepEqual(windowVerdict(window, instantOf('2017-10-06T23:00:00+08:00')), {
    kind: 'before',
    opensOn: '2017-10-07',
    closesOn: '2017-12-24',
    daysToOpen: 1,
  })
  assert.deepEqual(windowVerdict(window, instantOf('2017-12-24T00:30:00+08:00')), {
    kind: 'open',
    opensOn: '2017-10-07',
    closesOn: '2017-12-24',
    daysLeft: 0,
  })
})

test('outside the window an application is refused with both dates', () => {
  const window = windowOf('2018-01-07')
  const facts = { opensOn: '2017-10-07', opensOnZh: '2017年10月7日', closesOn: '2017-12-24', closesOnZh: '2017年12月24日' }
  assert.deepEqual(requireOpenWindow(window, instantOf('2017-10-01T12:00:00+08:00')), {
    ok: false,
    refusal: { code: 'registration-not-open', facts },
  })
  assert.deepEqual(requireOpenWindow(window, instantOf('2018-01-01T12:00:00+08:00')), {
    ok: false,
    refusal: { code: 'registration-closed', facts },
  })
  assert.deepEqual(requireOpenWindow(window, instantOf('2017-11-01T12:00:00+08:00')), { ok: true, value: true })
})

test('parameters that leave no day are refused, senseless ones are a bug', () => {
  const empty = registrationWindow(localDate('2018-01-07'), { opensMonthsBefore: 0, closesDaysBefore: 14 })
  assert.equal(empty.ok ? 'ok' : empty.refusal.code, 'registration-window-empty')
  for (const n of [-1, 0.5, Number.NaN])
    assert.throws(() => registrationWindow(localDate('2018-01-07'), { opensMonthsBefore: 3, closesDaysBefore: n }), RangeError)
})

test('an instant is inside exactly when its Beijing day is', () => {
  const window = windowOf('2018-01-07')
  fc.assert(
    fc.property(fc.integer({ min: Date.parse('2017-09-01'), max: Date.parse('2018-02-01') }), ms => {
      const day = dayOf(instant(ms))
      assert.equal(windowVerdict(window, instant(ms)).kind === 'open', day >= window.opensOn && day <= window.closesOn)
    }),
  )
})

test('whatever the day and the parameters, the last day comes before the exam and the first before the last', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 15_000 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (n, opensMonthsBefore, closesDaysBefore) => {
        const day = plusDays(localDate('2000-01-01'), n)
        const window = registrationWindow(day, { opensMonthsBefore, closesDaysBefore })
        assert.ok(window.ok)
        assert.ok(window.value.opensOn <= window.value.closesOn && window.value.closesOn < day)
        assert.ok(window.value.opensAt < window.value.closesAt)
      },
    ),
  )
})
