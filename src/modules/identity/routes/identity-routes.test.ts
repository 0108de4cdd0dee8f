import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { TOTP } from 'otpauth'
import { idNumberOf } from '../../../kernel/id-number.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { hashPassword } from '../../../platform/password.ts'
import { testContext, testPorts } from '../../../platform/test-context.ts'
import { enterReach } from '../actions/people-facts.ts'
import { registerPerson } from '../actions/register-person.ts'
import { actorOf } from '../actions/who-is-here.ts'
import { identityRefusals } from '../contract.ts'
import { identityRoutes } from './identity-routes.ts'

let db: TestDatabase
let app: FastifyInstance
let ports: ReturnType<typeof testPorts>
const PASSWORD = 'Right-horse-9'
before(async () => {
  db = await testDatabase()
  ports = testPorts(db.database)
  app = await createServer({
    routes: identityRoutes,
    refusals: identityRefusals,
    ports,
    actorOf: (tx, token, now) => actorOf(tx, token, now as Instant),
    ready: async () => true,
  })
})
after(async () => {
  await app.close()
  await db.end()
})

let serial = 0
const idNumber = () => idNumberOf({ area: '110199', birth: localDate('1990-05-05'), serial: ++serial })
async function enter(
  signInName: string,
  role: 'candidate' | 'registrar' | 'provincial-officer',
  scope: { kind: 'province'; province: string } | { kind: 'person'; person: string },
): Promise<string> {
  const person = {
    name: '张三丰',
    idKind: 'resident-id' as const,
    idNumber: idNumber(),
    sex: 'male' as const,
    birthDate: localDate('1990-05-05'),
    mobile: '13800138000',
    signInName,
    passwordHash: await hashPassword(PASSWORD),
    persona: null,
    grants: [{ role, scope, from: localDate('2020-01-01'), until: null }],
  }
  const entered = await db.database.transact(tx => registerPerson(tx, testContext(ports), person))
  if (!entered.ok) throw new Error(entered.refusal.code)
  return entered.value.personId
}
type Jar = { cookie: string; 'x-zhiheng-csrf': string }
const post = (url: string, payload: object, jar?: Jar) => app.inject({ method: 'POST', url, payload, headers: { ...jar } })
async function signIn(signInName: string): Promise<Jar> {
  const reply = await post('/api/identity/sign-ins', { signInName, password: PASSWORD })
  assert.equal(reply.statusCode, 200)
  const cookies = Object.fromEntries(reply.cookies.map(c => [c.name, c.value]))
  return { cookie: `zh_signin=${cookies['zh_signin']}; zh_csrf=${cookies['zh_csrf']}`, 'x-zhiheng-csrf': String(cookies['zh_csrf']) }
}
const me = async (jar?: Jar) => (await app.inject({ url: '/api/identity/me', headers: { ...jar } })).json()

test('a candidate registers, signs in, is known, and signs out; the cookie is closed to scripts', async () => {
  const body = {
    name: '阿依古丽•买买提',
    idDocument: { kind: 'resident-id', number: idNumber() },
    mobile: '13900139000',
    password: PASSWORD,
  }
  assert.equal((await post('/api/identity/accounts', body)).statusCode, 200)
  const reply = await post('/api/identity/sign-ins', { signInName: '13900139000', password: PASSWORD })
  assert.equal(reply.cookies.find(c => c.name === 'zh_signin')?.httpOnly, true)
  const jar = await signIn('13900139000')
  assert.equal((await me(jar)).name, '阿依古丽·买买提')
  assert.equal((await post('/api/identity/sign-outs', {}, jar)).statusCode, 204)
  assert.equal((await me(jar)).state, 'nobody')
})

test('the same ID number registers once, also when two try at the same moment', async () => {
  const number = idNumber()
  const body = (mobile: string) => ({ name: '李四', idDocument: { kind: 'resident-id', number }, mobile, password: PASSWORD })
  const replies = await Promise.all([
    post('/api/identity/accounts', body('13700000001')),
    post('/api/identity/accounts', body('13700000002')),
  ])
  assert.deepEqual(replies.map(r => r.statusCode).toSorted(), [200, 409])
  const accounts = await db.database.statement({
    text: `select sign_in_name from account_name where sign_in_name like '1370000000%'`,
    values: [],
  })
  assert.equal(accounts.rowCount, 1)
})

test('ID number and mobile are nowhere in the database in clear', async () => {
  const number = idNumber()
  await post('/api/identity/accounts', {
    name: '王五',
    idDocument: { kind: 'resident-id', number },
    mobile: '13612345678',
    password: PASSWORD,
  })
  const rows = await db.database.statement({
    text: `select p.*::text as p, k.*::text as k from person p join person_key k on k.person_id = p.person_id`,
    values: [],
  })
  assert.ok(rows.rowCount > 0)
  assert.doesNotMatch(JSON.stringify(rows.rows), new RegExp(`${number}|13612345678`))
})

test('five wrong passwords lock the account, and the right one waits too', async () => {
  await enter('lock@test', 'candidate', { kind: 'person', person: 'self' })
  for (let i = 0; i < 5; i++)
    assert.equal((await post('/api/identity/sign-ins', { signInName: 'lock@test', password: 'wrong' })).json().error.code, 'wrong-sign-in')
  assert.equal((await post('/api/identity/sign-ins', { signInName: 'lock@test', password: PASSWORD })).json().error.code, 'account-locked')
})

