import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import type { SittingId } from '../../core/attempt/attempt.ts'
import { AttemptRules } from '../../core/attempt/rules.ts'
import type { SeatFacts } from '../../core/hall/wall.ts'
import { Paper } from '../../core/paper/package.ts'
import { FaultRule, type RosterCandidate, type SiteRoom, type SiteSitting } from '../../core/site/site-package.ts'
import type { AttemptPlace } from '../attempts.ts'

const sql = sqlFile(import.meta.url, './hall.sql')
const moment = z
  .number()
  .transform(ms => instant(ms))
  .nullable()
const SittingRow = z
  .object({
    sitting_id: z.string(),
    site_package_id: z.string(),
    title: z.string(),
    paper: Paper,
    level: z.string(),
    rules: AttemptRules,
    fault: FaultRule,
    entry_minutes_before: z.number(),
    absent_minutes_after: z.number(),
    closed_at: moment,
  })
  .transform(row => ({
    sittingId: row.sitting_id as SittingId,
    sitePackageId: row.site_package_id,
    title: row.title,
    paper: row.paper,
    level: row.level,
    rules: row.rules,
    fault: row.fault,
    opensAt: row.rules.opensAt,
    lateLimitMinutes: row.rules.lateLimitMinutes,
    entryMinutesBefore: row.entry_minutes_before,
    absentMinutesAfter: row.absent_minutes_after,
    closedAt: row.closed_at,
  }))
/** A sitting as the site keeps it. */
export type HallSitting = z.output<typeof SittingRow>
const CandidateRow = z
  .object({
    sitting_id: z.string(),
    candidate_ref: z.string(),
    package_id: z.string(),
    ticket_number: z.string(),
    masked_name: z.string(),
    masked_id_number: z.string(),
    face_sealed: z.string().nullable(),
    room_label: z.string(),
    seat_label: z.string(),
    allowance_minutes: z.number(),
    attempt_id: z.string().nullable(),
    checked_in_at: moment,
    absent_at: moment,
  })
  .transform(row => ({
    sittingId: row.sitting_id as SittingId,
    candidateRef: row.candidate_ref,
    packageId: row.package_id,
    ticketNumber: row.ticket_number,
    maskedName: row.masked_name,
    maskedIdNumber: row.masked_id_number,
    faceSealed: row.face_sealed,
    roomLabel: row.room_label,
    seatLabel: row.seat_label,
    allowanceMinutes: row.allowance_minutes,
    attemptId: row.attempt_id as AttemptPlace['attemptId'] | null,
    checkedInAt: row.checked_in_at,
    absentAt: row.absent_at,
  }))
export type HallCandidate = z.output<typeof CandidateRow>

export async function insertHallSitting(tx: Tx, sitePackageId: string, sitting: SiteSitting, rooms: readonly SiteRoom[]): Promise<void> {
  const { sittingId, title, paper, level, entryMinutesBefore, absentMinutesAfter, rules, fault } = sitting
  const row = { sittingId, sitePackageId, title, paper, level, entryMinutesBefore, absentMinutesAfter, opensAt: rules.opensAt }
  await sql.run(tx, 'insert-hall-sitting', { ...row, rules: JSON.stringify(rules), fault: JSON.stringify(fault) })
  const seats = rooms.flatMap(({ roomLabel, seats: usual, spareSeats }) => [
    ...usual.map(seat => ({ room_label: roomLabel, seat_label: seat, spare: false })),
    ...spareSeats.map(seat => ({ room_label: roomLabel, seat_label: seat, spare: true })),
  ])
  await sql.run(tx, 'insert-seats', { sittingId, rows: JSON.stringify(seats.map((seat, place) => ({ ...seat, place }))) })
}

/** Takes a sitting that nobody has entered out again, for a newer roster of it. */
export async function dropHallSitting(tx: Tx, sittingId: string): Promise<void> {
  for (const name of ['drop-seats', 'drop-candidates', 'drop-sitting']) await sql.run(tx, name, { sittingId })
}

