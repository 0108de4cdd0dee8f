import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { createServer } from '../../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { actorWith, testPorts } from '../../../platform/test-context.ts'
import { standardRefusals } from '../../standard/contract.ts'
import { assemblyRefusals } from '../contract.ts'
import { assemblyRoutes } from './assembly-routes.ts'

let testing: TestDatabase
let actor: Actor = { kind: 'public' }
let app: Awaited<ReturnType<typeof createServer>>
const signedIn = { cookies: { zh_signin: 'x', zh_csrf: 'y' }, headers: { 'x-zhiheng-csrf': 'y' } }
const order = { method: 'POST' as const, url: '/api/assembly/forms', payload: { editionId: 'ec-2005', level: 'L4' } }

before(async () => {
  testing = await testDatabase()
  app = await createServer({
    routes: assemblyRoutes,
    refusals: { ...standardRefusals, ...assemblyRefusals },
    ports: testPorts(testing.database),
    actorOf: () => Promise.resolve(actor),
    ready: () => Promise.resolve(true),
  })
})
after(async () => {
  await app.close()
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

test('forms are for the national centre alone', async () => {
  for (const role of OTHERS) {
    actor = actorWith(role)
    assert.equal((await app.inject({ url: '/api/assembly/forms', ...signedIn })).statusCode, 403, role)
    assert.equal((await app.inject({ ...order, ...signedIn })).statusCode, 403, role)
  }
  assert.equal((await app.inject({ url: '/api/assembly/forms' })).statusCode, 401)
  actor = actorWith('national-officer')
  assert.equal((await app.inject({ url: '/api/assembly/forms', ...signedIn })).statusCode, 200)
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

test('a form that does not exist is not found', async () => {
  actor = actorWith('national-officer')
  const reply = await app.inject({ url: '/api/assembly/forms/2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901', ...signedIn })
  assert.deepEqual([reply.statusCode, reply.json().error.code], [404, 'form-unknown'])
})
