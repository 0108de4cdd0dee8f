import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Ctx, Ports } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import { institutionRefusals } from '../core/refusals.ts'
import { anAuthorisation, aRoom, aStation } from '../fixtures.ts'
import { institutionRoutes } from '../routes/institution-routes.ts'
import { enterAppointment, enterAuthorisation, enterInstitution, enterRoom } from './enter-institution.ts'
import {
  appointmentsOf,
  assessmentSites,
  authorisationVerdict,
  institutionOf,
  institutionsOfProvince,
  roomsOfSite,
} from './institution-facts.ts'

let db: TestDatabase
let ports: Ports
before(async () => {
  db = await testDatabase()
  ports = testPorts(db.database)
  await inTx(async (tx, ctx) => {
    await enterInstitution(tx, ctx, aStation)
    await enterInstitution(tx, ctx, { code: '20012001', name: '示例第一鉴定站', address: '' })
    await enterAuthorisation(tx, ctx, anAuthorisation())
    await enterAuthorisation(tx, ctx, anAuthorisation({ institution: '20012001', levels: ['L4'] }))
  })
})
after(() => db.end())

const national = actorWith('national-officer')
function inTx<T>(body: (tx: Tx, ctx: Ctx) => Promise<T>, actor: Actor = national): Promise<T> {
  return db.database.transact(tx => body(tx, testContext(ports, actor)))
}
const codeOf = (outcome: Result<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code)

test('a code is entered once; what hangs on an unknown institution is refused', async () => {
  await inTx(async (tx, ctx) => {
    assert.equal(codeOf(await enterInstitution(tx, ctx, aStation)), 'institution-exists')
    assert.equal(codeOf(await enterRoom(tx, ctx, aRoom({ institution: '30012001' }))), 'institution-unknown')
    assert.equal((await institutionOf(tx, aStation.code))?.name, aStation.name)
    assert.deepEqual(
      (await institutionsOfProvince(tx, '20')).map(i => i.code),
      ['20012001'],
    )
  })
})

test('a room shows every place of its grid: numbered seats, and gaps that are not usable', async () => {
  await inTx(async (tx, ctx) => {
    assert.equal(codeOf(await enterRoom(tx, ctx, { ...aRoom({ rows: 2, columns: 2 }), gaps: [{ row: 1, column: 2 }] })), 'ok')
    assert.equal(codeOf(await enterRoom(tx, ctx, aRoom())), 'room-number-taken')
    const [room] = await roomsOfSite(tx, aStation.code)
    assert.deepEqual(room?.seats, [
      { seatNo: 1, row: 1, column: 1, usable: true },
      { seatNo: 2, row: 2, column: 1, usable: true },
      { seatNo: 3, row: 2, column: 2, usable: true },
      { seatNo: null, row: 1, column: 2, usable: false },
    ])
  })
})

test('the day and the level decide the verdict, and which sites may assess', async () => {
  await inTx(async tx => {
    const need = { institution: '20012001', purpose: 'assessment' as const, level: 'L4', on: localDate('2026-12-27') }
    assert.equal(codeOf(await authorisationVerdict(tx, need)), 'ok')
    assert.equal(codeOf(await authorisationVerdict(tx, { ...need, level: 'L3' })), 'level-not-in-scope')
    assert.equal(codeOf(await authorisationVerdict(tx, { ...need, on: localDate('2028-01-01') })), 'authorisation-expired')
    const sites = await assessmentSites(tx, { levels: ['L3', 'L4'], on: localDate('2026-12-27') })
    assert.deepEqual(
      sites.map(s => [s.code, s.levels]),
      [
        ['10012003', ['L3', 'L4']],
        ['20012001', ['L4']],
      ],
    )
  })
})

test('an appointment is read back with its days', async () => {
  await inTx(async (tx, ctx) => {
    const draft = { institution: aStation.code, personId: 'p1', duty: 'invigilator' as const, from: localDate('2026-01-01'), until: null }
    assert.equal(codeOf(await enterAppointment(tx, ctx, draft)), 'ok')
    const [held] = await appointmentsOf(tx, { institution: aStation.code })
    assert.deepEqual([held?.personId, held?.duty, held?.until], ['p1', 'invigilator', null])
  })
})

test('over HTTP each scope reads its own, and the centres alone suspend', async () => {
  let actor: Actor = { kind: 'public' }
  const app = await createServer({
    routes: institutionRoutes,
    refusals: institutionRefusals,
    ports,
    actorOf: async () => actor,
    ready: async () => true,
  })
  const ask = async (as: Actor, method: 'GET' | 'POST', url: string, payload?: object) => {
    actor = as
    const headers = { cookie: 'zh_signin=x; zh_csrf=c', 'x-zhiheng-csrf': 'c' }
    const reply = await app.inject({ method, url, headers, ...(payload && { payload }) })
    return { status: reply.statusCode, body: JSON.parse(reply.body) as Record<string, never> & { error?: { code: string } } }
  }
  const base = '/api/institution/institutions'
  const manager = actorWith('institution-manager', { kind: 'institution', institution: aStation.code })
  const province = actorWith('provincial-officer', { kind: 'province', province: '20' })
  const total = async (as: Actor) => ((await ask(as, 'GET', base)).body as unknown as { total: number }).total
  assert.deepEqual([await total(national), await total(manager), await total(province)], [2, 1, 1])
  assert.equal((await ask(manager, 'GET', `${base}/20012001`)).body.error?.code, 'institution-unknown')
  const detail = (await ask(manager, 'GET', `${base}/${aStation.code}`)).body as unknown as {
    authorisations: { authorisationId: string; standing: string }[]
  }
  assert.equal(detail.authorisations[0]?.standing, 'in-force')
  const decision = `${base}/${aStation.code}/authorisations/${detail.authorisations[0]?.authorisationId}/decisions`
  assert.equal((await ask(manager, 'POST', decision, { decision: 'suspend', reason: '整改' })).body.error?.code, 'not-permitted')
  assert.equal((await ask(province, 'POST', decision, { decision: 'suspend', reason: '整改' })).body.error?.code, 'institution-unknown')
  assert.equal((await ask(national, 'POST', decision, { decision: 'suspend' })).body.error?.code, 'authorisation-reason-missing')
  assert.equal((await ask(national, 'POST', decision, { decision: 'suspend', reason: '设备不合格' })).status, 200)
  const verdict = await inTx(tx =>
    authorisationVerdict(tx, { institution: aStation.code, purpose: 'training', level: 'L4', on: localDate('2026-11-23') }),
  )
  assert.equal(codeOf(verdict), 'authorisation-suspended')
  await app.close()
})

test('the names of institutions are public, and nothing else of them is', async () => {
  const app = await createServer({
    routes: institutionRoutes,
    refusals: institutionRefusals,
    ports,
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  const names = await app.inject({ method: 'GET', url: '/api/institution/names' })
  assert.deepEqual(
    (JSON.parse(names.body) as { names: { code: string }[] }).names.find(({ code }) => code === '20012001'),
    { code: '20012001', name: '示例第一鉴定站' },
  )
  assert.equal((await app.inject({ method: 'GET', url: '/api/institution/institutions' })).statusCode, 401)
  await app.close()
})
