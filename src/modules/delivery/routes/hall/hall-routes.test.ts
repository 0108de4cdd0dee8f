import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { testDatabase, type TestDatabase } from '../../../../platform/db/test-database.ts'
import { newId } from '../../../../platform/id.ts'
import { noteRestart, keepBeat } from '../../actions/hall/site.ts'
import { plusMinutes } from '../../../../kernel/instant.ts'
import * as door from '../../contract.ts'
import { OPENING, ticketOf } from '../../fixtures.ts'
import { ARM_BY_TWO, type RehearsalSite, PASS, openRehearsalSite } from '../rehearsal-site.test.ts'

type Wall = ReplyOf<typeof door.readWall>
type Journal = ReplyOf<typeof door.readJournal>
const SECOND = (staffId: string, passPhrase = PASS) => ({ staffId, passPhrase })

let server: TestDatabase
let site: RehearsalSite
before(async () => {
  server = await testDatabase()
  site = await openRehearsalSite(server.database)
})
after(async () => {
  await site.app.close()
  await server.end()
})
const wall = async () => (await site.call(door.readWall, { as: 'manager' })).body as Wall
const seatOf = async (candidateRef: string) => (await wall()).seats.find(seat => seat.candidateRef === candidateRef)
const journal = async () => (await site.call(door.readJournal, { as: 'manager' })).body as Journal
const act = (more: object = {}) => ({ actId: newId(), ...more })
const save = (who: { attemptId: string; token: string }, seq: number) =>
  site.call(door.saveEvents, {
    token: who.token,
    params: { attemptId: who.attemptId },
    body: {
      epoch: Number(who.token.split('.')[2]),
      events: [{ seq, itemId: 'item-s1', kind: 'respond', value: { version: 2, optionId: 'a' }, clientMs: seq }],
    },
  })
let first: Awaited<ReturnType<RehearsalSite['working']>>

describe('from an empty server to an armed site', () => {
  test('an empty server says so and signs nobody in', async () => {
    assert.equal((await site.call(door.readSite)).body['state'], 'empty')
    assert.equal((await site.call(door.signInAtHall, { body: { staffId: 'manager', passPhrase: PASS } })).code, 'site-empty')
  })

  test('the roster shows seats and faces before the papers are open; no code is given out yet', async () => {
    site.at(-40)
    await site.install()
    await site.install() // the same again changes nothing
    assert.equal((await site.call(door.readSite, { as: 'manager' })).body['state'], 'roster-installed')
    const seats = (await wall()).seats
    assert.deepEqual(
      [seats.length, seats.filter(seat => seat.state === 'expected').length, seats.filter(seat => seat.state === 'free').length],
      [8, 4, 4],
    )
    const shown = await site.call(door.lookAtDoor, { as: 'keeper-1', query: `?ticketNumber=${ticketOf(1)}` })
    assert.equal(shown.body['faceJpegBase64'], 'AAAA')
    site.at(-20)
    assert.equal(
      (await site.call(door.checkInAtHall, { as: 'keeper-1', body: act({ ticketNumber: ticketOf(1) }) })).code,
      'papers-not-open',
    )
  })

  test('wrong pass phrases are counted and lock; a wrong one is refused', async () => {
    for (let i = 0; i < 5; i++)
      assert.equal((await site.call(door.signInAtHall, { body: SECOND('keeper-2', 'wrong') })).code, 'staff-refused')
    assert.equal((await site.call(door.signInAtHall, { body: SECOND('keeper-2') })).code, 'staff-locked')
    site.at(-14)
    assert.equal((await site.call(door.signInAtHall, { body: SECOND('keeper-2') })).status, 200)
  })

  test('arming names what is in the way, and is done by manager and engineer together', async () => {
    assert.equal((await site.call(door.armSite, { as: 'keeper-1', body: {} })).code, 'not-permitted')
    assert.equal((await site.call(door.armSite, { as: 'manager', body: ARM_BY_TWO })).code, 'arming-refused')
    await site.openPapers()
    await site.openPapers()
    assert.equal((await site.call(door.readSite)).body['state'], 'papers-opened')
    assert.equal((await site.call(door.armSite, { as: 'manager', body: {} })).code, 'second-person-needed')
    assert.equal((await site.call(door.armSite, { as: 'manager', body: { witness: SECOND('keeper-1') } })).code, 'second-person-lacks-duty')
    assert.equal((await site.call(door.armSite, { as: 'manager', body: { witness: SECOND('manager') } })).code, 'second-person-same')
    assert.equal((await site.call(door.readSite)).body['state'], 'papers-opened')
    assert.equal((await site.call(door.armSite, { as: 'manager', body: ARM_BY_TWO })).status, 200)
    assert.equal((await site.call(door.readSite)).body['state'], 'armed')
  })
})

