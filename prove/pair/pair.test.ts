import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sha256 } from '../../src/modules/delivery/actions/hall/peer/authentic.ts'
import { pairMac } from '../../src/modules/delivery/actions/hall/peer/secret.ts'
import { STAMP_HEADER, stampText, writeStamp } from '../../src/modules/delivery/core/protocol/pair/stamp.ts'
import { checkHistory } from '../history/check-history.ts'
import { call } from './calls.ts'
import { differences, finalsOf } from './finals.ts'
import { ROOM, SITTING, withTables } from './hall.ts'
import { type Load, reviewAt, startLoad } from './load.ts'
import { handIn, resume, saveOnce } from './machine.ts'
import { type PairSite, openPairSite } from './pair-site.ts'

const LONG = { timeout: 180_000 }
let site: PairSite
let load: Load | undefined
before(async () => (site = await openPairSite({ seats: 12 })), LONG)
after(() => site?.close())

const foldersOf = () => [site.servers[0].folder, site.servers[1].folder] as const

/** How the wall at a server shows the machine of a candidate. */
async function linkAt(at: 0 | 1, candidateRef: string): Promise<string> {
  const told = await call(`${site.addresses[at]}/api/delivery/hall/sittings/${SITTING}/wall`, { headers: site.servers[at].console })
  const seats = told.body['seats'] as { candidateRef: string | null; link: string }[]
  return seats.find(seat => seat.candidateRef === candidateRef)?.link ?? ''
}

/** Both servers hold the same, and the history of everything that happened so far breaks no law. */
async function agree(): Promise<void> {
  await load?.stop()
  load = undefined
  await site.settled()
  assert.deepEqual(await differences(...foldersOf()), [])
  const review = await reviewAt(site, 0)
  assert.deepEqual(review, await reviewAt(site, 1))
  const finals = await Promise.all([finalsOf(foldersOf()[0], 's0', review.byAttempt), finalsOf(foldersOf()[1], 's1', review.byAttempt)])
  assert.deepEqual(checkHistory({ entries: site.record.entries, finals }), [])
}

test('what is saved at one server is at the other within a moment and acknowledged so; the token holds at both', LONG, async () => {
  const machine = await site.seat(1, 0)
  assert.equal(machine.epoch % 2, 1, 'entries at A are odd')
  await saveOnce(site.record, machine)
  assert.notEqual(machine.pair, null)
  const savedAt = performance.now()
  for (let pair = 0; pair < machine.acked; await pause(10)) {
    const told = await resume(site.record, machine)
    pair = (told.body['stored'] as { pair: number }[])[0]?.pair ?? 0
    assert.ok(performance.now() - savedAt < 3_000, 'the peer has not confirmed')
  }
  const here = await resume(site.record, machine)
  machine.at = 1
  const there = await resume(site.record, machine)
  assert.deepEqual(there.body['responses'], here.body['responses'])
  const beat = await call(`${site.addresses[0]}/api/delivery/attempts/${machine.attemptId}/beats`, {
    headers: { authorization: `Bearer ${machine.token}` },
    body: { epoch: machine.epoch, rttMs: 20 },
  })
  assert.equal(beat.status, 200)
  for (let link = 'silent'; link !== 'good'; await pause(100)) {
    link = await linkAt(1, 'candidate-1')
    assert.ok(performance.now() - savedAt < 15_000, 'the wall at B does not see the machine at A')
  }
  assert.equal(there.body['logKey'], here.body['logKey'], 'what the machine keeps opens with either server')
  await saveOnce(site.record, machine)
  const reEnter = (at: 0 | 1) =>
    call(`${site.addresses[at]}/api/delivery/attempts/${machine.attemptId}/re-entries`, {
      headers: { authorization: `Bearer ${machine.token}` },
      body: {},
    })
  const again = await reEnter(1)
  assert.equal(again.status, 200)
  assert.equal((again.body['state'] as { epoch: number }).epoch % 2, 0, 'entries at B are even')
  await site.settled()
  const fenced = await call(`${site.addresses[0]}/api/delivery/attempts/${machine.attemptId}/start`, {
    headers: { authorization: `Bearer ${machine.token}` },
    body: { startRef: machine.startRef },
  })
  assert.equal(fenced.code, 'fenced')
  assert.equal((await reEnter(0)).status, 200, 'the reply may have got lost: the same page asks again, at the other server')
  const seat = { candidateRef: 'candidate-1', roomLabel: ROOM, seatLabel: '备8', reason: 'machine-hung', note: '' }
  assert.equal((await site.act(0, 'seat-swaps', seat)).status, 200)
  await site.settled()
  assert.equal((await reEnter(1)).code, 'fenced', 'somebody else has taken over')
  await agree()
})

