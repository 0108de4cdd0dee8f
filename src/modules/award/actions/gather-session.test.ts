import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { instantOf } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { testContext, testPorts } from '../../../platform/test-context.ts'
import { openRound } from '../../registration/index.ts'
import { gatherSession } from './gather-session.ts'
import { judge } from './decide-gathered.ts'

let db: TestDatabase
const sessionId = newId()
before(async () => {
  db = await testDatabase()
  const ports = testPorts(db.database)
  const order = {
    roundId: sessionId,
    code: '2026-12',
    scheme: 'demonstration',
    editionId: 'ec-2005',
    flag: 'national' as const,
    levels: ['L3'],
    referenceDate: localDate('2026-11-20'),
    opensAt: instantOf('2026-10-01T00:00:00Z'),
    closesAt: instantOf('2026-11-20T00:00:00Z'),
    sites: [{ code: '10012003', name: '示范鉴定站', province: '10' }],
  }
  const opened = await db.database.transact(tx => openRound(tx, testContext(ports), order))
  assert.ok(opened.ok)
  await hall()
})
after(() => db.end())

/** How each person's two papers ended: marks in hundredths, or the reason why there are none. */
const PEOPLE: Readonly<Record<string, readonly [number | string, number | string]>> = {
  passes: [6000, 6100],
  fails: [5999, 9000],
  away: ['absent', 'absent'],
  caught: ['malpractice', 7000],
  waits: [7000, 'open'],
}

/** What the hall and the markers leave behind, written as their own tables hold it. */
async function hall(): Promise<void> {
  const run = (text: string, ...values: unknown[]) => db.database.statement({ text, values })
  const packageId = newId()
  await run("insert into paper_package (id, digest, content, installed_at) values ($1, 'd', '{}', 0)", packageId)
  await run(
    "insert into exam_session (session_id, scheme, code, nominal, edition_id, flag, levels, day, state, drafted_at, arranged_at, version) values ($1, 'demonstration', '2026-12', '2026-12', 'ec-2005', 'national', '[\"L3\"]', '2026-12-27', 'held', 0, 1, 1)",
    sessionId,
  )
  for (const [at, paper] of (['theory', 'skill'] as const).entries()) {
    const sittingId = newId()
    await run(
      "insert into sitting (sitting_id, session_id, site_code, site_name, level, paper, starts_at, ends_at, minutes, rooms) values ($1, $2, '10012003', '站', 'L3', $3, 0, 1, 90, '[]')",
      sittingId,
      sessionId,
      paper,
    )
    for (const [seat, [person, both]] of Object.entries(PEOPLE).entries()) {
      const attemptId = newId()
      const end = both[at] ?? ''
      await run(
        "insert into seat_allocation (sitting_id, application_id, person_id, session_id, level, paper, ticket_number, room_id, room_number, seat_no, grid_row, grid_column, attempt_id, state, changed_at) values ($1, $2, $2, $3, 'L3', $4, $5, 'r', 1, $6, 1, 1, $7, 'finished', 0)",
        sittingId,
        person,
        sessionId,
        paper,
        `T${seat}`,
        seat + 1,
        attemptId,
      )
      const closed = end === 'absent' || end === 'malpractice'
      await run(
        "insert into attempt (sitting_id, id, candidate_ref, paper, package_id, ticket_number, masked_name, room_label, seat_label, rules, allotted_minutes, allowance_minutes, state, epoch, start_ref, started_at, ends_at, accepts_until, ended_at, ended_by, receipt_code) values ($1, $2, $3, $4, $5, $6, '某', '1', '1', $7, 90, 0, $8, 1, 's', 1, 2, 2, 2, $9, 'r')",
        sittingId,
        attemptId,
        person,
        paper === 'theory' ? 'theory' : 'practical',
        packageId,
        `T${seat}`,
        JSON.stringify(RULES),
        closed ? 'closed' : 'handed-in',
        closed ? end : 'candidate',
      )
      if (typeof end === 'number')
        await run(
          "insert into paper_score (sitting_id, attempt_id, candidate_ref, paper, scored_by, level, score, maximum, areas, items, scored_at) values ($1, $2, $3, $4, $5, 'L3', $6, 10000, $7, '[]', 0)",
          sittingId,
          attemptId,
          person,
          paper === 'theory' ? 'theory' : 'practical',
          paper === 'theory' ? 'machine' : 'assessor',
          end,
          JSON.stringify([{ area: '网络营销/促销', score: 1000, maximum: 2000, items: 2 }]),
        )
    }
  }
}
const RULES = { opensAt: 0 }

test('what the halls and the markers left decides, each candidate by both papers', async () => {
  const gathered = await db.database.transact(tx => gatherSession(tx, sessionId))
  assert.ok(gathered.ok)
  assert.equal(gathered.value.session.referenceOn, '2026-11-20')
  const judged = await db.database.transact(tx => judge(tx, gathered.value))
  assert.ok(judged.ok)
  const states = Object.fromEntries(judged.value.candidates.map(c => [c.personId, c.state]))
  assert.deepEqual(states, { passes: 'passed', fails: 'failed', away: 'absent', caught: 'voided', waits: 'pending' })
  const passed = judged.value.candidates.find(c => c.personId === 'passes')
  assert.deepEqual(
    passed?.areas.map(a => [a.paper, a.area, a.mark, a.maximum]),
    [
      ['theory', '网络营销/促销', 1000, 2000],
      ['skill', '网络营销/促销', 1000, 2000],
    ],
  )
  assert.equal(passed?.siteCode, '10012003')
})

test('a session that nobody opened is refused', async () => {
  const gathered = await db.database.transact(tx => gatherSession(tx, newId()))
  assert.deepEqual(gathered.ok ? '' : gathered.refusal.code, 'session-unknown')
})
