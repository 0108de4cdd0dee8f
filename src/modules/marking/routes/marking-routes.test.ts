import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor, Grant, Role, Scope } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { createServer } from '../../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { actorWith } from '../../../platform/test-context.ts'
import { closeAttempt } from '../../delivery/index.ts'
import { openPracticalTasks } from '../actions/open-practical-tasks.ts'
import { paperResults } from '../actions/paper-results.ts'
import { type ExamDay, anExamDay } from '../actions/exam-day.test.ts'
import { CRITERIA, markingRefusals } from '../contract.ts'
import { markingRoutes } from './marking-routes.ts'

const SITE = '35010001'
const sittingId = newId()
let testing: TestDatabase
let day: ExamDay
let actor: Actor = { kind: 'public' }
let app: Awaited<ReturnType<typeof createServer>>
const signedIn = { cookies: { zh_signin: 'x', zh_csrf: 'y' }, headers: { 'x-zhiheng-csrf': 'y' } }
type Waiting = { scriptId: string; number: string }
type Queue = { waiting: Waiting[]; withheld: number; done: { number: string; total: number }[] }

const scopeOf = (site: string): Scope => ({ kind: 'site', site })
const assessor = (...sites: readonly string[]) => personWith('assessor', ...sites.map(scopeOf))
function personWith(role: Role, ...scopes: readonly Scope[]): Actor {
  const grants = scopes.map((scope): Grant => ({ role, scope, from: localDate('2020-01-01'), until: null }))
  return { kind: 'person', personId: newId(), accountId: newId(), name: '考评员甲', grants }
}

before(async () => {
  testing = await testDatabase()
  day = await anExamDay(testing.database)
  app = await createServer({
    routes: markingRoutes,
    refusals: markingRefusals,
    ports: day.hall.ports,
    actorOf: () => Promise.resolve(actor),
    ready: () => Promise.resolve(true),
  })
  const institutions = new Map<string, string>()
  for (const [at, reason] of (['stopped', 'stopped', 'stopped', 'absent'] as const).entries()) {
    const seated = await day.place(sittingId, 'practical')
    if (at === 0) institutions.set(seated.candidateRef, '35010099')
    await day.hall.inTx((tx, ctx) =>
      closeAttempt(tx, ctx, { sittingId: sittingId as never, attemptId: seated.attemptId as never, reason, note: '' }),
    )
  }
  await day.place(sittingId, 'practical')
  await day.place(sittingId, 'theory')
  const opened = await day.hall.inTx((tx, ctx) => openPracticalTasks(tx, ctx, { sittingId, site: SITE, level: 'L4', institutions }))
  assert.deepEqual(opened, { ok: true, value: { opened: 3 } })
})
after(async () => {
  await app.close()
  await day.hall.app.close()
  await testing.end()
})

async function queue(): Promise<Queue> {
  const reply = await app.inject({ url: '/api/marking/queue', ...signedIn })
  assert.equal(reply.statusCode, 200, reply.body)
  return reply.json() as Queue
}
const all = (mark: number, comment = '') => Object.fromEntries(CRITERIA.map(criterion => [criterion, { mark, comment }]))
async function submit(scriptId: string, sheet: object) {
  const reply = await app.inject({
    method: 'POST',
    url: `/api/marking/sittings/${sittingId}/scripts/${scriptId}/marks`,
    payload: { sheet },
    ...signedIn,
  })
  return {
    status: reply.statusCode,
    body: reply.json() as { total?: number; error?: { code: string; fields?: { path: string; zh: string }[] } },
  }
}

test('opening the scripts again opens nothing twice; absent and unfinished attempts have none', async () => {
  const again = await day.hall.inTx((tx, ctx) => openPracticalTasks(tx, ctx, { sittingId, site: SITE, level: 'L4' }))
  assert.deepEqual(again, { ok: true, value: { opened: 0 } })
})

test('the queue is for assessors, and shows a script number and nothing else of the candidate', async () => {
  for (const role of ['candidate', 'teacher', 'invigilator', 'site-manager', 'registrar', 'national-officer', 'item-writer'] as const) {
    actor = actorWith(role)
    assert.equal((await app.inject({ url: '/api/marking/queue', ...signedIn })).statusCode, 403, role)
  }
  actor = assessor(SITE)
  const { waiting } = await queue()
  assert.equal(waiting.length, 3)
  assert.deepEqual(Object.keys(waiting[0] ?? {}).toSorted(), ['asks', 'level', 'number', 'openedAt', 'scriptId', 'sittingId'])
  actor = assessor('35010002')
  assert.deepEqual(await queue(), { waiting: [], withheld: 0, done: [], laboratory: [] })
})

