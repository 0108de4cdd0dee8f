import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor, Role } from '../../../kernel/actor.ts'
import type { Ports } from '../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { prepareJobs } from '../../../platform/jobs.ts'
import { actorWith, testPorts } from '../../../platform/test-context.ts'
import { standardRefusals } from '../../standard/contract.ts'
import { assemblyRefusals } from '../contract.ts'
import { aBody } from '../fixtures.ts'
import { assemblyRoutes } from './assembly-routes.ts'

let testing: TestDatabase
let ports: Ports
let actor: Actor = { kind: 'public' }
const GROUP = { groupId: 'session:1', name: { zh: '2027-02考次', en: 'Session 2027-02' }, personIds: ['p-1', 'p-2'] }
const routes = assemblyRoutes(async (_tx, { level }) => (level === 'L4' ? [GROUP] : []))
let app: Awaited<ReturnType<typeof createServer>>
const signedIn = { cookies: { zh_signin: 'x', zh_csrf: 'y' }, headers: { 'x-zhiheng-csrf': 'y' } }
const NOWHERE = '2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901'
const order = { method: 'POST' as const, url: '/api/assembly/forms', payload: { editionId: 'ec-2005', level: 'L4' } }

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
  await prepareJobs(testing.database)
  app = await createServer({
    routes,
    refusals: { ...standardRefusals, ...assemblyRefusals },
    ports,
    actorOf: () => Promise.resolve(actor),
    ready: () => Promise.resolve(true),
  })
})
after(async () => {
  await app.close()
  await ports.solver.close()
  await testing.end()
})

const OTHERS: readonly Role[] = [
  'candidate',
  'teacher',
  'institution-manager',
  'registrar',
  'provincial-officer',
  'item-writer',
  'item-reviewer',
  'site-manager',
  'invigilator',
  'assessor',
  'chief-assessor',
  'external-verifier',
  'auditor',
]

/** A request that each route would read as one of its own. */
const REQUESTS: readonly (readonly [method: 'GET' | 'POST' | 'PUT', url: string, payload?: object])[] = [
  ['GET', '/api/assembly/forms'],
  ['POST', '/api/assembly/forms', order.payload],
  ['GET', `/api/assembly/forms/${NOWHERE}`],
  ['GET', `/api/assembly/forms/${NOWHERE}/facts`],
  ['GET', '/api/assembly/blueprints'],
  ['POST', '/api/assembly/blueprints', { editionId: 'ec-2005', level: 'L4' }],
  ['GET', `/api/assembly/blueprints/${NOWHERE}`],
  ['GET', `/api/assembly/blueprint-versions/${NOWHERE}`],
  ['PUT', `/api/assembly/blueprint-versions/${NOWHERE}`, { guard: 1, body: aBody() }],
  ['POST', '/api/assembly/blueprint-checks', aBody()],
  ['POST', `/api/assembly/blueprint-versions/${NOWHERE}/approvals`, { guard: 1 }],
  ['POST', `/api/assembly/blueprint-versions/${NOWHERE}/drafts`, {}],
  ['GET', `/api/assembly/blueprint-versions/${NOWHERE}/candidate-groups`],
  ['GET', `/api/assembly/blueprint-versions/${NOWHERE}/candidate-groups/session:1`],
  ['POST', `/api/assembly/blueprint-versions/${NOWHERE}/runs`, {}],
  ['GET', '/api/assembly/runs'],
  ['GET', `/api/assembly/runs/${NOWHERE}`],
  ['POST', `/api/assembly/runs/${NOWHERE}/cancellations`, {}],
  ['POST', `/api/assembly/runs/${NOWHERE}/repeats`, {}],
  ['GET', `/api/assembly/runs/${NOWHERE}/comparison`],
  ['GET', `/api/assembly/runs/${NOWHERE}/forms/1`],
  ['GET', `/api/assembly/runs/${NOWHERE}/forms/1/places/1/candidates`],
  ['POST', `/api/assembly/runs/${NOWHERE}/forms/1/swaps`, { guard: 1, place: 1, itemId: 'i' }],
  ['POST', `/api/assembly/runs/${NOWHERE}/forms/1/acceptances`, { guard: 1 }],
  ['POST', `/api/assembly/runs/${NOWHERE}/forms/1/discards`, { guard: 1, reason: '题量偏少' }],
]
const ask = ([method, url, payload]: (typeof REQUESTS)[number]) => app.inject({ method, url, ...signedIn, ...(payload && { payload }) })

