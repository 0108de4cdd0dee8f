import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { must, refusalOf } from '../../../standard/fixtures.ts'
import { aRound } from '../../fixtures.ts'
import {
  APPLICATION_STATES,
  type ApplicationEvent,
  type ApplicationState,
  type ApplicationStateKind,
  STATE_KINDS,
  mayChange,
  nextState,
  takesPlace,
  timesSubmitted,
  withdraw,
} from './application.ts'
import { planRound } from './round.ts'

const round = must(planRound(aRound()))
const inside = instantOf('2026-11-23T01:00:00Z')
const reasons = [{ clauseId: null, text: '照片不清晰' }]
const states: Record<ApplicationStateKind, ApplicationState> = {
  draft: { kind: 'draft' },
  submitted: { kind: 'submitted', at: inside, times: 1 },
  returned: { kind: 'returned', at: inside, times: 1, reasons },
  approved: { kind: 'approved', at: inside, clauseId: 'L4-1' },
  rejected: { kind: 'rejected', at: inside, reasons },
  withdrawn: { kind: 'withdrawn', at: inside, reason: '' },
}
const EVENTS: readonly ApplicationEvent[] = ['submit', 'return', 'approve', 'reject', 'withdraw']

test('the table of states: what may follow, and nothing else', () => {
  const allowed = [
    'draft submit submitted',
    'draft withdraw withdrawn',
    'submitted return returned',
    'submitted approve approved',
    'submitted reject rejected',
    'submitted withdraw withdrawn',
    'returned submit submitted',
    'returned withdraw withdrawn',
    'approved withdraw withdrawn',
  ]
  const found = STATE_KINDS.flatMap(from =>
    EVENTS.flatMap(event => {
      const next = nextState(from, event)
      return next.ok ? [`${from} ${event} ${next.value}`] : []
    }),
  )
  assert.deepEqual(found.toSorted(), allowed.toSorted())
})

test('a forbidden step is refused in the word people read', () => {
  assert.deepEqual(refusalOf(nextState('rejected', 'submit')), {
    code: 'application-wrong-state',
    facts: { state: '审核不通过', stateEn: 'rejected' },
  })
})

test('whatever happens, rejected and withdrawn are ends, and only they give the place back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 30 }), events => {
      let at: ApplicationStateKind = 'draft'
      let ended = false
      for (const event of events) {
        const next = nextState(at, event)
        if (ended) assert.ok(!next.ok)
        if (next.ok) at = next.value
        ended = !takesPlace(at)
        assert.equal(ended, Object.keys(APPLICATION_STATES[at]).length === 0)
      }
    }),
  )
})

test('a draft may be changed to the last instant of the round, not at the deadline', () => {
  assert.ok(mayChange({ state: states.draft }, round, plusMinutes(round.closesAt, -1)).ok)
  assert.deepEqual(refusalOf(mayChange({ state: states.draft }, round, round.closesAt)), {
    code: 'round-closed',
    facts: { code: '2026-12', closedOn: '2026-12-13' },
  })
  assert.equal(refusalOf(mayChange({ state: states.draft }, round, plusMinutes(round.opensAt, -1))).code, 'round-not-open')
})

test('a returned application has five whole days for its correction, even past the end of the round', () => {
  const returnedAt = instantOf('2026-12-13T15:00:00+08:00')
  const state: ApplicationState = { kind: 'returned', at: returnedAt, times: 1, reasons }
  const due = instantOf('2026-12-19T00:00:00+08:00')
  assert.ok(mayChange({ state }, round, plusMinutes(due, -1)).ok)
  assert.deepEqual(refusalOf(mayChange({ state }, round, due)), { code: 'correction-closed', facts: { until: '2026-12-19' } })
})

test('nobody changes what is being reviewed or decided', () => {
  for (const kind of ['submitted', 'approved', 'rejected', 'withdrawn'] as const)
    assert.equal(refusalOf(mayChange({ state: states[kind] }, round, inside)).code, 'application-wrong-state')
})

test('an approved application is withdrawn before seats are arranged, not after', () => {
  const at = (now: Instant) => withdraw({ state: states.approved }, round, { reason: ' 时间冲突 ', now })
  assert.deepEqual(must(at(inside)), { kind: 'withdrawn', at: inside, reason: '时间冲突' })
  assert.equal(refusalOf(at(round.closesAt)).code, 'withdrawal-closed')
  assert.ok(withdraw({ state: states.submitted }, round, { reason: '', now: round.closesAt }).ok)
  assert.equal(refusalOf(withdraw({ state: states.rejected }, round, { reason: '', now: inside })).code, 'application-wrong-state')
})

test('submissions are counted through returns', () => {
  assert.deepEqual(
    STATE_KINDS.map(kind => timesSubmitted(states[kind])),
    [0, 1, 1, 0, 0, 0],
  )
})
