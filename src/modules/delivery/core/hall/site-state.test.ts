import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING } from '../../fixtures.ts'
import type { TimelineFinding } from '../timeline/finding.ts'
import { type ArmingFacts, SITE_STATES, armingFindings, mayArm, mayBeReplaced, siteState } from './site-state.ts'

const at = (minutes: number): Instant => plusMinutes(OPENING, minutes)
const DAY = 24 * 60

describe('the state of a site over a day of two sittings', () => {
  const morning = { opensAt: at(0), closedAt: null }
  const afternoon = { opensAt: at(330), closedAt: null }
  const state = (armed: boolean, closed: readonly (number | null)[], now: number) =>
    siteState(
      {
        papersOpenedAt: at(-30),
        armedAt: armed ? at(-20) : null,
        sittings: [morning, afternoon].map((one, n) => ({ ...one, closedAt: typeof closed[n] === 'number' ? at(closed[n]) : null })),
      },
      at(now),
    )
  const day: readonly (readonly [string, boolean, readonly (number | null)[], number, string])[] = [
    ['papers are open', false, [null, null], -25, 'papers-opened'],
    ['armed before the morning', true, [null, null], -1, 'armed'],
    ['the morning runs', true, [null, null], 0, 'running'],
    ['the morning is over its time and not closed', true, [null, null], 200, 'running'],
    ['between the sittings nobody works', true, [120, null], 200, 'armed'],
    ['the afternoon runs', true, [120, null], 330, 'running'],
    ['both are closed', true, [120, 450], 451, 'closed'],
  ]
  for (const [name, armed, closed, now, expected] of day)
    test(`${name}: ${expected}`, () => assert.equal(state(armed, closed, now), expected))

  test('time alone never takes a site back, and an armed one is never replaced before everything is closed', () => {
    const steps = fc.record({
      opened: fc.boolean(),
      armed: fc.boolean(),
      open: fc.array(fc.integer({ min: -600, max: 600 }), { minLength: 1, maxLength: 4 }),
    })
    fc.assert(
      fc.property(steps, fc.integer({ min: -700, max: 700 }), fc.nat(500), ({ opened, armed, open }, now, later) => {
        const facts = {
          papersOpenedAt: opened ? at(-700) : null,
          armedAt: opened && armed ? at(-650) : null,
          sittings: open.map(minute => ({ opensAt: at(minute), closedAt: null })),
        }
        const [before, after] = [siteState(facts, at(now)), siteState(facts, at(now + later))]
        assert.ok(SITE_STATES.indexOf(after) >= SITE_STATES.indexOf(before))
        assert.equal(mayBeReplaced(before), facts.armedAt === null)
      }),
    )
  })
})

const warning: TimelineFinding = {
  code: 'token',
  severity: 'warn',
  sittingId: null,
  roomLabel: null,
  ticketNumber: null,
  count: 1,
  text: { zh: '登录凭据仅余5分钟。', en: 'Close.' },
}
const block: TimelineFinding = { ...warning, code: 'package', severity: 'block', text: { zh: '试卷包过早失效。', en: 'Too early.' } }
const disk = (change: object = {}) => ({ kind: 'disk', passed: true, validUntil: at(14 * DAY), note: '磁盘可用40 GB', ...change })
const ready: ArmingFacts = {
  peer: 'reached',
  rehearsal: false,
  papersOpened: true,
  candidates: 40,
  withoutAttempt: 0,
  spareSeats: 2,
  duties: new Set(['site-manager', 'site-engineer', 'invigilator']),
  evidence: [],
  drillFault: null,
  laboratory: null,
  timeline: [],
}
const findingsOf = (change: Partial<ArmingFacts>, now = at(0)) => armingFindings({ ...ready, ...change }, now)
const verdicts = (change: Partial<ArmingFacts>, now = at(0)) =>
  Object.fromEntries(findingsOf(change, now).map(one => [one.code, one.verdict]))
const armed = (change: Partial<ArmingFacts>) => mayArm(findingsOf(change))

