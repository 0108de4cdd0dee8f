import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { marks } from '../../../kernel/marks.ts'
import type { Ports } from '../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { newId } from '../../../platform/id.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import { issueCertificate } from '../actions/issue-certificate.ts'
import { certificateRefusals } from '../contract.ts'
import { certificateRoutes } from './certificate-routes.ts'

let db: TestDatabase
let app: FastifyInstance
let ports: Ports
let actor: Actor = { kind: 'public' }
before(async () => {
  db = await testDatabase()
  ports = testPorts(db.database)
  app = await createServer({
    routes: certificateRoutes,
    refusals: certificateRefusals,
    ports,
    actorOf: async () => actor,
    ready: async () => true,
  })
})
after(async () => {
  await app.close()
  await db.end()
})

const HOLDER = newId()
async function issued(): Promise<string> {
  const order = {
    personId: HOLDER,
    name: '王小明',
    idMasked: '110101********1234',
    level: 'L3',
    levelName: '助理电子商务师',
    editionId: 'ec-2005',
    scheme: 'demonstration',
    institution: '10012003',
    issuedOn: localDate('2026-12-28'),
    theory: marks(82),
    practical: marks(61),
    sessionCode: newId(),
  }
  const outcome = await db.database.transact(tx => issueCertificate(tx, testContext(ports), order))
  assert.ok(outcome.ok)
  return outcome.value
}
const as = async (who: Actor, method: 'GET' | 'POST', url: string, payload?: object) => {
  actor = who
  const cookies = who.kind === 'person' ? { zh_signin: 'x', zh_csrf: 'c' } : {}
  return app.inject({ method, url, cookies, headers: { 'x-zhiheng-csrf': 'c' }, ...(payload && { payload }) })
}
const nobody: Actor = { kind: 'public' }
const candidate = (personId: string): Actor => actorWith('candidate', { kind: 'person', person: 'self' }, personId)

test('guessing over HTTP ends in 429 with its code, and the counted tries stay although they were refused', async () => {
  const number = await issued()
  const ask = (name: string) => as(nobody, 'POST', '/api/certificate/look-ups', { number, name })
  const right = await ask('王小明')
  assert.equal(right.statusCode, 200)
  assert.doesNotMatch(right.body, new RegExp(`王小明|${HOLDER}|110101|8200`))
  for (let i = 0; i < 9; i++) assert.deepEqual([(await ask(`猜${i}`)).statusCode], [404])
  const late = await ask('王小明')
  assert.deepEqual([late.statusCode, late.json<{ error: { code: string } }>().error.code], [429, 'look-up-exhausted'])
})

test('the register is closed to the public and to candidates; changes are for the national centre', async () => {
  const number = await issued()
  const status = async (who: Actor, method: 'GET' | 'POST', url: string, payload?: object) =>
    (await as(who, method, url, payload)).statusCode
  const register = '/api/certificate/certificates'
  assert.equal(await status(nobody, 'GET', register), 401)
  assert.equal(await status(candidate(HOLDER), 'GET', register), 403)
  assert.equal(await status(actorWith('auditor'), 'GET', register), 200)
  const revocation = [`${register}/${number}/revocations`, { reason: '查实' }] as const
  assert.equal(await status(actorWith('provincial-officer', { kind: 'province', province: '10' }), 'POST', ...revocation), 403)
  assert.equal(await status(actorWith('auditor'), 'POST', ...revocation), 403)
  assert.equal(await status(actorWith('national-officer'), 'POST', ...revocation), 200)
})

test('the holder prints the certificate, another candidate does not learn that it exists', async () => {
  const number = await issued()
  const url = `/api/certificate/certificates/${number}/document`
  const own = await as(candidate(HOLDER), 'GET', url)
  assert.deepEqual(
    [own.statusCode, own.headers['content-type'], own.rawPayload.subarray(0, 5).toString()],
    [200, 'application/pdf', '%PDF-'],
  )
  const [other, none] = [
    await as(candidate(newId()), 'GET', url),
    await as(candidate(newId()), 'GET', url.replace(number, '2610012003399999')),
  ]
  assert.deepEqual([other.statusCode, other.body], [404, none.body])
})

test('own certificates hold only those of the person who asks', async () => {
  await issued()
  const mine = (await as(candidate(HOLDER), 'GET', '/api/certificate/own-certificates')).json<{ certificates: { holderName: string }[] }>()
  assert.ok(mine.certificates.length > 0 && mine.certificates.every(c => c.holderName === '王小明'))
  const others = (await as(candidate(newId()), 'GET', '/api/certificate/own-certificates')).json<{ certificates: unknown[] }>()
  assert.deepEqual(others.certificates, [])
})
