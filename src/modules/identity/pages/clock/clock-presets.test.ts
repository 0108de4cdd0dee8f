import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf, dayOf } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { clockPresets, clockTime } from './clock-presets.ts'

test('presets lie around the exam day in Beijing time, earliest first', () => {
  const presets = clockPresets(localDate('2026-11-29'))
  assert.deepEqual(
    presets.map(({ key, at }) => [key, dayOf(at), clockOf(at)]),
    [
      ['dayBefore', '2026-11-28', '09:00'],
      ['examMorning', '2026-11-29', '08:25'],
      ['examBegins', '2026-11-29', '08:30'],
      ['examAfternoon', '2026-11-29', '13:55'],
      ['weekAfter', '2026-12-06', '09:00'],
    ],
  )
})

test('a time is read as people type it, and nothing else is', () => {
  assert.deepEqual(['8:25', '08：25', '0825', '23:59'].map(clockTime), ['08:25', '08:25', '08:25', '23:59'])
  assert.deepEqual(['', '24:00', '8:60', '8', 'ab:cd', '8:5'].map(clockTime), [null, null, null, null, null, null])
})
