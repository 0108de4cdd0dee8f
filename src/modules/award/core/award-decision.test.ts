import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate, plusDays, plusMonths } from '../../../kernel/local-date.ts'
import { hundredths } from '../../../kernel/marks.ts'
import { type AwardDecision, CARRY_MONTHS, decideAward, type Paper, type PaperOutcome, passRuleOf } from './award-decision.ts'

const TWO = passRuleOf({ scale: 100, theoryMin: 60, skillMin: 60 }, false)
const THREE = passRuleOf({ scale: 100, theoryMin: 60, skillMin: 60 }, true)
const DEADLINE = localDate('2017-12-24')
const marked = (mark: number): PaperOutcome => ({ kind: 'marked', mark: hundredths(mark) })
const carried = (mark: number, referenceOn: string): PaperOutcome => ({
  kind: 'carried',
  mark: hundredths(mark),
  referenceOn: localDate(referenceOn),
})
const ABSENT: PaperOutcome = { kind: 'absent' }
const VOIDED: PaperOutcome = { kind: 'voided', reason: '携带手机' }
type Outcomes = Partial<Record<Paper, PaperOutcome>>

function decided(outcomes: Outcomes, rule = TWO): AwardDecision {
  const decision = decideAward({ rule, outcomes, referenceOn: DEADLINE, carryMonths: CARRY_MONTHS })
  assert.ok(decision.ok)
  return decision.value
}

test('both papers must reach sixty; at sixty it is reached, a hundredth below it is not', () => {
  const table: readonly (readonly [number, number, string])[] = [
    [6000, 6000, 'passed'],
    [5999, 6000, 'failed'],
    [6000, 5999, 'failed'],
    [5999, 10_000, 'failed'],
    [10_000, 10_000, 'passed'],
    [0, 0, 'failed'],
  ]
  for (const [theory, skill, state] of table)
    assert.equal(decided({ theory: marked(theory), skill: marked(skill) }).state, state, `${theory} ${skill}`)
})

test('a level with review needs it too, and no other level looks at it', () => {
  assert.equal(decided({ theory: marked(7000), skill: marked(7000), review: marked(5999) }, THREE).state, 'failed')
  assert.equal(decided({ theory: marked(7000), skill: marked(7000), review: marked(6000) }, THREE).state, 'passed')
  assert.equal(decided({ theory: marked(7000), skill: marked(7000), review: VOIDED }).state, 'passed')
})

test('a voided paper voids the session, absence from all is absence, absence from one is failure', () => {
  const table: readonly (readonly [Outcomes, string])[] = [
    [{ theory: VOIDED, skill: marked(9000) }, 'voided'],
    [{ theory: VOIDED, skill: ABSENT }, 'voided'],
    [{ theory: ABSENT, skill: ABSENT }, 'absent'],
    [{ theory: marked(9000), skill: ABSENT }, 'failed'],
    [{ theory: carried(7000, '2017-06-11'), skill: ABSENT }, 'absent'],
    [{ theory: carried(7000, '2017-06-11'), skill: VOIDED }, 'voided'],
  ]
  for (const [outcomes, state] of table) assert.equal(decided(outcomes).state, state)
})

test('a carried paper counts for twelve months from the deadline of its session, the last day included', () => {
  const table: readonly (readonly [string, string])[] = [
    ['2017-12-24', 'passed'],
    ['2016-12-24', 'passed'],
    ['2016-12-23', 'failed'],
  ]
  for (const [referenceOn, state] of table)
    assert.equal(decided({ theory: carried(7000, referenceOn), skill: marked(6000) }).state, state, referenceOn)
  const longer = decideAward({
    rule: TWO,
    outcomes: { theory: carried(7000, '2016-12-23'), skill: marked(6000) },
    referenceOn: DEADLINE,
    carryMonths: 24,
  })
  assert.equal(longer.ok && longer.value.state, 'passed')
})

test('what was passed in a failed session is carried; carrying again does not prolong it', () => {
  assert.deepEqual(decided({ theory: marked(7050), skill: marked(5000) }).carries, [
    { paper: 'theory', mark: 7050, referenceOn: '2017-12-24', until: '2018-12-24' },
  ])
  assert.deepEqual(decided({ theory: carried(7050, '2017-02-12'), skill: ABSENT }).carries, [])
  assert.deepEqual(decided({ theory: carried(7050, '2017-02-12'), skill: marked(1) }).carries, [
    { paper: 'theory', mark: 7050, referenceOn: '2017-02-12', until: '2018-02-12' },
  ])
  assert.deepEqual(decided({ theory: marked(7000), skill: marked(7000) }).carries, [])
  assert.deepEqual(decided({ theory: marked(7000), skill: VOIDED }).carries, [])
})