test('every route is asked here', () => {
  assert.equal(REQUESTS.length, routes.length)
})

test('everything of assembly is for the national centre alone', async () => {
  for (const request of REQUESTS) {
    for (const role of OTHERS) {
      actor = actorWith(role)
      assert.equal((await ask(request)).statusCode, 403, `${role} ${request[0]} ${request[1]}`)
    }
    actor = { kind: 'public' }
    const [method, url, payload] = request
    assert.equal((await app.inject({ method, url, ...(payload && { payload }) })).statusCode, 401, url)
  }
})

test('what is not there is told as not found, by what it is', async () => {
  actor = actorWith('national-officer')
  for (const request of REQUESTS.filter(([, url]) => url.includes(NOWHERE))) {
    const reply = await ask(request)
    const code = request[1].includes('/runs/') ? 'run-unknown' : request[1].includes('/forms/') ? 'form-unknown' : 'blueprint-unknown'
    assert.deepEqual([reply.statusCode, reply.json().error.code], [404, code], `${request[0]} ${request[1]}`)
  }
})

test('an empty bank answers with every area that lacks items, in both languages', async () => {
  actor = actorWith('national-officer')
  const reply = await app.inject({ ...order, ...signedIn })
  assert.equal(reply.statusCode, 409)
  const { error } = reply.json()
  assert.equal(error.code, 'bank-too-small')
  assert.match(error.zh, /电子商务的概念/)
  assert.equal(error.fields.length, 14)
})

test('a blueprint by HTTP: made, saved, checked, approved, run', async () => {
  actor = actorWith('national-officer')
  const made = (await ask(['POST', '/api/assembly/blueprints', { editionId: 'ec-2005', level: 'L4' }])).json()
  const { blueprintVersionId } = made.version
  const at = `/api/assembly/blueprint-versions/${blueprintVersionId}`
  const saved = await ask(['PUT', at, { guard: 1, body: made.body }])
  assert.equal(saved.statusCode, 200, saved.body)
  assert.deepEqual((await ask(['POST', '/api/assembly/blueprint-checks', made.body])).json().faults, [])
  const own = await ask(['POST', `${at}/approvals`, { guard: 2 }])
  assert.deepEqual([own.statusCode, own.json().error.code], [403, 'own-blueprint'])
  assert.match(own.json().error.zh, /另一人/)
  actor = actorWith('national-officer')
  assert.equal((await ask(['POST', `${at}/approvals`, { guard: 2 }])).json().version.state, 'approved')
  const { groups } = (await ask(['GET', `${at}/candidate-groups`])).json()
  assert.deepEqual(groups, [{ groupId: 'session:1', name: GROUP.name, persons: 2 }])
  const { met, items } = (await ask(['GET', `${at}/candidate-groups/session:1`])).json()
  assert.deepEqual([met, items], [0, 0])
  const stranger = await ask(['POST', `${at}/runs`, { candidateGroupIds: ['session:2'] }])
  assert.deepEqual([stranger.statusCode, stranger.json().error.code], [404, 'candidate-group-unknown'])
  const { runId } = (await ask(['POST', `${at}/runs`, { seenItemIds: ['i-1'], candidateGroupIds: ['session:1'] }])).json()
  const shown = (await ask(['GET', `/api/assembly/runs/${runId}`])).json()
  assert.deepEqual([shown.run.state, shown.run.seenItems, shown.run.isMine], ['queued', 1, true])
  assert.equal('seed' in shown.run, false, "the seed of a run that waits is nobody's affair")
  assert.equal((await ask(['GET', `/api/assembly/runs/${runId}/forms/1`])).json().error.code, 'proposal-unknown')
  assert.equal((await ask(['GET', '/api/assembly/runs?level=L4'])).json().runs.length, 1)
})

test('a body with a field too many or a number out of reach is refused by its field', async () => {
  actor = actorWith('national-officer')
  for (const body of [
    { ...aBody(), more: 1 },
    { ...aBody(), forms: 51 },
    { ...aBody(), minutes: 0.5 },
  ])
    assert.equal((await ask(['POST', '/api/assembly/blueprint-checks', body])).statusCode, 400)
})
