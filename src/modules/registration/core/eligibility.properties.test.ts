import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instant } from '../../../kernel/instant.ts'
import { type LocalDate, plusDays } from '../../../kernel/local-date.ts'
import type { Clause } from '../../standard/contract.ts'
import { day, dossier, terms, work } from './border-cases/arbitrary-dossier.test.ts'
import { holdsNaively } from './border-cases/naive-judge.test.ts'
import type { Dossier } from './dossier.ts'
import { decideEligibility } from './eligibility-decision.ts'
import { type LevelTerms, judgeEligibility } from './eligibility.ts'
import { eligibilityText, findingText, predicateText } from './finding-text/finding-text.ts'
import { parseEligibilityDecision } from './parse-eligibility-decision.ts'
import type { Verdict } from './predicates/finding.ts'

const RUNS = { numRuns: 400 }
const RANK: Record<Verdict, number> = { 'not-met': 0, 'needs-evidence': 1, met: 2 }

const judge = (t: LevelTerms, d: Dossier, on: LocalDate) => judgeEligibility({ ...t, dossier: d, on })
const names = (code: string) => ({ zh: code, en: code })

describe('eligibility of any person under any clauses', () => {
  test('one finding for each clause, and each agrees with a judge that counts day by day', () => {
    fc.assert(
      fc.property(terms, dossier, day, (t, d, on) => {
        const { findings, verdict } = judge(t, d, on)
        assert.deepEqual(
          findings.map(f => f.clauseId),
          t.clauses.map(c => c.id),
        )
        findings.forEach((f, i) => assert.equal(f.verdict, naiveVerdict(t.clauses[i] as Clause, t, d, on)))
        assert.equal(RANK[verdict], Math.max(...findings.map(f => RANK[f.verdict])))
      }),
      RUNS,
    )
  })

  test('the first day is exact: never true before it, true on it; without a first day never true at all', () => {
    fc.assert(
      fc.property(terms, dossier, day, fc.array(fc.nat(4_000), { minLength: 5, maxLength: 5 }), (t, d, on, ahead) => {
        judge(t, d, on).findings.forEach((f, i) => {
          if (f.verdict !== 'not-met') return
          const clause = t.clauses[i] as Clause
          const days =
            f.metOn === null
              ? ahead.map(n => plusDays(on, n))
              : [plusDays(f.metOn, -1), ...ahead.map(n => plusDays(on, n)).filter(x => x < (f.metOn ?? on))]
          for (const x of days) assert.equal(naiveVerdict(clause, t, d, x), 'not-met', x)
          if (f.metOn !== null) assert.equal(naiveVerdict(clause, t, d, f.metOn), f.verdictThen)
        })
      }),
      RUNS,
    )
  })

  test('the first day of every missing predicate is exact as well', () => {
    fc.assert(
      fc.property(terms, dossier, day, (t, d, on) => {
        for (const p of judge(t, d, on).findings.flatMap(f => f.predicates)) {
          if (p.verdict !== 'not-met' || p.becomesTrueOn === null) continue
          const holds = (x: LocalDate) => holdsNaively(p.predicate, { dossier: d, terms: t, on: x, proven: false })
          assert.deepEqual([holds(plusDays(p.becomesTrueOn, -1)), holds(p.becomesTrueOn)], [false, true])
        }
      }),
      RUNS,
    )
  })

  test('more facts or more evidence never make a verdict worse or a first day later', () => {
    fc.assert(
      fc.property(terms, dossier, fc.option(dossier), day, (t, d, more, on) => {
        const richer = more === null ? proven(d) : joined(d, more)
        const before = judge(t, d, on)
        const after = judge(t, richer, on)
        before.findings.forEach((f, i) => assert.ok(RANK[after.findings[i]?.verdict ?? 'not-met'] >= RANK[f.verdict]))
        if (before.opensOn !== null) assert.ok(after.opensOn !== null && after.opensOn <= before.opensOn)
      }),
      RUNS,
    )
  })

  test('a later day never makes a verdict worse, unless a certificate lapses or the final year passes', () => {
    fc.assert(
      fc.property(terms, dossier, day, fc.nat(3_000), (t, d, on, ahead) => {
        const lasting = {
          ...d,
          certificates: d.certificates.map(c => ({ ...c, validUntil: null, revokedOn: null })),
          diplomas: d.diplomas.filter(x => x.status.kind === 'graduated'),
        }
        const clauses = t.clauses.filter(c => c.all.every(p => p.p !== 'education' || p.status !== 'finalYear'))
        const later = judge({ ...t, clauses }, lasting, plusDays(on, ahead)).findings
        judge({ ...t, clauses }, lasting, on).findings.forEach((f, i) => assert.ok(RANK[later[i]?.verdict ?? 'not-met'] >= RANK[f.verdict]))
      }),
      RUNS,
    )
  })

  test('continuous years are also cumulative years', () => {
    fc.assert(
      fc.property(work, terms, dossier, day, (w, t, d, on) => {
        const clauses = [true, false].map(continuous => ({
          id: `${continuous}`,
          text: '',
          provenance: 'seed',
          all: [{ ...w, continuous }],
        }))
        const [continuous, cumulative] = judge({ ...t, clauses }, d, on).findings
        assert.ok(RANK[cumulative?.verdict ?? 'not-met'] >= RANK[continuous?.verdict ?? 'not-met'])
      }),
      RUNS,
    )
  })

  test('the order in which facts were entered does not matter', () => {
    fc.assert(
      fc.property(terms, dossier, day, (t, d, on) => {
        const turned = Object.fromEntries(Object.entries(d).map(([k, v]) => [k, Array.isArray(v) ? v.toReversed() : v])) as Dossier
        assert.deepEqual(judge(t, turned, on), judge(t, d, on))
      }),
      RUNS,
    )
  })

  test('a met clause names evidence for every predicate, and only evidence of the dossier', () => {
    fc.assert(
      fc.property(terms, dossier, day, (t, d, on) => {
        const known = JSON.stringify(d)
        for (const f of judge(t, d, on).findings) {
          if (f.verdict === 'met') for (const p of f.predicates) assert.ok(p.verdict === 'met' && p.evidenceIds.length > 0)
          for (const id of f.evidenceIds) assert.ok(known.includes(`"${id}"`))
        }
      }),
      RUNS,
    )
  })

  test('every finding can be told, and a stored decision reads back as it was', () => {
    fc.assert(
      fc.property(terms, dossier, day, (t, d, on) => {
        const eligibility = judge(t, d, on)
        const told = [
          eligibilityText(eligibility),
          ...eligibility.findings.flatMap(f => [findingText(f, names), ...f.predicates.map(p => predicateText(p, names))]),
        ]
        for (const { zh, en } of told) assert.doesNotMatch(zh + en, /undefined|null|NaN|：。|: \.|\[object|-\d+(天|个月| day)/)
        const decision = decideEligibility({
          editionId: 'ec-2005',
          level: 'L3',
          eligibility,
          choice: { kind: 'return', reasons: [{ clauseId: null, text: '材料不清晰' }] },
          decidedBy: 'person:r',
          decidedAt: instant(1),
        })
        assert.ok(decision.ok)
        assert.deepEqual(parseEligibilityDecision(JSON.parse(JSON.stringify(decision.value))), decision.value)
      }),
      RUNS,
    )
  })
})

function naiveVerdict(clause: Clause, t: LevelTerms, d: Dossier, on: LocalDate): Verdict {
  const holds = (proven: boolean) => clause.all.every(p => holdsNaively(p, { dossier: d, terms: t, on, proven }))
  return holds(true) ? 'met' : holds(false) ? 'needs-evidence' : 'not-met'
}

function proven(d: Dossier): Dossier {
  return JSON.parse(JSON.stringify(d).replaceAll('"evidenceId":null', '"evidenceId":"shown"')) as Dossier
}

function joined(a: Dossier, b: Dossier): Dossier {
  return {
    birth: a.birth,
    employments: [...a.employments, ...b.employments],
    certificates: [...a.certificates, ...b.certificates],
    trainings: [...a.trainings, ...b.trainings],
    diplomas: [...a.diplomas, ...b.diplomas],
    apprenticeships: [...a.apprenticeships, ...b.apprenticeships],
    titles: [...a.titles, ...b.titles],
  }
}