test('an entry code from one server opens the door of the other', LONG, async () => {
  const door = await site.act(0, 'check-ins', { ticketNumber: site.roster.candidates[1]?.ticketNumber })
  await site.settled()
  const entered = await call(`${site.addresses[1]}/api/delivery/enter`, {
    body: { ticketNumber: site.roster.candidates[1]?.ticketNumber, entryCode: door.body['entryCode'] },
  })
  assert.equal(entered.status, 200)
  await site.settled()
  const twice = await call(`${site.addresses[0]}/api/delivery/enter`, {
    body: { ticketNumber: site.roster.candidates[1]?.ticketNumber, entryCode: door.body['entryCode'] },
  })
  assert.equal(twice.code, 'entry-refused', 'a code opens once, wherever')
})

test('killed under load, its machines go on at the other server; back again, both hold the same', LONG, async () => {
  const machines = [await site.seat(3, 0), await site.seat(4, 0), await site.seat(5, 1)]
  load = startLoad(site.record, machines)
  await pause(1_500)
  await site.kill(0, 'server')
  const killedAt = performance.now()
  await load.ackedSince(killedAt, 10_000)
  await pause(1_500)
  await site.restart(0)
  await pause(1_000)
  await agree()
})

test('cut apart, both go on; what they decided differently lies on the list, nothing is lost', LONG, async () => {
  const machines = [await site.seat(6, 0), await site.seat(7, 1), await site.seat(8, 0), await site.seat(9, 1)]
  load = startLoad(site.record, machines)
  await pause(500)
  site.cut()
  await pause(1_500)
  const [six, seven, eight] = machines
  assert.ok(six && seven && eight)
  assert.equal((await site.peerOf(0))?.state, 'away')
  const reason = { reason: 'machine-hung', note: '' }
  const swaps = [
    await site.act(0, 'seat-swaps', { candidateRef: 'candidate-6', roomLabel: ROOM, seatLabel: '备1', ...reason }),
    await site.act(1, 'seat-swaps', { candidateRef: 'candidate-7', roomLabel: ROOM, seatLabel: '备1', ...reason }),
    // taken over at B while the old machine still writes at A
    await site.act(1, 'seat-swaps', { candidateRef: 'candidate-8', roomLabel: ROOM, seatLabel: '备2', ...reason }),
    await site.act(0, 'credits', { scope: 'room', roomLabel: ROOM, minutes: 1, ...reason }),
    await site.act(1, 'credits', { scope: 'room', roomLabel: ROOM, minutes: 1, ...reason }),
  ]
  assert.deepEqual(
    swaps.map(one => one.status),
    swaps.map(() => 200),
  )
  await pause(1_000)
  const cut = await resume(site.record, eight)
  const [entry] = (cut.body['stored'] as { epoch: number; through: number; pair: number }[]).filter(one => one.epoch === eight.epoch)
  assert.ok(entry && entry.pair < entry.through, 'not confirmed while cut')
  await load.stop()
  // ends at both: by the machine at A, by the invigilator at B
  const nine = machines[3]
  assert.ok(nine)
  nine.at = 0
  // what B acknowledged A does not know: the machine brings it before it hands in
  await saveOnce(site.record, nine)
  assert.equal((await handIn(site.record, nine)).status, 200)
  assert.equal((await site.act(1, 'hand-ins', { candidateRef: 'candidate-9', note: '' })).status, 200)
  site.mend()
  await agree()
  const { kinds, byAttempt } = await reviewAt(site, 1)
  assert.ok(kinds.includes('two-at-seat'))
  assert.ok(byAttempt.get(nine.attemptId)?.includes('two-closings'))
  assert.deepEqual(byAttempt.get(six.attemptId), undefined)
})

