import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../kernel/actor.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { actorWith, testPorts } from '../../../platform/test-context.ts'
import { labRefusals } from '../contract.ts'
import { labRoutes } from './lab-routes.ts'

let testing: TestDatabase
let app: Awaited<ReturnType<typeof createServer>>
const institution = '91012001'
const teacher = actorWith('teacher', { kind: 'institution', institution }, 'teacher-1')
const elsewhere = actorWith('teacher', { kind: 'institution', institution: '91003002' }, 'teacher-2')
const trainee = actorWith('candidate', { kind: 'person', person: 'self' }, 'person-1')
let actor: Actor = teacher
const signedIn = { cookies: { zh_signin: 'x', zh_csrf: 'y' }, headers: { 'x-zhiheng-csrf': 'y' } }

before(async () => {
  testing = await testDatabase()
  app = await createServer({
    routes: labRoutes,
    refusals: labRefusals,
    ports: testPorts(testing.database),
    actorOf: () => Promise.resolve(actor),
    ready: () => Promise.resolve(true),
  })
})
after(async () => {
  await app.close()
  await testing.end()
})

const get = async (as: Actor, url: string) => {
  actor = as
  return app.inject({ method: 'GET', url: `/api/lab${url}`, ...signedIn })
}
const post = async (as: Actor, url: string, payload: object = {}) => {
  actor = as
  return app.inject({ method: 'POST', url: `/api/lab${url}`, payload, ...signedIn })
}

test('a workshop over HTTP: opened, joined, watched, hinted, closed', async () => {
  const opened = await post(teacher, '/workshops', { institution, name: ' 周三上午 ', task: 'L4-02', mode: 'practice' })
  assert.equal(opened.statusCode, 200)
  const { workshopId, code } = opened.json()
  const { worldId } = (await post(trainee, '/workshop-seats', { code })).json()
  const place = `/workshops/${institution}/${workshopId}`
  const board = (await get(teacher, `${place}/board?minutes=3`)).json()
  assert.deepEqual([board.workshop.name, board.minutes, board.rows[0].worldId, board.rows[0].name], ['周三上午', 3, worldId, '测试'])
  assert.equal((await post(teacher, `${place}/hint-cards`, { ownerId: 'person-1', text: '先读规定' })).json().sent, 1)
  const { cards } = (await get(trainee, `/worlds/${worldId}/hint-cards`)).json()
  assert.equal(cards[0].text, '先读规定')
  assert.equal((await post(trainee, `/worlds/${worldId}/hint-cards/${cards[0].cardId}/readings`)).statusCode, 200)
  assert.ok((await get(trainee, `/worlds/${worldId}/hints`)).json().hints.length > 0)
  assert.equal((await get(teacher, `/worlds/${worldId}?ownerId=person-1`)).statusCode, 200)
  assert.equal((await post(teacher, `${place}/closings`)).statusCode, 200)
  assert.equal((await post(trainee, '/workshop-seats', { code })).json().error.code, 'code-unknown')
})

test('a board is its institution’s alone; trainees and strangers hear nothing of it', async () => {
  const { workshopId } = (await post(teacher, '/workshops', { institution, name: '一班', task: 'L4-02', mode: 'guided' })).json()
  const place = `/workshops/${institution}/${workshopId}`
  for (const [who, status] of [
    [elsewhere, 403],
    [trainee, 403],
    [actorWith('national-officer'), 403],
    [actorWith('institution-manager', { kind: 'institution', institution }), 403],
    [{ kind: 'public' }, 401],
  ] as const) {
    assert.equal((await get(who, `${place}/board`)).statusCode, status)
    assert.equal((await post(who, `${place}/hint-cards`, { ownerId: null, text: '？' })).statusCode, status)
    assert.equal((await post(who, `${place}/closings`)).statusCode, status)
    assert.equal((await post(who, '/workshops', { institution, name: '二班', task: 'L4-02', mode: 'practice' })).statusCode, status)
  }
  // a teacher who names the own institution finds no workshop of another there
  assert.equal((await get(elsewhere, `/workshops/91003002/${workshopId}/board`)).statusCode, 404)
  assert.equal((await get(trainee, '/workshops')).statusCode, 403)
})

test('a workshop is never a quiz or a final, and what does not fit is refused', async () => {
  const fits = { institution, name: '一班', task: 'L4-02', mode: 'practice' }
  for (const wrong of [{ mode: 'final' }, { mode: 'module-quiz' }, { mode: 'replay' }, { name: '  ' }, { institution: '9101' }])
    assert.notEqual((await post(teacher, '/workshops', { ...fits, ...wrong })).statusCode, 200, JSON.stringify(wrong))
  assert.equal((await post(teacher, '/workshops', { ...fits, task: 'L4-99' })).json().error.code, 'task-not-found')
  for (const code of ['12345', '1234567', 'abcdef', '']) assert.equal((await post(trainee, '/workshop-seats', { code })).statusCode, 400)
})