test('guesses sent all at once are answered five times, not more', async () => {
  await enter('flood@test', 'candidate', { kind: 'person', person: 'self' })
  const guesses = Array.from({ length: 12 }, (_, i) => `wrong ${i}`)
  const replies = await Promise.all(guesses.map(password => post('/api/identity/sign-ins', { signInName: 'flood@test', password })))
  const codes = replies.map(r => r.json().error.code)
  assert.deepEqual([codes.filter(c => c === 'wrong-sign-in').length, codes.filter(c => c === 'account-locked').length], [5, 7])
  assert.equal((await post('/api/identity/sign-ins', { signInName: 'flood@test', password: PASSWORD })).json().error.code, 'account-locked')
})

test('an unknown name and a wrong password read the same', async () => {
  const unknown = (await post('/api/identity/sign-ins', { signInName: 'nobody@test', password: 'x' })).json()
  assert.equal(unknown.error.code, 'wrong-sign-in')
})

test('staff enrol an authenticator before they are anybody, and prove it at the next sign-in', async () => {
  await enter('registrar@test', 'registrar', { kind: 'province', province: '91' })
  const first = await signIn('registrar@test')
  assert.equal((await me(first)).state, 'enrolling')
  assert.equal((await app.inject({ url: '/api/identity/people', headers: first })).json().error.code, 'not-signed-in')
  const { secret } = (await post('/api/identity/authenticators', {}, first)).json()
  const code = () => new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret }).generate()
  const wrong = String((Number(code()) + 1) % 1_000_000).padStart(6, '0')
  assert.equal((await post('/api/identity/sign-in-codes', { code: wrong }, first)).json().error.code, 'wrong-code')
  assert.equal((await post('/api/identity/sign-in-codes', { code: code() }, first)).json().secondFactor, 'done')
  assert.equal((await me(first)).state, 'signed-in')
  const second = await signIn('registrar@test')
  assert.equal((await me(second)).state, 'awaiting-code')
  assert.equal((await post('/api/identity/authenticators', {}, second)).json().error.code, 'no-code-awaited')
  await post('/api/identity/sign-in-codes', { code: code() }, second)
  assert.equal((await me(second)).state, 'signed-in')
})

test('a sign-in survives a restart of the server', async () => {
  await enter('restart@test', 'candidate', { kind: 'person', person: 'self' })
  const jar = await signIn('restart@test')
  const other = await createServer({
    routes: identityRoutes,
    refusals: identityRefusals,
    ports,
    actorOf: (tx, token, now) => actorOf(tx, token, now as Instant),
    ready: async () => true,
  })
  assert.equal((await other.inject({ url: '/api/identity/me', headers: jar })).json().state, 'signed-in')
  await other.close()
})

async function registrarJar(): Promise<Jar> {
  const name = `r${serial}@test`
  await enter(name, 'registrar', { kind: 'province', province: '91' })
  const jar = await signIn(name)
  const { secret } = (await post('/api/identity/authenticators', {}, jar)).json()
  await post('/api/identity/sign-in-codes', { code: new TOTP({ secret }).generate() }, jar)
  return jar
}

test('reading a full ID number needs a role and a reason, and leaves an audit entry', async () => {
  const personId = await enter('masked@test', 'candidate', { kind: 'person', person: 'self' })
  const url = `/api/identity/people/${personId}/unmaskings`
  assert.equal((await post(url, { reason: '核对证件原件' }, await signIn('masked@test'))).json().error.code, 'not-permitted')
  const jar = await registrarJar()
  assert.equal((await post(url, { reason: '' }, jar)).statusCode, 400)
  const unreached = await post(url, { reason: '核对证件原件' }, jar)
  assert.deepEqual([unreached.statusCode, unreached.json().error.code], [404, 'person-unknown'])
  await db.database.transact(tx => enterReach(tx, { personId, province: '91' }))
  assert.match((await post(url, { reason: '核对证件原件' }, jar)).json().idNumber, /^110199\d{11}[\dX]$/)
  const entries = await db.database.statement({
    text: `select facts from audit_entry where type = 'id-number-unmasked' and subject_id = $1`,
    values: [personId],
  })
  assert.deepEqual(entries.rows, [{ facts: { reason: '核对证件原件' } }])
})

test('a role of today acts today; one that ended yesterday does not', async () => {
  const personId = await enter('ended@test', 'candidate', { kind: 'person', person: 'self' })
  await db.database.statement({ text: `update role_grant set until_day = '2020-06-01' where person_id = $1`, values: [personId] })
  assert.deepEqual((await me(await signIn('ended@test'))).grants, [])
})

test('personas are closed where the clock is real', async () => {
  const real = await createServer({
    routes: identityRoutes,
    refusals: identityRefusals,
    ports: { ...ports, clock: { ...ports.clock, now: () => ports.clock.now(), settable: false } },
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  const reply = await real.inject({ method: 'POST', url: '/api/identity/persona-sign-ins', payload: { persona: 'national-1' } })
  assert.equal(reply.json().error.code, 'personas-closed')
  await real.close()
})