test('strangers, replays and bodies without bounds are refused; nothing of them is read', LONG, async () => {
  const path = '/api/delivery/peer/events'
  const { run } = await runOf(site)
  const payload = JSON.stringify({ sittingId: SITTING, events: [], reaches: [] })
  const send = (key: string, stamp: Parameters<typeof stampText>[0], body = payload) =>
    call(site.addresses[0] + path, {
      headers: { [STAMP_HEADER]: writeStamp(stamp, pairMac(key, stampText(stamp, { method: 'POST', path, bodySha256: sha256(payload) }))) },
      body: { payload: body },
    })
  const stamp = { name: 'B', run: randomUUID(), count: 1, toRun: run, sentAt: Date.now() }
  const wrong = await send('cd'.repeat(32), stamp)
  assert.deepEqual([wrong.status, wrong.code], [401, 'peer-refused'])
  const changed = await send(site.roster.pairKey, stamp, payload.replace('[]', '[ ]'))
  assert.deepEqual([changed.status, changed.code], [401, 'peer-refused'])
  const bare = await call(site.addresses[0] + path, { body: { payload } })
  assert.deepEqual([bare.status, bare.code], [401, 'peer-refused'])
  assert.equal((await send(site.roster.pairKey, stamp)).status, 200)
  const replayed = await send(site.roster.pairKey, stamp)
  assert.deepEqual([replayed.status, replayed.code], [409, 'peer-replayed'])
  const earlier = await send(site.roster.pairKey, { ...stamp, count: 2, toRun: randomUUID() })
  assert.deepEqual([earlier.status, earlier.code], [409, 'peer-other-run'])
  assert.equal(await statusOfHuge(site.addresses[0] + path), 413)
  const refused = await withTables(
    foldersOf()[0],
    async client => (await client.query("select 1 from audit_entry where type = 'peer-refused'")).rowCount,
  )
  assert.ok((refused ?? 0) >= 1, 'a stranger stands in the audit log')
})

/** Announces a body that is far too long and hears what the server says to that. */
function statusOfHuge(url: string): Promise<number> {
  return new Promise((done, fail) => {
    const headers = { 'content-type': 'application/json', 'content-length': 64 * 1024 * 1024 }
    const sent = request(url, { method: 'POST', headers }, reply => {
      done(reply.statusCode ?? 0)
      sent.destroy()
    })
    sent.once('error', fail)
    sent.write('{"payload":"x')
  })
}

async function runOf(of: PairSite): Promise<{ run: string }> {
  const path = '/api/delivery/peer/state'
  const stamp = { name: 'B', run: randomUUID(), count: 1, toRun: randomUUID(), sentAt: 0 }
  const mac = pairMac(of.roster.pairKey, stampText(stamp, { method: 'POST', path, bodySha256: sha256('{}') }))
  const told = await call(of.addresses[0] + path, { headers: { [STAMP_HEADER]: writeStamp(stamp, mac) }, body: { payload: '{}' } })
  assert.equal(told.code, 'peer-other-run')
  return { run: String((told.body as { error?: { facts: { run: string } } }).error?.facts.run) }
}

test('a server whose disk is gone comes back empty, catches up before it serves, and opens epochs of its own', LONG, async () => {
  const machine = await site.seat(10, 1)
  load = startLoad(site.record, [machine])
  await pause(500)
  await load.stop()
  await site.settled()
  await site.kill(1, 'machine')
  await site.replaceDisk(1)
  await agree()
  const number = await withTables(
    foldersOf()[1],
    async client => (await client.query('select number from server_self')).rows[0] as { number: number },
  )
  assert.equal(number.number, 4)
  const later = await site.seat(11, 1)
  assert.equal(later.epoch % 8, 4)
  await agree()
})
