import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { type Attempt, type AttemptId, type Placing, type Progress, type SittingId, acceptsUntil, endsAt } from '../core/attempt/attempt.ts'
import { Paper } from '../core/paper/package.ts'
import { AttemptRules } from '../core/attempt/rules.ts'

const sql = sqlFile(import.meta.url, './attempts.sql')
export type AttemptPlace = { readonly sittingId: SittingId; readonly attemptId: AttemptId }

const moment = z
  .number()
  .transform(ms => instant(ms))
  .nullable()
const AttemptRow = z.object({
  sitting_id: z.string(),
  id: z.string(),
  candidate_ref: z.string(),
  paper: Paper,
  package_id: z.string(),
  ticket_number: z.string(),
  masked_name: z.string(),
  room_label: z.string(),
  seat_label: z.string(),
  rules: AttemptRules,
  allotted_minutes: z.number(),
  allowance_minutes: z.number(),
  credit_minutes: z.number(),
  state: z.enum(['ready', 'running', 'handed-in', 'closed']),
  epoch: z.number(),
  paused_since: moment,
  start_ref: z.string().nullable(),
  started_at: moment,
  ended_at: moment,
  ended_by: z.string().nullable(),
  receipt_code: z.string().nullable(),
  entry_code_mac: z.string().nullable(),
  entry_tries: z.number(),
})
type AttemptRow = z.infer<typeof AttemptRow>
const BegunRow = z
  .object({ candidate_ref: z.string(), package_id: z.string() })
  .transform(row => ({ candidateRef: row.candidate_ref, packageId: row.package_id }))
const PlaceRow = z.object({ sitting_id: z.string(), id: z.string() })

/** False when the candidate already has an attempt at this paper in this sitting. */
export async function insertAttempt(tx: Tx, placing: Placing): Promise<boolean> {
  const { ledger, rules, ...rest } = placing
  return (await sql.run(tx, 'insert-attempt', { ...rest, ...ledger, rules: JSON.stringify(rules) })) === 1
}

export async function findAttempt(tx: Tx, place: AttemptPlace): Promise<Attempt | undefined> {
  const row = await sql.maybe(tx, 'find-attempt', place, AttemptRow)
  return row && attemptOf(row)
}

/** The row stays locked until the end of the transaction. */
export async function lockAttempt(tx: Tx, place: AttemptPlace): Promise<Attempt | undefined> {
  const row = await sql.maybe(tx, 'lock-attempt', place, AttemptRow)
  return row && attemptOf(row)
}

/** The attempt that a token is of: only the hash of a token is stored. `lock` as `lockAttempt`. */
export async function borneAttempt(
  tx: Tx,
  token: AttemptPlace & { readonly epoch: number; readonly tokenHash: string },
  lock: boolean,
): Promise<Attempt | undefined> {
  const row = await sql.maybe(tx, lock ? 'lock-borne-attempt' : 'find-borne-attempt', token, AttemptRow)
  return row && attemptOf(row)
}

export async function attemptsOfSitting(tx: Tx, sittingId: SittingId): Promise<Attempt[]> {
  return (await sql.many(tx, 'attempts-of-sitting', { sittingId }, AttemptRow)).map(attemptOf)
}

export async function attemptOfCandidate(
  tx: Tx,
  who: { readonly sittingId: SittingId; readonly candidateRef: string; readonly paper: Paper },
): Promise<Attempt | undefined> {
  const row = await sql.maybe(tx, 'attempt-of-candidate', who, AttemptRow)
  return row && attemptOf(row)
}

/** The packages of all attempts that some candidates have begun, whatever the sitting. */
export function packagesBegunBy(
  tx: Tx,
  candidateRefs: readonly string[],
): Promise<{ readonly candidateRef: string; readonly packageId: string }[]> {
  return sql.many(tx, 'packages-begun-by', { candidateRefs: [...candidateRefs] }, BegunRow)
}

const RunningRow = z.object({ running: z.boolean() })

/** Is anybody working on a paper, in whichever sitting? */
export async function papersRun(tx: Tx): Promise<boolean> {
  return (await sql.one(tx, 'any-running', {}, RunningRow)).running
}

export async function overdueAttempts(tx: Tx, sittingId: SittingId, now: Instant): Promise<Attempt[]> {
  return (await sql.many(tx, 'overdue-attempts', { sittingId, now }, AttemptRow)).map(attemptOf)
}

/** An attempt whose entry code is valid, with the MAC of the code and the wrong tries so far. */
export type OpenDoor = { readonly attempt: Attempt; readonly codeMac: string; readonly tries: number }

/** Locks what it finds, one shard at a time. */
export async function lockOpenDoors(tx: Tx, ticketNumber: string, now: Instant): Promise<OpenDoor[]> {
  const doors: OpenDoor[] = []
  for (const place of await sql.many(tx, 'places-with-open-door', { ticketNumber, now }, PlaceRow)) {
    const row = await sql.one(tx, 'lock-attempt', { sittingId: place.sitting_id, attemptId: place.id }, AttemptRow)
    if (row.entry_code_mac !== null) doors.push({ attempt: attemptOf(row), codeMac: row.entry_code_mac, tries: row.entry_tries })
  }
  return doors
}