describe('what arming asks for', () => {
  test('a site in order has seven things fulfilled and each is told in both languages', () => {
    assert.deepEqual(verdicts({}), {
      'papers-opened': 'fulfilled',
      'attempts-prepared': 'fulfilled',
      staff: 'fulfilled',
      'spare-seats': 'fulfilled',
      peer: 'fulfilled',
      drill: 'fulfilled',
      timeline: 'fulfilled',
    })
    for (const one of findingsOf({})) assert.ok(one.zh.length > 2 && one.en.length > 2, one.code)
  })

  test('an item of the laboratory without its document is in the way, in a rehearsal too; papers without such items are not asked', () => {
    assert.equal(verdicts({})['laboratory'], undefined)
    assert.equal(verdicts({ laboratory: { items: 4, unplayable: 0 } })['laboratory'], 'fulfilled')
    const lacking = { laboratory: { items: 4, unplayable: 1 } }
    assert.equal(armed(lacking), false)
    assert.equal(armed({ ...lacking, rehearsal: true }), false)
    const told = findingsOf(lacking).find(one => one.code === 'laboratory')
    assert.match(told?.zh ?? '', /4道，其中1道缺少任务文件/)
  })

  test('of what is not fulfilled the text says what and how much', () => {
    const fault = { zh: '就绪证书不在14天有效期内，请重新演练。', en: 'Repeat the drill.' }
    const findings = findingsOf({
      withoutAttempt: 3,
      spareSeats: 0,
      drillFault: fault,
      timeline: null,
      evidence: [disk({ passed: false })],
    })
    const told = (code: string) => findings.find(one => one.code === code)?.zh ?? ''
    assert.match(told('attempts-prepared'), /3位考生没有试卷/)
    assert.match(told('spare-seats'), /0个，建议不少于2个/)
    assert.match(told('drill'), /^考前演练：就绪证书不在14天/)
    assert.match(told('timeline'), /启封后/)
    assert.match(told('disk'), /未通过：磁盘可用/)
  })

  test('two servers or one is said, and never in the way: a server may fail on the day itself', () => {
    const found = (peer: ArmingFacts['peer']) => findingsOf({ peer }).find(one => one.code === 'peer')
    assert.deepEqual(
      (['reached', 'lost', 'alone', 'alone-by-profile'] as const).map(peer => [found(peer)?.verdict, found(peer)?.zh.slice(0, 2)]),
      [
        ['fulfilled', '双机'],
        ['look', '双机'],
        ['look', '单机'],
        ['fulfilled', '单机'],
      ],
    )
    assert.equal(armed({ peer: 'lost' }), true)
  })

  test('papers that are closed leave nobody prepared, whatever is counted', () => {
    assert.equal(verdicts({ papersOpened: false, withoutAttempt: 0 })['attempts-prepared'], 'in-the-way')
  })

  test('the last instant of a result still counts, the next one not; one without an end never grows old', () => {
    const until = (validUntil: Instant | null, now: Instant) => verdicts({ evidence: [disk({ validUntil })] }, now)['disk']
    assert.deepEqual([until(at(5), at(5)), until(at(5), at(6)), until(null, at(9_999))], ['fulfilled', 'in-the-way', 'fulfilled'])
  })

  test('every finding of the timeline is told in its own words; a blocking one is in the way, and in a rehearsal only pointed out', () => {
    const told = findingsOf({ timeline: [block, warning, warning] }).slice(6)
    assert.deepEqual(
      told.map(one => [one.code, one.verdict, one.zh]),
      [
        ['timeline-1-package', 'in-the-way', '试卷包过早失效。'],
        ['timeline-2-token', 'look', '登录凭据仅余5分钟。'],
        ['timeline-3-token', 'look', '登录凭据仅余5分钟。'],
      ],
    )
    assert.deepEqual(
      [armed({ timeline: [warning] }), armed({ timeline: [block] }), armed({ timeline: [block], rehearsal: true })],
      [true, false, true],
    )
  })

  test('one spare machine for every twenty begun, at least one; too few are only worth a look', () => {
    const wanted: readonly (readonly [number, number])[] = [
      [0, 1],
      [1, 1],
      [20, 1],
      [21, 2],
      [2_000, 100],
    ]
    for (const [candidates, spareSeats] of wanted) {
      assert.equal(verdicts({ candidates, spareSeats })['spare-seats'], 'fulfilled', `${candidates}`)
      assert.equal(verdicts({ candidates, spareSeats: spareSeats - 1 })['spare-seats'], 'look', `${candidates}`)
    }
    assert.equal(armed({ spareSeats: 0 }), true)
  })

  test('each thing in the way is in the way alone, and a rehearsal is spared the drill only', () => {
    const bad: readonly Partial<ArmingFacts>[] = [
      { papersOpened: false },
      { withoutAttempt: 1 },
      { duties: new Set(['site-engineer']) },
      { duties: new Set(['site-manager']) },
      { drillFault: { zh: '没有就绪证书。', en: 'None.' } },
      { timeline: null },
      { evidence: [disk({ passed: false })] },
    ]
    for (const change of bad) {
      assert.equal(armed(change), false)
      assert.equal(armed({ ...change, rehearsal: true }), 'drillFault' in change)
    }
  })

  test('more of anything good never takes the permission away', () => {
    const facts = fc.record({
      papersOpened: fc.boolean(),
      withoutAttempt: fc.nat(2),
      spareSeats: fc.nat(3),
      duties: fc.subarray(['site-manager', 'site-engineer']).map(list => new Set<string>(list)),
      drillFault: fc.constantFrom(null, { zh: '没有。', en: 'None.' }),
      timeline: fc.constantFrom<ArmingFacts['timeline']>(null, [], [warning], [block, warning]),
    })
    fc.assert(
      fc.property(facts, change => {
        const before = { ...ready, ...change }
        if (!armed(before)) return
        for (const better of [{ spareSeats: before.spareSeats + 1 }, { withoutAttempt: 0 }, { rehearsal: true }, { timeline: [] }])
          assert.equal(armed({ ...before, ...better }), true)
      }),
    )
  })
})
