import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { createServer } from '../../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { actorWith, testPorts } from '../../../platform/test-context.ts'
import { standardRefusals } from '../../standard/contract.ts'
import { itemBankRefusals } from '../contract.ts'
import { itemBankRoutes } from './item-bank-routes.ts'

let testing: TestDatabase
let actor: Actor = { kind: 'public' }
let app: Awaited<ReturnType<typeof createServer>>

before(async () => {
  testing = await testDatabase()
  app = await createServer({
    routes: itemBankRoutes,
    refusals: { ...standardRefusals, ...itemBankRefusals },
    ports: testPorts(testing.database),
    actorOf: () => Promise.resolve(actor),
    ready: () => Promise.resolve(true),
  })
})
after(async () => {
  await app.close()
  await testing.end()
})

const ROLES: readonly Role[] = [
  'candidate',
  'teacher',
  'institution-manager',
  'registrar',
  'provincial-officer',
  'national-officer',
  'item-writer',
  'item-reviewer',
  'site-manager',
  'invigilator',
  'assessor',
  'chief-assessor',
  'external-verifier',
  'auditor',
]
const READS = ['/api/item-bank/items?editionId=ec-2005&level=L4', '/api/item-bank/coverage?editionId=ec-2005&level=L4']

test('only writers, reviewers and the national centre enter the bank', async () => {
  for (const role of ROLES) {
    actor = actorWith(role)
    const open = role === 'item-writer' || role === 'item-reviewer' || role === 'national-officer'
    for (const url of READS)
      assert.equal((await app.inject({ url, cookies: { zh_signin: 'x' } })).statusCode, open ? 200 : 403, `${role} ${url}`)
  }
  for (const url of READS) assert.equal((await app.inject({ url })).statusCode, 401)
})

test('a level the edition does not have is refused with a text', async () => {
  actor = actorWith('item-writer')
  const reply = await app.inject({ url: '/api/item-bank/coverage?editionId=ec-2005&level=L9', cookies: { zh_signin: 'x' } })
  assert.ok(reply.statusCode >= 400 && reply.json().error.code === 'level-unknown')
})