/** Faces are sealed with the keys of this server before they come here. */
export async function insertCandidates(
  tx: Tx,
  sittingId: string,
  candidates: readonly (Omit<RosterCandidate, 'faceJpegBase64'> & { readonly faceSealed: string | null })[],
): Promise<void> {
  const rows = candidates.map(one => ({
    candidate_ref: one.candidateRef,
    package_id: one.packageId,
    ticket_number: one.ticketNumber,
    masked_name: one.maskedName,
    masked_id_number: one.maskedIdNumber,
    face_sealed: one.faceSealed,
    room_label: one.roomLabel,
    seat_label: one.seatLabel,
    allowance_minutes: one.allowanceMinutes,
  }))
  await sql.run(tx, 'insert-candidates', { sittingId, rows: JSON.stringify(rows) })
}

export function sittingsOfPackage(tx: Tx, sitePackageId: string): Promise<HallSitting[]> {
  return sql.many(tx, 'sittings-of-package', { sitePackageId }, SittingRow)
}

/** Undefined where no site keeps this sitting (halls of the centre). */
export function findHallSitting(tx: Tx, sittingId: string): Promise<HallSitting | undefined> {
  return sql.maybe(tx, 'find-hall-sitting', { sittingId }, SittingRow)
}

const GateRow = z
  .object({
    closed_at: z.number().nullable(),
    armed_at: z.number().nullable(),
    halts: z.array(z.object({ kind: z.enum(['pause', 'fault']), roomLabel: z.string().nullable() })),
  })
  .transform(row => ({ isClosed: row.closed_at !== null, isArmed: row.armed_at !== null, halts: row.halts }))

/** What may keep papers of a sitting from being started; undefined where no site keeps it. */
export function findGate(tx: Tx, sittingId: string): Promise<z.output<typeof GateRow> | undefined> {
  return sql.maybe(tx, 'find-gate', { sittingId }, GateRow)
}

/** Acts on a whole sitting stand in one order: each locks its row first. */
export function lockHallSitting(tx: Tx, sittingId: string): Promise<HallSitting | undefined> {
  return sql.maybe(tx, 'lock-hall-sitting', { sittingId }, SittingRow)
}

export async function closeHallSitting(tx: Tx, sittingId: string, now: Instant): Promise<void> {
  await sql.run(tx, 'close-hall-sitting', { sittingId, now })
}

export function candidatesOfSitting(tx: Tx, sittingId: string): Promise<HallCandidate[]> {
  return sql.many(tx, 'candidates-of-sitting', { sittingId }, CandidateRow)
}

export function candidateByTicket(tx: Tx, sittingId: string, ticketNumber: string): Promise<HallCandidate | undefined> {
  return sql.maybe(tx, 'candidate-by-ticket', { sittingId, ticketNumber }, CandidateRow)
}

export function lockCandidate(tx: Tx, sittingId: string, candidateRef: string): Promise<HallCandidate | undefined> {
  return sql.maybe(tx, 'lock-candidate', { sittingId, candidateRef }, CandidateRow)
}

export async function saveCandidate(tx: Tx, candidate: HallCandidate): Promise<void> {
  const { sittingId, candidateRef, roomLabel, seatLabel, attemptId, checkedInAt, absentAt } = candidate
  await sql.run(tx, 'save-candidate', { sittingId, candidateRef, roomLabel, seatLabel, attemptId, checkedInAt, absentAt })
}

type SeatPlace = { readonly sittingId: string; readonly roomLabel: string; readonly seatLabel: string }
const SeatRow = z.object({ spare: z.boolean(), out_of_order_since: moment, candidate_ref: z.string().nullable() })

export async function findSeat(
  tx: Tx,
  seat: SeatPlace,
): Promise<{ readonly outOfOrder: boolean; readonly takenBy: string | null } | undefined> {
  const row = await sql.maybe(tx, 'find-seat', seat, SeatRow)
  return row && { outOfOrder: row.out_of_order_since !== null, takenBy: row.candidate_ref }
}

export async function markOutOfOrder(tx: Tx, { sittingId, roomLabel, seatLabel }: SeatPlace, now: Instant): Promise<void> {
  await sql.run(tx, 'mark-out-of-order', { sittingId, roomLabel, seatLabel, now })
}

export async function countSpareSeats(tx: Tx, sittingId: string): Promise<number> {
  return (await sql.one(tx, 'count-spare-seats', { sittingId }, z.object({ spare: z.number() }))).spare
}

