import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Instant, clockOf, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING } from '../../fixtures.ts'
import { type Interval, minutesOf, uncovered, withinWork } from './credit.ts'
import { type Comer, type Door, mayCheckIn, mayMarkAbsent } from './door.ts'
import { BEAT_MS, downTime, faultClock, isPaused, reaches } from './halt.ts'
import { type HallStaff, afterWrongTry, mayTry } from './staff.ts'

const at = (minutes: number): Instant => plusMinutes(OPENING, minutes)
const ms = (more: number): Instant => instant(OPENING + more)
const interval = fc.tuple(fc.nat(900), fc.nat(900)).map(([a, b]): Interval => ({ from: ms(Math.min(a, b)), to: ms(Math.max(a, b)) }))
const lengthOf = (parts: readonly Interval[]) => parts.reduce((sum, part) => sum + part.to - part.from, 0)

describe('intervals given back one after the other', () => {
  test('the same halt given to a person, the room and the site in any order gives its time once', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 6 }), list => {
        const given: Interval[] = []
        for (const wanted of list) given.push(...uncovered(wanted, given))
        const forwards = lengthOf(given)
        const back: Interval[] = []
        for (const wanted of list.toReversed()) back.push(...uncovered(wanted, back))
        assert.equal(forwards, lengthOf(back))
        for (const wanted of list) assert.equal(lengthOf(uncovered(wanted, given)), 0)
      }),
    )
  })

  test('what is left stands in order, is never empty, and touches nothing that was given', () => {
    fc.assert(
      fc.property(interval, fc.array(interval, { maxLength: 6 }), (wanted, known) => {
        const parts = uncovered(wanted, known)
        for (const part of parts) {
          assert.ok(part.from < part.to && part.from >= wanted.from && part.to <= wanted.to)
          assert.equal(known.filter(one => one.from < part.to && one.to > part.from && one.from < one.to).length, 0)
        }
        assert.deepEqual(
          parts,
          parts.toSorted((a, b) => a.from - b.from),
        )
      }),
    )
  })

  test('minutes are rounded for all parts together, so that a pause in pieces is not worth more than a whole one', () => {
    const seconds = (n: number) => ({ from: at(0), to: ms(n * 1_000) })
    assert.deepEqual([minutesOf([seconds(1)]), minutesOf([seconds(60)]), minutesOf([seconds(61)])], [1, 1, 2])
    assert.equal(minutesOf([seconds(30), seconds(30)]), 1)
  })

  test('of a wanted interval only working time is left, and what is left lies in both', () => {
    fc.assert(
      fc.property(interval, interval, fc.boolean(), (wanted, work, ended) => {
        const left = withinWork(wanted, { from: work.from, to: ended ? work.to : null })
        const to = ended ? Math.min(wanted.to, work.to) : wanted.to
        assert.equal(left === null, Math.max(wanted.from, work.from) >= to)
        if (left) assert.deepEqual(left, { from: Math.max(wanted.from, work.from), to })
      }),
    )
  })
})

describe('pauses and faults', () => {
  test('the clock of a fault counts up and down to the limit of the programme, and says when it is beyond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), fc.integer({ min: -60_000, max: 20_000_000 }), (mostMinutes, passed) => {
        const clock = faultClock({ mostMinutes, secondPersonOverMinutes: 10 }, OPENING, ms(passed))
        const limit = mostMinutes * 60_000
        assert.equal(clock.exceeded, passed > limit)
        assert.equal(clock.elapsedMs, Math.max(0, passed))
        assert.equal(clock.leftMs, Math.max(0, limit - Math.max(0, passed)))
      }),
    )
  })

  test('forty-five and fifty minutes are two programmes', () => {
    const exceeded = (mostMinutes: number) => faultClock({ mostMinutes, secondPersonOverMinutes: 10 }, at(0), at(47)).exceeded
    assert.deepEqual([exceeded(45), exceeded(50)], [true, false])
  })

  test('a room stands still if any pause reaches it, however many faults run besides', () => {
    const room = fc.constantFrom(null, '一', '二')
    const halt = fc.record({
      haltId: fc.uuid(),
      kind: fc.constantFrom('pause' as const, 'fault' as const),
      roomLabel: room,
      reason: fc.constant('power'),
    })
    fc.assert(
      fc.property(fc.array(halt, { maxLength: 5 }), fc.constantFrom('一', '二'), (list, label) => {
        const halts = list.map(one => ({ ...one, fromAt: at(1) }))
        const expected = list.some(one => one.kind === 'pause' && (one.roomLabel ?? label) === label)
        assert.equal(isPaused(halts, label), expected)
        for (const one of halts) assert.equal(reaches(one, label), one.roomLabel === null || one.roomLabel === label)
      }),
    )
  })

  test('three missed beats are an absence of the server, a clock that went back is none', () => {
    assert.equal(downTime(at(0), ms(3 * BEAT_MS)), null)
    assert.deepEqual(downTime(at(0), ms(3 * BEAT_MS + 1)), { from: at(0), to: ms(3 * BEAT_MS + 1) })
    assert.equal(downTime(at(5), at(0)), null)
  })
})

