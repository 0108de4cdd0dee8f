import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import type { Actor } from '../../../kernel/actor.ts'
import { idNumberOf } from '../../../kernel/id-number.ts'
import { instantOf } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import { registerPerson } from '../../identity/index.ts'
import { standardRefusals } from '../../standard/contract.ts'
import { must } from '../../standard/fixtures.ts'
import { openRound } from '../actions/open-round.ts'
import { registrationRefusals } from '../contract.ts'
import { aDraft, aRound } from '../fixtures.ts'
import { registrationRoutes } from './registration-routes.ts'

const people = new Map<string, Actor>([
  ['registrar', actorWith('registrar', { kind: 'province', province: '10' })],
  ['neighbour', actorWith('registrar', { kind: 'province', province: '20' })],
  ['assessor', actorWith('assessor', { kind: 'nation' })],
])
const round = aRound()
let db: TestDatabase
let app: FastifyInstance
let place: string
let photo: Buffer
before(async () => {
  db = await testDatabase()
  const real = testPorts(db.database)
  const ports = { ...real, clock: { ...real.clock, now: () => instantOf('2026-11-23T01:00:00Z') } }
  app = await createServer({
    routes: registrationRoutes,
    refusals: { ...standardRefusals, ...registrationRefusals },
    ports,
    actorOf: async (_tx, token) => people.get(token) ?? { kind: 'public' },
    ready: async () => true,
  })
  for (const [at, name] of ['applicant', 'stranger'].entries()) {
    const birthDate = localDate('1998-05-06')
    const person = {
      name: '陈晓',
      idKind: 'resident-id' as const,
      idNumber: idNumberOf({ area: '110199', birth: birthDate, serial: at }),
      sex: 'male' as const,
      birthDate,
      mobile: '13800138000',
      signInName: name,
      passwordHash: null,
      persona: null,
      grants: [],
    }
    const { personId } = must(await db.database.transact(tx => registerPerson(tx, testContext(ports), person)))
    people.set(name, actorWith('candidate', { kind: 'person', person: 'self' }, personId))
  }
  must(await db.database.transact(tx => openRound(tx, testContext(ports), round)))
  photo = await sharp({ create: { width: 413, height: 579, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer()
  const started = (await ask('applicant', 'POST', '/api/registration/applications', { roundId: round.roundId, level: 'L4' })).json()
  place = `/api/registration/applications/${started.personId}/${started.applicationId}`
  assert.equal((await ask('applicant', 'PUT', `${place}/draft`, { version: 1, draft: aDraft() })).statusCode, 200)
})
after(async () => {
  await app.close()
  await db.end()
})

type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE'
const jar = (who: string) => ({ cookie: `zh_signin=${who}; zh_csrf=c`, 'x-zhiheng-csrf': 'c' })
const ask = (who: string, method: Verb, url: string, payload?: object) =>
  app.inject({ method, url, headers: jar(who), ...(payload && { payload }) })
function send(who: string, url: string, fields: Record<string, string>, file: { name: string; type: string; bytes: Buffer }) {
  const edge = 'zhiheng-edge'
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  const head = Buffer.from(
    `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`,
  )
  const payload = Buffer.concat([...parts, head, file.bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  return app.inject({ method: 'POST', url, headers: { ...jar(who), 'content-type': `multipart/form-data; boundary=${edge}` }, payload })
}
const statement = (file: { name: string; type: string; bytes: Buffer }) =>
  send('applicant', `${place}/evidence`, { kind: 'employment-statement', factId: 'job-1' }, file)
const codeOf = (reply: { json: () => { error?: { code: string } } }) => reply.json().error?.code
const held = async () => (await ask('applicant', 'GET', place)).json().evidence.length

test('who is let in at which route', async () => {
  const table: [string, Verb, string, object | undefined, Record<string, number>][] = [
    ['rounds', 'GET', '/api/registration/rounds', undefined, { nobody: 401, applicant: 200, registrar: 200, assessor: 200 }],
    [
      'list',
      'GET',
      '/api/registration/applications',
      undefined,
      { nobody: 401, applicant: 403, registrar: 200, neighbour: 200, assessor: 403 },
    ],
    [
      'start',
      'POST',
      '/api/registration/applications',
      { roundId: 'nowhere', level: 'L4' },
      { nobody: 401, applicant: 404, registrar: 403 },
    ],
    ['own', 'GET', '/api/registration/own-applications', undefined, { nobody: 401, applicant: 200, registrar: 403 }],
    ['read', 'GET', place, undefined, { nobody: 401, applicant: 200, stranger: 404, registrar: 404, neighbour: 404, assessor: 403 }],
    ['draft', 'PUT', `${place}/draft`, { version: 99, draft: aDraft() }, { nobody: 401, applicant: 409, stranger: 404, registrar: 403 }],
    ['submit', 'POST', `${place}/submissions`, { version: 99 }, { nobody: 401, applicant: 409, stranger: 404, registrar: 403 }],
    [
      'review',
      'POST',
      `${place}/reviews`,
      { version: 1, choice: { kind: 'approve', clauseId: 'L4-1' } },
      { nobody: 401, applicant: 403, registrar: 404, neighbour: 404 },
    ],
    ['withdraw', 'POST', `${place}/withdrawals`, {}, { nobody: 401, stranger: 404, registrar: 403 }],
    ['photo', 'GET', `${place}/photo`, undefined, { nobody: 401, stranger: 404, neighbour: 404, assessor: 403 }],
  ]
  for (const [name, method, url, payload, expected] of table)
    for (const [who, status] of Object.entries(expected))
      assert.equal((await ask(who, method, url, payload)).statusCode, status, `${who} ${name}`)
})

test('hostile files are refused by what they are, and nothing of them is kept', async () => {
  const exe = Buffer.concat([
    Buffer.from('MZ\u0090\u0000\u0003', 'latin1'),
    Buffer.alloc(300),
    Buffer.from('PE\u0000\u0000', 'latin1'),
    Buffer.alloc(300),
  ])
  const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const pdf = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )
  const flood = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: '#ffffff' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const noise = await sharp({
    create: { width: 600, height: 800, channels: 3, background: '#888888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
    .jpeg()
    .toBuffer()
  const table: [string, { name: string; type: string; bytes: Buffer }, number, string][] = [
    ['a program called .jpg', { name: '证明.jpg', type: 'image/jpeg', bytes: exe }, 415, 'file-disguised'],
    ['a drawing with a script', { name: '证明.svg', type: 'image/svg+xml', bytes: svg }, 415, 'file-type-refused'],
    ['the same as a picture', { name: '证明.png', type: 'image/png', bytes: svg }, 415, 'file-disguised'],
    ['a PDF that acts', { name: '证明.pdf', type: 'application/pdf', bytes: pdf }, 415, 'file-active'],
    ['sixty million pixels', { name: '证明.png', type: 'image/png', bytes: flood }, 422, 'picture-too-large'],
    ['half a picture', { name: '证明.jpg', type: 'image/jpeg', bytes: noise.subarray(0, noise.length / 2) }, 422, 'file-damaged'],
    [
      'more than five megabytes',
      { name: '证明.pdf', type: 'application/pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(5_300_000)]) },
      413,
      'file-too-large',
    ],
    ['nothing', { name: '证明.jpg', type: 'image/jpeg', bytes: Buffer.alloc(0) }, 400, 'file-missing'],
  ]
  for (const [what, file, status, code] of table) {
    const reply = await statement(file)
    assert.deepEqual([reply.statusCode, codeOf(reply)], [status, code], what)
  }
  assert.equal(await held(), 0)
})

test('a photo below 295×413 is refused with both sizes; a good one is written anew without what was hidden in it', async () => {
  const put = (bytes: Buffer) => send('applicant', `${place}/photo`, {}, { name: 'me.jpg', type: 'image/jpeg', bytes })
  const small = await sharp({ create: { width: 294, height: 413, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer()
  const refused = await put(small)
  assert.deepEqual([refused.statusCode, codeOf(refused)], [422, 'picture-too-small'])
  assert.match(refused.json().error.zh, /295×413.*294×413/)
  assert.equal((await put(Buffer.concat([photo, Buffer.from('<script>hidden</script>')]))).statusCode, 200)
  const shown = await ask('applicant', 'GET', `${place}/photo`)
  assert.equal(shown.headers['content-type'], 'image/jpeg')
  assert.equal(shown.headers['x-content-type-options'], 'nosniff')
  assert.doesNotMatch(shown.rawPayload.toString('latin1'), /hidden/)
})

test('a document is shown to its applicant and the reviewers of its province, inline and unsniffed; to nobody else', async () => {
  const added = await statement({ name: '../../工作证明.jpg', type: 'image/jpeg', bytes: photo })
  assert.equal(added.statusCode, 200)
  const { evidenceId, fileName } = added.json()
  assert.equal(fileName, '工作证明.jpg')
  await send('applicant', `${place}/evidence`, { kind: 'identity-document' }, { name: 'id.jpg', type: 'image/jpeg', bytes: photo })
  await send('applicant', `${place}/photo`, {}, { name: 'me.jpg', type: 'image/jpeg', bytes: photo })
  const { version } = (await ask('applicant', 'GET', place)).json()
  assert.equal((await ask('applicant', 'POST', `${place}/submissions`, { version })).statusCode, 200)
  const url = `${place}/evidence/${evidenceId}/file`
  for (const [who, status] of [
    ['applicant', 200],
    ['registrar', 200],
    ['neighbour', 404],
    ['stranger', 404],
    ['assessor', 403],
    ['nobody', 401],
  ] as const) {
    const shown = await ask(who, 'GET', url)
    assert.equal(shown.statusCode, status, who)
    if (status !== 200) continue
    assert.match(String(shown.headers['content-disposition']), /^inline; filename\*=UTF-8''/)
    assert.equal(shown.headers['x-content-type-options'], 'nosniff')
  }
})

test('what a reviewer reads holds no full ID number and no mobile number', async () => {
  const reply = await ask('registrar', 'GET', place)
  assert.equal(reply.statusCode, 200)
  assert.doesNotMatch(reply.payload, /11019919980506|13800138000/)
  assert.match(reply.payload, /138\*{4}8000/)
})

test('wrong fields are told in Chinese beside their path', async () => {
  const reply = await ask('registrar', 'POST', `${place}/reviews`, { version: 1, choice: { kind: 'approve', clauseId: '' } })
  assert.deepEqual(reply.json().error.fields, [{ path: 'choice.clauseId', zh: '请选择审核通过所依据的条件。', en: 'Choose the clause.' }])
  assert.equal((await ask('applicant', 'PUT', `${place}/draft`, { version: 1, draft: { ...aDraft(), isApproved: true } })).statusCode, 400)
})
