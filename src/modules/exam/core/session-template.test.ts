import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clockOf, dayOf } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { type ExamTime, examTimeOf, plannedSittings, type PlannedSitting } from './session-template.ts'

const DAY = localDate('2018-01-07')
const time = (paper: ExamTime['paper'], start: string | null, minutes: number | null): ExamTime => ({ paper, start, minutes })
const shown = (s: PlannedSitting) => `${s.paper} ${dayOf(s.startsAt)} ${clockOf(s.startsAt)}-${clockOf(s.endsAt)} ${s.minutes}`
function planned(times: readonly ExamTime[], fallback: readonly ExamTime[] = []): readonly string[] | string {
  const sittings = plannedSittings({ day: DAY, level: 'L4', times, fallback })
  return sittings.ok ? sittings.value.map(shown) : sittings.refusal.code
}

test('each level keeps the clock times its edition states', () => {
  const table: readonly (readonly [readonly (readonly [ExamTime['paper'], string])[], readonly string[]])[] = [
    [
      [
        ['theory', '08:30-10:00'],
        ['skill', '10:30-12:00'],
      ],
      ['theory 2018-01-07 08:30-10:00 90', 'skill 2018-01-07 10:30-12:00 90'],
    ],
    [
      [
        ['theory', '08:30-10:00'],
        ['skill', '10:30-12:30'],
      ],
      ['theory 2018-01-07 08:30-10:00 90', 'skill 2018-01-07 10:30-12:30 120'],
    ],
    [
      [
        ['review', '14:00-15:30'],
        ['skill', '10:30-12:30'],
        ['theory', '08:30-10:00'],
      ],
      ['theory 2018-01-07 08:30-10:00 90', 'skill 2018-01-07 10:30-12:30 120', 'review 2018-01-07 14:00-15:30 90'],
    ],
  ]
  for (const [spans, expected] of table) {
    const times = spans.map(([paper, span]) => examTimeOf(paper, span))
    assert.ok(times.every(t => t.ok))
    assert.deepEqual(planned(times.map(t => t.value)), expected)
  }
})

test('the dashes and colons in use are read, anything else is refused', () => {
  for (const span of ['08:30-10:00', '8:30–10:00', '08：30—10：00', '08:30～10:00', ' 08:30 - 10:00 ']) {
    assert.deepEqual(examTimeOf('theory', span), { ok: true, value: time('theory', '08:30', 90) }, span)
  }
  for (const span of ['', '08:30', '10:00-08:30', '08:30-08:30', '24:00-25:00', '08:60-10:00', 'morning']) {
    const read = examTimeOf('theory', span)
    assert.equal(read.ok ? 'ok' : read.refusal.code, 'exam-time-malformed', span)
  }
})

test('what the edition leaves open is supplied by the fallback, and its own words win', () => {
  const fallback = [time('theory', '09:00', 120), time('skill', '14:00', 120)]
  assert.deepEqual(planned([time('theory', null, 90), time('skill', null, null)], fallback), [
    'theory 2018-01-07 09:00-10:30 90',
    'skill 2018-01-07 14:00-16:00 120',
  ])
  assert.deepEqual(planned([time('theory', '08:30', null)], fallback), ['theory 2018-01-07 08:30-10:30 120'])
})

test('an edition that states no time and gets none is refused', () => {
  assert.equal(planned([time('theory', null, 90)]), 'exam-times-missing')
  assert.equal(planned([time('theory', '08:30', null)], [time('skill', '08:30', 90)]), 'exam-times-missing')
  assert.equal(planned([]), 'exam-times-missing')
})

test('papers of one level may touch but not overlap, and end on their day', () => {
  assert.deepEqual(planned([time('theory', '08:30', 90), time('skill', '10:00', 90)]), [
    'theory 2018-01-07 08:30-10:00 90',
    'skill 2018-01-07 10:00-11:30 90',
  ])
  assert.equal(planned([time('theory', '08:30', 90), time('skill', '09:59', 90)]), 'exam-times-overlap')
  assert.equal(planned([time('skill', '23:00', 61)]), 'exam-time-past-midnight')
  assert.throws(() => planned([time('skill', '10:00', 0)]), RangeError)
})

test('planned sittings are ordered, disjoint and as long as stated, whatever the order given', () => {
  const clock = fc
    .integer({ min: 0, max: 1439 })
    .map(n => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)
  const times = fc.tuple(clock, clock, fc.integer({ min: 1, max: 180 }), fc.integer({ min: 1, max: 180 }))
  fc.assert(
    fc.property(times, ([a, b, m, n]) => {
      const both = [time('theory', a, m), time('skill', b, n)]
      const sittings = plannedSittings({ day: DAY, level: 'L3', times: both })
      assert.deepEqual(plannedSittings({ day: DAY, level: 'L3', times: both.toReversed() }).ok, sittings.ok)
      if (!sittings.ok) return
      const [first, second] = sittings.value
      assert.ok(first && second && first.endsAt <= second.startsAt)
      for (const s of sittings.value) assert.equal(s.endsAt - s.startsAt, s.minutes * 60_000)
    }),
  )
})
