import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../../../kernel/local-date.ts'
import { hundredths, marks } from '../../../kernel/marks.ts'
import type { PassRule } from './award-decision.ts'
import { type AttemptOutcome, countStates, decideSession, resultsText, type SeatFact, type SessionFacts } from './session-results.ts'

const rule: PassRule = {
  required: [
    { paper: 'theory', minimum: marks(60) },
    { paper: 'skill', minimum: marks(60) },
  ],
}
const seat = (personId: string, paper: 'theory' | 'skill'): SeatFact => ({
  personId,
  applicationId: `app-${personId}`,
  level: 'L3',
  ticketNumber: `t-${personId}`,
  siteCode: '10012003',
  attemptId: `${personId}-${paper}`,
  paper,
})
const marked = (attemptId: string, mark: number): AttemptOutcome => ({
  attemptId,
  outcome: { kind: 'marked', mark: hundredths(mark) },
  areas: [],
  skills: [],
})
const facts = (change: Partial<SessionFacts>): SessionFacts => ({
  seats: [],
  outcomes: [],
  earlier: [],
  rules: { L3: rule },
  referenceOn: localDate('2026-11-20'),
  ...change,
})
const both = (personId: string) => [seat(personId, 'theory'), seat(personId, 'skill')]
const stateOf = (theory: number, skill: number) =>
  decideSession(facts({ seats: both('p'), outcomes: [marked('p-theory', theory), marked('p-skill', skill)] }))[0]?.state

test('sixty marks pass and one hundredth less fails, in either paper', () => {
  assert.equal(stateOf(6000, 6000), 'passed')
  assert.equal(stateOf(5999, 6000), 'failed')
  assert.equal(stateOf(6000, 5999), 'failed')
  assert.equal(stateOf(10_000, 5999), 'failed', 'a full paper does not make up for the other')
})

test('a paper whose result is not there yet keeps the candidate pending, never failed', () => {
  const [one] = decideSession(facts({ seats: both('p'), outcomes: [marked('p-theory', 9000)] }))
  assert.deepEqual([one?.state, one?.reasons, one?.carries], ['pending', [], []])
})

test('a paper without a seat counts by the earlier pass; without one the candidate is pending', () => {
  const outcomes = [marked('p-skill', 7000)]
  const earlier = [{ personId: 'p', level: 'L3', paper: 'theory' as const, mark: marks(61), referenceOn: localDate('2026-05-20') }]
  assert.equal(decideSession(facts({ seats: [seat('p', 'skill')], outcomes, earlier }))[0]?.state, 'passed')
  assert.equal(decideSession(facts({ seats: [seat('p', 'skill')], outcomes }))[0]?.state, 'pending')
  const old = earlier.map(e => ({ ...e, referenceOn: localDate('2025-05-20') }))
  assert.equal(decideSession(facts({ seats: [seat('p', 'skill')], outcomes, earlier: old }))[0]?.state, 'failed')
})

test("an earlier pass never replaces today's own paper", () => {
  const earlier = [{ personId: 'p', level: 'L3', paper: 'theory' as const, mark: marks(90), referenceOn: localDate('2026-05-20') }]
  const outcomes = [marked('p-theory', 1000), marked('p-skill', 7000)]
  assert.equal(decideSession(facts({ seats: both('p'), outcomes, earlier }))[0]?.state, 'failed')
})

test('absent from both papers is absent, from one is failed; a void paper voids', () => {
  const absent = (id: string): AttemptOutcome => ({ attemptId: id, outcome: { kind: 'absent' }, areas: [], skills: [] })
  const state = (outcomes: readonly AttemptOutcome[]) => decideSession(facts({ seats: both('p'), outcomes }))[0]?.state
  assert.equal(state([absent('p-theory'), absent('p-skill')]), 'absent')
  assert.equal(state([absent('p-theory'), marked('p-skill', 9000)]), 'failed')
  assert.equal(
    state([{ attemptId: 'p-theory', outcome: { kind: 'voided', reason: '违纪' }, areas: [], skills: [] }, marked('p-skill', 9000)]),
    'voided',
  )
})

const session = fc.uniqueArray(fc.nat(60), { maxLength: 12 }).chain(ids =>
  fc.record({
    seats: fc.constant(ids.flatMap(id => both(`p${String(id).padStart(2, '0')}`))),
    outcomes: fc.tuple(
      ...ids.flatMap(id =>
        ['theory', 'skill'].map(paper => fc.nat(10_000).map(mark => marked(`p${String(id).padStart(2, '0')}-${paper}`, mark))),
      ),
    ),
  }),
)

test('everybody seated is decided once, and the order of seats and outcomes changes nothing', () => {
  fc.assert(
    fc.property(session, ({ seats, outcomes }) => {
      const decided = decideSession(facts({ seats, outcomes }))
      assert.equal(decided.length, seats.length / 2)
      assert.equal(
        Object.values(countStates(decided)).reduce((a, b) => a + b, 0),
        decided.length,
      )
      assert.deepEqual(
        resultsText(decideSession(facts({ seats: seats.toReversed(), outcomes: outcomes.toReversed() }))),
        resultsText(decided),
      )
    }),
  )
})

test('one hundredth more or less in one paper changes what a hash of the results stands for', () => {
  fc.assert(
    fc.property(session, fc.nat(), ({ seats, outcomes }, at) => {
      fc.pre(outcomes.length > 0)
      const i = at % outcomes.length
      const changed = outcomes.map((o, k) =>
        k === i && o.outcome.kind === 'marked' ? marked(o.attemptId, o.outcome.mark === 0 ? 1 : o.outcome.mark - 1) : o,
      )
      assert.notEqual(
        resultsText(decideSession(facts({ seats, outcomes: changed }))),
        resultsText(decideSession(facts({ seats, outcomes }))),
      )
    }),
  )
})
