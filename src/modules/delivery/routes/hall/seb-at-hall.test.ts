import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { readSebFile } from '../../../../platform/files/seb-file/seb-file.ts'
import { newId } from '../../../../platform/id.ts'
import { hashPassword } from '../../../../platform/password.ts'
import { sebSittingOf } from '../../actions/seb/seb-sitting.ts'
import * as door from '../../contract.ts'
import { requestHash } from '../../core/seb/config-key.ts'
import { OPENING, SITTING, aRoster, theRules, ticketOf } from '../../fixtures.ts'
import { ARM_BY_TWO, PASS, type RehearsalSite, openRehearsalSite } from '../rehearsal-site.test.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
const ORIGIN = 'https://10.0.0.2:8090'
const MANAGER = { staffId: 'manager', passPhrase: PASS }
type Shown = ReplyOf<typeof door.readSebAtHall>
type Machine = { readonly token: string; readonly attemptId: string; readonly headers: Readonly<Record<string, string>> }
let server: TestDatabase
let site: RehearsalSite
let config: string
before(async () => {
  server = await testDatabase()
  site = await openRehearsalSite(server.database)
  site.at(-40)
  const roster = aRoster(await hashPassword(PASS))
  await site.install({
    ...roster,
    sittings: roster.sittings.map(one => ({ ...one, rules: theRules({ opensAt: OPENING, seb: 'required' }) })),
  })
  await site.openPapers()
  await site.call(door.armSite, { as: 'manager', body: ARM_BY_TWO })
})
after(async () => {
  await site.app.close()
  await server.end()
})
const shown = async () => (await site.call(door.readSebAtHall, { as: 'keeper-1' })).body as Shown
const byTwo = (endpoint: typeof door.unlockAtHall, who: Machine, body: object = {}) =>
  site.call(endpoint, {
    as: 'keeper-1',
    params: { attemptId: who.attemptId },
    body: { actId: newId(), witness: MANAGER, reason: '考生误开普通浏览器，已查看。', ...body },
  })
const save = (who: Machine, seq: number, headers = who.headers) =>
  site.call(door.saveEvents, {
    token: who.token,
    params: { attemptId: who.attemptId },
    headers,
    body: { epoch: 1, events: [{ seq, itemId: 'item-s1', kind: 'respond', value: { version: 2, optionId: 'a' }, clientMs: seq }] },
  })

/** The n-th candidate at a machine that has entered, and (when `config` fits) proven its browser and started. */
async function entered(n: number): Promise<Machine> {
  const code = await site.call(door.checkInAtHall, { as: 'keeper-1', body: { actId: newId(), ticketNumber: ticketOf(n) } })
  const reply = await site.call(door.enterPaper, { body: { ticketNumber: ticketOf(n), entryCode: code.body['entryCode'] } })
  const { token, state } = reply.body as { token: string; state: door.AttemptStateView }
  return { token, attemptId: state.attempt.attemptId, headers: {} }
}
async function working(n: number): Promise<Machine> {
  const who = await entered(n)
  const minted = await site.call(door.mintNonce, { token: who.token, params: who as never, body: {} })
  const nonce = (minted.body as { path: string }).path.split('/')[3] ?? ''
  const hashes = { configKey: requestHash(`${ORIGIN}/sit/${who.attemptId}/${nonce}`, config, sha256), browserExamKey: null }
  assert.equal((await site.call(door.verifyPage, { token: who.token, params: { ...who, nonce } as never, body: hashes })).status, 200)
  const headers = { 'x-zhiheng-seb': door.broughtText({ nonce, hashes }) }
  const started = await site.call(door.startPaper, { token: who.token, params: who as never, headers, body: { startRef: newId() } })
  assert.equal(started.status, 200, started.code ?? '')
  return { ...who, headers }
}

describe('the configuration', () => {
  test('is asked for, made once by engineer or manager, and its passwords are shown that once', async () => {
    assert.deepEqual([(await shown()).required, (await shown()).prepared], [true, false])
    assert.equal((await site.call(door.makeSebFile, { as: 'engineer', body: {} })).code, 'seb-not-prepared')
    assert.equal((await site.call(door.prepareSebAtHall, { as: 'keeper-1', body: { origin: ORIGIN } })).code, 'not-permitted')
    assert.equal((await site.call(door.prepareSebAtHall, { as: 'engineer', body: { origin: 'exam hall' } })).code, 'seb-plan-invalid')
    const made = await site.call(door.prepareSebAtHall, { as: 'engineer', body: { origin: ORIGIN } })
    assert.deepEqual([made.body['made'], String(made.body['quitPassword']).length], [true, 19])
    const again = await site.call(door.prepareSebAtHall, { as: 'manager', body: { origin: ORIGIN } })
    assert.deepEqual(again.body, { made: false, quitPassword: null, settingsPassword: null })
    config = (await site.inTx((tx, ctx) => sebSittingOf(tx, ctx, SITTING as never)))?.configKey ?? ''
  })

  test('goes out as a file that opens with its password only, and every file has another one', async () => {
    const [one, two] = [
      await site.call(door.makeSebFile, { as: 'engineer', body: {} }),
      await site.call(door.makeSebFile, { as: 'manager', body: {} }),
    ]
    const file = Buffer.from(String(one.body['base64']), 'base64')
    assert.ok(readSebFile(file, String(one.body['password'])).ok)
    assert.equal(readSebFile(file, String(two.body['password'])).ok, false)
    assert.equal((await site.call(door.makeSebFile, { as: 'keeper-1', body: {} })).code, 'not-permitted')
    const audited = await site.ports.database.statement({
      text: "select facts from audit_entry where type = 'seb-file-handed-out'",
      values: [],
    })
    assert.equal(audited.rows.length, 2)
    assert.doesNotMatch(JSON.stringify(audited.rows), new RegExp(String(one.body['password'])))
  })
})

