import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../kernel/actor.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import { runReport } from './run-report.ts'

let db: TestDatabase
before(async () => {
  db = await testDatabase()
  for (const statement of WORLD) await db.database.statement({ text: statement, values: [] })
})
after(() => db.end())

/** A tiny known world in place of the views: what a report reads are their columns and nothing else. */
const WORLD = [
  ...[
    'v_registration_application',
    'v_exam_seat',
    'v_delivery_attempt',
    'v_marking_score',
    'v_award_decision',
    'v_certificate_certificate',
  ].map(v => `drop view if exists ${v}`),
  'create table v_registration_application (round_id text, level text, state text, clause_id text, province text, submitted boolean)',
  'create table v_exam_seat (session_id text, sitting_id uuid, attempt_id text, person_id text, level text, paper text, site_code text)',
  'create table v_delivery_attempt (sitting_id uuid, attempt_id uuid, state text, started_at bigint, acknowledged bigint)',
  'create table v_marking_score (sitting_id uuid, attempt_id uuid)',
  'create table v_award_decision (session_id text, person_id text, level text, province text, state text)',
  'create table v_certificate_certificate (session_id text, person_id text, level text, province text, state text, certificate_number text)',
  `insert into v_registration_application
   select 's1', 'L3', 'approved', 'L3-' || (i % 2 + 1), case when i <= 6 then '10' else '11' end, true from generate_series(1, 9) i
   union all select 's1', 'L3', 'rejected', null, '10', true union all select 's1', 'L3', 'draft', null, '10', false union all select 's2', 'L3', 'approved', 'L3-1', '10', true`,
  `insert into v_exam_seat
   select 's1', ('00000000-0000-4000-8000-00000000000' || p)::uuid, '00000000-0000-4000-8000-0000000' || p || '00' || lpad(i::text, 2, '0'), 'p' || i, 'L3', case p when 1 then 'theory' else 'skill' end,
     case when i <= 6 then '10012003' else '11012003' end from generate_series(1, 9) i, generate_series(1, 2) p`,
  // the ninth person stays away from both papers
  `insert into v_delivery_attempt
   select sitting_id, attempt_id::uuid, case when person_id = 'p9' then 'closed' else 'handed-in' end, case when person_id = 'p9' then null else 1000 end, case when person_id <> 'p9' and paper = 'theory' then 100 else 0 end from v_exam_seat`,
  'insert into v_marking_score select sitting_id, attempt_id from v_delivery_attempt where started_at is not null',
  "insert into v_award_decision select 's1', 'p' || i, 'L3', case when i <= 6 then '10' else '11' end, case when i <= 5 then 'passed' when i = 9 then 'absent' else 'failed' end from generate_series(1, 9) i",
  "insert into v_certificate_certificate select 's1', 'p' || i, 'L3', '10', 'valid', 'n' || i from generate_series(1, 5) i",
]

async function report(actor: Actor, sessionId = 's1') {
  const ports = testPorts(db.database)
  const answer = await db.database.transact(tx =>
    runReport(tx, { params: { reportId: 'season-funnel' }, query: { sessionId } }, testContext(ports, actor)),
  )
  assert.ok(answer.ok)
  return answer.value
}
const national = () => actorWith('national-officer')
const countsOf = (view: { readonly stages: readonly { readonly id: string; readonly count: number }[] }) =>
  Object.fromEntries(view.stages.map(s => [s.id, s.count]))

test('a small known session is counted as by hand, and every arrow reconciles', async () => {
  const view = await report(national())
  assert.deepEqual(countsOf(view), {
    applied: 10,
    approved: 9,
    seated: 9,
    decided: 9,
    passed: 5,
    certified: 5,
    seats: 18,
    started: 16,
    ended: 16,
    scored: 16,
    responses: 800,
  })
  assert.deepEqual(
    view.arrows.filter(a => a.verdict === 'fault'),
    [],
  )
  assert.equal(view.reconciled, true)
})

test('a province gets its own figures only, with small groups masked', async () => {
  const view = await report(actorWith('provincial-officer', { kind: 'province', province: '10' }))
  const { applied, approved, seated, certified } = countsOf(view)
  assert.deepEqual([applied, approved, seated, certified, view.reconciled], [7, 6, 6, 5, true])
  assert.deepEqual(view.tables[0]?.rows, [
    ['L3', 'L3-1', null],
    ['L3', 'L3-2', null],
  ])
  assert.deepEqual((await report(national())).tables[0]?.rows, [
    ['L3', 'L3-1', 4],
    ['L3', 'L3-2', 5],
  ])
})

test('an unknown session is an empty report, not an error', async () => {
  const view = await report(national(), 'nowhere')
  assert.ok(view.reconciled && view.stages.every(s => s.count === 0))
})

test('a certificate that nobody passed for is named, and so is a decision that was lost', async () => {
  await db.database.statement({
    text: "insert into v_certificate_certificate values ('s1', 'p7', 'L3', '11', 'valid', 'forged')",
    values: [],
  })
  await db.database.statement({ text: "update v_award_decision set session_id = 'elsewhere' where person_id = 'p8'", values: [] })
  const view = await report(national())
  const certified = view.arrows.find(a => a.to === 'certified')
  assert.deepEqual([view.reconciled, certified?.verdict, certified?.gained], [false, 'fault', 1])
  assert.equal(view.arrows.find(a => a.to === 'decided')?.parts[0]?.count, 1)
})
