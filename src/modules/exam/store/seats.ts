import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { HallPaper } from '../core/arrangement/plan-arrangement.ts'
import type { SeatState } from '../core/hall/seat-state.ts'

const sql = sqlFile(import.meta.url, './seats.sql')
export type SeatKey = { readonly sittingId: string; readonly applicationId: string }

/** A candidate's seat in a sitting. */
export type AllocatedSeat = SeatKey & {
  readonly personId: string
  readonly sessionId: string
  readonly level: string
  readonly paper: HallPaper
  readonly ticketNumber: string
  readonly roomId: string
  readonly roomNumber: number
  readonly seatNo: number
  readonly gridRow: number
  readonly gridColumn: number
  readonly form: 'A' | 'B' | null
  readonly attemptId: string
  readonly state: SeatState
}

const SeatRow = z
  .object({
    sitting_id: z.string(),
    application_id: z.string(),
    person_id: z.string(),
    session_id: z.string(),
    level: z.string(),
    paper: z.enum(['theory', 'skill']),
    ticket_number: z.string(),
    room_id: z.string(),
    room_number: z.number(),
    seat_no: z.number(),
    grid_row: z.number(),
    grid_column: z.number(),
    form: z.enum(['A', 'B']).nullable(),
    attempt_id: z.string(),
    state: z.enum(['expected', 'checked-in', 'absent', 'finished']),
  })
  .transform((row): AllocatedSeat => {
    const { level, paper, form, state } = row
    const who = { sittingId: row.sitting_id, applicationId: row.application_id, personId: row.person_id, sessionId: row.session_id }
    const at = { roomId: row.room_id, roomNumber: row.room_number, seatNo: row.seat_no, gridRow: row.grid_row, gridColumn: row.grid_column }
    return { ...who, level, paper, ...at, form, state, ticketNumber: row.ticket_number, attemptId: row.attempt_id }
  })

/** False when the candidate has a seat in this sitting. */
export async function insertSeat(tx: Tx, seat: Omit<AllocatedSeat, 'state'>, now: Instant): Promise<boolean> {
  return (await sql.run(tx, 'insert-seat', { ...seat, now })) === 1
}

export async function setAttempt(tx: Tx, seat: SeatKey & { readonly attemptId: string }): Promise<void> {
  await sql.run(tx, 'set-attempt', seat)
}

/** By room and seat. */
export function seatsOfSitting(tx: Tx, sittingId: string): Promise<AllocatedSeat[]> {
  return sql.many(tx, 'seats-of-sitting', { sittingId }, SeatRow)
}

export function seatsOfSession(tx: Tx, sessionId: string): Promise<AllocatedSeat[]> {
  return sql.many(tx, 'seats-of-session', { sessionId }, SeatRow)
}

const CountRow = z.object({ sitting_id: z.string(), state: z.enum(['expected', 'checked-in', 'absent', 'finished']), seats: z.number() })
export type SeatCounts = Readonly<Record<SeatState, number>>
const NONE: SeatCounts = { expected: 0, 'checked-in': 0, absent: 0, finished: 0 }

/** How many seats of each sitting are in which state. */
export async function seatCounts(tx: Tx, sittingIds: readonly string[]): Promise<ReadonlyMap<string, SeatCounts>> {
  const counts = new Map<string, SeatCounts>(sittingIds.map(id => [id, NONE]))
  for (const { sitting_id, state, seats } of await sql.many(tx, 'seat-counts', { sittingIds }, CountRow))
    counts.set(sitting_id, { ...(counts.get(sitting_id) ?? NONE), [state]: seats })
  return counts
}

/** The row stays locked until the end of the transaction. */
export function lockSeat(tx: Tx, key: SeatKey): Promise<AllocatedSeat | undefined> {
  return sql.maybe(tx, 'lock-seat', key, SeatRow)
}

export function findSeat(tx: Tx, key: SeatKey): Promise<AllocatedSeat | undefined> {
  return sql.maybe(tx, 'find-seat', key, SeatRow)
}

/** False when its state was another meanwhile. */
export async function saveSeatState(
  tx: Tx,
  seat: AllocatedSeat,
  change: { readonly state: SeatState; readonly now: Instant },
): Promise<boolean> {
  const { sittingId, applicationId, state: before } = seat
  return (await sql.run(tx, 'save-seat-state', { sittingId, applicationId, before, ...change })) === 1
}

export async function deleteSeats(tx: Tx, sittingId: string): Promise<void> {
  await sql.run(tx, 'delete-seats', { sittingId })
}

export type CheckIn = SeatKey & {
  readonly checkInId: string
  readonly kind: 'first' | 'again'
  readonly document: string
  readonly minutesLate: number
  readonly note: string
  readonly byActor: string
  readonly at: Instant
}

export async function insertCheckIn(tx: Tx, checkIn: CheckIn): Promise<void> {
  await sql.run(tx, 'insert-check-in', checkIn)
}

const CheckInRow = z
  .object({ application_id: z.string(), kind: z.enum(['first', 'again']), minutes_late: z.number(), at: z.number().transform(instant) })
  .transform(row => ({ applicationId: row.application_id, kind: row.kind, minutesLate: row.minutes_late, at: row.at }))
export type CheckInFact = z.infer<typeof CheckInRow>

/** In order of time. */
export function checkInsOfSitting(tx: Tx, sittingId: string): Promise<CheckInFact[]> {
  return sql.many(tx, 'check-ins-of-sitting', { sittingId }, CheckInRow)
}

export type Handover = {
  readonly sittingId: string
  readonly roomId: string
  readonly seated: number
  readonly present: number
  readonly late: number
  readonly absent: number
  readonly note: string
  readonly byActor: string
  readonly at: Instant
}

export async function insertHandover(tx: Tx, handover: Handover): Promise<void> {
  await sql.run(tx, 'insert-handover', handover)
}

const HandoverRow = z
  .object({
    room_id: z.string(),
    seated: z.number(),
    present: z.number(),
    late: z.number(),
    absent: z.number(),
    note: z.string(),
    at: z.number(),
  })
  .transform(({ room_id, ...row }) => ({ roomId: room_id, ...row }))
export type HandoverFact = z.infer<typeof HandoverRow>

export function handoversOfSitting(tx: Tx, sittingId: string): Promise<HandoverFact[]> {
  return sql.many(tx, 'handovers-of-sitting', { sittingId }, HandoverRow)
}
