import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, testContext } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import { issueCompletionProof } from '../../../course/index.ts'
import { must, refusalOf } from '../../../standard/fixtures.ts'
import { aDraft } from '../../fixtures.ts'
import { takeApplicationBack } from '../applying/withdraw-application.ts'
import { approvedApplications } from '../approved-applications.ts'
import { photoOf } from '../photo-of.ts'
import { APPROVE, type TestRound, handedIn, testCandidate, testRound } from '../round-for-tests.test.ts'

const registrar = actorWith('registrar', { kind: 'province', province: '10' })
const neighbour = actorWith('registrar', { kind: 'province', province: '20' })
let db: TestDatabase
let round: TestRound
before(async () => {
  db = await testDatabase()
})
after(() => db.end())
beforeEach(async () => {
  round = testRound(db.database)
  must(await round.open())
})

test('from the empty form to the seat list: started, filled, handed in, approved under a clause with its evidence', async () => {
  const { who, params, version } = await handedIn(round)
  const { applications, waiting } = must(await round.list(registrar))
  assert.deepEqual(
    applications.map(a => [a.applicationId, a.name, a.state, a.levelName, a.waitingDays]),
    [[params.applicationId, '陈晓', 'submitted', '电子商务员', 0]],
  )
  assert.ok(waiting >= 1)
  const photo = () => db.database.transact(tx => photoOf(tx, testContext(round.ports, registrar), params))
  assert.equal(await photo(), null, 'before the approval no other module sees it')
  const decided = must(await round.decide(registrar, { params, version }, APPROVE))
  assert.deepEqual((await photo())?.subarray(0, 2), Buffer.from([0xff, 0xd8]))
  assert.equal(decided.state.kind, 'approved')
  assert.deepEqual(await db.database.transact(tx => approvedApplications(tx, { roundId: round.roundId })), [
    {
      applicationId: params.applicationId,
      personId: params.personId,
      level: 'L4',
      siteCode: '10012003',
      institution: '10012003',
      papers: ['theory', 'practical'],
    },
  ])
  const history = await db.database.transact(tx => historyOf(tx, { kind: 'application', id: params.applicationId }))
  assert.deepEqual(
    history.map(e => e.type),
    ['application-started', 'photo-put', 'evidence-added', 'evidence-added', 'application-submitted', 'application-approved'],
  )
  const view = must(await round.read(who, params))
  assert.deepEqual(
    view.history.map(h => h.by),
    ['applicant', 'applicant', 'applicant', 'applicant', 'applicant', 'reviewer'],
  )
  assert.doesNotMatch(JSON.stringify(view), new RegExp(registrar.kind === 'person' ? registrar.personId : '-'))
  const rows = await db.database.statement({
    text: 'select * from v_registration_application where round_id = $1',
    values: [round.roundId],
  })
  assert.deepEqual(rows.rows, [
    { round_id: round.roundId, level: 'L4', state: 'approved', clause_id: 'L4-1', province: '10', site_code: '10012003', submitted: true },
  ])
})

test('without evidence an approval is refused; the original seen on site resolves it', async () => {
  const { params, version } = await handedIn(round, false)
  assert.equal(refusalOf(await round.decide(registrar, { params, version }, APPROVE)).code, 'clause-needs-evidence')
  assert.equal(must(await round.decide(registrar, { params, version }, APPROVE, ['job-1'])).state.kind, 'approved')
  const { decisions } = must(await round.read(registrar, params))
  assert.deepEqual([decisions[0]?.evidenceIds, decisions[0]?.seenOnSite], [['on-site:job-1'], ['job-1']])
})

test('a registrar of another province sees nothing and is refused; so is a stranger', async () => {
  const { params, version } = await handedIn(round)
  assert.deepEqual(must(await round.list(neighbour)).applications, [])
  assert.equal(must(await round.list(neighbour)).waiting, 0)
  for (const who of [neighbour, await testCandidate(round)]) {
    assert.equal(refusalOf(await round.read(who, params)).code, 'application-unknown')
    assert.equal(refusalOf(await round.decide(who, { params, version }, APPROVE)).code, 'application-unknown')
  }
  assert.equal(refusalOf(await round.keep(registrar, { params, version })).code, 'application-unknown')
})

