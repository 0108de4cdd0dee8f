import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import { OPENING, aPlacing, theRules } from '../../fixtures.ts'
import {
  type Attempt,
  acceptsUntil,
  close,
  creditMinutes,
  endsAt,
  entitledMinutes,
  handInFrom,
  hasEnded,
  isOverdue,
  remainingMs,
  start,
} from './attempt.ts'
import { mayHandIn } from './hand-in.ts'
import { nextEpoch, standingOf } from './takeover.ts'

type Step =
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'start'; readonly ref: string }
  | { readonly do: 'hand-in'; readonly by: 'candidate' | 'clock'; readonly missing: number }
  | { readonly do: 'close' }
  | { readonly do: 'credit'; readonly minutes: number }
  | { readonly do: 'enter' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 40 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('start' as const), ref: fc.constantFrom('a', 'b') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('hand-in' as const),
      by: fc.constantFrom('candidate' as const, 'clock' as const),
      missing: fc.nat(1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('credit' as const), minutes: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('enter' as const) }) },
)

/** What one step makes of an attempt; a refused step leaves it as it was. */
function take(attempt: Attempt, one: Step, now: Instant): Attempt {
  switch (one.do) {
    case 'wait':
      return attempt
    case 'enter':
      return hasEnded(attempt) ? attempt : { ...attempt, epoch: nextEpoch(attempt) }
    case 'start': {
      const started = start(attempt, one.ref, now)
      return started.ok ? started.value : attempt
    }
    case 'credit': {
      const credited = creditMinutes(attempt, one.minutes)
      return credited.ok ? credited.value : attempt
    }
    case 'close': {
      const closed = close(attempt, { reason: 'stopped', receiptCode: 'R' }, now)
      return closed.ok ? closed.value : attempt
    }
    case 'hand-in': {
      const running = mayHandIn(attempt, { by: one.by, lastSeq: 5, storedThrough: 5 - one.missing }, now)
      return running.ok ? { ...running.value, state: 'handed-in', endedAt: now, by: one.by, receiptCode: 'R' } : attempt
    }
  }
}

const ORDER = { ready: 0, running: 1, 'handed-in': 2, closed: 2 }

/** What holds between any two moments in the life of an attempt. */
function checkStep(
  before: Attempt,
  after: Attempt,
  moments: { readonly earlier: Instant; readonly now: Instant; readonly step: Step },
): void {
  const { earlier, now, step: one } = moments
  assert.ok(ORDER[after.state] >= ORDER[before.state], 'a state is never taken back')
  if (hasEnded(before)) assert.deepEqual(after, before, 'what has ended does not change')
  assert.ok(entitledMinutes(after.ledger) >= entitledMinutes(before.ledger), 'time is given, never taken')
  assert.ok(after.epoch >= before.epoch)
  assert.ok(remainingMs(after, now) >= 0)
  if (before.state === 'running' && after.state === 'running') {
    assert.equal(after.startedAt, before.startedAt, 'an attempt starts once')
    if (one.do !== 'credit') assert.ok(remainingMs(after, now) <= remainingMs(before, earlier), 'without a credit the time left only falls')
  }
  if (after.state === 'handed-in' && before.state === 'running') {
    if (after.by === 'candidate') assert.ok(now >= handInFrom(before), 'nobody hands in before the rule allows it')
    else assert.ok(now >= endsAt(before, before.startedAt) - 3_000, 'the clock hands in only at the end')
  }
}

test('no walk through an attempt breaks its rules: order of states, time, hand-in, finality', () => {
  const rules = fc.record({
    clock: fc.constantFrom('sitting' as const, 'own' as const),
    lateLimitMinutes: fc.nat(60),
    earliestHandInMinutes: fc.nat(60),
  })
  fc.assert(
    fc.property(rules, fc.array(step, { maxLength: 30 }), fc.integer({ min: -20, max: 20 }), (changes, steps, offset) => {
      let attempt: Attempt = { ...aPlacing({ rules: theRules(changes) }), state: 'ready' }
      let now = instant(OPENING + offset * 60_000)
      for (const one of steps) {
        const earlier = now
        if (one.do === 'wait') now = instant(now + one.minutes * 60_000)
        const after = take(attempt, one, now)
        checkStep(attempt, after, { earlier, now, step: one })
        attempt = after
      }
    }),
    { numRuns: 300 },
  )
})

test('the hard deadline never lies before the end, and the end never before what the candidate is entitled to from the start of the clock', () => {
  fc.assert(
    fc.property(fc.nat(25), fc.nat(86_400), fc.nat(60), (late, graceSeconds, allowance) => {
      const placing = aPlacing({
        rules: theRules({ graceSeconds, clock: 'own' }),
        ledger: { allottedMinutes: 90, allowanceMinutes: allowance, creditMinutes: 0 },
      })
      const startedAt = instant(OPENING + late * 60_000)
      assert.ok(acceptsUntil(placing, startedAt) >= endsAt(placing, startedAt))
      assert.equal(endsAt(placing, startedAt) - startedAt, (90 + allowance) * 60_000)
    }),
  )
})

test('an attempt is overdue exactly from the moment in which its saves are no longer taken', () => {
  const attempt: Attempt = { ...aPlacing(), state: 'running', startedAt: OPENING, startRef: 'a' }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8_000_000 }), ms => {
      const now = instant(OPENING + ms)
      assert.equal(isOverdue(attempt, now), now > acceptsUntil(attempt, OPENING))
    }),
  )
})

test('of any number of entries exactly the last one writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), entries => {
      const standings = Array.from({ length: entries }, (_, i) => standingOf(i + 1, { epoch: entries }))
      assert.deepEqual(standings.filter(s => s === 'current').length, 1)
      assert.equal(standings[entries - 1], 'current')
    }),
  )
})
