import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { must, refusalOf } from '../../../standard/fixtures.ts'
import { editionOf } from '../../../standard/contract.ts'
import { aDraft, aJob, aRound } from '../../fixtures.ts'
import { judgeEligibility, levelTerms } from '../eligibility.ts'
import type { ApplicationDraft } from './application-draft.ts'
import type { Application, ApplicationId } from './application.ts'
import { assembleDossier } from './facts.ts'
import { planRound } from './round.ts'
import { submit } from './submission.ts'
import { editionLevelNames, judgeLevels, levelNames, roundLevels, termsOf } from './verdict.ts'

const now = instantOf('2026-11-23T01:00:00Z')
const round = must(planRound(aRound()))
const birth = localDate('1998-05-06')
const photo = { fileId: 'f', mediaType: 'image/jpeg', bytes: 1 } as const
const base: Application = {
  applicationId: 'a1' as ApplicationId,
  personId: 'p1',
  roundId: round.roundId,
  applicantName: '申报人',
  level: 'L4',
  siteCode: '10012003',
  province: '10',
  clauseId: 'L4-1',
  state: { kind: 'draft' },
  version: 1,
  draft: aDraft(),
  photo,
  startedAt: now,
  changedAt: now,
}
const dossierOf = (draft: ApplicationDraft) =>
  assembleDossier({
    draft,
    register: { personId: 'p1', birth, certificates: [], completions: [] },
    evidence: [],
    seenOnSite: [],
    editionId: 'ec-2005',
  }).dossier
const handIn = (changes: Partial<Application> = {}, other: { at?: typeof now; documents?: boolean } = {}) => {
  const application = { ...base, ...changes }
  const eligibility = judgeEligibility({
    ...levelTerms(editionOf('ec-2005'), 'L4'),
    dossier: dossierOf(application.draft),
    on: round.referenceDate,
  })
  const evidence = other.documents === false ? [] : [{ kind: 'identity-document' as const }]
  return submit(application, { round, birth, partValidityMonths: 12, evidence, eligibility, now: other.at ?? now })
}

test('a finished form with photo and ID is handed in, although its statement of work is still to be shown', () => {
  assert.deepEqual(must(handIn()), { kind: 'submitted', at: now, times: 1 })
})

test('after a return the second submission is counted', () => {
  assert.equal(must(handIn({ state: { kind: 'returned', at: now, times: 1, reasons: [] } })).times, 2)
})

test('photo and ID document are told beside their places, together with the fields', () => {
  const refusal = refusalOf(handIn({ photo: null, draft: aDraft({ nation: '' }) }, { documents: false }))
  assert.equal(refusal.code, 'application-incomplete')
  assert.deepEqual(
    refusal.fields?.map(f => f.path),
    ['nation', 'photo', 'documents.identity-document'],
  )
})

test('a clause that is untrue is refused with its first day, an unknown one by name', () => {
  const recent = aDraft({ employments: [{ ...aJob, factId: 'a', from: '2026-03-01' }] })
  assert.deepEqual(refusalOf(handIn({ draft: recent })), {
    code: 'clause-not-met',
    facts: { clause: 'L4-1', number: 1, metOn: '2027-03-01' },
  })
  assert.equal(refusalOf(handIn({ draft: aDraft({ clauseId: 'L3-1' }) })).code, 'clause-unknown')
})

test('deadline, closed level, closed site and wrong state each have their code', () => {
  assert.equal(refusalOf(handIn({}, { at: round.closesAt })).code, 'round-closed')
  assert.equal(refusalOf(handIn({}, { at: plusMinutes(round.opensAt, -1) })).code, 'round-not-open')
  assert.equal(refusalOf(handIn({ draft: aDraft({ level: 'L2' }) })).code, 'level-not-in-round')
  assert.equal(refusalOf(handIn({ draft: aDraft({ siteCode: '99999999' }) })).code, 'site-not-in-round')
  assert.equal(refusalOf(handIn({ state: { kind: 'submitted', at: now, times: 1 } })).code, 'application-wrong-state')
})

test('the browser judges from plain data exactly as the server does from the edition', () => {
  const edition = editionOf('ec-2005')
  const levels = JSON.parse(JSON.stringify(roundLevels(edition, round.levels))) as ReturnType<typeof roundLevels>
  const names = levelNames(editionLevelNames(edition))
  const dossier = dossierOf(aDraft())
  const told = judgeLevels(levels, dossier, round.referenceDate, names)
  assert.deepEqual(
    told.map(t => [t.level, t.verdict]),
    [
      ['L4', 'needs-evidence'],
      ['L3', 'not-met'],
    ],
  )
  for (const level of levels) {
    const direct = judgeEligibility({ ...levelTerms(edition, level.code), dossier, on: round.referenceDate })
    assert.deepEqual(judgeEligibility({ ...termsOf(level), dossier, on: round.referenceDate }), direct)
  }
  assert.match(told[0]?.clauses[0]?.told.zh ?? '', /第1款.*尚无证明材料/)
  assert.match(told[1]?.clauses[0]?.told.zh ?? '', /还差3年/)
})
