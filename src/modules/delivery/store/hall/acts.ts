import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import type { AttemptPlace } from '../attempts.ts'

const sql = sqlFile(import.meta.url, './acts.sql')
const at = z.number().transform(ms => instant(ms))
const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** One thing that hall staff did. */
export type DoneAct = {
  readonly sittingId: string
  readonly actId: string
  readonly kind: string
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
  readonly doneBy: string
  readonly witness: string | null
  readonly doneAt: Instant
}

/** False when this act was done before. */
export async function insertAct(tx: Tx, act: DoneAct & { readonly origin: string }): Promise<boolean> {
  const { sittingId, actId, origin, kind, doneBy, witness } = act
  const row = { sittingId, actId, origin, kind, doneBy, witness, now: act.doneAt, facts: JSON.stringify(act.facts) }
  return (await sql.run(tx, 'insert-act', row)) === 1
}

const ActRow = z.object({
  id: z.string(),
  kind: z.string(),
  facts: Facts,
  done_by: z.string(),
  witness: z.string().nullable(),
  done_at: at,
})

export async function actsOfSitting(tx: Tx, sittingId: string): Promise<DoneAct[]> {
  return (await sql.many(tx, 'acts-of-sitting', { sittingId }, ActRow)).map(row => ({
    sittingId,
    actId: row.id,
    kind: row.kind,
    facts: row.facts,
    doneBy: row.done_by,
    witness: row.witness,
    doneAt: row.done_at,
  }))
}

const HaltRow = z
  .object({
    id: z.string(),
    kind: z.enum(['pause', 'fault']),
    room_label: z.string().nullable(),
    reason: z.string(),
    note: z.string(),
    from_at: at,
    from_by: z.string(),
    to_at: at.nullable(),
    outcome: z.enum(['resumed', 'stopped']).nullable(),
  })
  .transform(row => ({
    haltId: row.id,
    kind: row.kind,
    roomLabel: row.room_label,
    reason: row.reason,
    note: row.note,
    fromAt: row.from_at,
    fromBy: row.from_by,
    toAt: row.to_at,
    outcome: row.outcome,
  }))
export type Halt = z.output<typeof HaltRow>

export async function insertHalt(
  tx: Tx,
  halt: Pick<Halt, 'haltId' | 'kind' | 'roomLabel' | 'reason' | 'note'> & {
    readonly sittingId: string
    readonly by: string
    readonly now: Instant
  },
): Promise<void> {
  await sql.run(tx, 'insert-halt', halt)
}

export function haltsOfSitting(tx: Tx, sittingId: string): Promise<Halt[]> {
  return sql.many(tx, 'halts-of-sitting', { sittingId }, HaltRow)
}

export async function endHalt(
  tx: Tx,
  end: { readonly sittingId: string; readonly haltId: string; readonly outcome: 'resumed' | 'stopped'; readonly now: Instant },
): Promise<void> {
  await sql.run(tx, 'end-halt', end)
}

const CreditRow = z
  .object({
    sitting_id: z.string(),
    id: z.string(),
    scope: z.enum(['person', 'room', 'site']),
    room_label: z.string().nullable(),
    candidate_ref: z.string().nullable(),
    cause: z.string(),
    from_at: at,
    to_at: at,
    note: z.string(),
    state: z.enum(['proposed', 'granted', 'declined']),
    proposed_by: z.string(),
    proposed_at: at,
    decided_by: z.string().nullable(),
    witness: z.string().nullable(),
    decided_at: at.nullable(),
  })
  .transform(row => ({
    sittingId: row.sitting_id,
    creditId: row.id,
    scope: row.scope,
    roomLabel: row.room_label,
    candidateRef: row.candidate_ref,
    cause: row.cause,
    fromAt: row.from_at,
    toAt: row.to_at,
    note: row.note,
    state: row.state,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by,
    witness: row.witness,
    decidedAt: row.decided_at,
  }))
/** Time to be given back, with its decision. */
export type HallCredit = z.output<typeof CreditRow>

/** False when it was proposed before. */
export async function insertHallCredit(tx: Tx, credit: HallCredit): Promise<boolean> {
  return (await sql.run(tx, 'insert-hall-credit', credit)) === 1
}

export function lockHallCredit(tx: Tx, sittingId: string, creditId: string): Promise<HallCredit | undefined> {
  return sql.maybe(tx, 'lock-hall-credit', { sittingId, creditId }, CreditRow)
}

export async function decideHallCredit(
  tx: Tx,
  decision: {
    readonly sittingId: string
    readonly creditId: string
    readonly state: 'granted' | 'declined'
    readonly decidedBy: string
    readonly witness: string | null
    readonly now: Instant
  },
): Promise<void> {
  await sql.run(tx, 'decide-hall-credit', decision)
}

export function creditsOfSitting(tx: Tx, sittingId: string): Promise<HallCredit[]> {
  return sql.many(tx, 'credits-of-sitting', { sittingId }, CreditRow)
}

const MalpracticeRow = z
  .object({
    id: z.string(),
    candidate_ref: z.string(),
    reason: z.string(),
    note: z.string(),
    stopped: z.boolean(),
    recorded_by: z.string(),
    witness: z.string(),
    recorded_at: at,
  })
  .transform(row => ({
    id: row.id,
    candidateRef: row.candidate_ref,
    reason: row.reason,
    note: row.note,
    stopped: row.stopped,
    by: row.recorded_by,
    witness: row.witness,
    at: row.recorded_at,
  }))
export type MalpracticeRecord = z.output<typeof MalpracticeRow>

export async function insertMalpractice(tx: Tx, sittingId: string, record: MalpracticeRecord): Promise<void> {
  const { at: now, ...rest } = record
  await sql.run(tx, 'insert-malpractice', { sittingId, ...rest, now })
}

export function malpracticeOfSitting(tx: Tx, sittingId: string): Promise<MalpracticeRecord[]> {
  return sql.many(tx, 'malpractice-of-sitting', { sittingId }, MalpracticeRow)
}

export async function insertHelpCall(tx: Tx, call: AttemptPlace & { readonly id: string; readonly now: Instant }): Promise<void> {
  await sql.run(tx, 'insert-help-call', call)
}

const CallRow = z.object({ id: z.string(), attempt_id: z.string(), called_at: at })

/** Raised hands that nobody has answered, the oldest first. */
export async function openHelpCalls(
  tx: Tx,
  sittingId: string,
): Promise<{ readonly callId: string; readonly attemptId: string; readonly calledAt: Instant }[]> {
  return (await sql.many(tx, 'open-help-calls', { sittingId }, CallRow)).map(row => ({
    callId: row.id,
    attemptId: row.attempt_id,
    calledAt: row.called_at,
  }))
}

/** False when it was answered before. */
export async function settleHelpCall(
  tx: Tx,
  settled: { readonly sittingId: string; readonly callId: string; readonly by: string; readonly now: Instant },
): Promise<boolean> {
  return (await sql.run(tx, 'settle-help-call', settled)) === 1
}
