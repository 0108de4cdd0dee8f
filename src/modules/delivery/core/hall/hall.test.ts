import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, aPlacing, aRoster, ticketOf } from '../../fixtures.ts'
import { acceptsUntil, isOverdue, remainingMs } from '../attempt/attempt.ts'
import { rosterFaults } from '../site/roster-faults.ts'
import { minutesOf, uncovered, withinWork } from './credit.ts'
import { type Door, mayCheckIn, mayMarkAbsent } from './door.ts'
import { HALL_ACTS, type HallAct, judgeKeepers, needsSecond } from './duties.ts'
import { downTime, faultClock, isPaused } from './halt.ts'
import { type ArmingFacts, armingFindings, mayArm, mayBeReplaced, siteState } from './site-state.ts'
import { afterWrongTry, mayTry } from './staff.ts'
import { type SeatFacts, changedSeats, seatOnWall } from './wall.ts'

const at = (minutes: number): Instant => plusMinutes(OPENING, minutes)
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : (result as { refusal: { code: string } }).refusal.code

describe('the door', () => {
  const door: Door = { opensAt: OPENING, entryMinutesBefore: 30, lateLimitMinutes: 25, absentMinutesAfter: 30, closedAt: null }
  const nobody = { checkedInAt: null, absentAt: null }
  const inside = { checkedInAt: at(-5), absentAt: null }
  const cases: readonly (readonly [string, number, typeof nobody | typeof inside, string, string])[] = [
    ['before the door opens', -31, nobody, 'door-not-open', 'too-early-for-absence'],
    ['as it opens', -30, nobody, 'ok', 'too-early-for-absence'],
    ['the last late minute', 25, nobody, 'ok', 'too-early-for-absence'],
    ['between late and absent', 26, nobody, 'door-closed', 'too-early-for-absence'],
    ['as absence begins', 30, nobody, 'door-closed', 'ok'],
    ['who is inside may come again', 60, inside, 'ok', 'already-inside'],
    ['who was marked absent stays out', 5, { checkedInAt: null, absentAt: at(1) } as never, 'marked-absent', 'too-early-for-absence'],
  ]
  for (const [name, minute, comer, checkIn, absent] of cases)
    test(name, () => {
      assert.equal(codeOf(mayCheckIn(door, comer, at(minute))), checkIn)
      assert.equal(codeOf(mayMarkAbsent(door, comer, at(minute))), absent)
    })
  test('a closed sitting lets nobody in and marks nobody', () => {
    const closed = { ...door, closedAt: at(100) }
    assert.deepEqual(
      [codeOf(mayCheckIn(closed, nobody, at(0))), codeOf(mayMarkAbsent(closed, nobody, at(101)))],
      ['sitting-closed', 'sitting-closed'],
    )
  })
})

