import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Dice, diceOf, pick, roll } from '../../../../kernel/dice.ts'
import { type Instant, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, aPlacing } from '../../fixtures.ts'
import { type Attempt, acceptsUntil, creditMinutes, endsAt, start } from '../attempt/attempt.ts'
import { SiteRoster } from '../site/site-package.ts'
import { type TimelineFacts, simulateCandidates } from './candidate-timeline.ts'
import { type TimelineLimits, NO_LIMITS, TIME_LIMITS } from './limits.ts'
import type { TimelineFinding } from './finding.ts'
import { lintTimeline } from './lint-timeline.ts'

const FORM = '2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901'
const MORNING = '5f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c'
const LATER = '6f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c'

type Person = {
  readonly sittingId?: string
  readonly room?: string
  readonly seat: string
  readonly allowance?: number
  readonly breaks?: number
  readonly form?: string
}
type Sitting = {
  readonly sittingId: string
  readonly opensAt: Instant
  readonly clock?: 'sitting' | 'own'
  readonly fault?: number
  readonly late?: number
  readonly grace?: number
}

function facts(people: readonly Person[], sittings: readonly Sitting[] = [{ sittingId: MORNING, opensAt: OPENING }]): TimelineFacts {
  const ticketOf = (person: Person, at: number) => `T${at}-${person.seat}`
  const roster = SiteRoster.parse({
    version: 1,
    sitePackageId: FORM,
    rehearsal: false,
    title: '2026年11月考次',
    siteCode: '9101',
    siteName: '第一考点',
    sittings: sittings.map(({ sittingId, opensAt, clock = 'sitting', fault = 50, late = 25, grace = 600 }) => ({
      sittingId,
      title: '理论知识',
      paper: 'theory',
      level: '4',
      rules: { opensAt, clock, lateLimitMinutes: late, graceSeconds: grace },
      fault: { mostMinutes: fault },
    })),
    rooms: [{ roomLabel: '第一考场', seats: ['1'] }],
    candidates: people.map((person, at) => ({
      sittingId: person.sittingId ?? MORNING,
      candidateRef: `c${at}`,
      packageId: person.form ?? FORM,
      ticketNumber: ticketOf(person, at),
      maskedName: '陈*',
      roomLabel: person.room ?? '第一考场',
      seatLabel: person.seat,
      allowanceMinutes: person.allowance ?? 0,
    })),
    staff: [1, 2].map(n => ({ staffId: `s${n}`, name: `王${n}`, duties: ['invigilator'], passVerifier: 'x' })),
    pairKey: 'a'.repeat(64),
  })
  const breaks = people.map((person, at) => [ticketOf(person, at), person.breaks ?? 0] as const)
  return { roster, minutesOfPackage: new Map([[FORM, 90]]), breakMinutesOfTicket: new Map(breaks) }
}

const at = (minutes: number) => plusMinutes(OPENING, minutes)
const lint = (who: TimelineFacts, limits: Partial<TimelineLimits> = {}) => lintTimeline(who, { ...NO_LIMITS, ...limits })
const codes = (findings: readonly TimelineFinding[]) => findings.map(one => `${one.severity} ${one.code}`)

describe('one end for all, set for people without extra time', () => {
  const hall = facts([
    { seat: '1' },
    { seat: '2', allowance: 45 },
    { seat: '3', allowance: 30, breaks: 10 },
    { seat: '9', room: '第二考场', allowance: 20 },
  ])

  test('blocks each room that has people with extra time, told by the one it hits hardest', () => {
    const findings = lint(hall, { endForAllAt: at(160) })
    assert.deepEqual(codes(findings), ['block end-for-all', 'block end-for-all'])
    assert.deepEqual(
      findings.map(one => [one.roomLabel, one.ticketNumber, one.count]),
      [
        ['第一考场', 'T1-2', 2],
        ['第二考场', 'T3-9', 1],
      ],
    )
    assert.equal(
      findings[0]?.text.zh,
      '第一考场2号机位考生（准考证号T1-2）最晚可作答到11:35（时长90分钟、加时45分钟、休息0分钟、最多补时50分钟），送达截止11:45，而统一截止时间是11:10，不足35分钟。本考场受影响2人。',
    )
    assert.match(findings[0]?.text.en ?? '', /may work until 11:35 .* 35 minutes too early\. 2 in this room\.$/)
  })

  test('is a warning where it fits closely, and nothing where it fits well', () => {
    assert.deepEqual(codes(lint(hall, { endForAllAt: at(195) })), ['warn end-for-all'])
    assert.deepEqual(codes(lint(hall, { endForAllAt: at(204.99) })), ['warn end-for-all'])
    assert.deepEqual(codes(lint(hall, { endForAllAt: at(205) })), [])
  })
})

