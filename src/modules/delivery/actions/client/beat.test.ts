import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../../../platform/id.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { armSite, beatClient, haltHall, readJournal } from '../../contract.ts'
import { ARM_BY_TWO, type RehearsalSite, openRehearsalSite } from '../../routes/rehearsal-site.test.ts'

let server: TestDatabase
let site: RehearsalSite
let seat: Awaited<ReturnType<RehearsalSite['working']>>
before(async () => {
  server = await testDatabase()
  site = await openRehearsalSite(server.database)
  site.at(-20)
  await site.install()
  await site.openPapers()
  await site.call(armSite, { as: 'manager', body: ARM_BY_TWO })
  site.at(1)
  seat = await site.working(1)
})
after(() => server?.end())

const beat = (more: object = {}) =>
  site.call(beatClient, { token: seat.token, params: { attemptId: seat.attemptId }, body: { epoch: 1, ...more } })
const incidents = async () => ((await site.call(readJournal, { as: 'keeper-1' })).body as { incidents: { note: string }[] }).incidents

test('a pause is told with its reason, and nothing is told without one', async () => {
  assert.deepEqual([(await beat()).body['pausedSince'], (await beat()).body['pauseReason']], [null, null])
  await site.call(haltHall, { as: 'keeper-1', body: { actId: newId(), roomLabel: null, kind: 'pause', reason: 'power', note: '' } })
  const told = (await beat()).body as { pausedSince: number | null; pauseReason: string | null }
  assert.deepEqual([told.pausedSince !== null, told.pauseReason], [true, 'power'])
})

test('a machine that cannot keep responses is an incident, once for an entry', async () => {
  const lost = async () => (await incidents()).filter(one => one.note.includes('无法留存作答')).length
  assert.equal(await lost(), 0)
  await beat({ keepsLog: true })
  assert.equal(await lost(), 0)
  await beat({ keepsLog: false })
  await beat({ keepsLog: false })
  assert.equal(await lost(), 1)
})