const WallRow = z
  .object({
    room_label: z.string(),
    seat_label: z.string(),
    place: z.number(),
    spare: z.boolean(),
    out_of_order_since: moment,
    candidate_ref: z.string().nullable(),
    masked_name: z.string().nullable(),
    ticket_number: z.string().nullable(),
    checked_in_at: moment,
    absent_at: moment,
    attempt_id: z.string().nullable(),
    state: z.enum(['ready', 'running', 'handed-in', 'closed']).nullable(),
    ended_by: z.string().nullable(),
    epoch: z.number().nullable(),
    ends_at: moment,
    paused_since: moment,
    saved_at: moment,
    pair_saved: z.boolean().nullable(),
    beat_at: moment,
    rtt_ms: z.number().nullable(),
    battery_percent: z.number().nullable(),
    charging: z.boolean().nullable(),
    focus_lost: z.number().nullable(),
    unsent: z.number().nullable(),
    called_at: moment,
    lock_cause: z.enum(['missing', 'wrong-config', 'wrong-browser']).nullable(),
    locked_at: moment,
  })
  .transform((row): SeatFacts => ({
    roomLabel: row.room_label,
    seatLabel: row.seat_label,
    place: row.place,
    spare: row.spare,
    outOfOrder: row.out_of_order_since !== null,
    candidateRef: row.candidate_ref,
    maskedName: row.masked_name,
    ticketNumber: row.ticket_number,
    checkedInAt: row.checked_in_at,
    absentAt: row.absent_at,
    attemptId: row.attempt_id,
    attemptState: row.state,
    endedBy: row.ended_by,
    epoch: row.epoch ?? 0,
    endsAt: row.ends_at,
    pausedSince: row.paused_since,
    lastSavedAt: row.saved_at,
    pairSaved: row.pair_saved ?? false,
    beat:
      row.beat_at === null
        ? null
        : {
            at: row.beat_at,
            rttMs: row.rtt_ms,
            batteryPercent: row.battery_percent,
            charging: row.charging,
            focusLost: row.focus_lost ?? 0,
            unsent: row.unsent ?? 0,
          },
    helpSince: row.called_at,
    lock: row.lock_cause === null || row.locked_at === null ? null : { cause: row.lock_cause, since: row.locked_at },
  }))

/** Every seat of a sitting with all that the wall shows of it, in the order of rooms and seats. */
export function seatsOfSitting(tx: Tx, sittingId: string): Promise<SeatFacts[]> {
  return sql.many(tx, 'seats-of-sitting', { sittingId }, WallRow)
}

/** How many items each attempt has a response to. */
export async function answeredCounts(tx: Tx, sittingId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.many(tx, 'answered-counts', { sittingId }, z.object({ attempt_id: z.string(), answered: z.number() }))
  return new Map(rows.map(row => [row.attempt_id, row.answered]))
}

/** What a machine told of itself, and by which token. */
export type ClientBeat = AttemptPlace & {
  readonly epoch: number
  readonly tokenHash: string
  readonly at: Instant
  readonly rttMs: number | null
  readonly batteryPercent: number | null
  readonly charging: boolean | null
  readonly focusLost: number
  readonly unsent: number
}
const StandingRow = z.object({
  attempt_id: z.string(),
  epoch: z.number(),
  state: z.enum(['ready', 'running', 'handed-in', 'closed']),
  ends_at: moment,
  paused_since: moment,
  pause_reason: z.string().nullable(),
  token_hash: z.string(),
})
export type BeatStanding = z.infer<typeof StandingRow>

/** Takes a group of beats in by one statement, and tells how each attempt stands; unknown tokens change nothing and get nothing. */
export async function putClientBeats(database: Database, beats: readonly ClientBeat[]): Promise<(BeatStanding | undefined)[]> {
  const rows = JSON.stringify(
    beats.map(one => ({
      sitting_id: one.sittingId,
      attempt_id: one.attemptId,
      epoch: one.epoch,
      token_hash: one.tokenHash,
      beat_at: one.at,
      rtt_ms: one.rttMs,
      battery_percent: one.batteryPercent,
      charging: one.charging,
      focus_lost: one.focusLost,
      unsent: one.unsent,
    })),
  )
  await sql.alone(database, 'put-client-beats', { rows })
  const found = (await sql.alone(database, 'standing-of-attempts', { rows })).rows.map(row => StandingRow.parse(row))
  return beats.map(one => found.find(row => row.attempt_id === one.attemptId && row.token_hash === one.tokenHash))
}
