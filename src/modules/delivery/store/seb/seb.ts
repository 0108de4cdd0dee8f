import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import type { AttemptId, SittingId } from '../../core/attempt/attempt.ts'
import { AttemptRules } from '../../core/attempt/rules.ts'
import type { IntegrityLock, LockCause } from '../../core/seb/lock.ts'
import type { AttemptPlace } from '../attempts.ts'

const sql = sqlFile(import.meta.url, './seb.sql')
const SittingRow = z.object({ sealed: z.string() })
const RulesRow = z.object({ rules: AttemptRules })
const NonceRow = z.object({
  epoch: z.number(),
  ip: z.string(),
  valid_until: z.number(),
  used_at: z.number().nullable(),
  via: z.enum(['header', 'script']).nullable(),
})
const LockRow = z.object({
  id: z.string(),
  attempt_id: z.string(),
  epoch: z.number(),
  cause: z.enum(['missing', 'wrong-config', 'wrong-browser']),
  locked_at: z.number(),
})

/** False when the sitting has a configuration already: another one would lock out whoever holds the first file. */
export async function putSebSitting(
  tx: Tx,
  made: { readonly sittingId: SittingId; readonly sealed: string; readonly now: Instant },
): Promise<boolean> {
  return (await sql.run(tx, 'put-seb-sitting', made)) === 1
}

export async function findSebSitting(tx: Tx, sittingId: SittingId): Promise<string | undefined> {
  return (await sql.maybe(tx, 'find-seb-sitting', { sittingId }, SittingRow))?.sealed
}

const MOST_REMEMBERED = 10_000
const remembered = new WeakMap<Database, Map<string, boolean>>()

/** Is the attempt played in Safe Exam Browser only? The rules of an attempt never change, so the hot path asks once. False for an unknown one. */
export async function requiresSeb(database: Database, place: AttemptPlace): Promise<boolean> {
  const known = remembered.get(database) ?? new Map<string, boolean>()
  remembered.set(database, known)
  const before = known.get(place.attemptId)
  if (before !== undefined) return before
  const [row] = (await sql.alone(database, 'rules-of-attempt', place)).rows
  if (row === undefined) return false
  const required = RulesRow.parse(row).rules.seb === 'required'
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(place.attemptId, required)
  return required
}

export type NoncePlace = AttemptPlace & { readonly nonceHash: string }

export async function insertNonce(
  tx: Tx,
  minted: NoncePlace & { readonly epoch: number; readonly ip: string; readonly now: Instant; readonly validUntil: Instant },
): Promise<void> {
  await sql.run(tx, 'insert-seb-nonce', minted)
}

/** A nonce as kept; `via` is set once a page was verified by it. */
export type StoredNonce = {
  readonly epoch: number
  readonly ip: string
  readonly validUntil: number
  readonly usedAt: number | null
  readonly via: 'header' | 'script' | null
}

export async function findNonce(tx: Tx, place: NoncePlace): Promise<StoredNonce | undefined> {
  const row = await sql.maybe(tx, 'find-seb-nonce', place, NonceRow)
  return row && { epoch: row.epoch, ip: row.ip, validUntil: row.valid_until, usedAt: row.used_at, via: row.via }
}

/** False when somebody else used it in the same moment. `via: null` spends it without a proof. */
export async function spendNonce(
  tx: Tx,
  used: NoncePlace & { readonly via: 'header' | 'script' | null; readonly ip: string; readonly now: Instant },
): Promise<boolean> {
  if ((await sql.run(tx, 'spend-seb-nonce', used)) !== 1) return false
  await sql.run(tx, 'note-attempt-news', { sittingId: used.sittingId, attemptId: used.attemptId })
  return true
}

export async function insertLock(
  tx: Tx,
  lock: AttemptPlace & {
    readonly id: string
    readonly epoch: number
    readonly cause: LockCause
    readonly ip: string
    readonly now: Instant
  },
): Promise<void> {
  await sql.run(tx, 'insert-seb-lock', lock)
  await sql.run(tx, 'note-attempt-news', { sittingId: lock.sittingId, attemptId: lock.attemptId })
}

export async function openLockOf(tx: Tx, place: AttemptPlace): Promise<IntegrityLock | undefined> {
  const row = await sql.maybe(tx, 'open-seb-lock-of-attempt', place, LockRow)
  return row && lockOf(row)
}

export async function openLocks(tx: Tx, sittingId: SittingId): Promise<(IntegrityLock & { readonly attemptId: AttemptId })[]> {
  const rows = await sql.many(tx, 'open-seb-locks', { sittingId }, LockRow)
  return rows.map(row => ({ ...lockOf(row), attemptId: row.attempt_id as AttemptId }))
}

/** Every lock of an attempt that stands. */
export async function closeLocks(
  tx: Tx,
  closed: AttemptPlace & {
    readonly now: Instant
    readonly unlockedBy: string
    readonly secondPerson: string
    readonly reason: string
    readonly creditMinutes: number
  },
): Promise<void> {
  await sql.run(tx, 'close-seb-lock', closed)
  await sql.run(tx, 'note-attempt-news', { sittingId: closed.sittingId, attemptId: closed.attemptId })
}

function lockOf(row: z.infer<typeof LockRow>): IntegrityLock {
  return { lockId: row.id, cause: row.cause, epoch: row.epoch, lockedAt: instant(row.locked_at) }
}
