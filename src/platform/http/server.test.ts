import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { ok, refuse, refuseAndKeep } from '../../kernel/result.ts'
import { type TestDatabase, testDatabase } from '../db/test-database.ts'
import { actorWith, testPorts } from '../test-context.ts'
import { type Route, route } from './route.ts'
import { createServer } from './server.ts'

const put = endpoint({
  method: 'POST',
  path: '/api/test/things/:thingId',
  summary: 'put',
  params: z.object({ thingId: z.string().max(5) }),
  body: z.object({ n: z.number().int().min(1, '至少1。|At least 1.') }),
  reply: z.object({ n: z.number() }),
  refusals: ['odd'],
})
const peek = endpoint({ method: 'GET', path: '/api/test/secrets', summary: 'peek', reply: z.object({ shown: z.string() }) })
const boom = endpoint({ method: 'GET', path: '/api/test/bugs', summary: 'bug', reply: z.object({}) })
const upload = endpoint({
  method: 'POST',
  path: '/api/test/files',
  summary: 'upload',
  upload: true,
  body: z.object({ kind: z.string() }),
  reply: z.object({ name: z.string(), size: z.number(), kind: z.string() }),
})
const slow = endpoint({ method: 'GET', path: '/api/test/limited', summary: 'limited', reply: z.object({}) })
const anyone = () => ok(true as const)
const insert = (n: number) => ({ text: 'insert into thing values ($1)', values: [n] })

const routes: readonly Route[] = [
  route(put, {
    policy: actor => (actor.kind === 'public' ? refuse('not-signed-in') : ok(true)),
    action: async (tx, request) => {
      await tx.query(insert(request.body.n))
      if (request.body.n === 13) return refuse('odd', { n: 13 })
      if (request.body.n === 14) return refuseAndKeep('odd', { n: 14 })
      return ok({ n: request.body.n })
    },
  }),
  route(peek, { policy: anyone, action: async () => ok({ shown: 'yes', key: 'secret' } as { shown: string }) }),
  route(boom, {
    policy: anyone,
    action: async () => {
      throw new Error('secret detail')
    },
  }),
  route(upload, {
    policy: anyone,
    maxBytes: 1000,
    action: async (_tx, request) =>
      ok({ name: request.file?.fileName ?? '', size: request.file?.bytes.length ?? 0, kind: request.body.kind }),
  }),
  route(slow, { policy: anyone, action: async () => ok({}), limit: { max: 2, perSeconds: 60 } }),
]
// @ts-expect-error a route without a policy does not type-check
route(peek, { action: async () => ok({ shown: 'x' }) })

let db: TestDatabase
let app: FastifyInstance
let actor: Actor = { kind: 'public' }
const signedIn = { cookie: 'zh_signin=t; zh_csrf=c', 'x-zhiheng-csrf': 'c' }
before(async () => {
  db = await testDatabase()
  await db.database.pool.query('create table thing (n integer)')
  app = await createServer({
    routes,
    refusals: { odd: { status: 409, zh: '不收{n}。', en: 'Not {n}.' } },
    ports: testPorts(db.database),
    actorOf: async () => actor,
    ready: async () => true,
  })
})
after(async () => {
  await app.close()
  await db.end()
})
const stored = async (n: number) => (await db.database.statement({ text: 'select n from thing where n = $1', values: [n] })).rowCount
const send = (n: unknown, headers: Record<string, string> = signedIn, id = 'a') =>
  app.inject({ method: 'POST', url: `/api/test/things/${id}`, headers, payload: { n } as object })

test('a public caller is refused with code and both texts, and nothing is written', async () => {
  actor = { kind: 'public' }
  const reply = await send(1, {})
  assert.equal(reply.statusCode, 401)
  assert.equal(reply.json().error.code, 'not-signed-in')
  assert.ok(reply.json().error.zh && reply.json().error.en)
  assert.equal(await stored(1), 0)
})

