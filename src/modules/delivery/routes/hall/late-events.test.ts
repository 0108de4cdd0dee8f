import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { newId } from '../../../../platform/id.ts'
import { buildResult } from '../../actions/record/build-result.ts'
import { settleAttempt } from '../../actions/hall/peer/settle-attempt.ts'
import { recordDigests } from '../../actions/record/record-digests.ts'
import * as door from '../../contract.ts'
import { readRecord } from '../../core/record/judge-record.ts'
import { recordLines } from '../../core/record/record.ts'
import { SITTING } from '../../fixtures.ts'
import { eventsOf, responsesOf } from '../../store/epochs.ts'
import { ARM_BY_TWO, PASS, type RehearsalSite, openRehearsalSite } from '../rehearsal-site.test.ts'

type Late = ReplyOf<typeof door.readLateEvents>
type Person = Awaited<ReturnType<RehearsalSite['working']>>
let server: TestDatabase
let site: RehearsalSite
let one: Person
let two: Person
before(async () => {
  server = await testDatabase()
  site = await openRehearsalSite(server.database)
  site.at(-40)
  await site.install()
  await site.openPapers()
  await site.call(door.armSite, { as: 'manager', body: ARM_BY_TWO })
  site.at(1)
  one = await site.working(1)
  two = await site.working(2)
})
after(async () => {
  await site.app.close()
  await server.end()
})
const MANAGER = { staffId: 'manager', passPhrase: PASS }
const save = (who: Person, events: readonly (readonly [number, string, string])[]) =>
  site.call(door.saveEvents, {
    token: who.token,
    params: who,
    body: {
      epoch: 1,
      events: events.map(([seq, itemId, optionId]) => ({ seq, itemId, kind: 'respond', value: { version: 2, optionId }, clientMs: seq })),
    },
  })
const late = async () => (await site.call(door.readLateEvents, { as: 'keeper-1' })).body as Late
const waitingOf = async (who: Person) => (await late()).waiting.find(each => each.attemptId === who.attemptId)
const place = (who: Person) => ({ sittingId: SITTING, attemptId: who.attemptId })
const given = (who: Person) =>
  site.inTx(async tx => Object.fromEntries((await responsesOf(tx, place(who))).map(each => [each.itemId, each.seq])))
const decide = (who: Person, body: object, as = 'keeper-1') =>
  site.call(door.decideLateEvents, {
    as,
    params: { attemptId: who.attemptId },
    body: { actId: newId(), take: true, reason: 'network', note: '交换机断电，作答由考生机补送。', witness: MANAGER, ...body },
  })