describe('who may act, alone or by two', () => {
  const manager = { staffId: 'm', duties: ['site-manager'] } as const
  const engineer = { staffId: 'e', duties: ['site-engineer'] } as const
  const keeper = { staffId: 'k', duties: ['invigilator'] } as const
  const other = { staffId: 'o', duties: ['invigilator'] } as const
  const both = { staffId: 'b', duties: ['site-manager', 'site-engineer'] } as const
  const over = { minutes: 11, threshold: 10 }
  const cases: readonly (readonly [HallAct, Parameters<typeof judgeKeepers>[1], Parameters<typeof judgeKeepers>[2], string])[] = [
    ['check-in', engineer, null, 'not-permitted'],
    ['check-in', keeper, null, 'ok'],
    ['open-papers', manager, null, 'second-person-needed'],
    ['open-papers', manager, manager, 'second-person-same'],
    ['open-papers', manager, keeper, 'second-person-lacks-duty'],
    ['open-papers', manager, engineer, 'ok'],
    ['open-papers', engineer, manager, 'ok'],
    ['open-papers', both, { staffId: 'x', duties: ['site-manager'] }, 'ok'],
    ['arm', manager, null, 'second-person-needed'],
    ['arm', manager, keeper, 'second-person-lacks-duty'],
    ['arm', engineer, manager, 'ok'],
    ['malpractice', keeper, other, 'ok'],
    ['malpractice', keeper, engineer, 'second-person-lacks-duty'],
    ['stop', keeper, other, 'second-person-lacks-duty'],
    ['stop', keeper, manager, 'ok'],
    ['credit', keeper, null, 'second-person-needed'],
    ['credit', keeper, manager, 'ok'],
  ]
  for (const [act, first, second, expected] of cases)
    test(`${act}: ${first.staffId} with ${second?.staffId ?? 'nobody'} is ${expected}`, () => {
      assert.equal(codeOf(judgeKeepers(act, first, second, over)), expected)
    })
  test('one person never suffices where two are always needed, whatever duties they hold', () => {
    const all = { staffId: 'z', duties: ['site-manager', 'site-engineer', 'invigilator'] } as const
    for (const act of Object.keys(HALL_ACTS) as HallAct[]) {
      const alone = judgeKeepers(act, all, null).ok
      assert.equal(alone, HALL_ACTS[act].second !== 'always', act)
      if (!alone) assert.equal(codeOf(judgeKeepers(act, all, all)), 'second-person-same')
    }
  })
  test('the threshold itself needs one person, a minute more two', () => {
    assert.equal(needsSecond('credit', { minutes: 10, threshold: 10 }), false)
    assert.equal(needsSecond('credit', { minutes: 11, threshold: 10 }), true)
  })
})

describe('time that is given back', () => {
  const interval = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => ({ from: instant(Math.min(a, b)), to: instant(Math.max(a, b)) }))
  test('what is given and what was given before cover the wanted interval exactly once', () => {
    fc.assert(
      fc.property(interval, fc.array(interval, { maxLength: 6 }), (wanted, known) => {
        const parts = uncovered(wanted, known)
        for (let ms = 0; ms <= 500; ms++) {
          const isIn = (one: { from: number; to: number }) => one.from <= ms && ms < one.to
          assert.equal(parts.filter(isIn).length, isIn(wanted) && !known.some(isIn) ? 1 : 0)
        }
      }),
    )
  })
  test('a part of a minute is a whole one, nothing is nothing', () => {
    assert.equal(minutesOf([{ from: at(0), to: instant(at(3) + 1) }]), 4)
    assert.equal(minutesOf([]), 0)
  })
  test('only what fell into working time counts', () => {
    assert.deepEqual(withinWork({ from: at(-10), to: at(5) }, { from: OPENING, to: null }), { from: OPENING, to: at(5) })
    assert.equal(withinWork({ from: at(-10), to: at(0) }, { from: OPENING, to: null }), null)
    assert.deepEqual(withinWork({ from: at(1), to: at(9) }, { from: OPENING, to: at(4) }), { from: at(1), to: at(4) })
  })
})

describe('pauses, faults and silence', () => {
  const pause = { haltId: 'h', kind: 'pause', roomLabel: '第一考场', reason: 'power', fromAt: at(1) } as const
  test('a pause of a room stops that room, one of the site every room, a fault none', () => {
    assert.deepEqual([isPaused([pause], '第一考场'), isPaused([pause], '第二考场')], [true, false])
    assert.equal(isPaused([{ ...pause, roomLabel: null }], '第二考场'), true)
    assert.equal(isPaused([{ ...pause, kind: 'fault' }], '第一考场'), false)
  })
  test('the fault clock is exceeded only after the limit', () => {
    const rule = { mostMinutes: 45, secondPersonOverMinutes: 10 }
    assert.deepEqual(faultClock(rule, OPENING, at(45)), { elapsedMs: 45 * 60_000, leftMs: 0, exceeded: false })
    assert.equal(faultClock(rule, OPENING, instant(at(45) + 1)).exceeded, true)
    assert.equal(faultClock(rule, OPENING, at(-1)).elapsedMs, 0)
  })
  test('a short silence is none, a first start knows none', () => {
    assert.equal(downTime(instant(at(0)), instant(at(0) + 30_000)), null)
    assert.deepEqual(downTime(at(0), at(2)), { from: at(0), to: at(2) })
    assert.equal(downTime(null, at(2)), null)
  })
  test('while paused the clock stands, nothing is overdue, and the deadline comes back when it goes on', () => {
    const running = { ...aPlacing(), state: 'running', startedAt: OPENING, startRef: 'r' } as const
    const paused = { ...running, pausedSince: at(30) }
    assert.equal(remainingMs(paused, at(80)), 60 * 60_000)
    assert.deepEqual([isOverdue(running, at(101)), isOverdue(paused, at(101))], [true, false])
    assert.equal(acceptsUntil({ ...paused, pausedSince: null }, OPENING), acceptsUntil(running, OPENING))
  })
})

