import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../../../../kernel/local-date.ts'
import { editionOf } from '../../../standard/contract.ts'
import { aDraft, aJob } from '../../fixtures.ts'
import { type EvidenceId, dossierSchema } from '../dossier.ts'
import { judgeEligibility, levelTerms } from '../eligibility.ts'
import { type ApplicationDraft, FACT_SECTIONS, blankFact } from './application-draft.ts'
import type { DocumentKind } from './evidence.ts'
import { type RegisterFacts, assembleDossier, identityEvidence, onSiteEvidence, registerEvidence, unprovenFacts } from './facts.ts'

const register: RegisterFacts = { personId: 'p1', birth: localDate('1998-05-06'), certificates: [], completions: [] }
const document = (kind: DocumentKind, factId: string | null) => ({ evidenceId: `${kind}-1` as EvidenceId, kind, factId })
const sources = (changes: Partial<Parameters<typeof assembleDossier>[0]> = {}) => ({
  draft: aDraft(),
  register,
  evidence: [],
  seenOnSite: [],
  editionId: 'ec-2005',
  ...changes,
})
const certificate = {
  factId: 'c',
  occupation: 'own',
  level: 'L4',
  number: '2610012003400001',
  issuedOn: '2020-01-01',
  validUntil: '',
  issuer: '',
}

test('a stated fact without a document is claimed, with its document proven, with a wrong one still claimed', () => {
  const proof = (evidence: ReturnType<typeof document>[], seenOnSite: string[] = []) =>
    assembleDossier(sources({ evidence, seenOnSite })).dossier.employments[0]?.evidenceId
  assert.equal(proof([]), null)
  assert.equal(proof([document('employment-statement', 'job-1')]), 'employment-statement-1')
  assert.equal(proof([document('employment-statement', 'job-2'), document('diploma', 'job-1')]), null)
  assert.equal(proof([], ['job-1']), onSiteEvidence('job-1'))
})

test('birth needs no scan: identity vouches for it', () => {
  assert.deepEqual(assembleDossier(sources()).dossier.birth, { on: '1998-05-06', evidenceId: identityEvidence('p1') })
})

test('what the register knows is proven, and overrules what is stated under the same number', () => {
  const known = { number: certificate.number, level: 'L4' as const, issuedOn: localDate('2022-12-30'), revokedOn: localDate('2026-01-01') }
  const { dossier } = assembleDossier(
    sources({ draft: aDraft({ certificates: [certificate] }), register: { ...register, certificates: [known] } }),
  )
  assert.deepEqual(dossier.certificates, [
    {
      occupation: 'own',
      level: 'L4',
      issuedOn: '2022-12-30',
      validUntil: null,
      revokedOn: '2026-01-01',
      number: certificate.number,
      evidenceId: registerEvidence('certificate', certificate.number),
    },
  ])
})

test('a completion proof of the register meets the training clause without any upload', () => {
  const completion = {
    number: 'JY10012003202600001',
    editionId: 'ec-2005',
    level: 'L4' as const,
    hours: 240,
    completedOn: localDate('2026-10-01'),
  }
  const { dossier } = assembleDossier(sources({ draft: aDraft({ employments: [] }), register: { ...register, completions: [completion] } }))
  const { findings } = judgeEligibility({ ...levelTerms(editionOf('ec-2005'), 'L4'), dossier, on: localDate('2026-12-13') })
  assert.deepEqual(
    findings.map(f => [f.clauseId, f.verdict]),
    [
      ['L4-1', 'not-met'],
      ['L4-2', 'not-met'],
      ['L4-3', 'met'],
    ],
  )
  assert.deepEqual(findings[2]?.evidenceIds, [registerEvidence('completion', completion.number)])
})

test('incomplete rows are left out and named', () => {
  for (const section of FACT_SECTIONS) {
    const { dossier, incomplete } = assembleDossier(sources({ draft: aDraft({ employments: [], [section]: [blankFact(section, 'x')] }) }))
    assert.deepEqual(incomplete, [{ section, factId: 'x' }])
    assert.equal(dossier[section].length, 0)
  }
})

test('facts without proof are listed by their row', () => {
  const draft = aDraft({
    employments: [
      { ...aJob, factId: 'a' },
      { ...aJob, factId: 'b' },
    ],
  })
  assert.deepEqual(unprovenFacts({ draft, evidence: [document('employment-statement', 'a')], seenOnSite: [] }), [
    { section: 'employments', factId: 'b' },
  ])
  assert.deepEqual(unprovenFacts({ draft, evidence: [document('employment-statement', 'a')], seenOnSite: ['b'] }), [])
})

test('every assembled dossier is one the judge accepts, and a document never makes a verdict worse', () => {
  const dates = fc.integer({ min: 1999, max: 2026 }).map(y => `${y}-03-01`)
  const job = fc.record(
    {
      factId: fc.constantFrom('a', 'b', 'c'),
      from: dates,
      until: fc.constantFrom('', '2026-11-01'),
      occupation: fc.constantFrom('own', 'related', 'other', ''),
      mode: fc.constantFrom('regular', 'probation'),
    },
    { noNullPrototype: true },
  )
  const rank = { 'not-met': 0, 'needs-evidence': 1, met: 2 }
  fc.assert(
    fc.property(fc.array(job, { maxLength: 5 }), fc.subarray(['a', 'b', 'c']), (jobs, seenOnSite) => {
      const draft: ApplicationDraft = aDraft({ employments: jobs.map(j => ({ ...aJob, ...j })) })
      const verdict = (seen: string[]) => {
        const { dossier } = assembleDossier(sources({ draft, seenOnSite: seen }))
        assert.ok(dossierSchema.safeParse(dossier).success)
        return judgeEligibility({ ...levelTerms(editionOf('ec-2005'), 'L4'), dossier, on: localDate('2026-12-13') }).verdict
      }
      assert.ok(rank[verdict(seenOnSite)] >= rank[verdict([])])
    }),
  )
})
