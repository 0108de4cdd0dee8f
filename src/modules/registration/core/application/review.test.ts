import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role, Scope } from '../../../../kernel/actor.ts'
import { instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { must, refusalOf } from '../../../standard/fixtures.ts'
import { editionOf } from '../../../standard/contract.ts'
import { aDraft } from '../../fixtures.ts'
import type { DecisionChoice } from '../eligibility-decision.ts'
import { judgeEligibility, levelTerms } from '../eligibility.ts'
import { parseEligibilityDecision } from '../parse-eligibility-decision.ts'
import type { Application, ApplicationId, ApplicationState } from './application.ts'
import { assembleDossier } from './facts.ts'
import { REASON_TEMPLATES, decideReview, readerOf, reviewScopeOf, waitingDays } from './review.ts'
import type { RoundId } from './round.ts'

const now = instantOf('2026-11-23T01:00:00Z')
const someone = (role: Role, scope: Scope, personId = 'r1'): Actor => ({
  kind: 'person',
  personId,
  accountId: 'a',
  name: '审核员',
  grants: [{ role, scope, from: localDate('2020-01-01'), until: null }],
})
const registrar = someone('registrar', { kind: 'province', province: '10' })
const submitted: ApplicationState = { kind: 'submitted', at: plusMinutes(now, -60 * 24 * 2), times: 1 }
const application: Application = {
  applicationId: 'a1' as ApplicationId,
  personId: 'p1',
  roundId: 'r' as RoundId,
  applicantName: '申报人',
  level: 'L4',
  siteCode: '10012003',
  province: '10',
  clauseId: 'L4-1',
  state: submitted,
  version: 3,
  draft: aDraft(),
  photo: null,
  startedAt: now,
  changedAt: now,
}
const eligibilityWith = (seenOnSite: string[]) => {
  const { dossier } = assembleDossier({
    draft: aDraft(),
    register: { personId: 'p1', birth: localDate('1998-05-06'), certificates: [], completions: [] },
    evidence: [],
    seenOnSite,
    editionId: 'ec-2005',
  })
  return judgeEligibility({ ...levelTerms(editionOf('ec-2005'), 'L4'), dossier, on: localDate('2026-12-13') })
}
const decide = (choice: DecisionChoice, changes: { actor?: Actor; state?: ApplicationState; seen?: string[] } = {}) =>
  decideReview({
    application: { ...application, state: changes.state ?? submitted },
    editionId: 'ec-2005',
    eligibility: eligibilityWith(changes.seen ?? []),
    choice,
    actor: changes.actor ?? registrar,
    now,
  })
const approve: DecisionChoice = { kind: 'approve', clauseId: 'L4-1' }
const reasons = [{ clauseId: 'L4-1', text: '未盖章' }]

test('a claim without evidence is not approved; the original seen on site resolves it and is named in the decision', () => {
  assert.equal(refusalOf(decide(approve)).code, 'clause-needs-evidence')
  const { state, decision } = must(decide(approve, { seen: ['job-1'] }))
  assert.deepEqual(state, { kind: 'approved', at: now, clauseId: 'L4-1' })
  assert.deepEqual(decision.outcome, { kind: 'approved', clauseId: 'L4-1', evidenceIds: ['on-site:job-1'] })
  assert.equal(decision.editionId, 'ec-2005')
  assert.deepEqual(parseEligibilityDecision(JSON.parse(JSON.stringify(decision))), decision)
})

test('a clause that is not met is not approved by anybody', () => {
  assert.equal(refusalOf(decide({ kind: 'approve', clauseId: 'L4-2' })).code, 'clause-not-met')
  assert.equal(refusalOf(decide({ kind: 'approve', clauseId: 'L3-1' })).code, 'clause-unknown')
})

test('returning and rejecting need reasons, and keep them', () => {
  for (const kind of ['return', 'reject'] as const) {
    assert.equal(refusalOf(decide({ kind, reasons: [] })).code, 'reasons-missing')
    assert.equal(refusalOf(decide({ kind, reasons: [{ clauseId: null, text: ' ' }] })).code, 'reasons-missing')
  }
  assert.deepEqual(must(decide({ kind: 'return', reasons })).state, { kind: 'returned', at: now, times: 1, reasons })
  assert.deepEqual(must(decide({ kind: 'reject', reasons })).state, { kind: 'rejected', at: now, reasons })
})

test('nobody reviews their own application, whatever their office', () => {
  assert.equal(
    refusalOf(decide(approve, { actor: someone('registrar', { kind: 'nation' }, 'p1'), seen: ['job-1'] })).code,
    'own-application',
  )
})

test('only what was handed in is decided on', () => {
  const draft = decide(approve, { state: { kind: 'draft' }, seen: ['job-1'] })
  assert.equal(refusalOf(draft).code, 'application-unknown')
  assert.equal(
    refusalOf(decide(approve, { state: { kind: 'approved', at: now, clauseId: 'L4-1' }, seen: ['job-1'] })).code,
    'application-wrong-state',
  )
})

test('who may read: the applicant, and reviewers whose scope covers the place', () => {
  const table: [Actor, string][] = [
    [someone('candidate', { kind: 'person', person: 'self' }, 'p1'), 'applicant'],
    [someone('candidate', { kind: 'person', person: 'self' }, 'p2'), 'application-unknown'],
    [registrar, 'reviewer'],
    [someone('registrar', { kind: 'province', province: '20' }), 'application-unknown'],
    [someone('registrar', { kind: 'institution', institution: '10012003' }), 'reviewer'],
    [someone('registrar', { kind: 'institution', institution: '10012004' }), 'application-unknown'],
    [someone('registrar', { kind: 'site', site: '10012003' }), 'reviewer'],
    [someone('national-officer', { kind: 'nation' }), 'reviewer'],
    [someone('provincial-officer', { kind: 'province', province: '10' }), 'reviewer'],
    [someone('invigilator', { kind: 'nation' }), 'application-unknown'],
    [{ kind: 'public' }, 'application-unknown'],
  ]
  for (const [actor, expected] of table) {
    const reader = readerOf(actor, application)
    assert.equal(reader.ok ? reader.value : reader.refusal.code, expected)
  }
  assert.equal(readerOf(registrar, { ...application, state: { kind: 'draft' } }).ok, false)
  assert.equal(readerOf(registrar, { ...application, province: null, siteCode: null }).ok, false)
})

test('lists reach exactly as far as the grants of reviewing roles', () => {
  assert.deepEqual(reviewScopeOf(registrar), { everything: false, provinces: ['10'], sites: [] })
  assert.deepEqual(reviewScopeOf(someone('national-officer', { kind: 'nation' })), { everything: true, provinces: [], sites: [] })
  assert.deepEqual(reviewScopeOf(someone('registrar', { kind: 'institution', institution: '10012003' })), {
    everything: false,
    provinces: [],
    sites: ['10012003'],
  })
  assert.deepEqual(reviewScopeOf(someone('teacher', { kind: 'nation' })), { everything: false, provinces: [], sites: [] })
  assert.deepEqual(reviewScopeOf({ kind: 'public' }), { everything: false, provinces: [], sites: [] })
})

test('waiting is counted in whole days from the day of handing in', () => {
  assert.equal(waitingDays(submitted, now), 2)
  assert.equal(waitingDays({ ...submitted, at: now }, now), 0)
  assert.equal(waitingDays({ kind: 'draft' }, now), null)
})

test('templates are whole sentences in both languages', () => {
  for (const { zh, en } of REASON_TEMPLATES) assert.ok(zh.endsWith('。') && en.endsWith('.') && !/\p{Script=Han}/u.test(en))
})
