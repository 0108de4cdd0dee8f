import { z } from 'zod'
import type { Instant } from '../../../../../kernel/instant.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { sqlFile } from '../../../../../platform/db/sql.ts'
import type { SeatMove, Sitter } from '../../../core/protocol/pair/seating.ts'
import { type AttemptTold, type BeatTold, HALL_ROW_KINDS, type HallRows, type PeerEvent } from '../../../core/protocol/pair/wire.ts'
import type { AttemptPlace } from '../../attempts.ts'
import { eventDigest } from '../../save-events.ts'
import { type EpochKey, peerEventOf } from './news.ts'

const sql = sqlFile(import.meta.url, './take.sql')
const TAKE_ROWS = {
  acts: 'take-acts',
  halts: 'take-halts',
  credits: 'take-credits',
  malpractice: 'take-malpractice',
  incidents: 'take-incidents',
  calls: 'take-calls',
  moves: 'take-moves',
} as const
const TAKE_PARTS = {
  entries: 'take-entries',
  starts: 'take-starts',
  closings: 'take-closings',
  minutes: 'take-minutes',
  clashes: 'take-clashes',
  proofs: 'take-proofs',
  locks: 'take-locks',
} as const
const ATTEMPT_PARTS = Object.keys(TAKE_PARTS) as (keyof typeof TAKE_PARTS)[]
const EntryRow = z
  .object({
    attempt_id: z.string(),
    epoch: z.number(),
    current_epoch: z.number(),
    state: z.enum(['ready', 'running', 'handed-in', 'closed']),
    accepts_until: z.number().nullable(),
    sealed_at: z.number().nullable(),
  })
  .transform(row => ({
    attemptId: row.attempt_id,
    epoch: row.epoch,
    open: row.state === 'running' && row.sealed_at === null,
    acceptsUntil: row.accepts_until,
  }))
/** An entry that events are brought for, locked. */
export type OpenEntry = z.output<typeof EntryRow>

const keyRows = (keys: readonly EpochKey[]) => JSON.stringify(keys.map(key => ({ attempt_id: key.attemptId, epoch: key.epoch })))

/** Locks the entries that stand here; who is not in the answer does not. */
export function lockEntries(tx: Tx, sittingId: string, keys: readonly EpochKey[]): Promise<OpenEntry[]> {
  return sql.many(tx, 'lock-entries', { sittingId, rows: keyRows(keys) }, EntryRow)
}

/** Which of these attempts stand here. */
export async function attemptsStanding(tx: Tx, sittingId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = JSON.stringify(ids.map(id => ({ id })))
  return new Set((await sql.many(tx, 'attempts-standing', { sittingId, rows }, z.object({ id: z.string() }))).map(row => row.id))
}

const SeqRow = z.object({ attempt_id: z.string(), epoch: z.number(), seq: z.number() })
export const eventKey = (attemptId: string, epoch: number, seq: number): string => `${attemptId} ${epoch}.${seq}`

/** Stores events that are not there yet, and gives their keys; what derives from them is written with them. */
export async function insertPeerEvents(
  tx: Tx,
  sittingId: string,
  events: readonly (PeerEvent & { readonly late: boolean })[],
): Promise<ReadonlySet<string>> {
  const rows = JSON.stringify(
    events.map(({ attemptId, epoch, receivedAt, fenced, late, event }) => ({
      attempt_id: attemptId,
      epoch,
      seq: event.seq,
      item_id: event.itemId,
      kind: event.kind,
      value: event.value,
      digest: eventDigest(event),
      client_ms: event.clientMs,
      received_at: receivedAt,
      fenced,
      late,
    })),
  )
  const stored = await sql.many(tx, 'take-events', { sittingId, rows }, SeqRow)
  return new Set(stored.map(row => eventKey(row.attempt_id, row.epoch, row.seq)))
}

const HeldRow = SeqRow.extend({
  item_id: z.string(),
  kind: z.string(),
  value: z.unknown(),
  client_ms: z.number(),
  received_at: z.number(),
  fenced: z.boolean(),
})

/** How events that were brought are held here already. */
export async function heldEvents(tx: Tx, sittingId: string, events: readonly PeerEvent[]): Promise<PeerEvent[]> {
  const rows = JSON.stringify(events.map(({ attemptId, epoch, event }) => ({ attempt_id: attemptId, epoch, seq: event.seq })))
  return (await sql.many(tx, 'held-events', { sittingId, rows }, HeldRow)).map(peerEventOf)
}

function eventValues(sittingId: string, { attemptId, epoch, receivedAt, fenced, event }: PeerEvent) {
  const { seq, itemId, kind, clientMs } = event
  const content = { itemId, kind, value: event.value === null ? null : JSON.stringify(event.value), digest: eventDigest(event), clientMs }
  return { sittingId, attemptId, epoch, seq, ...content, receivedAt, fenced }
}

export async function putPeerEvent(tx: Tx, sittingId: string, event: PeerEvent): Promise<void> {
  await sql.run(tx, 'put-event', eventValues(sittingId, event))
}

/** A content that gave way to another one under the same number. */
export async function addClash(tx: Tx, sittingId: string, event: PeerEvent): Promise<void> {
  await sql.run(tx, 'add-clash', eventValues(sittingId, event))
}

