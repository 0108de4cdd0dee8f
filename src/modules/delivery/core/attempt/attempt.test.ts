import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, aPlacing, theRules } from '../../fixtures.ts'
import {
  type Attempt,
  type Running,
  acceptsUntil,
  close,
  creditMinutes,
  endsAt,
  handInFrom,
  isOverdue,
  remainingMs,
  start,
} from './attempt.ts'

const ready: Attempt = { ...aPlacing(), state: 'ready' }
const at = (minutes: number) => plusMinutes(OPENING, minutes)

function started(minutesLate = 0, changes: Parameters<typeof aPlacing>[0] = {}): Running {
  const outcome = start({ ...aPlacing(changes), state: 'ready' }, 'ref-1', at(minutesLate))
  assert.ok(outcome.ok)
  return outcome.value
}
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code

describe('starting', () => {
  test('nobody starts before the official start', () => {
    assert.equal(codeOf(start(ready, 'ref-1', instant(OPENING - 1))), 'too-early-to-start')
    assert.equal(start(ready, 'ref-1', OPENING).ok, true)
  })

  test('a person may start until 25 minutes after the start and not a moment later', () => {
    assert.equal(start(ready, 'ref-1', at(25)).ok, true)
    assert.equal(codeOf(start(ready, 'ref-1', instant(at(25) + 1))), 'too-late-to-start')
  })

  test('a second start of the same paper is refused; the repeated request of the first is not', () => {
    const running = started()
    assert.deepEqual(start(running, 'ref-1', at(3)), { ok: true, value: running })
    assert.equal(codeOf(start(running, 'ref-2', at(3))), 'already-started')
  })

  test('what has ended does not start again', () => {
    const closed = close(started(), { reason: 'stopped', receiptCode: 'X' }, at(40))
    assert.ok(closed.ok)
    assert.equal(codeOf(start(closed.value, 'ref-1', at(41))), 'attempt-over')
    assert.equal(codeOf(close(closed.value, { reason: 'time-up', receiptCode: 'Y' }, at(50))), 'wrong-state')
  })
})

describe('time', () => {
  test('whoever comes late in the national final gets no extra time', () => {
    assert.equal(endsAt(started(0), started(0).startedAt), at(90))
    assert.equal(endsAt(started(20), started(20).startedAt), at(90))
  })

  test('in a module quiz the time runs from the own start', () => {
    const quiz = started(20, { rules: theRules({ clock: 'own' }) })
    assert.equal(endsAt(quiz, quiz.startedAt), at(110))
    assert.equal(handInFrom(quiz), at(50))
  })

  test('allowance and credited minutes lengthen the paper, and the hard deadline moves with it', () => {
    const credited = creditMinutes(started(0, { ledger: { allottedMinutes: 90, allowanceMinutes: 30, creditMinutes: 0 } }), 7)
    assert.ok(credited.ok && credited.value.state === 'running')
    assert.equal(endsAt(credited.value, credited.value.startedAt), at(127))
    assert.equal(acceptsUntil(credited.value, credited.value.startedAt), at(137))
  })

  test('remaining time is never negative, never more than the entitlement, and only falls', () => {
    const minutes = fc.integer({ min: 0, max: 600 })
    const ledger = fc.record({ allottedMinutes: minutes, allowanceMinutes: minutes, creditMinutes: minutes })
    const moment = fc.integer({ min: 0, max: 1e9 })
    fc.assert(
      fc.property(ledger, fc.integer({ min: 0, max: 25 }), moment, moment, (time, late, t1, t2) => {
        const attempt = started(late, { ledger: time })
        const at_ = (ms: number) => remainingMs(attempt, instant(attempt.startedAt + ms))
        const [early, later] = [at_(Math.min(t1, t2)), at_(Math.max(t1, t2))]
        assert.ok(later >= 0 && later <= early)
        assert.ok(early <= (time.allottedMinutes + time.allowanceMinutes + time.creditMinutes) * 60_000)
      }),
    )
  })

  test('used and remaining time together are the entitlement as long as any is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 * 60_000 }), used => {
        const attempt = started()
        assert.equal(used + remainingMs(attempt, instant(OPENING + used)), 90 * 60_000)
      }),
    )
  })

  test('the clock closes a running attempt only after the hard deadline', () => {
    assert.equal(isOverdue(started(), at(100)), false)
    assert.equal(isOverdue(started(), instant(at(100) + 1)), true)
    assert.equal(isOverdue(ready, at(1000)), false)
  })

  test('nothing is credited to an attempt that has ended', () => {
    const closed = close(ready, { reason: 'absent', receiptCode: 'X' }, at(26))
    assert.ok(closed.ok)
    assert.equal(closed.value.startedAt, null)
    assert.equal(codeOf(creditMinutes(closed.value, 5)), 'attempt-over')
  })
})
