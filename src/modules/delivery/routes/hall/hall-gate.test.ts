import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { newId } from '../../../../platform/id.ts'
import * as door from '../../contract.ts'
import { ticketOf } from '../../fixtures.ts'
import { ARM_BY_TWO, type RehearsalSite, openRehearsalSite } from '../rehearsal-site.test.ts'

let server: TestDatabase
let site: RehearsalSite
before(async () => {
  server = await testDatabase()
  site = await openRehearsalSite(server.database)
  site.at(-40)
  await site.install()
  await site.openPapers()
})
after(async () => {
  await site.app.close()
  await server.end()
})
const act = (more: object = {}) => ({ actId: newId(), ...more })
/** The n-th candidate at a machine, not started. */
async function entered(n: number) {
  const shown = await site.call(door.checkInAtHall, { as: 'keeper-1', body: act({ ticketNumber: ticketOf(n) }) })
  assert.equal(shown.status, 200, shown.code ?? '')
  const reply = await site.call(door.enterPaper, { body: { ticketNumber: ticketOf(n), entryCode: shown.body['entryCode'] } })
  const { token, state } = reply.body as { token: string; state: { attempt: { attemptId: string } } }
  return { token, attemptId: state.attempt.attemptId }
}
const start = (who: { token: string; attemptId: string }) =>
  site.call(door.startPaper, { token: who.token, params: { attemptId: who.attemptId }, body: { startRef: newId() } })
const rows = async (text: string) => (await site.ports.database.statement({ text, values: [] })).rows
const minutes = async () =>
  (await rows('select candidate_ref, credit_minutes from attempt order by candidate_ref')).map(row => row['credit_minutes'])

describe('the gate before a start', () => {
  let people: Awaited<ReturnType<typeof entered>>[]
  test('on a site that is not armed nobody starts, although the hour has come', async () => {
    site.at(-20)
    people = [await entered(1), await entered(2), await entered(4)]
    site.at(1)
    for (const one of people) assert.equal((await start(one)).code, 'site-not-armed')
  })

  test('armed, a paused room waits and the other one starts; the pause of the site holds everybody', async () => {
    site.at(-10)
    assert.equal((await site.call(door.armSite, { as: 'manager', body: ARM_BY_TWO })).status, 200)
    site.at(2)
    const [one, two, other] = people
    assert.ok(one && two && other)
    const pause = act({ roomLabel: '第一考场', kind: 'pause', reason: 'power' })
    assert.equal((await site.call(door.haltHall, { as: 'keeper-1', body: pause })).status, 200)
    assert.equal((await start(one)).code, 'hall-paused')
    const all = act({ roomLabel: null, kind: 'pause', reason: 'power' })
    assert.equal((await site.call(door.haltHall, { as: 'keeper-1', body: all })).status, 200)
    assert.equal((await start(other)).code, 'hall-paused')
    const resume = (haltId: string) => site.call(door.resumeHall, { as: 'keeper-1', params: { haltId }, body: act() })
    assert.equal((await resume(all.actId)).status, 200)
    assert.equal((await start(other)).status, 200)
    assert.equal((await start(two)).code, 'hall-paused')
    assert.equal((await resume(pause.actId)).status, 200)
    assert.equal((await start(two)).status, 200)
  })

  test('before the hour the gate opens nothing: the rules of the paper come too', async () => {
    site.at(-1)
    assert.equal((await start(people[0] ?? assert.fail())).code, 'too-early-to-start')
    site.at(3)
  })
})

describe('time for the whole site in one transaction', () => {
  const credit = (body: object) => site.call(door.creditAtHall, { as: 'manager', body: { scope: 'site', reason: 'power', ...body } })
  test('everybody whose clock runs gets the interval once, also those who have not started, and it is written down once', async () => {
    site.at(20)
    const before = await minutes()
    const body = act({ minutes: 5 })
    assert.equal((await credit(body)).status, 200)
    assert.equal((await credit(body)).status, 200, 'the same act again')
    assert.deepEqual(
      (await minutes()).map((now, n) => Number(now) - Number(before[n])),
      [5, 5, 5, 5],
    )
    assert.equal((await rows("select id from hall_act where kind = 'time-credited'")).length, 1)
  })

  test('if it cannot be given to one, nobody has it, nothing is on record, and the act can be sent again', async () => {
    site.at(40)
    await rows("update attempt set credit_minutes = 2147483647 where candidate_ref = 'candidate-4'")
    const before = await minutes()
    const audited = async () => (await rows("select seq from audit_entry where type = 'hall-time-credited'")).length
    const known = await audited()
    const body = act({ minutes: 8 })
    assert.equal((await credit(body)).status, 500)
    assert.deepEqual(await minutes(), before)
    assert.equal(await audited(), known)
    await rows("update attempt set credit_minutes = 5 where candidate_ref = 'candidate-4'")
    assert.equal((await credit(body)).status, 200)
    assert.deepEqual(await minutes(), [...before.slice(0, 3).map(one => Number(one) + 8), 13])
  })
})