test("scripts of one's own institution are withheld, counted, and refused", async () => {
  actor = assessor(SITE)
  const everything = (await queue()).waiting
  actor = assessor(SITE, '35010099')
  const { waiting, withheld } = await queue()
  assert.deepEqual([waiting.length, withheld], [2, 1])
  const own = everything.find(script => waiting.every(other => other.scriptId !== script.scriptId))
  const refused = await submit(own?.scriptId ?? '', all(2000))
  assert.deepEqual([refused.status, refused.body.error?.code], [409, 'assessor-of-institution'])
})

test('a faulty sheet is refused with a note for each field and nothing is kept', async () => {
  actor = assessor(SITE)
  const [script] = (await queue()).waiting
  assert.ok(script)
  const { conduct: _conduct, ...three } = all(2000)
  const refused = await submit(script.scriptId, {
    ...three,
    accuracy: { mark: 2025, comment: '' },
    procedure: { mark: 1000, comment: ' ' },
  })
  assert.deepEqual([refused.status, refused.body.error?.code], [422, 'mark-sheet-invalid'])
  assert.deepEqual(
    refused.body.error?.fields?.map(field => field.path),
    ['accuracy.mark', 'procedure.comment', 'conduct.mark'],
  )
  assert.equal((await queue()).waiting.length, 3)
})

test('marks once entered stand: they leave the queue, reach the results, and nobody enters them again', async () => {
  actor = assessor(SITE)
  const [script] = (await queue()).waiting
  assert.ok(script)
  const marked = await submit(script.scriptId, { ...all(2000), procedure: { mark: 1450, comment: '未核对收货地址' } })
  assert.deepEqual([marked.status, marked.body.total], [200, 7450])
  const mine = await queue()
  assert.deepEqual([mine.waiting.length, mine.done.map(done => [done.number, done.total])], [2, [[script.number, 7450]]])
  for (const who of [actor, assessor(SITE)]) {
    actor = who
    assert.equal((await submit(script.scriptId, all(2500))).body.error?.code, 'already-marked')
  }
  assert.deepEqual((await queue()).done, [])
  const results = await day.hall.inTx(tx => paperResults(tx, { sittingId }))
  assert.deepEqual(
    results.filter(result => result.state === 'marked').map(result => [result.score, result.byArea.length]),
    [[7450, 4]],
  )
  assert.deepEqual(results.map(result => result.state).toSorted(), ['absent', 'marked', 'pending', 'pending', 'pending', 'pending'])
})

test('two assessors at once: one has the marks, the other is told', async () => {
  actor = assessor(SITE)
  const [script] = (await queue()).waiting
  assert.ok(script)
  const both = await Promise.all([submit(script.scriptId, all(2000)), submit(script.scriptId, all(2200))])
  assert.deepEqual(both.map(each => each.status).toSorted(), [200, 409])
})

test('nobody marks their own work', async () => {
  const seated = await day.place(sittingId, 'practical', 'person-who-also-assesses')
  await day.hall.inTx((tx, ctx) =>
    closeAttempt(tx, ctx, { sittingId: sittingId as never, attemptId: seated.attemptId as never, reason: 'stopped', note: '' }),
  )
  await day.hall.inTx((tx, ctx) => openPracticalTasks(tx, ctx, { sittingId, site: SITE, level: 'L4' }))
  const own = assessor(SITE)
  actor = own.kind === 'person' ? { ...own, personId: 'person-who-also-assesses' } : own
  const codes = []
  for (const script of (await queue()).waiting) codes.push((await submit(script.scriptId, all(2000))).body.error?.code ?? 'ok')
  assert.equal(codes.filter(code => code === 'assessor-is-candidate').length, 1)
})

test('the chief sees seats, states and marks within reach; assessors do not', async () => {
  actor = assessor(SITE)
  assert.equal((await app.inject({ url: '/api/marking/scripts', ...signedIn })).statusCode, 403)
  actor = personWith('chief-assessor', scopeOf(SITE))
  const seen = (await app.inject({ url: `/api/marking/scripts?sittingId=${sittingId}`, ...signedIn })).json() as {
    total: number
    scripts: { seatLabel: string; marked: { total: number } | null }[]
  }
  assert.equal(seen.total, 4)
  assert.ok(seen.scripts.every(script => script.seatLabel !== ''))
  assert.ok(seen.scripts.some(script => script.marked?.total === 7450))
  actor = personWith('chief-assessor', scopeOf('35010002'))
  assert.equal(((await app.inject({ url: '/api/marking/scripts', ...signedIn })).json() as { total: number }).total, 0)
})
