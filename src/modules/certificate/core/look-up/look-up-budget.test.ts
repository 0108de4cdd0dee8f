import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instant, instantOf } from '../../../../kernel/instant.ts'
import { LOOK_UP_BUDGET, mayLookUp, spanStart } from './look-up-budget.ts'

const NOW = instantOf('2026-12-28T23:59:30+08:00')
const none = { tries: 0, misses: 0 }

test('the tenth try of a minute is answered, the eleventh is not and says until when', () => {
  assert.ok(mayLookUp({ minute: { tries: 10, misses: 0 }, day: none }, NOW).ok)
  assert.deepEqual(mayLookUp({ minute: { tries: 11, misses: 0 }, day: none }, NOW), {
    ok: false,
    refusal: { code: 'look-up-exhausted', facts: { until: '2026-12-29 00:00' } },
  })
})

test('misses use up the day, finds do not', () => {
  assert.ok(mayLookUp({ minute: none, day: { tries: 5000, misses: LOOK_UP_BUDGET.missesPerDay - 1 } }, NOW).ok)
  assert.equal(mayLookUp({ minute: none, day: { tries: 60, misses: LOOK_UP_BUDGET.missesPerDay } }, NOW).ok, false)
})

test('a span holds its instant, is as long as it says, and a day begins at midnight in Beijing', () => {
  assert.equal(spanStart('day', NOW), instantOf('2026-12-28T00:00:00+08:00'))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.constantFrom('minute' as const, 'day' as const), (ms, span) => {
      const start = spanStart(span, instant(ms))
      assert.ok(start <= ms && ms < start + (span === 'day' ? 86_400_000 : 60_000))
      assert.equal(spanStart(span, start), start)
    }),
  )
})