describe('each limit that falls short', () => {
  const one = facts([{ seat: '1', allowance: 15 }])
  // longest course: entry 08:00, start until 08:55, end 11:05 (90 + 15 + 50), saves until 11:15
  const table: [string, Partial<TimelineLimits>, Partial<TimelineLimits>, Partial<TimelineLimits>][] = [
    ['token', { tokenMinutes: 194 }, { tokenMinutes: 195 }, { tokenMinutes: 205 }],
    ['entry-code', { entryCodeMinutes: 54 }, { entryCodeMinutes: 55 }, { entryCodeMinutes: 65 }],
    ['package', { packageUntil: at(164) }, { packageUntil: at(165) }, { packageUntil: at(175) }],
    ['key', { keyUntil: at(164) }, { keyUntil: at(165) }, { keyUntil: at(175) }],
    ['browser-quit', { browserQuitAt: at(154) }, { browserQuitAt: at(155) }, { browserQuitAt: at(165) }],
    ['power', { powerUntil: at(164) }, { powerUntil: at(165) }, { powerUntil: at(175) }],
    ['statement-timeout', { statementMs: 1999 }, { statementMs: 2000 }, { statementMs: 5000 }],
    ['battery', { batteryMinutes: 9 }, { batteryMinutes: 10 }, { batteryMinutes: 30 }],
    ['disk', { diskFreeBytes: 1_001_999_999 }, { diskFreeBytes: 1_002_000_000 }, { diskFreeBytes: 2_004_000_000 }],
  ]
  for (const [code, short, close, good] of table)
    test(`${code} blocks, warns and passes`, () => {
      assert.deepEqual(
        [short, close, good].map(limits => codes(lint(one, limits))),
        [[`block ${code}`], [`warn ${code}`], []],
      )
    })

  test('a package that opens after the door blocks', () => {
    assert.deepEqual(codes(lint(one, { packageFrom: at(-29) })), ['block package-start'])
    assert.deepEqual(codes(lint(one, { packageFrom: at(-30) })), [])
  })

  test('clocks more than two seconds off are pointed out, room by room', () => {
    const stations = [2000, -2001, 9000].map((skewMs, n) => ({ roomLabel: '第一考场', seatLabel: String(n), skewMs }))
    const [finding, ...more] = lint(one, { stations })
    assert.equal(more.length, 0)
    assert.deepEqual([finding?.severity, finding?.code, finding?.count], ['warn', 'clock-skew', 2])
    assert.match(finding?.text.zh ?? '', /2号机位的9\.0秒/)
  })

  test('without limits there is nothing to find', () => assert.deepEqual(lint(one), []))

  test('a candidate without a sitting or a form blocks: nothing can be promised to them', () => {
    const lost = facts([
      { seat: '1', sittingId: LATER },
      { seat: '2', form: LATER },
    ])
    assert.deepEqual(codes(lint(lost)), ['block sitting-unknown', 'block form-unknown'])
  })
})

describe('the next sitting at the same seat', () => {
  const pair = (opens: number, allowance = 0, seat = '1', fault = 50) =>
    lint(
      facts(
        [
          { seat: '1', allowance },
          { seat, sittingId: LATER },
        ],
        [
          { sittingId: MORNING, opensAt: OPENING, fault },
          { sittingId: LATER, opensAt: at(opens) },
        ],
      ),
    )
  test('blocks when the first still works as planned at its door, or with a fault at its beginning', () => {
    // ends at 90 as planned and 140 at the latest; the door opens 30 minutes before
    assert.deepEqual(codes(pair(119)), ['block next-sitting'])
    assert.deepEqual(codes(pair(139)), ['block next-sitting'])
    assert.deepEqual(codes(pair(140)), ['warn next-sitting'])
    assert.deepEqual(codes(pair(170)), [])
    assert.deepEqual(codes(pair(170, 45)), ['block next-sitting'])
    // a short fault rule: ends at 100 at the latest, but as planned ten minutes after the door has opened
    assert.deepEqual(codes(pair(110, 0, '1', 10)), ['block next-sitting'])
    assert.deepEqual(codes(pair(120, 0, '1', 10)), ['warn next-sitting'])
  })
  test('and not at another seat', () => assert.deepEqual(pair(119, 0, '2'), []))
})