describe('the day', () => {
  test('checked in, entered, working: the wall shows each step, with save and link', async () => {
    site.at(1)
    first = await site.working(1)
    assert.deepEqual([(await seatOf('candidate-1'))?.state, (await seatOf('candidate-1'))?.link], ['working', 'silent'])
    assert.equal((await save(first, 1)).status, 200)
    const beat = await site.call(door.beatClient, {
      token: first.token,
      params: first,
      body: { epoch: 1, rttMs: 12, batteryPercent: 82, charging: false },
    })
    assert.deepEqual([beat.body['standing'], beat.body['pausedSince']], ['current', null])
    const seat = await seatOf('candidate-1')
    assert.deepEqual([seat?.link, seat?.batteryPercent, seat?.saveLevel, seat?.minutesLeft], ['good', 80, 'local', 89])
    assert.equal(
      (await site.call(door.beatClient, { token: `${first.token.slice(0, -1)}_`, params: first, body: { epoch: 1 } })).code,
      'token-refused',
    )
  })

  test('a raised hand stands once and goes when it is answered', async () => {
    await site.call(door.callForHelp, { token: first.token, params: first })
    await site.call(door.callForHelp, { token: first.token, params: first })
    const [call, ...others] = (await journal()).calls
    const pending = (await site.call(door.readPending, { as: 'keeper-1' })).body as ReplyOf<typeof door.readPending>
    assert.deepEqual([pending.calls, pending.halts, pending.credits], [[call], [], []])
    assert.deepEqual([others.length, (await seatOf('candidate-1'))?.helpSince], [0, call?.calledAt])
    const params = { callId: call?.callId ?? '' }
    assert.equal((await site.call(door.settleHelpCall, { as: 'keeper-1', params, body: act() })).status, 200)
    assert.equal((await seatOf('candidate-1'))?.helpSince, null)
  })

  test('the door: late until 25, nobody after, absent from 30', async () => {
    site.at(26)
    assert.equal((await site.call(door.checkInAtHall, { as: 'keeper-1', body: act({ ticketNumber: ticketOf(4) }) })).code, 'door-closed')
    const absence = act({ candidateRef: 'candidate-4' })
    assert.equal((await site.call(door.markAbsentAtHall, { as: 'keeper-1', body: absence })).code, 'too-early-for-absence')
    site.at(30)
    assert.equal((await site.call(door.markAbsentAtHall, { as: 'keeper-1', body: absence })).status, 200)
    assert.equal((await seatOf('candidate-4'))?.state, 'absent')
    assert.equal(
      (await site.call(door.markAbsentAtHall, { as: 'keeper-1', body: act({ candidateRef: 'candidate-1' }) })).code,
      'already-inside',
    )
    site.at(10)
  })

  test('a swapped seat fences the old machine at once; the new one takes up with everything', async () => {
    const body = act({ candidateRef: 'candidate-1', roomLabel: '第一考场', seatLabel: '2', reason: 'machine-broken' })
    assert.equal((await site.call(door.swapSeat, { as: 'keeper-1', body })).code, 'seat-taken')
    const good = { ...body, seatLabel: '备1' }
    const moved = await site.call(door.swapSeat, { as: 'keeper-1', body: good })
    assert.equal(moved.status, 200, moved.code ?? '')
    assert.equal((await site.call(door.readPaper, { token: first.token, params: first })).code, 'fenced')
    const again = await site.call(door.swapSeat, { as: 'keeper-1', body: good })
    const entered = await site.call(door.enterPaper, { body: { ticketNumber: ticketOf(1), entryCode: again.body['entryCode'] } })
    const { token, state } = entered.body as { token: string; state: { responses: unknown[]; attempt: { seatLabel: string } } }
    assert.deepEqual([state.responses.length, state.attempt.seatLabel], [1, '备1'])
    first = { ...first, token }
    const seats = (await wall()).seats.filter(seat => seat.roomLabel === '第一考场')
    assert.deepEqual(
      [seats.find(seat => seat.seatLabel === '1')?.state, seats.find(seat => seat.seatLabel === '备1')?.candidateRef],
      ['out-of-order', 'candidate-1'],
    )
  })

  test('more minutes than the threshold need a second person with the duty; both are on record, and a repeated act gives nothing twice', async () => {
    const left = async () => (await seatOf('candidate-1'))?.minutesLeft
    const before = (await left()) ?? 0
    const body = act({ scope: 'person', candidateRef: 'candidate-1', minutes: 9, reason: 'machine-broken' })
    assert.equal((await site.call(door.creditAtHall, { as: 'keeper-1', body })).status, 200)
    assert.equal((await site.call(door.creditAtHall, { as: 'keeper-1', body })).status, 200)
    assert.equal(await left(), before + 9)
    site.at(22)
    const more = act({ scope: 'person', candidateRef: 'candidate-1', minutes: 11, reason: 'machine-broken' })
    const credit = (witness: object | null) => site.call(door.creditAtHall, { as: 'keeper-1', body: { ...more, witness } })
    assert.equal((await credit(null)).code, 'second-person-needed')
    assert.equal((await credit(SECOND('keeper-1'))).code, 'second-person-same')
    assert.equal((await credit(SECOND('keeper-2'))).code, 'second-person-lacks-duty')
    assert.equal((await credit(SECOND('manager', 'wrong'))).code, 'second-person-refused')
    assert.equal((await credit(SECOND('manager'))).status, 200)
    const kept = (await journal()).acts.find(one => one.actId === more.actId)
    assert.deepEqual([kept?.doneBy, kept?.witness, kept?.candidateRef], ['person:keeper-1', 'manager', 'candidate-1'])
    const audited = await site.ports.database.statement({
      text: "select actor, facts from audit_entry where type = 'hall-time-credited' and facts->>'act' = $1",
      values: [more.actId],
    })
    assert.deepEqual(
      audited.rows.map(row => [row['actor'], (row['facts'] as { witness: string }).witness]),
      [['person:keeper-1', 'manager']],
    )
  })

  test('a pause stops the clocks, saves are still taken past the end, and resuming gives the time back', async () => {
    site.at(25)
    const second = await site.working(2)
    const pause = act({ roomLabel: '第一考场', kind: 'pause', reason: 'power' })
    assert.equal((await site.call(door.haltHall, { as: 'keeper-1', body: pause })).status, 200)
    assert.equal((await site.call(door.haltHall, { as: 'keeper-1', body: act({ ...pause, actId: newId() }) })).code, 'halted-already')
    const before = (await seatOf('candidate-2'))?.minutesLeft
    site.at(105) // eighty minutes later: past the end and the grace of an attempt whose clock had run on
    assert.deepEqual([(await seatOf('candidate-2'))?.state, (await seatOf('candidate-2'))?.minutesLeft], ['paused', before])
    assert.equal((await save(second, 1)).status, 200)
    const params = { haltId: pause.actId }
    assert.equal((await site.call(door.resumeHall, { as: 'keeper-1', params, body: act() })).code, 'second-person-needed')
    assert.equal((await site.call(door.resumeHall, { as: 'keeper-1', params, body: act({ witness: SECOND('manager') }) })).status, 200)
    assert.deepEqual([(await seatOf('candidate-2'))?.state, (await seatOf('candidate-2'))?.minutesLeft], ['working', before])
    assert.equal((await journal()).credits.at(-1)?.state, 'granted')
  })

  test('the fault clock runs against the limit of the programme', async () => {
    const fault = act({ roomLabel: null, kind: 'fault', reason: 'network' })
    await site.call(door.haltHall, { as: 'keeper-1', body: fault })
    site.at(105 + 49)
    assert.equal((await journal()).halts.at(-1)?.clock?.exceeded, false)
    site.at(105 + 51)
    assert.equal((await journal()).halts.at(-1)?.clock?.exceeded, true)
    assert.equal((await site.call(door.closeSittingAtHall, { as: 'manager', body: act() })).code, 'halted-already')
    const resumed = await site.call(door.resumeHall, {
      as: 'manager',
      params: { haltId: fault.actId },
      body: act({ witness: SECOND('keeper-1') }),
    })
    assert.equal(resumed.status, 200)
  })

  test('a server that was away proposes the time; granted by two, it is not given a second time', async () => {
    await site.inTx((tx, ctx) => keepBeat(tx, { serverName: 'A', startedAt: ctx.now, now: ctx.now }))
    site.at(160)
    await site.inTx((tx, ctx) => noteRestart(tx, ctx, 'A'))
    const proposal = (await journal()).credits.find(one => one.state === 'proposed')
    assert.deepEqual([proposal?.cause, (proposal?.toAt ?? 0) - (proposal?.fromAt ?? 0)], ['server-down', 4 * 60_000])
    const params = { creditId: proposal?.creditId ?? '' }
    const before = (await seatOf('candidate-2'))?.minutesLeft ?? 0
    assert.equal((await site.call(door.decideCredit, { as: 'keeper-1', params, body: act({ grant: true }) })).status, 200)
    assert.equal((await seatOf('candidate-2'))?.minutesLeft, before + 4)
    assert.equal((await site.call(door.decideCredit, { as: 'keeper-1', params, body: act({ grant: true }) })).code, 'credit-decided')
    const again = act({ scope: 'site', reason: 'server-down', fromAt: plusMinutes(OPENING, 156), toAt: plusMinutes(OPENING, 160) })
    await site.call(door.creditAtHall, { as: 'keeper-1', body: again })
    assert.equal((await seatOf('candidate-2'))?.minutesLeft, before + 4)
  })

  test('malpractice needs two and may end the attempt', async () => {
    const body = act({ candidateRef: 'candidate-2', reason: 'forbidden-things', stop: true })
    assert.equal((await site.call(door.recordMalpractice, { as: 'keeper-1', body })).code, 'second-person-needed')
    assert.equal((await site.call(door.recordMalpractice, { as: 'keeper-1', body: { ...body, witness: SECOND('keeper-2') } })).status, 200)
    assert.equal((await seatOf('candidate-2'))?.state, 'ended')
  })

  test('handed in by the hall, then closed; the record of the room counts everybody', async () => {
    assert.equal((await site.call(door.closeSittingAtHall, { as: 'manager', body: act() })).code, 'still-working')
    assert.equal((await site.call(door.handInForCandidate, { as: 'keeper-1', body: act({ candidateRef: 'candidate-1' }) })).status, 200)
    assert.equal((await site.call(door.closeSittingAtHall, { as: 'keeper-1', body: act() })).code, 'not-permitted')
    const closing = await site.call(door.closeSittingAtHall, { as: 'manager', body: act() })
    assert.equal(closing.status, 200, closing.code ?? '')
    const record = (await site.call(door.readRoomRecord, { as: 'manager', params: { roomLabel: '第一考场' } })).body as ReplyOf<
      typeof door.readRoomRecord
    >
    assert.deepEqual(record.counts, { expected: 3, checkedIn: 2, absent: 1, handedIn: 1, ended: 1 })
    assert.equal(record.malpractice[0]?.witness, 'keeper-2')
    assert.deepEqual(
      record.receipts?.map(one => [one.seatLabel, one.receiptCode.length > 5]),
      [
        ['备1', true],
        ['2', true],
      ],
    )
    assert.equal(record.people?.['keeper-2'], '李老师')
    const { rows } = await site.ports.database.statement({
      text: 'select hash from audit_head where chain = $1',
      values: [record.checkpoint?.chain ?? ''],
    })
    assert.equal(record.checkpoint?.hash, rows[0]?.['hash'], 'the record carries where the audit log stood')
    assert.equal((await site.call(door.readSite)).body['state'], 'closed')
  })
})