/** `mac: null` takes the code away. */
export async function setEntryCode(
  tx: Tx,
  place: AttemptPlace,
  code: { readonly mac: string | null; readonly until: Instant | null; readonly now: Instant },
): Promise<void> {
  await sql.run(tx, 'set-entry-code', { ...place, ...code })
}

/** The code is void after `most` wrong tries. */
export async function countWrongEntry(tx: Tx, place: AttemptPlace, most: number): Promise<void> {
  await sql.run(tx, 'count-wrong-entry', { ...place, most })
}

export async function saveProgress(tx: Tx, attempt: Attempt): Promise<void> {
  await sql.run(tx, 'save-progress', progressValues(attempt))
}

/** Writes what follows from the acts of both servers; the peer knows it already. */
export async function settleProgress(tx: Tx, attempt: Attempt): Promise<void> {
  await sql.run(tx, 'settle-progress', progressValues(attempt))
}

function progressValues(attempt: Attempt): Readonly<Record<string, unknown>> {
  const startedAt = attempt.state === 'ready' ? null : attempt.startedAt
  const ended = attempt.state === 'handed-in' || attempt.state === 'closed' ? attempt : null
  return {
    sittingId: attempt.sittingId,
    attemptId: attempt.attemptId,
    state: attempt.state,
    epoch: attempt.epoch,
    startedAt,
    startRef: attempt.state === 'running' ? attempt.startRef : null,
    endsAt: startedAt === null ? null : endsAt(attempt, startedAt),
    acceptsUntil: startedAt === null ? null : acceptsUntil(attempt, startedAt),
    endedAt: ended?.endedAt ?? null,
    endedBy: ended === null ? null : ended.state === 'handed-in' ? ended.by : ended.reason,
    receiptCode: ended?.receiptCode ?? null,
    creditMinutes: attempt.ledger.creditMinutes,
    pausedSince: attempt.pausedSince ?? null,
  }
}

export type CreditRow = AttemptPlace & {
  readonly id: string
  readonly minutes: number
  readonly reason: string
  readonly grantedBy: string
  readonly grantedAt: Instant
  /** The interval that is given back; without it the minutes stand for themselves. */
  readonly fromAt: Instant | null
  readonly toAt: Instant | null
}

export async function insertCredit(tx: Tx, credit: CreditRow): Promise<void> {
  await sql.run(tx, 'insert-credit', credit)
}

const IntervalRow = z.object({ from_at: z.number(), to_at: z.number() })

/** The intervals that were given back to an attempt. */
export async function creditedIntervals(tx: Tx, place: AttemptPlace): Promise<{ readonly from: Instant; readonly to: Instant }[]> {
  const rows = await sql.many(tx, 'credited-intervals', place, IntervalRow)
  return rows.map(row => ({ from: instant(row.from_at), to: instant(row.to_at) }))
}

/** The person goes on at another seat. */
export async function moveAttempt(tx: Tx, place: AttemptPlace & { readonly roomLabel: string; readonly seatLabel: string }): Promise<void> {
  await sql.run(tx, 'move-attempt', place)
}

function attemptOf(row: AttemptRow): Attempt {
  const placing: Placing = {
    sittingId: row.sitting_id as SittingId,
    attemptId: row.id as AttemptId,
    candidateRef: row.candidate_ref,
    paper: row.paper,
    packageId: row.package_id,
    ticketNumber: row.ticket_number,
    maskedName: row.masked_name,
    roomLabel: row.room_label,
    seatLabel: row.seat_label,
    rules: row.rules,
    epoch: row.epoch,
    pausedSince: row.paused_since,
    ledger: { allottedMinutes: row.allotted_minutes, allowanceMinutes: row.allowance_minutes, creditMinutes: row.credit_minutes },
  }
  return { ...placing, ...progressOf(row) }
}

function progressOf(row: AttemptRow): Progress {
  switch (row.state) {
    case 'ready':
      return { state: 'ready' }
    case 'running':
      return { state: 'running', startedAt: present(row.started_at), startRef: present(row.start_ref) }
    case 'handed-in':
      return {
        state: 'handed-in',
        startedAt: present(row.started_at),
        endedAt: present(row.ended_at),
        by: EndedBy.parse(row.ended_by),
        receiptCode: present(row.receipt_code),
      }
    case 'closed':
      return {
        state: 'closed',
        startedAt: row.started_at,
        endedAt: present(row.ended_at),
        reason: Reason.parse(row.ended_by),
        receiptCode: present(row.receipt_code),
      }
  }
}

const EndedBy = z.enum(['candidate', 'clock'])
const Reason = z.enum(['time-up', 'absent', 'stopped', 'malpractice'])

function present<T>(value: T | null): T {
  if (value === null) throw new Error('an attempt row lacks what its state needs')
  return value
}