describe('the longest course', () => {
  test('is not exceeded by any course that the rules allow, and is reached by one', () => {
    const dice = diceOf('longest')
    for (let round = 0; round < 300; round++) {
      const person = { seat: '1', allowance: roll(dice, 91), breaks: roll(dice, 31) }
      const sitting = {
        sittingId: MORNING,
        opensAt: OPENING,
        clock: pick(['sitting', 'own'] as const, dice),
        fault: 1 + roll(dice, 60),
        late: roll(dice, 40),
        grace: roll(dice, 1000),
      }
      const { courses } = simulateCandidates(facts([person], [sitting]))
      const course = courses[0]
      assert.ok(course)
      const played = (startMinute: number, credit: number, breaks: number) =>
        play(course.sitting.rules, person.allowance + breaks, startMinute, credit)
      for (let tries = 0; tries < 20; tries++) {
        const one = played(roll(dice, sitting.late + 1), roll(dice, sitting.fault + 1), roll(dice, person.breaks + 1))
        assert.ok(one.end <= course.endsAt && one.accepts <= course.acceptsUntil, `round ${round}`)
      }
      const last = played(sitting.late, sitting.fault, person.breaks)
      assert.deepEqual([last.end, last.accepts], [course.endsAt, course.acceptsUntil])
    }
  })
})

function play(rules: TimelineFacts['roster']['sittings'][number]['rules'], allowance: number, startMinute: number, credit: number) {
  const ready: Attempt = {
    ...aPlacing({ rules, ledger: { allottedMinutes: 90, allowanceMinutes: allowance, creditMinutes: 0 } }),
    state: 'ready',
  }
  const running = start(ready, 'ref', at(startMinute))
  assert.ok(running.ok)
  const credited = creditMinutes(running.value, credit)
  assert.ok(credited.ok)
  return { end: endsAt(credited.value, running.value.startedAt), accepts: acceptsUntil(credited.value, running.value.startedAt) }
}

function randomLimits(dice: Dice): TimelineLimits {
  const moment = () => (dice() < 0.2 ? null : instant(at(60) + roll(dice, 200 * 60_000)))
  return {
    endForAllAt: moment(),
    tokenMinutes: roll(dice, 300),
    entryCodeMinutes: roll(dice, 100),
    packageFrom: at(-60 + roll(dice, 60)),
    packageUntil: moment(),
    keyUntil: moment(),
    browserQuitAt: moment(),
    powerUntil: moment(),
    batteryMinutes: roll(dice, 40),
    statementMs: roll(dice, 8000),
    stations: [{ roomLabel: '第一考场', seatLabel: '1', skewMs: roll(dice, 6000) - 3000 }],
    diskFreeBytes: roll(dice, 4_000_000_000),
    seatsMeant: null,
  }
}

/** The same limits, one of them wider by a minute. */
function widened(limits: TimelineLimits): TimelineLimits[] {
  const wider: TimelineLimits[] = []
  for (const key of ['endForAllAt', 'packageUntil', 'keyUntil', 'browserQuitAt', 'powerUntil'] as const)
    if (limits[key] !== null) wider.push({ ...limits, [key]: plusMinutes(limits[key], 1) })
  for (const key of ['tokenMinutes', 'entryCodeMinutes', 'batteryMinutes'] as const)
    wider.push({ ...limits, [key]: (limits[key] ?? 0) + 1 })
  wider.push({ ...limits, statementMs: (limits.statementMs ?? 0) + 60_000 })
  if (limits.packageFrom !== null) wider.push({ ...limits, packageFrom: plusMinutes(limits.packageFrom, -1) })
  return wider
}

test('a minute more never adds a finding and never makes one worse', () => {
  const dice = diceOf('monotone')
  const rank = (findings: readonly TimelineFinding[]) =>
    new Map(findings.map(one => [`${one.code} ${one.sittingId} ${one.roomLabel}`, one.severity === 'block' ? 2 : 1]))
  for (let round = 0; round < 300; round++) {
    const people = Array.from({ length: 4 }, (_, n) => ({
      seat: String(n),
      room: pick(['第一考场', '第二考场'], dice),
      allowance: roll(dice, 60),
    }))
    const who = facts(people)
    const limits = randomLimits(dice)
    const before = rank(lintTimeline(who, limits))
    for (const wider of widened(limits))
      for (const [key, severity] of rank(lintTimeline(who, wider))) assert.ok(severity <= (before.get(key) ?? 0), `round ${round}: ${key}`)
  }
})

test('every limit of the table has a code and a name of its own in both languages', () => {
  assert.equal(new Set(TIME_LIMITS.map(limit => limit.code)).size, TIME_LIMITS.length)
  for (const { name } of TIME_LIMITS) assert.ok(/\p{Script=Han}/u.test(name.zh) && name.en.startsWith('the '))
})