describe('work that arrives after the end', () => {
  test('while the paper runs nothing is late and nothing can be decided', async () => {
    await save(one, [[1, 'item-s1', 'a']])
    const { waiting, decisions, people } = await late()
    assert.deepEqual([waiting, decisions, people?.['manager']], [[], [], '赵主任'])
    assert.equal((await decide(one, { places: '1.1' })).code, 'attempt-not-over')
  })

  test('is kept, does not count, and is shown without its contents: how much, when, and what it would change', async () => {
    site.at(40)
    for (const who of [one, two])
      assert.equal(
        (await site.call(door.handInPaper, { token: who.token, params: who, body: { lastSeq: who === one ? 1 : 0, by: 'candidate' } }))
          .status,
        200,
      )
    site.at(41)
    await save(one, [
      [2, 'item-s1', 'b'],
      [3, 'item-s2', 'c'],
    ])
    await save(two, [[1, 'item-s1', 'd']])
    const shown = await waitingOf(one)
    assert.deepEqual([shown?.events, shown?.itemsChanged, shown?.places], [2, 2, '1.2-3'])
    assert.equal((shown?.firstAt ?? 0) > (shown?.endedAt ?? Infinity), true)
    assert.doesNotMatch(JSON.stringify(shown), /optionId|item-s/)
    assert.deepEqual(await given(one), { 'item-s1': 1 })
  })

  test('is decided by two of whom one is the manager, about what was shown, and with a reason', async () => {
    const places = '1.2-3'
    assert.equal((await decide(one, { places, witness: null })).code, 'second-person-needed')
    assert.equal((await decide(one, { places, witness: { staffId: 'keeper-2', passPhrase: PASS } })).code, 'second-person-lacks-duty')
    assert.equal((await decide(one, { places, witness: { staffId: 'keeper-1', passPhrase: PASS } })).code, 'second-person-same')
    assert.equal((await decide(one, { places }, 'engineer')).code, 'not-permitted')
    assert.equal((await decide(one, { places, note: ' ' })).code, 'late-reason-needed')
    await save(one, [[4, 'item-s3', 'c']])
    assert.equal((await decide(one, { places })).code, 'late-events-changed')
    assert.deepEqual(await given(one), { 'item-s1': 1 }, 'nothing of this counts')
  })

  test('taken, it counts as if it had come in time; the same act again changes nothing; a left one never counts', async () => {
    const actId = newId()
    const first = await decide(one, { actId, places: '1.2-4' })
    assert.equal(first.status, 200, first.code ?? '')
    assert.equal((await decide(one, { actId, places: '1.2-4' })).status, 200)
    assert.deepEqual(await given(one), { 'item-s1': 2, 'item-s2': 3, 'item-s3': 4 })
    // two acts of one moment have no order
    site.at(42)
    assert.equal((await decide(two, { places: '1.1', take: false })).status, 200)
    assert.deepEqual(await given(two), {})
    assert.deepEqual((await late()).waiting, [])
    assert.equal((await decide(one, { places: '1.2-4', take: false })).code, 'late-events-none')
    const audited = await site.ports.database.statement({
      text: "select actor, facts from audit_entry where type = 'hall-late-events-decided' order by seq",
      values: [],
    })
    assert.deepEqual(
      audited.rows.map(row => [
        row['actor'],
        (row['facts'] as { witness: string; take: boolean }).witness,
        (row['facts'] as { take: boolean }).take,
      ]),
      [
        ['person:keeper-1', 'manager', true],
        ['person:keeper-1', 'manager', false],
      ],
    )
  })

  test('deriving anew from all that is stored, as the other server does, gives the same', async () => {
    await site.ports.database.statement({ text: 'update response_event set taken = false', values: [] })
    await site.ports.database.statement({ text: 'delete from response', values: [] })
    for (const who of [one, two]) await site.inTx(tx => settleAttempt(tx, place(who)))
    assert.deepEqual([await given(one), await given(two)], [{ 'item-s1': 2, 'item-s2': 3, 'item-s3': 4 }, {}])
    const flags = await site.inTx(async tx => (await eventsOf(tx, place(one))).map(event => event.late))
    assert.deepEqual(flags, [false, true, true, true], 'that it came late stays in sight')
  })

  test('what comes still later waits for a decision of its own', async () => {
    await save(one, [[5, 'item-s1', 'e']])
    assert.deepEqual([(await waitingOf(one))?.places, await given(one)], ['1.5', { 'item-s1': 2, 'item-s2': 3, 'item-s3': 4 }])
  })

  test('stands in the record of the room, and the result rebuilds the same responses from its events', async () => {
    const record = (await site.call(door.readRoomRecord, { as: 'manager', params: { roomLabel: '第一考场' } })).body as ReplyOf<
      typeof door.readRoomRecord
    >
    assert.deepEqual(
      [(record.lateDecisions ?? []).map(each => [each.take, each.events, each.witness]), record.lateWaiting],
      [
        [
          [true, 3, 'manager'],
          [false, 1, 'manager'],
        ],
        1,
      ],
    )
    site.at(130)
    await site.call(door.closeSittingAtHall, { as: 'manager', body: { actId: newId() } })
    const built = await site.inTx((tx, ctx) => buildResult(tx, ctx, { sittingId: SITTING, siteCode: '91012001', engine: '1.0.0' }))
    assert.ok(built.ok)
    const lines = recordLines(built.value.record)
    assert.ok(readRecord(lines, { siteCode: '91012001', sittingId: SITTING }, recordDigests.digestOf).ok)
    const forged = lines.map(line => line.replaceAll('"taken":true', '"taken":false'))
    assert.equal(readRecord(forged, { siteCode: '91012001', sittingId: SITTING }, recordDigests.digestOf).ok, false)
  })
})
