import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import type { SittingId } from '../../../delivery/contract.ts'
import { attemptsOfSitting } from '../../../delivery/index.ts'
import { findSession } from '../../store/sessions.ts'
import type { Sitting } from '../../store/sittings.ts'
import { arrangeSession } from '../arrangement/arrange-session.ts'
import { seatsOf, sittingsOf } from '../exam-facts.ts'
import { codeOf, invigilatorAt, must, national, type Rehearsal, rehearse, SITES } from '../rehearsal.test.ts'
import { checkInAction, renewEntryCodeAction } from './check-in.ts'
import { closeSittingAction } from './close-sitting.ts'
import { markAbsentAction } from './mark-absent.ts'
import { listSittingsAction, showHallAction } from './read-hall.ts'

const [HERE, THERE] = SITES
const mine = invigilatorAt(HERE)
let season: Rehearsal
let sessionId = ''
let theory: Pick<Sitting, 'sittingId'>
let skill: Pick<Sitting, 'sittingId'>
before(async () => {
  season = await rehearse()
  sessionId = await season.closedSession({ people: 24 })
  must(await arrangeSession(season.context(), { sessionId }))
  const sittings = (await season.inTx(tx => sittingsOf(tx, sessionId))).filter(s => s.siteCode === HERE && s.level === 'L4')
  const find = (paper: string) => sittings.find(s => s.paper === paper) as unknown as Sitting
  ;[theory, skill] = [find('theory'), find('practical')]
})
after(() => season.db.end())

const seatsAt = async ({ sittingId }: Pick<Sitting, 'sittingId'>) =>
  (await season.inTx(tx => seatsOf(tx, { sessionId }))).filter(s => s.sittingId === sittingId)
const clock = (time: string) => season.at(`2026-12-27T${time}:00+08:00`)
type Entry = {
  readonly who: number
  readonly at?: Pick<Sitting, 'sittingId'>
  readonly as?: Actor
  readonly change?: Partial<{ document: 'passport'; ticketShown: boolean; identityMatches: boolean }>
}
async function enter({ who, at = theory, as = mine, change = {} }: Entry) {
  const seat = (await seatsAt(at))[who]
  const body = {
    applicationId: seat?.applicationId ?? 'none',
    document: 'resident-id-card' as const,
    ticketShown: true,
    identityMatches: true,
    ...change,
  }
  return season.db.database.transact(tx => checkInAction(tx, { params: { sittingId: at.sittingId }, body }, season.context(as)))
}
const absent = async (who: number, as: Actor = mine) => {
  const applicationId = (await seatsAt(theory))[who]?.applicationId ?? ''
  return season.db.database.transact(tx => markAbsentAction(tx, { params: theory, body: { applicationId } }, season.context(as)))
}
const closing = (at: Pick<Sitting, 'sittingId'>, as: Actor = mine) =>
  season.db.database.transact(tx =>
    closeSittingAction(tx, { params: { sittingId: at.sittingId }, body: { note: '设备正常' } }, season.context(as)),
  )
const hall = (at: Pick<Sitting, 'sittingId'>, as: Actor = mine) =>
  season.inTx((tx, ctx) => showHallAction(tx, { params: { sittingId: at.sittingId } }, ctx), as)

test('the door opens thirty minutes before the start, not a minute earlier', async () => {
  clock('07:59')
  assert.equal(codeOf(await enter({ who: 0 })), 'check-in-too-early')
  clock('08:00')
  const entered = must(await enter({ who: 0 }))
  assert.match(entered.entryCode ?? '', /^\d{6}$/)
  assert.equal(entered.minutesLate, 0)
})

test('the doors of all rooms open at once, and everybody is let in', async () => {
  const other = await season.closedSession({ people: 16, nominal: '2027-02' })
  must(await arrangeSession(season.context(), { sessionId: other }))
  season.at('2027-02-28T08:05:00+08:00')
  const theories = (await season.inTx(tx => seatsOf(tx, { sessionId: other }))).filter(s => s.paper === 'theory')
  const outcomes = await Promise.all(
    theories.map(({ applicationId, sittingId, siteCode }) => {
      const body = { applicationId, document: 'passport' as const, ticketShown: true, identityMatches: true }
      return season.db.database.transact(tx => checkInAction(tx, { params: { sittingId }, body }, season.context(invigilatorAt(siteCode))))
    }),
  )
  assert.deepEqual(
    outcomes.map(codeOf),
    theories.map(() => 'ok'),
  )
  assert.equal((await season.inTx(tx => findSession(tx, other)))?.state, 'held')
  clock('08:00')
})

test('the first check-in makes the session held; a second of the same person is refused', async () => {
  assert.equal((await season.inTx(tx => findSession(tx, sessionId)))?.state, 'held')
  assert.equal(codeOf(await enter({ who: 0 })), 'seat-wrong-state')
})