test('every wrong field is named with its own Chinese text', async () => {
  actor = actorWith('candidate')
  const reply = await send(0, signedIn, 'too-long')
  assert.equal(reply.statusCode, 400)
  assert.deepEqual(
    reply.json().error.fields.map((f: { path: string; zh: string }) => [f.path, f.zh]),
    [
      ['thingId', '最多5个字符。'],
      ['n', '至少1。'],
    ],
  )
})

test('a refusal rolls back; one that keeps commits what was counted', async () => {
  assert.equal((await send(13)).json().error.zh, '不收13。')
  assert.equal(await stored(13), 0)
  assert.equal((await send(14)).statusCode, 409)
  assert.equal(await stored(14), 1)
})

test('without the repeated CSRF token, or from a foreign origin, an unsafe request is refused', async () => {
  assert.equal((await send(2, { cookie: 'zh_signin=t; zh_csrf=c' })).json().error.code, 'csrf-refused')
  assert.equal((await send(2, { ...signedIn, 'x-zhiheng-csrf': 'other' })).json().error.code, 'csrf-refused')
  assert.equal((await send(2, { ...signedIn, origin: 'https://evil.example' })).json().error.code, 'csrf-refused')
  assert.equal((await send(2, { ...signedIn, 'sec-fetch-site': 'cross-site' })).json().error.code, 'csrf-refused')
  assert.equal(await stored(2), 0)
  assert.equal((await send(2)).statusCode, 200)
})

test('only listed fields leave the server', async () => {
  assert.deepEqual((await app.inject('/api/test/secrets')).json(), { shown: 'yes' })
})

test('a bug answers with an incident number and without its text', async () => {
  const reply = await app.inject('/api/test/bugs')
  assert.equal(reply.statusCode, 500)
  assert.match(reply.json().error.zh, /编号[0-9a-f]{8}/)
  assert.doesNotMatch(reply.body, /secret detail/)
})

function multipart(size: number): { headers: Record<string, string>; payload: Buffer } {
  const head =
    '--b\r\ncontent-disposition: form-data; name="kind"\r\n\r\nphoto\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="照片.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), Buffer.alloc(size, 1), Buffer.from('\r\n--b--\r\n')]),
  }
}

test('an upload arrives with its fields and its Chinese name; one over the limit is refused', async () => {
  const url = '/api/test/files'
  assert.deepEqual((await app.inject({ method: 'POST', url, ...multipart(900) })).json(), { name: '照片.jpg', size: 900, kind: 'photo' })
  const large = await app.inject({ method: 'POST', url, ...multipart(1500) })
  assert.equal(large.statusCode, 413)
  assert.equal(large.json().error.code, 'file-too-large')
})

test('over its limit a route answers 429 and says when to come back', async () => {
  await app.inject('/api/test/limited')
  await app.inject('/api/test/limited')
  const third = await app.inject('/api/test/limited')
  assert.equal(third.statusCode, 429)
  assert.ok(Number(third.headers['retry-after']) > 0)
  assert.match(third.json().error.zh, /秒后再试/)
})

test('the API describes itself: paths, parameters, refusals', async () => {
  const api = (await app.inject('/api/openapi.json')).json()
  assert.equal(api.openapi, '3.1.0')
  const operation = api.paths['/api/test/things/{thingId}'].post
  assert.deepEqual(
    operation.parameters.map((p: { name: string; in: string }) => [p.name, p.in]),
    [['thingId', 'path']],
  )
  assert.ok(operation.responses['409'].description.includes('odd'))
  assert.equal(operation.requestBody.content['application/json'].schema.properties.n.minimum, 1)
})

test('unknown API paths are refusals, health and readiness answer', async () => {
  assert.equal((await app.inject('/api/nothing')).json().error.code, 'not-found')
  assert.equal((await app.inject('/health')).statusCode, 200)
  assert.equal((await app.inject('/ready')).statusCode, 200)
})

test('pages may load nothing from elsewhere and may not be framed', async () => {
  const policy = String((await app.inject('/health')).headers['content-security-policy'])
  assert.match(policy, /default-src 'self'/)
  assert.match(policy, /object-src 'none'/)
})
