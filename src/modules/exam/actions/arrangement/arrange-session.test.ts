import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { z } from 'zod'
import type { SittingId } from '../../../delivery/contract.ts'
import { attemptsOfSitting } from '../../../delivery/index.ts'
import { parseTicketNumber } from '../../core/hall/ticket-number.ts'
import { findArrangement } from '../../store/arrangements.ts'
import { insertSeat, seatsOfSession } from '../../store/seats.ts'
import { findSession } from '../../store/sessions.ts'
import { sittingsOfSession } from '../../store/sittings.ts'
import { seatsOf, sittingsOf } from '../exam-facts.ts'
import { addRoom, codeOf, must, type Rehearsal, rehearse, SITES } from '../rehearsal.test.ts'
import { arrangeSession } from './arrange-session.ts'
import { cancelOrderedArrangement, orderArrangement } from './order-arrangement.ts'

let season: Rehearsal
before(async () => void (season = await rehearse()))
after(() => season.db.end())
beforeEach(() => season.at('2026-11-23T09:00:00+08:00'))

const CountRow = z.object({ n: z.coerce.number() })
async function count(sql: string, ...values: readonly unknown[]): Promise<number> {
  const { rows } = await season.db.database.statement({ text: `select count(*) as n from ${sql}`, values })
  return CountRow.parse(rows[0]).n
}

test('120 people arranged twice sit on the same seats, each on one and each seat taken once', { timeout: 60_000 }, async () => {
  const sessionId = await season.closedSession({ people: 120, rooms: 3 })
  const first = must(await arrangeSession(season.context(), { sessionId }))
  // every tenth carries the theory paper
  assert.deepEqual(first, { seats: 228, tickets: 120, sittings: 8 })
  const seats = await season.inTx(tx => seatsOfSession(tx, sessionId))
  assert.deepEqual(must(await arrangeSession(season.context(), { sessionId })), first)
  assert.deepEqual(await season.inTx(tx => seatsOfSession(tx, sessionId)), seats)
  const sittings = new Map((await season.inTx(tx => sittingsOfSession(tx, sessionId))).map(s => [s.sittingId, s]))
  const machines = seats.map(s => `${sittings.get(s.sittingId)?.siteCode} ${sittings.get(s.sittingId)?.startsAt} ${s.roomId} ${s.seatNo}`)
  assert.equal(new Set(machines).size, machines.length)
  const numbers = new Map(seats.map(s => [s.personId, s.ticketNumber]))
  assert.equal(new Set(numbers.values()).size, 120)
  for (const number of numbers.values()) assert.ok(parseTicketNumber(number).ok, number)
  assert.equal(await count('v_exam_seat where session_id = $1 and paper = $2', sessionId, 'theory'), 108)
})

test('every seat has a ready attempt of its paper under the ticket number, with the name masked', async () => {
  const [sessionId] = (
    await season.inTx(
      async tx => (await tx.query({ text: 'select session_id from exam_session where arranged_at is not null', values: [] })).rows,
    )
  ).map(r => String(r['session_id']))
  const seats = await season.inTx(tx => seatsOf(tx, { sessionId: sessionId ?? '' }))
  for (const { sittingId, paper } of await season.inTx(tx => sittingsOf(tx, sessionId ?? ''))) {
    const attempts = await season.inTx(tx => attemptsOfSitting(tx, sittingId as SittingId))
    const mine = seats.filter(s => s.sittingId === sittingId)
    assert.deepEqual(
      attempts.map(a => `${a.attemptId} ${a.candidateRef} ${a.ticketNumber} ${a.paper} ${a.state}`).sort(),
      mine.map(s => `${s.attemptId} ${s.personId} ${s.ticketNumber} ${paper} ready`).sort(),
    )
    for (const attempt of attempts) assert.match(attempt.maskedName, /^考\*+$/)
  }
})

test('too few seats: refused with the figures, and nothing is left behind', async () => {
  const short = await season.closedSession({ people: 240, nominal: '2027-02' })
  const refused = await arrangeSession(season.context(), { sessionId: short })
  assert.equal(codeOf(refused), 'no-seat-left')
  const ordered = await season.db.database.transact(tx => orderArrangement(tx, { params: { sessionId: short } }, season.context()))
  assert.equal(codeOf(ordered), 'no-seat-left')
  for (const table of ['sitting', 'seat_allocation', 'admission_ticket', 'arrangement', 'session_form', 'ticket_number_block'])
    assert.equal(await count(`${table} where session_id = $1`, short), 0, table)
  for (const site of SITES) for (const number of [4, 5]) await season.inTx((tx, ctx) => addRoom(tx, ctx, { site, number }))
  assert.equal(must(await arrangeSession(season.context(), { sessionId: short })).tickets, 240)
})

test('a run that is cancelled shows nothing, and the next one finishes', async () => {
  const sessionId = await season.closedSession({ people: 12, nominal: '2027-04' })
  const ctx = season.context()
  const running = arrangeSession(ctx, { sessionId })
  const cancelled = await untilRunning(sessionId)
  assert.equal(codeOf(cancelled), 'ok')
  assert.equal(codeOf(await running), 'arrangement-not-running')
  assert.deepEqual(await season.inTx(tx => seatsOf(tx, { sessionId })), [])
  assert.equal((await season.inTx(tx => findArrangement(tx, sessionId)))?.state, 'cancelled')
  assert.equal(must(await arrangeSession(season.context(), { sessionId })).tickets, 12)
  assert.ok((await season.inTx(tx => findSession(tx, sessionId)))?.arrangedAt)
})

async function untilRunning(sessionId: string) {
  const cancel = () => season.db.database.transact(tx => cancelOrderedArrangement(tx, { params: { sessionId } }, season.context()))
  for (let tries = 0; tries < 400; tries++) {
    const outcome = await cancel()
    if (outcome.ok) return outcome
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  throw new Error('the run never began')
}

test('two runs at once: one works, the other is told so', async () => {
  const sessionId = await season.closedSession({ people: 8, nominal: '2027-06' })
  const outcomes = await Promise.all([1, 2].map(() => arrangeSession(season.context(), { sessionId })))
  assert.deepEqual(outcomes.map(codeOf).sort(), ['arrangement-running', 'ok'])
})

test('the database itself refuses a second candidate on a seat', async () => {
  const [seat] = await season.inTx(async tx =>
    seatsOfSession(
      tx,
      String((await tx.query({ text: 'select session_id from seat_allocation limit 1', values: [] })).rows[0]?.['session_id']),
    ),
  )
  assert.ok(seat)
  const twice = season.inTx((tx, ctx) => insertSeat(tx, { ...seat, applicationId: 'another', personId: 'another' }, ctx.now))
  await assert.rejects(twice, /seat_allocation_sitting_id_room_id_seat_no_key/)
})

test('seats are allocated only after registration has closed', async () => {
  const draft = await season.inTx(async tx =>
    tx.query({
      text: "update exam_session set state = 'published', arranged_at = null where nominal = '2027-06' returning session_id",
      values: [],
    }),
  )
  const sessionId = String(draft.rows[0]?.['session_id'])
  assert.equal(codeOf(await arrangeSession(season.context(), { sessionId })), 'session-not-closed')
  assert.equal(codeOf(await arrangeSession(season.context(), { sessionId: 'none' })), 'session-unknown')
})