test('ticket, document and person must fit together', async () => {
  assert.equal(codeOf(await enter({ who: 1, change: { ticketShown: false } })), 'ticket-not-shown')
  assert.equal(codeOf(await enter({ who: 1, change: { identityMatches: false } })), 'identity-not-matched')
  assert.equal((await seatsAt(theory))[1]?.state, 'expected')
})

test('the staff of another site, a province and the nation cannot check in here', async () => {
  const refused = {
    other: codeOf(await enter({ who: 1, as: invigilatorAt(THERE) })),
    nation: codeOf(await enter({ who: 1, as: national })),
  }
  assert.deepEqual(refused, { other: 'sitting-unknown', nation: 'sitting-unknown' })
  assert.equal(codeOf(await hall(theory, invigilatorAt(THERE))), 'sitting-unknown')
  assert.equal(must(await hall(theory, national)).keeps, false)
  const day = await season.inTx((tx, ctx) => listSittingsAction(tx, { query: { most: 500 } }, ctx), mine)
  assert.deepEqual([...new Set(must(day).sittings.map(s => s.siteCode))], [HERE])
})

test('late entry counts its minutes, and ends twenty-five minutes after the start', async () => {
  clock('08:55')
  assert.equal(must(await enter({ who: 1 })).minutesLate, 25)
  clock('08:56')
  assert.equal(codeOf(await enter({ who: 2 })), 'check-in-too-late')
})

test('a machine failed: a new code, with the reason on record', async () => {
  const applicationId = (await seatsAt(theory))[0]?.applicationId ?? ''
  const again = await season.db.database.transact(tx =>
    renewEntryCodeAction(tx, { params: theory, body: { applicationId, reason: '机器重启' } }, season.context(mine)),
  )
  assert.match(must(again).entryCode, /^\d{6}$/)
})

test('nobody is absent before nine; then the attempt is closed with it', async () => {
  clock('08:59')
  assert.equal(codeOf(await absent(2)), 'absent-too-early')
  clock('09:00')
  assert.equal(codeOf(await absent(2, invigilatorAt(THERE))), 'sitting-unknown')
  assert.equal(codeOf(await absent(2)), 'ok')
  assert.equal(codeOf(await absent(0)), 'seat-wrong-state')
  const seat = (await seatsAt(theory))[2]
  const attempt = (await season.inTx(tx => attemptsOfSitting(tx, theory.sittingId as SittingId))).find(a => a.attemptId === seat?.attemptId)
  assert.ok(attempt?.state === 'closed' && attempt.reason === 'absent')
})

test('the wall tells every seat in one state', async () => {
  const states = must(await hall(theory)).rooms.flatMap(room => room.seats.map(s => s.state))
  const tally = Object.fromEntries([...Map.groupBy(states, s => s)].map(([state, list]) => [state, list.length]))
  const seated = (await seatsAt(theory)).length
  assert.deepEqual(tally, { 'checked-in': 2, absent: 1, expected: seated - 3, empty: 30 - seated })
})

test('a sitting is closed after its end: nobody stays expected, the rooms are handed over, marking is told', async () => {
  clock('09:59')
  assert.equal(codeOf(await closing(theory)), 'sitting-not-over')
  clock('10:00')
  assert.equal(codeOf(await closing(theory, invigilatorAt(THERE))), 'sitting-unknown')
  const seated = (await seatsAt(theory)).length
  assert.deepEqual(must(await closing(theory)), { handedIn: 2, absent: seated - 2 })
  assert.equal(codeOf(await closing(theory)), 'sitting-closed-already')
  assert.equal(codeOf(await enter({ who: 3 })), 'sitting-closed-already')
  const [handover] = must(await hall(theory)).handovers
  assert.deepEqual(
    [handover?.seated, handover?.present, handover?.late, handover?.absent, handover?.note],
    [seated, 2, 1, seated - 2, '设备正常'],
  )
  const jobs = await season.db.database.statement({
    text: "select key from graphile_worker.jobs where task_identifier = 'sitting-closed'",
    values: [],
  })
  assert.deepEqual(
    jobs.rows.map(r => r['key']),
    [`sitting-closed:${theory.sittingId}`],
  )
})

test('the practical paper has no entry code; closing hands in who came and closes their attempts as work', async () => {
  clock('10:20')
  assert.deepEqual(must(await enter({ who: 0, at: skill })), { entryCode: null, minutesLate: 0 })
  clock('12:30')
  const seated = (await seatsAt(skill)).length
  assert.deepEqual(must(await closing(skill)), { handedIn: 1, absent: seated - 1 })
  const attempts = await season.inTx(tx => attemptsOfSitting(tx, skill.sittingId as SittingId))
  const reasons = attempts.map(a => (a.state === 'closed' ? a.reason : a.state)).sort()
  assert.deepEqual(reasons, [...Array.from({ length: seated - 1 }, () => 'absent'), 'time-up'])
})