describe('how far a site has come', () => {
  const sitting = { opensAt: OPENING, closedAt: null }
  const facts = { papersOpenedAt: null, armedAt: null, sittings: [sitting] }
  test('each step has its state, and only an armed or running site keeps its roster', () => {
    const states = [
      siteState(null, at(0)),
      siteState(facts, at(0)),
      siteState({ ...facts, papersOpenedAt: at(-30) }, at(0)),
      siteState({ ...facts, papersOpenedAt: at(-30), armedAt: at(-20) }, at(-1)),
      siteState({ ...facts, papersOpenedAt: at(-30), armedAt: at(-20) }, at(0)),
      siteState({ ...facts, sittings: [{ ...sitting, closedAt: at(100) }] }, at(101)),
    ]
    assert.deepEqual(states, ['empty', 'roster-installed', 'papers-opened', 'armed', 'running', 'closed'])
    assert.deepEqual(states.map(mayBeReplaced), [true, true, true, false, false, true])
  })
  const ready: ArmingFacts = {
    peer: 'reached',
    rehearsal: false,
    papersOpened: true,
    candidates: 40,
    withoutAttempt: 0,
    spareSeats: 2,
    duties: new Set(['site-manager', 'site-engineer']),
    evidence: [],
    drillFault: null,
    laboratory: null,
    timeline: [],
  }
  const wrong: readonly (readonly [string, Partial<ArmingFacts>])[] = [
    ['papers-opened', { papersOpened: false }],
    ['attempts-prepared', { withoutAttempt: 1 }],
    ['staff', { duties: new Set(['site-manager']) }],
    ['drill', { drillFault: { zh: '没有就绪证书', en: 'none' } }],
    ['timeline', { timeline: null }],
    ['disk', { evidence: [{ kind: 'disk', passed: false, validUntil: null, note: '剩余空间不足' }] }],
  ]
  test('nothing in the way: it may be armed', () => assert.equal(mayArm(armingFindings(ready, at(0))), true))
  for (const [code, change] of wrong)
    test(`${code} in the way: ${Object.keys(change).join()}`, () => {
      const findings = armingFindings({ ...ready, ...change }, at(0))
      assert.equal(findings.find(one => one.code === code)?.verdict, 'in-the-way')
      assert.equal(mayArm(findings), false)
    })
  test('few spare seats are worth a look; a rehearsal asks for no drill', () => {
    const findings = armingFindings({ ...ready, spareSeats: 1, rehearsal: true, drillFault: { zh: '没有', en: 'none' } }, at(0))
    assert.equal(findings.find(one => one.code === 'spare-seats')?.verdict, 'look')
    assert.equal(mayArm(findings), true)
  })
})