describe('the door over its whole evening', () => {
  const rules = fc.record({
    entryMinutesBefore: fc.nat(60),
    lateLimitMinutes: fc.nat(60),
    absentMinutesAfter: fc.integer({ min: 1, max: 90 }),
  })
  const nobody: Comer = { checkedInAt: null, absentAt: null }
  const doorOf = (numbers: { entryMinutesBefore: number; lateLimitMinutes: number; absentMinutesAfter: number }): Door => ({
    ...numbers,
    opensAt: OPENING,
    closedAt: null,
  })

  test('nobody is let in and marked absent at the same instant when absence begins after the door is shut', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: -90, max: 120 }), (numbers, minute) => {
        const door = doorOf(numbers)
        const [inside, absent] = [mayCheckIn(door, nobody, at(minute)).ok, mayMarkAbsent(door, nobody, at(minute)).ok]
        assert.equal(inside, minute >= -numbers.entryMinutesBefore && minute <= numbers.lateLimitMinutes)
        assert.equal(absent, minute >= numbers.absentMinutesAfter)
        if (numbers.absentMinutesAfter > numbers.lateLimitMinutes) assert.ok(!(inside && absent))
      }),
    )
  })

  test('a refusal names the time on the clock of the wall', () => {
    const door = doorOf({ entryMinutesBefore: 30, lateLimitMinutes: 25, absentMinutesAfter: 30 })
    const told = (result: ReturnType<typeof mayCheckIn>) => (result.ok ? {} : result.refusal.facts)
    assert.deepEqual(told(mayCheckIn(door, nobody, at(-31))), { from: clockOf(at(-30)) })
    assert.deepEqual(told(mayCheckIn(door, nobody, at(26))), { until: '08:55', minutes: 25 })
    assert.deepEqual(told(mayMarkAbsent(door, nobody, at(29))), { from: '09:00', minutes: 30 })
  })

  test('who is inside is never absent, and comes in again at any time until the sitting is closed', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: -30, max: 600 }), (numbers, minute) => {
        const door = doorOf({ ...numbers, entryMinutesBefore: 60 })
        const inside = { checkedInAt: at(-30), absentAt: null }
        assert.ok(mayCheckIn(door, inside, at(minute)).ok)
        assert.equal(mayMarkAbsent(door, inside, at(minute)).ok, false)
        assert.equal(mayCheckIn({ ...door, closedAt: at(minute) }, inside, at(minute)).ok, false)
      }),
    )
  })
})

describe('wrong pass phrases', () => {
  const fresh: HallStaff = {
    sitePackageId: 's',
    staffId: 'k',
    name: '孙老师',
    duties: [],
    passVerifier: '',
    failedTries: 0,
    lockedUntil: null,
  }

  test('in any run of tries there are never more than five within five minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(120), { maxLength: 60 }), gaps => {
        let staff = fresh
        let now = 0
        const tried: number[] = []
        for (const gap of gaps) {
          now += gap * 1_000
          if (!mayTry(staff, ms(now)).ok) continue
          tried.push(now)
          staff = { ...staff, ...afterWrongTry(staff, ms(now)) }
        }
        // the sixth try after any five comes at least the length of a lock after the fifth
        for (let n = 5; n < tried.length; n += 5) assert.ok((tried[n] ?? 0) - (tried[n - 1] ?? 0) >= 5 * 60_000)
      }),
    )
  })

  test('the lock says how many minutes are left, the last begun one included', () => {
    const locked = { ...fresh, ...afterWrongTry({ ...fresh, failedTries: 4 }, at(0)) }
    const minutes = (now: Instant) => {
      const outcome = mayTry(locked, now)
      return outcome.ok ? 0 : outcome.refusal.facts['minutes']
    }
    assert.deepEqual([minutes(at(0)), minutes(ms(1)), minutes(instant(at(5) - 1)), minutes(at(5))], [5, 5, 1, 0])
  })
})
