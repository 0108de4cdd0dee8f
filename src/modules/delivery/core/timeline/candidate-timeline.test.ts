import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clockOf, plusMinutes } from '../../../../kernel/instant.ts'
import { ATTEMPT, OPENING, PACKAGE, SITTING, theRules } from '../../fixtures.ts'
import { type RosterCandidate, type SiteSitting, SiteRoster } from '../site/site-package.ts'
import { type CandidateTimeline, minutesBetween, simulateCandidates } from './candidate-timeline.ts'
import { seatFindings } from './seat-findings.ts'
import { NO_LIMITS, type TimelineLimits } from './limits.ts'
import { siteFindings } from './site-findings.ts'

const sitting = (changes: Partial<SiteSitting> = {}): SiteSitting => ({
  sittingId: SITTING,
  title: '理论知识',
  paper: 'theory',
  level: '4',
  rules: theRules(),
  fault: { mostMinutes: 50, secondPersonOverMinutes: 10 },
  entryMinutesBefore: 30,
  absentMinutesAfter: 30,
  ...changes,
})
const candidate = (changes: Partial<RosterCandidate> = {}): RosterCandidate => ({
  sittingId: SITTING,
  candidateRef: 'c1',
  packageId: PACKAGE,
  ticketNumber: 'T1',
  maskedName: '陈*',
  maskedIdNumber: '',
  faceJpegBase64: null,
  roomLabel: '第一考场',
  seatLabel: '1',
  allowanceMinutes: 0,
  ...changes,
})
function courseOf(one: SiteSitting, who: RosterCandidate, { minutes = 90, breaks = 0 } = {}): CandidateTimeline {
  const roster = SiteRoster.parse({
    version: 1,
    sitePackageId: ATTEMPT,
    rehearsal: true,
    title: '演练',
    siteCode: '9101',
    siteName: '第一考点',
    sittings: [one],
    rooms: [{ roomLabel: '第一考场', seats: ['1'] }],
    candidates: [who],
    staff: [1, 2].map(n => ({ staffId: `s${n}`, name: `王${n}`, duties: ['invigilator'], passVerifier: 'x' })),
    pairKey: 'a'.repeat(64),
  })
  const facts = { roster, minutesOfPackage: new Map([[PACKAGE, minutes]]), breakMinutesOfTicket: new Map([['T1', breaks]]) }
  const course = simulateCandidates(facts).courses[0]
  assert.ok(course)
  return course
}
const clocks = (course: CandidateTimeline) =>
  [course.entersFrom, course.startsUntil, course.plannedEnd, course.endsAt, course.acceptsUntil].map(clockOf)

describe('the longest day of a candidate', () => {
  test('of the national final, beginning at half past eight', () => {
    assert.deepEqual(clocks(courseOf(sitting(), candidate())), ['08:00', '08:55', '10:00', '10:50', '11:00'])
  })
  test('with extra time and breaks, which both lengthen it', () => {
    const course = courseOf(sitting(), candidate({ allowanceMinutes: 45 }), { breaks: 15 })
    assert.deepEqual(clocks(course), ['08:00', '08:55', '11:00', '11:50', '12:00'])
  })
  test('where the clock is one’s own: who starts last ends last', () => {
    const course = courseOf(sitting({ rules: theRules({ clock: 'own' }) }), candidate())
    assert.deepEqual(clocks(course), ['08:00', '08:55', '10:25', '11:15', '11:25'])
  })
  test('by the fault rule of another programme, without grace, with a longer form', () => {
    const other = sitting({
      rules: theRules({ graceSeconds: 0 }),
      fault: { mostMinutes: 45, secondPersonOverMinutes: 10 },
      entryMinutesBefore: 20,
    })
    assert.deepEqual(clocks(courseOf(other, candidate(), { minutes: 120 })), ['08:10', '08:55', '10:30', '11:15', '11:15'])
  })
  test('whole minutes between two instants are rounded up, whatever their order', () => {
    assert.deepEqual(
      [0, 60_000, 60_001, -60_000, -1].map(ms => minutesBetween(OPENING, plusMinutes(OPENING, ms / 60_000))),
      [0, 1, 2, -1, -0],
    )
  })
})

describe('three sittings at one seat', () => {
  const LATER = '6f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c'
  const LAST = '7f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c'
  const at = (sittingId: string, minutes: number, seatLabel = '1') =>
    courseOf(sitting({ sittingId, rules: theRules({ opensAt: plusMinutes(OPENING, minutes) }) }), candidate({ sittingId, seatLabel }))
  test('are compared each with the next, in the order of the day', () => {
    const findings = seatFindings([at(LAST, 300), at(SITTING, 0), at(LATER, 120)])
    assert.deepEqual(
      findings.map(one => [one.severity, one.sittingId]),
      [['block', SITTING]],
    )
    assert.match(findings[0]?.text.zh ?? '', /上一场按计划10:00结束、最晚10:50结束，而下一场10:00入场、10:30开考，最多冲突50分钟/)
  })
  test('do not meet when they are far apart or at different seats', () => {
    assert.deepEqual(seatFindings([at(SITTING, 0), at(LATER, 200), at(LAST, 400)]), [])
    assert.deepEqual(seatFindings([at(SITTING, 0), at(LATER, 100, '2')]), [])
  })
})

describe('what concerns the whole site', () => {
  const told = (limits: Partial<TimelineLimits>, candidates = 500) =>
    siteFindings({ ...NO_LIMITS, ...limits }, candidates).map(one => `${one.severity} ${one.text.zh}`)
  test('is told with its numbers', () => {
    assert.deepEqual(told({ statementMs: 1500, batteryMinutes: 20, diskFreeBytes: 1_500_000_000 }), [
      'block 数据库语句超时为1500毫秒，至少须2000毫秒，建议5000毫秒以上；过短会使保存失败。',
      'warn 备用电源只能维持20分钟，应不少于30分钟，少于10分钟不能开考。',
      'block 服务器磁盘剩余1.5GB，500名考生需要2.0GB，且应留出一倍余量。请清理或更换磁盘。',
    ])
  })
  test('grows with the number of candidates where it is about the disk', () => {
    const diskFreeBytes = 4_000_000_000
    assert.deepEqual([told({ diskFreeBytes }, 500).length, told({ diskFreeBytes }, 501).length], [0, 1])
    assert.match(told({ diskFreeBytes }, 2_000)[0] ?? '', /^block/)
  })
  test('is silent when all is well', () => {
    assert.deepEqual(
      told({ statementMs: 5_000, batteryMinutes: 30, diskFreeBytes: 1e12, stations: [{ roomLabel: '一', seatLabel: '1', skewMs: -2000 }] }),
      [],
    )
  })
})
