import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING } from '../../fixtures.ts'
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

const evidence = (kind: string, change: object = {}) => ({ kind, passed: true, validUntil: at(14 * DAY), note: '', ...change })
const ready: ArmingFacts = {
  rehearsal: false,
  papersOpened: true,
  candidates: 40,
  withoutAttempt: 0,
  spareSeats: 2,
  duties: new Set(['site-manager', 'site-engineer', 'invigilator']),
  evidence: [evidence('drill'), evidence('timeline')],
}
const verdicts = (change: Partial<ArmingFacts>, now = at(0)) =>
  Object.fromEntries(armingFindings({ ...ready, ...change }, now).map(one => [one.code, one.verdict]))

describe('what arming asks for', () => {
  test('a site in order has five things fulfilled and each is told in both languages', () => {
    assert.deepEqual(verdicts({}), {
      'papers-opened': 'fulfilled',
      'attempts-prepared': 'fulfilled',
      staff: 'fulfilled',
      'spare-seats': 'fulfilled',
      drill: 'fulfilled',
      timeline: 'fulfilled',
    })
    for (const one of armingFindings(ready, at(0))) assert.ok(one.zh.length > 2 && one.en.length > 2, one.code)
  })

  test('of what is not fulfilled the text says what and how much', () => {
    const findings = armingFindings(
      { ...ready, withoutAttempt: 3, spareSeats: 0, evidence: [evidence('drill', { passed: false, note: '保存用时' })] },
      at(0),
    )
    const told = (code: string) => findings.find(one => one.code === code)?.zh ?? ''
    assert.match(told('attempts-prepared'), /3位考生没有试卷/)
    assert.match(told('spare-seats'), /0个，建议不少于2个/)
    assert.match(told('drill'), /未通过：保存用时/)
    assert.match(told('timeline'), /缺少/)
  })

  test('papers that are closed leave nobody prepared, whatever is counted', () => {
    assert.equal(verdicts({ papersOpened: false, withoutAttempt: 0 })['attempts-prepared'], 'in-the-way')
  })

  test('the last instant of a result still counts, the next one not; one without an end never grows old', () => {
    const until = (validUntil: Instant | null, now: Instant) =>
      verdicts({ evidence: [evidence('drill', { validUntil }), evidence('timeline')] }, now)['drill']
    assert.deepEqual([until(at(5), at(5)), until(at(5), at(6)), until(null, at(9_999))], ['fulfilled', 'in-the-way', 'fulfilled'])
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
    assert.equal(mayArm(armingFindings({ ...ready, spareSeats: 0 }, at(0))), true)
  })

  test('each thing in the way is in the way alone, and a rehearsal is spared drill and timeline only', () => {
    const bad: readonly Partial<ArmingFacts>[] = [
      { papersOpened: false },
      { withoutAttempt: 1 },
      { duties: new Set(['site-engineer']) },
      { duties: new Set(['site-manager']) },
      { evidence: [evidence('timeline')] },
      { evidence: [evidence('drill')] },
    ]
    const armed = (change: Partial<ArmingFacts>) => mayArm(armingFindings({ ...ready, ...change }, at(0)))
    for (const change of bad) {
      assert.equal(armed(change), false)
      assert.equal(armed({ ...change, rehearsal: true }), 'evidence' in change)
    }
  })

  test('more of anything good never takes the permission away', () => {
    const facts = fc.record({
      papersOpened: fc.boolean(),
      withoutAttempt: fc.nat(2),
      spareSeats: fc.nat(3),
      duties: fc.subarray(['site-manager', 'site-engineer']).map(list => new Set<string>(list)),
      evidence: fc.subarray([evidence('drill'), evidence('timeline')]),
    })
    fc.assert(
      fc.property(facts, change => {
        const before = { ...ready, ...change }
        if (!mayArm(armingFindings(before, at(0)))) return
        for (const better of [{ spareSeats: before.spareSeats + 1 }, { withoutAttempt: 0 }, { rehearsal: true }, { candidates: 1 }])
          assert.equal(mayArm(armingFindings({ ...before, ...better }, at(0))), true)
      }),
    )
  })
})
