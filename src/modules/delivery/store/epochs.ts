import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { AttemptId, SittingId } from '../core/attempt/attempt.ts'
import type { PlacedEvent } from '../core/events.ts'
import { CommandValue } from '../core/paper/lab/command.ts'
import type { AttemptPlace } from './attempts.ts'

const sql = sqlFile(import.meta.url, './epochs.sql')
const EpochRow = z.object({ epoch: z.number(), stored_through: z.number() })
const ReachRow = EpochRow.extend({ pair_through: z.number().nullable() })
const LateRow = z.object({ late: z.number() })
const LastSaveRow = z.object({ attempt_id: z.string(), saved_at: z.number() })
const Value = z.record(z.string(), z.unknown()).nullable()

const ResponseRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('respond'), item_id: z.string(), value: Value, epoch: z.number(), seq: z.number() }),
  z.object({ kind: z.literal('mark'), item_id: z.string(), value: z.boolean(), epoch: z.number(), seq: z.number() }),
  z.object({ kind: z.literal('command'), item_id: z.string(), value: CommandValue, epoch: z.number(), seq: z.number() }),
])
const eventParts = {
  item_id: z.string(),
  epoch: z.number(),
  seq: z.number(),
  client_ms: z.number(),
  received_at: z.number(),
  fenced: z.boolean(),
  late: z.boolean(),
}
const EventRow = z.discriminatedUnion('kind', [
  z.object({ ...eventParts, kind: z.literal('respond'), value: Value }),
  z.object({ ...eventParts, kind: z.literal('mark'), value: z.boolean() }),
  z.object({ ...eventParts, kind: z.literal('command'), value: CommandValue }),
])

/** One derived value of an attempt, with the identity of the event it comes from. */
export type StoredResponse =
  | {
      readonly kind: 'respond'
      readonly itemId: string
      readonly value: Readonly<Record<string, unknown>> | null
      readonly epoch: number
      readonly seq: number
    }
  | { readonly kind: 'mark'; readonly itemId: string; readonly value: boolean; readonly epoch: number; readonly seq: number }
  | { readonly kind: 'command'; readonly itemId: string; readonly value: CommandValue; readonly epoch: number; readonly seq: number }

export async function openEpoch(
  tx: Tx,
  opened: AttemptPlace & {
    readonly epoch: number
    readonly tokenHash: string
    readonly ip: string
    readonly now: Instant
    readonly origin: number
    /** The entry of the same page before this one. */
    readonly from: number | null
  },
): Promise<void> {
  await sql.run(tx, 'open-epoch', opened)
}

/** Is this the token of that epoch? Only its hash is stored. */
export async function isTokenOf(tx: Tx, holder: AttemptPlace & { readonly epoch: number; readonly tokenHash: string }): Promise<boolean> {
  return (await sql.maybe(tx, 'find-epoch', holder, EpochRow)) !== undefined
}

/** `pair` is null where one server keeps the sitting. */
export type EpochReach = { readonly epoch: number; readonly through: number; readonly pair: number | null }

export async function storedThroughOf(tx: Tx, place: AttemptPlace): Promise<EpochReach[]> {
  const rows = await sql.many(tx, 'epochs-of-attempt', place, ReachRow)
  return rows.map(row => ({ epoch: row.epoch, through: row.stored_through, pair: row.pair_through }))
}

/** From now on replies tell how far the peer has confirmed the attempts of this sitting. */
export async function pairSitting(tx: Tx, sittingId: SittingId): Promise<void> {
  await sql.run(tx, 'pair-sitting', { sittingId })
}

/** The peer has committed an epoch up to here; never further than it is stored here, and never back. */
export async function confirmPair(tx: Tx, reach: AttemptPlace & { readonly epoch: number; readonly through: number }): Promise<void> {
  const { sittingId, attemptId, epoch, through } = reach
  await sql.run(tx, 'confirm-pair', { sittingId, attemptId, epoch, through })
}

/** Events that came after the end. */
export async function lateCountOf(tx: Tx, place: AttemptPlace): Promise<number> {
  const { sittingId, attemptId } = place
  return (await sql.one(tx, 'count-late', { sittingId, attemptId }, LateRow)).late
}

/** From the commit of this on, every save is late; one under way is waited for. */
export async function sealEpochs(tx: Tx, place: AttemptPlace, now: Instant): Promise<void> {
  await sql.run(tx, 'seal-epochs', { ...place, now })
}

export async function responsesOf(tx: Tx, place: AttemptPlace): Promise<StoredResponse[]> {
  const rows = await sql.many(tx, 'responses-of-attempt', place, ResponseRow)
  return rows.map(({ item_id, ...row }) => ({ ...row, itemId: item_id }))
}

/** Read from the derived responses, of which there are far fewer than events. */
export async function lastSavesOf(tx: Tx, sittingId: SittingId): Promise<Map<AttemptId, Instant>> {
  const rows = await sql.many(tx, 'last-saves', { sittingId }, LastSaveRow)
  return new Map(rows.map(row => [row.attempt_id as AttemptId, instant(row.saved_at)]))
}

/** An event as it is stored, with its flags. */
export type KeptEvent = PlacedEvent & { readonly receivedAt: Instant; readonly fenced: boolean; readonly late: boolean }

export async function eventsOf(tx: Tx, place: AttemptPlace): Promise<KeptEvent[]> {
  const rows = await sql.many(tx, 'events-of-attempt', place, EventRow)
  return rows.map(({ item_id, client_ms, received_at, ...row }) => ({
    ...row,
    itemId: item_id,
    clientMs: client_ms,
    receivedAt: instant(received_at),
  }))
}