test('nobody decides on their own application', async () => {
  const { who, params, version } = await handedIn(round)
  const both: Actor = { ...who, grants: [...who.grants, ...(registrar.kind === 'person' ? registrar.grants : [])] }
  assert.equal(refusalOf(await round.decide(both, { params, version }, APPROVE)).code, 'own-application')
})

test('returned with reasons, corrected, handed in again, approved', async () => {
  const { who, params, version } = await handedIn(round)
  const reasons = [{ clauseId: 'L4-1', text: '工作证明未盖章' }]
  assert.equal(refusalOf(await round.decide(registrar, { params, version }, { kind: 'return', reasons: [] })).code, 'reasons-missing')
  const returned = must(await round.decide(registrar, { params, version }, { kind: 'return', reasons }))
  assert.deepEqual(must(await round.read(who, params)).state.reasons, reasons)
  const kept = must(await round.keep(who, { params, version: returned.version }, aDraft({ address: '示例市新地址路8号201室' })))
  const again = must(await round.handIn(who, params, kept.version))
  assert.equal(again.state.kind, 'submitted')
  assert.equal(must(await round.decide(registrar, { params, version: again.version }, APPROVE)).state.kind, 'approved')
  assert.deepEqual(
    must(await round.read(who, params)).decisions.map(d => d.outcome),
    ['returned', 'approved'],
  )
})

test('of two reviewers at the same moment one decides', async () => {
  const { params, version } = await handedIn(round)
  const other = actorWith('registrar', { kind: 'institution', institution: '10012003' })
  const outcomes = await Promise.all([
    round.decide(registrar, { params, version }, APPROVE),
    round.decide(other, { params, version }, { kind: 'reject', reasons: [{ clauseId: null, text: '材料不实' }] }),
  ])
  assert.deepEqual(outcomes.filter(o => o.ok).length, 1)
  const rows = await db.database.statement({
    text: 'select 1 from eligibility_review where application_id = $1',
    values: [params.applicationId],
  })
  assert.equal(rows.rowCount, 1)
})

test('rejected or withdrawn, the place in the round is free again, and person, photo and documents come along', async () => {
  const { who, params, version } = await handedIn(round)
  must(await round.decide(registrar, { params, version }, { kind: 'reject', reasons: [{ clauseId: null, text: '材料不实' }] }))
  const second = must(await round.begin(who))
  const view = must(await round.read(who, { personId: who.personId, applicationId: second.applicationId }))
  assert.deepEqual([view.draft.address, view.draft.clauseId, view.evidence.length, view.photo !== null], [aDraft().address, '', 2, true])
  must(
    await round.act(
      (tx, ctx) =>
        takeApplicationBack(
          tx,
          { params: { personId: who.personId, applicationId: second.applicationId }, body: { reason: '改报三级' } },
          ctx,
        ),
      who,
    ),
  )
  assert.ok((await round.begin(who, 'L3')).ok)
})

test('a decision stays as it was made, whatever becomes of the facts behind it', async () => {
  const { who, params, version } = await handedIn(round)
  must(await round.decide(registrar, { params, version }, APPROVE))
  const before = must(await round.read(registrar, params)).decisions
  const course = {
    personId: who.personId,
    editionId: 'ec-2005',
    level: 'L4',
    institution: '10012003',
    hours: 240,
    completedOn: localDate('2026-11-01'),
    quizzesPassed: ['M1', 'M2', 'M3', 'M4'],
  }
  must(await round.act((tx, ctx) => issueCompletionProof(tx, ctx, course), registrar))
  await db.database.statement({
    text: `update application set draft = jsonb_set(draft, '{employments}', '[]') where application_id = $1`,
    values: [params.applicationId],
  })
  await db.database.statement({ text: 'delete from evidence where application_id = $1', values: [params.applicationId] })
  const view = must(await round.read(registrar, params))
  assert.deepEqual(view.decisions, before)
  assert.deepEqual(
    view.verdict.clauses.map(c => c.verdict),
    ['not-met', 'not-met', 'met'],
  )
  assert.deepEqual(
    before[0]?.verdict.clauses.map(c => c.verdict),
    ['met', 'not-met', 'not-met'],
  )
})

test('names are searched within the scope, and the count is that of all pages', async () => {
  await handedIn(round)
  await handedIn(round)
  assert.equal(must(await round.list(registrar, '晓')).total, 2)
  assert.equal(must(await round.list(registrar, '%')).total, 0)
})