describe('rosters, staff and seats', () => {
  const roster = aRoster('argon2id$x')
  test('a roster in order has no faults; each contradiction is one', () => {
    assert.deepEqual(rosterFaults(roster), [])
    const [one, two] = roster.candidates as [(typeof roster.candidates)[0], (typeof roster.candidates)[0]]
    const faulty = (candidates: typeof roster.candidates) => rosterFaults({ ...roster, candidates }).length
    assert.equal(faulty([one, { ...two, seatLabel: one.seatLabel }]), 1)
    assert.equal(faulty([one, { ...two, ticketNumber: ticketOf(1) }]), 1)
    assert.equal(faulty([{ ...one, seatLabel: '99' }]), 1)
    assert.equal(faulty([{ ...one, sittingId: 'c0ffee00-0000-4000-8000-000000000000' }]), 1)
    assert.ok(rosterFaults({ ...roster, staff: [...roster.staff, ...roster.staff.slice(0, 1)] }).length === 1)
  })
  test('the fifth wrong pass phrase locks for five minutes', () => {
    const staff = { sitePackageId: 's', staffId: 'k', name: '', duties: [], passVerifier: '', failedTries: 4, lockedUntil: null }
    const after = afterWrongTry(staff, OPENING)
    assert.deepEqual(after, { failedTries: 0, lockedUntil: at(5) })
    assert.equal(codeOf(mayTry(after, at(4))), 'staff-locked')
    assert.equal(codeOf(mayTry(after, at(5))), 'ok')
    assert.deepEqual(afterWrongTry({ ...staff, failedTries: 1 }, OPENING), { failedTries: 2, lockedUntil: null })
  })
  const facts: SeatFacts = {
    roomLabel: '一',
    seatLabel: '1',
    place: 0,
    spare: false,
    outOfOrder: false,
    candidateRef: 'c',
    maskedName: '陈*',
    ticketNumber: 't',
    checkedInAt: null,
    absentAt: null,
    attemptId: 'a',
    attemptState: 'ready',
    endedBy: null,
    epoch: 0,
    endsAt: null,
    pausedSince: null,
    lastSavedAt: null,
    pairSaved: false,
    beat: null,
    helpSince: null,
    lock: null,
  }
  const beat = { at: at(0), rttMs: 10, batteryPercent: 51, charging: true, focusLost: 0, unsent: 0 }
  const seats: readonly (readonly [string, Partial<SeatFacts>, string])[] = [
    ['free', { candidateRef: null, attemptState: null }, 'none'],
    ['out-of-order', { candidateRef: null, attemptState: null, outOfOrder: true }, 'none'],
    ['expected', {}, 'none'],
    ['checked-in', { checkedInAt: at(-5) }, 'none'],
    ['entered', { epoch: 1, beat }, 'good'],
    ['working', { epoch: 1, attemptState: 'running', endsAt: at(90), beat: { ...beat, unsent: 3 } }, 'weak'],
    ['working', { epoch: 1, attemptState: 'running', endsAt: at(90), beat: { ...beat, rttMs: 900 } }, 'weak'],
    ['working', { epoch: 1, attemptState: 'running', endsAt: at(90), beat: { ...beat, at: at(-2) } }, 'silent'],
    ['paused', { epoch: 1, attemptState: 'running', endsAt: at(90), pausedSince: at(0), beat }, 'good'],
    ['handed-in', { epoch: 1, attemptState: 'handed-in' }, 'none'],
    ['absent', { absentAt: at(30), attemptState: 'closed' }, 'none'],
    ['ended', { epoch: 1, attemptState: 'closed' }, 'none'],
  ]
  for (const [state, change, link] of seats)
    test(`a seat is ${state}, its link ${link}`, () => {
      const seat = seatOnWall({ ...facts, ...change }, null, at(0))
      assert.deepEqual([seat.state, seat.link], [state, link])
    })
  test('a paused seat keeps its minutes; nothing that people cannot see moves the wall', () => {
    const working = { ...facts, epoch: 1, attemptState: 'running', endsAt: at(90), beat } as const
    assert.equal(seatOnWall({ ...working, pausedSince: at(10) }, null, at(60)).minutesLeft, 80)
    const before = [seatOnWall(working, 5, at(0))]
    assert.deepEqual(
      changedSeats(before, [seatOnWall({ ...working, beat: { ...beat, rttMs: 11, batteryPercent: 50 } }, 5, instant(at(0) + 20))]),
      [],
    )
    assert.equal(changedSeats(before, [seatOnWall(working, 6, at(0))]).length, 1)
  })
})