test('every paper has its reason in both languages', () => {
  const table: readonly (readonly [PaperOutcome, string, string, string])[] = [
    [marked(6050), 'paper-passed', '理论知识：60.5分，合格', 'theory: 60.5, passed'],
    [marked(5950), 'paper-failed', '理论知识：59.5分，未达到60分', 'theory: 59.5, below 60'],
    [ABSENT, 'paper-absent', '理论知识：缺考', 'theory: absent'],
    [VOIDED, 'paper-voided', '理论知识：成绩无效（携带手机）', 'theory: void (携带手机)'],
    [
      carried(7000, '2017-06-11'),
      'paper-carried',
      '理论知识：免考，沿用70分（有效期至2018-06-11）',
      'theory: exempt, 70 carried (valid until 2018-06-11)',
    ],
    [
      carried(7000, '2016-06-12'),
      'carry-expired',
      '理论知识：原合格成绩70分已于2017-06-12过期',
      'theory: earlier pass of 70 expired on 2017-06-12',
    ],
    [carried(5000, '2017-06-11'), 'paper-failed', '理论知识：50分，未达到60分', 'theory: 50, below 60'],
  ]
  for (const [theory, code, zh, en] of table)
    assert.deepEqual(decided({ theory, skill: marked(6000) }).reasons[0], { paper: 'theory', code, zh, en })
})

test('nothing is decided while a result is missing or withheld', () => {
  for (const outcomes of [{}, { theory: marked(9000) }, { theory: marked(9000), skill: { kind: 'withheld' } as const }]) {
    const decision = decideAward({ rule: TWO, outcomes, referenceOn: DEADLINE, carryMonths: 12 })
    assert.equal(decision.ok ? 'ok' : decision.refusal.code, 'result-not-confirmed')
  }
  const review = decideAward({ rule: THREE, outcomes: { theory: marked(1), skill: marked(1) }, referenceOn: DEADLINE, carryMonths: 12 })
  assert.deepEqual(review.ok ? null : review.refusal.facts, { paper: '综合评审', paperEn: 'review' })
})

const anyOutcome: fc.Arbitrary<PaperOutcome> = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map(marked),
  fc.constantFrom(ABSENT, VOIDED),
  fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 900 })).map(([m, d]) => carried(m, plusDays(DEADLINE, -d))),
)

test('passed exactly when every required paper stands at or above its minimum', () => {
  fc.assert(
    fc.property(anyOutcome, anyOutcome, anyOutcome, (theory, skill, review) => {
      const stands = (o: PaperOutcome) =>
        (o.kind === 'marked' && o.mark >= 6000) || (o.kind === 'carried' && o.mark >= 6000 && DEADLINE <= plusMonths(o.referenceOn, 12))
      const decision = decided({ theory, skill, review }, THREE)
      assert.equal(decision.state === 'passed', [theory, skill, review].every(stands))
      assert.equal(decision.reasons.length, 3)
      assert.ok(decision.carries.every(c => c.mark >= 6000 && c.until >= DEADLINE))
    }),
  )
})

test('a better mark never turns a pass into a failure', () => {
  const mark = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(mark, mark, fc.nat(4000), (theory, skill, more) => {
      const before = decided({ theory: marked(theory), skill: marked(skill) }).state
      const after = decided({ theory: marked(Math.min(10_000, theory + more)), skill: marked(skill) }).state
      if (before === 'passed') assert.equal(after, 'passed')
    }),
  )
})

test('marks off the scale and rules of another scale are bugs', () => {
  for (const mark of [-1, 10_001]) assert.throws(() => decided({ theory: marked(mark), skill: marked(6000) }), RangeError)
  assert.throws(() => decided({ theory: carried(10_001, '2017-06-11'), skill: marked(6000) }), RangeError)
  assert.throws(() => passRuleOf({ scale: 150, theoryMin: 90, skillMin: 90 }, false), RangeError)
  assert.throws(() => decideAward({ rule: { required: [] }, outcomes: {}, referenceOn: DEADLINE, carryMonths: 12 }), RangeError)
})
