import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../kernel/actor.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { createServer } from '../../../platform/http/server.ts'
import type { Ports } from '../../../platform/context.ts'
import { openWorldFor } from '../actions/worlds/open-world.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import { labRefusals } from '../contract.ts'
import { labRoutes } from './lab-routes.ts'

let testing: TestDatabase
let app: Awaited<ReturnType<typeof createServer>>
const owner = actorWith('candidate', { kind: 'person', person: 'self' }, 'person-1')
let actor: Actor = owner
let ports: Ports
/** Is the clock that of the demonstration? */
let settable = true
const signedIn = { cookies: { zh_signin: 'x', zh_csrf: 'y' }, headers: { 'x-zhiheng-csrf': 'y' } }

before(async () => {
  testing = await testDatabase()
  const own = testPorts(testing.database)
  const { clock } = own
  ports = {
    ...own,
    clock: {
      ...clock,
      get settable() {
        return settable
      },
    },
  }
  app = await createServer({
    routes: labRoutes,
    refusals: labRefusals,
    ports,
    actorOf: () => Promise.resolve(actor),
    ready: () => Promise.resolve(true),
  })
})
after(async () => {
  await app.close()
  await testing.end()
})

const get = (url: string) => app.inject({ method: 'GET', url: `/api/lab${url}`, ...signedIn })
const post = (url: string, payload: object = {}) => app.inject({ method: 'POST', url: `/api/lab${url}`, payload, ...signedIn })
const open = async (): Promise<string> => (await post('/worlds', { task: 'L4-02', mode: 'practice' })).json().worldId
const command = (worldId: string, expectedSeq: number, type: string, data: object) =>
  post(`/worlds/${worldId}/commands`, { commandId: `c${expectedSeq}`, type, data, expectedSeq })

test('a world from its opening to its marks, over HTTP', async () => {
  const listed = (await get('/tasks')).json()
  assert.ok(listed.tasks.length >= 1)
  const worldId = await open()
  const shown = (await get(`/worlds/${worldId}`)).json()
  assert.deepEqual([shown.task, shown.mode, shown.apps.length], ['L4-02', 'practice', 3])
  const noted = await command(worldId, shown.lastSeq, 'desk.note.save', { id: null, text: '记' })
  assert.deepEqual([noted.statusCode, noted.json().ok, noted.json().seq], [200, true, shown.lastSeq + 1])
  const refused = (await command(worldId, shown.lastSeq + 1, 'desk.answer.set', { field: 'x', value: '' })).json()
  assert.deepEqual([refused.ok, refused.refusal.code], [false, 'E_NO_FIELD'])
  const submitted = (await post(`/worlds/${worldId}/submissions`, { commandId: 's1', expectedSeq: shown.lastSeq + 1 })).json()
  assert.deepEqual([submitted.ok, submitted.score.max, submitted.score.checks.length], [true, 1000, 7])
  const marked = (await get(`/worlds/${worldId}/scores`)).json()
  assert.deepEqual(marked.scores, [submitted.score])
  const story = (await get(`/worlds/${worldId}/replay`)).json()
  assert.equal(story.whole, true)
  assert.equal((await get(`/worlds/${worldId}/replay/${story.last}`)).statusCode, 200)
  assert.equal((await get(`/worlds/${worldId}/apps/mail`)).json().persona, 'clerk')
  assert.equal((await get('/worlds')).json().worlds[0].worldId, worldId)
  assert.equal((await get(`/worlds/${worldId}/trace`)).json().entries.length, 3)
})

test('an artefact is a download: named, of a known kind, sniffed by nobody and kept by nobody', async () => {
  const worldId = await open()
  const { lastSeq } = (await get(`/worlds/${worldId}`)).json()
  const { view } = (await command(worldId, lastSeq, 'desk.clock.advance', { mode: 'by', value: 600 })).json()
  const { headers, statusCode } = await get(`/worlds/${worldId}/files/mail/${view.apps.mail.messages[0].id}`)
  assert.equal(statusCode, 200)
  assert.deepEqual(
    ['content-type', 'content-disposition', 'x-content-type-options', 'cache-control'].map(name => headers[name]),
    ['message/rfc822', "attachment; filename*=UTF-8''M1001.eml", 'nosniff', 'no-store'],
  )
})