describe('a browser that is not the right one', () => {
  let locked: Machine
  test('locks the attempt; list and wall say where, since when and what to do', async () => {
    site.at(1)
    locked = await working(1)
    assert.equal((await save(locked, 1)).status, 200)
    site.at(5)
    assert.equal((await save(locked, 2, {})).code, 'locked-integrity')
    const [lock] = (await shown()).locks
    assert.deepEqual([lock?.seatLabel, lock?.cause], ['1', 'missing'])
    assert.match(lock?.advice.zh ?? '', /请到座位查看/)
    // two servers that were cut apart may each have locked it: the seat stays one
    const twice = `insert into seb_lock select copy.* from seb_lock k,
      jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid())) copy where k.unlocked_at is null`
    await site.inTx(tx => tx.query({ text: twice, values: [] }))
    const wall = (await site.call(door.readWall, { as: 'manager' })).body as ReplyOf<typeof door.readWall>
    assert.deepEqual(
      wall.seats.filter(seat => seat.lock !== null).map(seat => [seat.candidateRef, seat.lock?.cause, seat.lock?.since]),
      [['candidate-1', 'missing', site.at(5)]],
    )
  })

  test('is unlocked by two, one of them the manager, with words; the time comes back', async () => {
    site.at(9)
    assert.equal((await byTwo(door.unlockAtHall, locked, { witness: null })).code, 'second-person-needed')
    assert.equal(
      (await byTwo(door.unlockAtHall, locked, { witness: { staffId: 'keeper-2', passPhrase: PASS } })).code,
      'second-person-lacks-duty',
    )
    assert.equal((await byTwo(door.unlockAtHall, locked, { reason: ' ' })).status, 400)
    const actId = newId()
    assert.equal((await byTwo(door.unlockAtHall, locked, { actId })).status, 200)
    assert.equal((await byTwo(door.unlockAtHall, locked, { actId })).status, 200, 'the same act again')
    assert.equal((await byTwo(door.unlockAtHall, locked)).code, 'not-locked')
    assert.deepEqual((await shown()).locks, [])
    assert.equal((await save(locked, 2)).status, 200)
    const credited = await site.ports.database.statement({ text: 'select minutes from time_credit', values: [] })
    assert.deepEqual(
      credited.rows.map(row => row['minutes']),
      [4],
    )
  })
})

describe('an exception by two persons', () => {
  test('lets one candidate go on without the browser, takes the lock away, and nobody else profits', async () => {
    site.at(10)
    const [one, other] = [await working(2), await working(4)]
    site.at(11)
    assert.equal((await save(one, 1, {})).code, 'locked-integrity')
    assert.equal((await byTwo(door.allowWithoutSeb, one, { witness: null })).code, 'second-person-needed')
    assert.equal((await save(one, 1, {})).code, 'locked-integrity')
    assert.equal((await byTwo(door.allowWithoutSeb, one)).status, 200)
    assert.equal((await save(one, 1, {})).status, 200)
    assert.equal((await save(other, 1, {})).code, 'locked-integrity')
    const minted = await site.call(door.mintNonce, { token: one.token, params: one as never, body: {} })
    assert.equal(minted.code, 'seb-not-required', 'the client asks for no page any more')
    const state = (await site.call(door.readState, { token: one.token, params: one as never })).body as door.AttemptStateView
    assert.deepEqual([state.seb, state.responses.length], ['off', 1])
  })

  test('stands in the list, in the journal as an incident, and in the audit log with both names', async () => {
    const { without } = await shown()
    assert.deepEqual(
      without.map(each => [each.by, each.witness, each.reason]),
      [['person:keeper-1', 'manager', '考生误开普通浏览器，已查看。']],
    )
    const journal = (await site.call(door.readJournal, { as: 'manager' })).body as ReplyOf<typeof door.readJournal>
    assert.equal(
      journal.incidents.some(each => each.kind === 'machine' && each.attemptId === without[0]?.attemptId),
      true,
    )
    const audited = await site.ports.database.statement({
      text: "select facts from audit_entry where type = 'hall-allowed-without-seb'",
      values: [],
    })
    assert.deepEqual(
      audited.rows.map(row => (row['facts'] as { witness: string }).witness),
      ['manager'],
    )
  })
})
