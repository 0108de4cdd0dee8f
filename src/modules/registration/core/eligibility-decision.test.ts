import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { editionOf } from '../../standard/contract.ts'
import { type Person, person } from './border-cases/person.ts'
import { type DecisionChoice, decideEligibility } from './eligibility-decision.ts'
import { judgeEligibility, levelTerms } from './eligibility.ts'
import { parseEligibilityDecision } from './parse-eligibility-decision.ts'

const ON = localDate('2026-12-05')
const edition = editionOf('ec-2005')

function decide(p: Person, choice: DecisionChoice) {
  const eligibility = judgeEligibility({ ...levelTerms(edition, 'L3'), dossier: p.dossier(), on: ON })
  return decideEligibility({
    editionId: 'ec-2005',
    level: 'L3',
    eligibility,
    choice,
    decidedBy: 'person:registrar-1',
    decidedAt: instant(1_796_000_000_000),
  })
}
const qualified = () => person().works('2022-12-05').holds('L4', '2022-12-05')
const code = (result: ReturnType<typeof decide>) => (result.ok ? 'ok' : result.refusal.code)

describe('an eligibility decision', () => {
  test('keeps edition, level, day, every finding, the clause and its evidence', () => {
    const decided = decide(qualified(), { kind: 'approve', clauseId: 'L3-3' })
    assert.ok(decided.ok)
    const { version, editionId, level, referenceDate, findings, outcome, verdict } = decided.value
    assert.deepEqual(
      { version, editionId, level, referenceDate, verdict },
      { version: 1, editionId: 'ec-2005', level: 'L3', referenceDate: ON, verdict: 'met' },
    )
    assert.equal(findings.length, 7)
    assert.deepEqual(outcome, { kind: 'approved', clauseId: 'L3-3', evidenceIds: ['certificates-0', 'employments-0'] })
  })

  test('cannot approve a clause that is not met, and says from which day it is', () => {
    const refused = decide(qualified(), { kind: 'approve', clauseId: 'L3-1' })
    assert.ok(!refused.ok)
    assert.deepEqual(refused.refusal, { code: 'clause-not-met', facts: { clause: 'L3-1', number: 1, metOn: '2028-12-05' } })
    assert.equal(code(decide(person(), { kind: 'approve', clauseId: 'L3-1' })), 'clause-not-met')
  })

  test('cannot approve a clause on facts without evidence', () => {
    assert.equal(code(decide(qualified().unproven(), { kind: 'approve', clauseId: 'L3-3' })), 'clause-needs-evidence')
  })

  test('cannot approve a clause that the level does not have', () => {
    assert.equal(code(decide(qualified(), { kind: 'approve', clauseId: 'L4-1' })), 'clause-unknown')
  })

  test('rejects and returns only with reasons, which may be about a clause of the level', () => {
    const reasons = [{ clauseId: 'L3-3', text: '工作年限证明所盖公章与单位名称不符。' }]
    for (const kind of ['reject', 'return'] as const) {
      assert.equal(code(decide(qualified(), { kind, reasons: [] })), 'reasons-missing')
      assert.equal(code(decide(qualified(), { kind, reasons: [{ clauseId: null, text: ' ' }] })), 'reasons-missing')
      assert.equal(code(decide(qualified(), { kind, reasons: [{ clauseId: 'L2-1', text: '不符' }] })), 'clause-unknown')
      const decided = decide(qualified(), { kind, reasons })
      assert.deepEqual(decided.ok && decided.value.outcome, { kind: kind === 'reject' ? 'rejected' : 'returned', reasons })
    }
  })
})

/** Stored by version 1; must be readable for ever. The clause has since got other years, and the decision stands as it was. */
const STORED_V1 = `{"version":1,"editionId":"ec-2005","level":"L3","referenceDate":"2026-02-05","verdict":"needs-evidence","findings":[
{"clauseId":"L3-3","number":1,"text":"取得电子商务员证书后连续工作4年以上","predicates":[
{"verdict":"met","predicate":{"p":"certificate","level":"L4","scope":"occupation"},"basis":{"p":"certificate","number":"A1","occupation":"own","issuedOn":"2022-12-05"},"evidenceIds":["c1"]},
{"verdict":"not-met","predicate":{"p":"work","minYears":9,"continuous":true,"scope":"occupation","since":"cert:L4","mode":"regular"},
"gap":{"p":"work","lacks":"time","countedFrom":"2022-12-05","countedDays":1158,"neededDays":1461,"uncounted":["before-since"]},"becomesTrueOn":"2026-12-05"}],
"evidenceIds":["c1"],"verdict":"not-met","metOn":"2026-12-05","verdictThen":"met"},
{"clauseId":"L3-5","number":2,"text":"本专业大专及以上毕业","predicates":[
{"verdict":"needs-evidence","predicate":{"p":"education","min":"associate","major":"own","aim":null,"institutions":null,"approvedBy":null,"status":"graduate"},
"basis":{"p":"education","degree":"associate","major":"own","institution":"技师学院","completesOn":"2020-07-01","completed":true},"evidenceIds":[],"unproven":[{"fact":"diploma","on":"2020-07-01"}]}],
"evidenceIds":[],"verdict":"needs-evidence"}],
"outcome":{"kind":"returned","reasons":[{"clauseId":"L3-5","text":"请补交毕业证书。"}]},"decidedBy":"person:registrar-1","decidedAt":1770000000000}`

describe('a stored eligibility decision', () => {
  test('of version 1 reads back exactly as it was stored', () => {
    assert.deepEqual(parseEligibilityDecision(JSON.parse(STORED_V1)), JSON.parse(STORED_V1))
  })

  test('of an unknown version, or with anything missing or added, is a fault', () => {
    const stored = JSON.parse(STORED_V1) as Record<string, unknown>
    for (const wrong of [
      { ...stored, version: 2 },
      { ...stored, extra: 1 },
      { ...stored, referenceDate: '2026-02-30' },
      { ...stored, outcome: { kind: 'rejected', reasons: [] } },
      null,
    ]) {
      assert.throws(() => parseEligibilityDecision(wrong))
    }
  })
})