/** Advances the hole-free numbers of entries over what is stored. */
export async function advanceEntries(tx: Tx, sittingId: string, keys: readonly EpochKey[]): Promise<void> {
  await sql.run(tx, 'advance-entries', { sittingId, rows: keyRows(keys) })
}

/** The peer told how far it holds these entries itself: that far they need not be brought back. */
export async function peerHolds(tx: Tx, sittingId: string, reaches: readonly (EpochKey & { readonly through: number })[]): Promise<void> {
  const rows = JSON.stringify(reaches.map(({ attemptId, epoch, through }) => ({ attempt_id: attemptId, epoch, through })))
  await sql.run(tx, 'peer-holds', { sittingId, rows })
}

/** Adds the acts of one attempt; every part is a union. */
export async function addAttemptActs(tx: Tx, { sittingId, attemptId }: AttemptPlace, told: AttemptTold): Promise<void> {
  for (const part of ATTEMPT_PARTS)
    if (told[part].length > 0) await sql.run(tx, TAKE_PARTS[part], { sittingId, attemptId, rows: JSON.stringify(told[part]) })
  if (told.entryCode) await sql.run(tx, 'take-entry-code', { sittingId, attemptId, ...told.entryCode })
}

/** Adds rows of the hall; where both servers changed one, the same rule decides on both. */
export async function addHallRows(tx: Tx, sittingId: string, rows: HallRows): Promise<void> {
  for (const kind of HALL_ROW_KINDS)
    if (rows[kind].length > 0) await sql.run(tx, TAKE_ROWS[kind], { sittingId, rows: JSON.stringify(rows[kind]) })
  const came = rows.acts.filter(act => act.kind === 'checked-in')
  const arrivals = came.map(act => ({ candidate_ref: act.facts['candidate'], at: act.done_at }))
  if (arrivals.length > 0) await sql.run(tx, 'note-arrivals', { sittingId, rows: JSON.stringify(arrivals) })
  if (rows.moves.length > 0)
    await sql.run(tx, 'break-seats', { sittingId, rows: JSON.stringify(rows.moves.filter(one => one.from_broken)) })
}

export async function noteAbsence(tx: Tx, sittingId: string, candidateRef: string, at: Instant): Promise<void> {
  await sql.run(tx, 'note-absences', { sittingId, rows: JSON.stringify([{ candidate_ref: candidateRef, at }]) })
}

export async function closeSittingAt(tx: Tx, sittingId: string, closedAt: Instant): Promise<void> {
  await sql.run(tx, 'close-sitting', { sittingId, closedAt })
}

/** Only where the papers are open too. */
export async function armPackageAt(tx: Tx, sitePackageId: string, armedAt: Instant): Promise<void> {
  await sql.run(tx, 'arm-package', { sitePackageId, armedAt })
}

const MoveRow = z
  .object({
    id: z.string(),
    candidate_ref: z.string(),
    from_room: z.string(),
    from_seat: z.string(),
    to_room: z.string(),
    to_seat: z.string(),
    moved_at: z.number(),
  })
  .transform((row): SeatMove => ({
    id: row.id,
    candidateRef: row.candidate_ref,
    from: { roomLabel: row.from_room, seatLabel: row.from_seat },
    to: { roomLabel: row.to_room, seatLabel: row.to_seat },
    movedAt: row.moved_at as Instant,
  }))

export function movesOfSitting(tx: Tx, sittingId: string): Promise<SeatMove[]> {
  return sql.many(tx, 'moves-of-sitting', { sittingId }, MoveRow)
}

/** Seats people anew; only those who sit otherwise than before are named. */
export async function seatAnew(tx: Tx, sittingId: string, sitters: readonly Sitter[]): Promise<void> {
  const rows = JSON.stringify(
    sitters.map(one => ({ candidate_ref: one.candidateRef, room_label: one.roomLabel, seat_label: one.seatLabel })),
  )
  await sql.run(tx, 'stand-up', { sittingId, rows })
  await sql.run(tx, 'sit-down', { sittingId, rows })
  await sql.run(tx, 'sit-attempts', { sittingId })
}

/** Records a move of a person at this server. */
export async function insertMove(tx: Tx, sittingId: string, move: SeatMove & { readonly fromBroken: boolean }): Promise<void> {
  const { id, candidateRef, from, to, fromBroken, movedAt } = move
  const seats = { fromRoom: from.roomLabel, fromSeat: from.seatLabel, toRoom: to.roomLabel, toSeat: to.seatLabel }
  await sql.run(tx, 'add-move', { sittingId, id, candidateRef, ...seats, fromBroken, movedAt })
}

/** The later sign of life of each machine stays. */
export async function addBeats(tx: Tx, sittingId: string, beats: readonly BeatTold[]): Promise<void> {
  if (beats.length > 0) await sql.run(tx, 'take-beats', { sittingId, rows: JSON.stringify(beats) })
}

/** The configuration of Safe Exam Browser of the peer, sealed with the keys of this server. */
export async function takeSeb(tx: Tx, sittingId: string, seb: { readonly sealed: string; readonly madeAt: number }): Promise<void> {
  await sql.run(tx, 'take-seb', { sittingId, ...seb })
}