test('whoever has not signed in gets nothing; others do not learn that a world is there', async () => {
  const worldId = await open()
  const paths = ['', '/apps/desk', '/scores', '/trace', '/replay', '/replay/1', '/guide', '/files/mail/M1001'].map(
    p => `/worlds/${worldId}${p}`,
  )
  for (const [who, status] of [
    [{ kind: 'public' }, 401],
    [actorWith('candidate', { kind: 'person', person: 'self' }, 'person-2'), 404],
    [actorWith('national-officer'), 404],
    [actorWith('teacher', { kind: 'institution', institution: '91012001' }), 404],
  ] as const) {
    actor = who
    for (const path of paths) {
      assert.equal((await get(path)).statusCode, status, path)
      assert.equal((await get(`${path}?ownerId=person-1`)).statusCode, status, path)
    }
    assert.equal((await command(worldId, 1, 'desk.task.mark', { marked: true })).statusCode, status)
    assert.equal((await post(`/worlds/${worldId}/submissions`, { commandId: 's', expectedSeq: 1 })).statusCode, status)
    assert.equal((await post(`/worlds/${worldId}/self-checks`)).statusCode, status)
  }
  actor = owner
  assert.equal((await post('/worlds', { task: 'L4-02', mode: 'final' })).json().error.code, 'mode-not-open')
  assert.equal((await post('/worlds', { task: 'L4-02', mode: 'replay' })).statusCode, 400)
})

test('a world of an exam is played back by those who mark, by its owner to nobody, and to others it is not there', async () => {
  const opened = await testing.database.transact(tx =>
    openWorldFor(tx, testContext(ports, owner), { ownerId: 'attempt-1', institution: null, task: 'L4-02', mode: 'final', seed: 's' }),
  )
  const { worldId } = opened.ok ? opened.value : assert.fail()
  const replay = `/worlds/${worldId}/replay?ownerId=attempt-1`
  for (const [who, status] of [
    [actorWith('assessor', { kind: 'site', site: '35010001' }), 200],
    [actorWith('chief-assessor', { kind: 'site', site: '35010001' }), 200],
    [actorWith('national-officer'), 200],
    [actorWith('teacher', { kind: 'institution', institution: '91012001' }), 404],
    [actorWith('invigilator', { kind: 'site', site: '35010001' }), 404],
    [owner, 404],
  ] as const) {
    actor = who
    assert.equal((await get(replay)).statusCode, status)
    assert.equal((await post(`/worlds/${worldId}/submissions`, { commandId: 's', expectedSeq: 1 })).statusCode, 404)
  }
  actor = owner
})

test('scripts of a world are told in the demonstration alone, to who directs it', async () => {
  const worldId = await open()
  const ways = `/demonstration/person-1/${worldId}`
  assert.equal((await get(ways)).statusCode, 403)
  actor = actorWith('national-officer')
  const told = (await get(ways)).json()
  const erring = (await get(`${ways}?mistake=${encodeURIComponent('忘了抄送经理')}`)).json()
  assert.deepEqual([told.task, told.commands.length, erring.commands.length], ['L4-02', 10, 10])
  assert.notDeepEqual(told.commands, erring.commands)
  assert.equal((await get(`${ways}?mistake=x`)).json().error.code, 'way-not-found')
  assert.equal((await get('/demonstration/person-1/nowhere')).json().error.code, 'world-not-found')
  settable = false
  assert.equal((await get(ways)).json().error.code, 'demonstration-only')
  settable = true
  actor = owner
})

test('input that is no command is refused before any world is asked', async () => {
  const worldId = await open()
  const wrong = [
    {},
    { commandId: '', type: 'a.b', expectedSeq: 1 },
    { commandId: 'c 1', type: 'a.b', expectedSeq: 1 },
    { commandId: 'c', type: 'a.b', expectedSeq: -1 },
  ]
  for (const body of wrong) assert.equal((await post(`/worlds/${worldId}/commands`, body)).statusCode, 400)
  const { lastSeq } = (await get(`/worlds/${worldId}`)).json()
  const large = await command(worldId, lastSeq, 'desk.note.save', { id: null, text: '字'.repeat(30_000) })
  assert.equal(large.json().refusal.code, 'E_SIZE')
})
