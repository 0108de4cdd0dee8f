import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuse } from '../../../../kernel/result.ts'
import type { Verdict } from '../check/check-assembly.ts'
import { CertificateView, ConflictView, FindingView } from '../views/run-views.ts'
import { type CertificateFacts, type EngineOutcome, keptFindings, runEnd } from './run-end.ts'
import { PROCESS_ENDED, failureOf } from './run-failure.ts'
import { RUN_STATES, hasEnded } from './run-states.ts'

const facts: CertificateFacts = {
  goal: 'least-exposure',
  problemDigest: 'd'.repeat(64),
  items: 400,
  constraints: 30,
  forms: 2,
  solver: 'HiGHS 1.0',
  seed: 's',
  askedGap: 0.01,
}
const said = new Map([['area:1', { zh: '“A”须恰为3分。', en: '"A" brings exactly 3 marks.' }]])
const finding = { constraintId: 'area:1', form: 1, part: '', amount: 300, least: 300, most: 300, holds: true }
const own = { zh: '引擎的句子。', en: 'The words of the engine.' }

function verdictWith(shape: Verdict['objective']['shape'], value = 1_000_000): Verdict {
  return { findings: [finding], objective: { shape, sense: 'min', value, terms: [], targets: [] }, formFaults: [], sound: true }
}
function assembled(more: Partial<Extract<EngineOutcome, { kind: 'assembled' }>> = {}): EngineOutcome {
  return {
    kind: 'assembled',
    way: 'one-program',
    verdict: verdictWith('total'),
    bound: { value: 990_000, by: 'own-arithmetic' },
    gap: 0.0051,
    certificate: own,
    seconds: 1.2345,
    ...more,
  }
}
const fields = new Map([['area:1', { field: 'areas' as const, path: ['A', 'x'] }]])
const endOf = (outcome: EngineOutcome) => runEnd(outcome, facts, { said, fields })

test('forms that were found end a run as done, with certificate and table', () => {
  const end = endOf(assembled())
  assert.equal(end.state, 'done')
  assert.deepEqual(end.certificate, {
    status: 'within-gap',
    said: own,
    goal: 'least-exposure',
    objective: 1_000_000,
    bound: 990_000,
    boundBy: 'own-arithmetic',
    gap: 51,
    way: 'one-program',
    problemDigest: facts.problemDigest,
    items: 400,
    constraints: 30,
    forms: 2,
    solver: 'HiGHS 1.0',
    milliseconds: 1235,
    seed: 's',
  })
  assert.deepEqual(CertificateView.parse(end.certificate), end.certificate)
  assert.deepEqual(end.findings, [{ ...finding, said: said.get('area:1') }])
  assert.equal(end.conflict, null)
  assert.equal(end.failure, null)
})

test('a certificate says how much is proved, and never more', () => {
  const table: readonly (readonly [what: string, outcome: EngineOutcome, status: string, gap: number | null])[] = [
    ['the bound is reached', assembled({ gap: 0 }), 'proved-best', 0],
    ['within what was asked for', assembled({ gap: 0.01 }), 'within-gap', 100],
    ['a hair beyond it', assembled({ gap: 0.010_001 }), 'feasible', 101],
    ['far from the bound', assembled({ gap: 0.3 }), 'feasible', 3000],
    ['no bound', assembled({ gap: null, bound: null }), 'feasible', null],
    ['no objective', assembled({ gap: null, bound: null, verdict: verdictWith('none', 0) }), 'feasible', null],
    ['a gap so small that it rounds to nothing', assembled({ gap: 0.000_01 }), 'within-gap', 1],
  ]
  for (const [what, outcome, status, gap] of table) {
    const { certificate } = endOf(outcome)
    assert.deepEqual([certificate?.status, certificate?.gap], [status, gap], what)
  }
  assert.equal(endOf(assembled({ verdict: verdictWith('none', 0) })).certificate?.objective, null)
})

test('what cannot hold together is told in the words of the blueprint, else in those of the engine', () => {
  const constraints = [
    { id: 'area:1', said: own },
    { id: 'other', said: own },
  ]
  const end = endOf({ kind: 'impossible', constraints, minimal: true, certificate: own, seconds: 2 })
  assert.equal(end.state, 'infeasible')
  assert.deepEqual(end.conflict, {
    minimal: true,
    constraints: [
      { constraintId: 'area:1', said: said.get('area:1'), field: { field: 'areas', path: ['A', 'x'] }, path: 'areas.A／x' },
      { constraintId: 'other', said: own, field: null, path: null },
    ],
  })
  assert.deepEqual(ConflictView.parse(end.conflict), end.conflict)
  assert.deepEqual([end.certificate?.status, end.certificate?.objective, end.certificate?.gap], ['infeasible', null, null])
  assert.equal(end.findings, null)
  const before = { minimal: true, constraints: [{ constraintId: 'area:1', said: own }] }
  assert.deepEqual(ConflictView.parse(before).constraints[0]?.path, null, 'a conflict kept before there were fields')
})

test('out of time is neither forms nor a proof', () => {
  const end = endOf({ kind: 'not-found', certificate: own, seconds: 60 })
  assert.deepEqual([end.state, end.certificate?.status, end.conflict, end.findings], ['not-found', 'not-found', null, null])
})

test('lines of the table that do not hold come first', () => {
  const lines = keptFindings([finding, { ...finding, constraintId: 'unknown', holds: false }], said)
  assert.deepEqual(
    lines.map(line => [line.constraintId, line.holds, line.said.zh]),
    [
      ['unknown', false, 'unknown'],
      ['area:1', true, '“A”须恰为3分。'],
    ],
  )
  assert.deepEqual(
    lines.map(line => FindingView.parse(line)),
    lines,
  )
})

test('a failure is told in words, with its facts and the first single faults', () => {
  const fields = ['一', '二', '三', '四'].map(zh => ({ path: '', zh: `${zh}。`, en: `${zh}.` }))
  const failure = failureOf(refuse('assembly-problem-faulty', { count: 4 }, fields).refusal)
  assert.match(failure.zh, /^组卷要求有4处错误.*一。二。三。$/)
  assert.match(failure.en, /^The assembly problem has 4 faults.*一\. 二\. 三\.$/)
  assert.match(failureOf(refuse('list-item-unknown', { count: 1, codes: 'L4-A-001' }).refusal).zh, /L4-A-001/)
  assert.match(failureOf(refuse('level-unknown').refusal).zh, /level-unknown/)
  assert.match(PROCESS_ENDED.zh, /重新运行/)
})

test('a run has ended in every state but waiting and running', () => {
  assert.deepEqual(
    RUN_STATES.filter(state => !hasEnded(state)),
    ['queued', 'running'],
  )
})
