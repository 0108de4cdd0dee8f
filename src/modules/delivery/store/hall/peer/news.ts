import { z } from 'zod'
import { instant } from '../../../../../kernel/instant.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { sqlFile } from '../../../../../platform/db/sql.ts'
import { ResponseEvent } from '../../../core/events.ts'
import {
  AttemptTold,
  BeatTold,
  HALL_ROWS,
  HALL_ROW_KINDS,
  type HallRows,
  MOST_ATTEMPTS_TOLD,
  MOST_BEATS_TOLD,
  MOST_ROWS_TOLD,
  type PeerEvent,
} from '../../../core/protocol/pair/wire.ts'

const sql = sqlFile(import.meta.url, './news.sql')
const NEWS = {
  acts: 'acts-with-news',
  halts: 'halts-with-news',
  credits: 'credits-with-news',
  malpractice: 'malpractice-with-news',
  incidents: 'incidents-with-news',
  calls: 'calls-with-news',
  moves: 'moves-with-news',
} as const
const TOLD = {
  acts: 'told-acts',
  halts: 'told-halts',
  credits: 'told-credits',
  malpractice: 'told-malpractice',
  incidents: 'told-incidents',
  calls: 'told-calls',
  moves: 'told-moves',
} as const
const FORGET = {
  reaches: 'forget-reaches',
  attempts: 'forget-attempts',
  acts: 'forget-acts',
  halts: 'forget-halts',
  credits: 'forget-credits',
  malpractice: 'forget-malpractice',
  incidents: 'forget-incidents',
  calls: 'forget-calls',
  moves: 'forget-moves',
  seb: 'forget-seb',
} as const
export type EpochKey = { readonly attemptId: string; readonly epoch: number }
const KeyRow = z.object({ attempt_id: z.string(), epoch: z.number() })

/** Entries of which the peer does not hold everything. */
export async function epochsWithNews(tx: Tx, sittingId: string): Promise<EpochKey[]> {
  const rows = await sql.many(tx, 'epochs-with-news', { sittingId }, KeyRow)
  return rows.map(row => ({ attemptId: row.attempt_id, epoch: row.epoch }))
}

const NewsRow = KeyRow.extend({
  seq: z.number(),
  item_id: z.string(),
  kind: z.string(),
  value: z.unknown(),
  client_ms: z.number(),
  received_at: z.number(),
  fenced: z.boolean(),
  stored_through: z.number(),
  pair_through: z.number(),
})
export type EventNews = PeerEvent & { readonly storedThrough: number; readonly pairThrough: number }

/** A stored event as it goes to the peer. */
export function peerEventOf(row: Omit<z.infer<typeof NewsRow>, 'stored_through' | 'pair_through'>): PeerEvent {
  const { attempt_id, epoch, received_at, fenced } = row
  const event = ResponseEvent.parse({ seq: row.seq, itemId: row.item_id, kind: row.kind, value: row.value, clientMs: row.client_ms })
  return { attemptId: attempt_id, epoch, receivedAt: instant(received_at), fenced, event }
}

/** What the peer has not confirmed of these entries, at most two hundred events of each. */
export async function eventsWithNews(tx: Tx, sittingId: string, keys: readonly EpochKey[]): Promise<EventNews[]> {
  const rows = JSON.stringify(keys.map(key => ({ attempt_id: key.attemptId, epoch: key.epoch })))
  const found = await sql.many(tx, 'events-with-news', { sittingId, rows }, NewsRow)
  return found.map(row => ({ ...peerEventOf(row), storedThrough: row.stored_through, pairThrough: row.pair_through }))
}

/** The peer has committed these entries up to here; never further than they are stored here, and never back. */
export async function confirmReaches(
  tx: Tx,
  sittingId: string,
  reaches: readonly (EpochKey & { readonly through: number })[],
): Promise<void> {
  const rows = JSON.stringify(reaches.map(({ attemptId, epoch, through }) => ({ attempt_id: attemptId, epoch, through })))
  if (reaches.length > 0) await sql.run(tx, 'confirm-reaches', { sittingId, rows })
}

const list = z
  .array(z.unknown())
  .nullable()
  .transform(rows => rows ?? [])
const AttemptRow = z.object({
  attempt_id: z.string(),
  news: z.number(),
  entry_code_mac: z.string().nullable(),
  entry_code_until: z.number().nullable(),
  entry_code_at: z.number().nullable(),
  entries: list,
  starts: list,
  closings: list,
  minutes: list,
  clashes: list,
  proofs: list,
  locks: list,
})

/** Attempts with acts that the peer has not confirmed: all their acts, which are few. */
export async function attemptsWithNews(tx: Tx, sittingId: string): Promise<AttemptTold[]> {
  const rows = await sql.many(tx, 'attempts-with-news', { sittingId, most: MOST_ATTEMPTS_TOLD }, AttemptRow)
  return rows.map(({ attempt_id, entry_code_mac: mac, entry_code_until: until, entry_code_at: at, ...acts }) =>
    AttemptTold.parse({ attemptId: attempt_id, entryCode: at === null ? null : { mac, until, at }, ...acts }),
  )
}

export async function toldAttempts(tx: Tx, sittingId: string, told: readonly AttemptTold[]): Promise<void> {
  const rows = JSON.stringify(told.map(({ attemptId, news }) => ({ id: attemptId, news })))
  if (told.length > 0) await sql.run(tx, 'told-attempts', { sittingId, rows })
}

/** Rows of the hall that the peer has not confirmed. */
export async function rowsWithNews(tx: Tx, sittingId: string): Promise<HallRows> {
  const found: Record<string, unknown[]> = {}
  for (const kind of HALL_ROW_KINDS) {
    const schema = z.object({ row: HALL_ROWS[kind] as z.ZodType })
    const rows = await sql.many(tx, NEWS[kind], { sittingId, most: MOST_ROWS_TOLD }, schema)
    found[kind] = rows.map(({ row }) => row)
  }
  return found as HallRows
}

export async function toldRows(tx: Tx, sittingId: string, told: HallRows): Promise<void> {
  for (const kind of HALL_ROW_KINDS) {
    const rows = told[kind].map(({ id, peer_news }) => ({ id, peer_news }))
    if (rows.length > 0) await sql.run(tx, TOLD[kind], { sittingId, rows: JSON.stringify(rows) })
  }
}

/** The peer came back with an empty disk: nothing that it confirmed counts any more. */
export async function forgetConfirmed(tx: Tx, sittingId: string): Promise<void> {
  for (const block of Object.values(FORGET)) await sql.run(tx, block, { sittingId })
}

/** Signs of life of machines after an instant, the oldest first. */
export function beatsSince(tx: Tx, sittingId: string, since: number): Promise<BeatTold[]> {
  return sql.many(tx, 'beats-since', { sittingId, since, most: MOST_BEATS_TOLD }, BeatTold)
}

const SebRow = z
  .object({ sealed: z.string(), made_at: z.number(), peer_news: z.number() })
  .transform(row => ({ sealed: row.sealed, madeAt: row.made_at, news: row.peer_news }))

/** The configuration of Safe Exam Browser of a sitting, sealed with the keys of this server, if the peer has not confirmed it. */
export function sebWithNews(tx: Tx, sittingId: string): Promise<z.output<typeof SebRow> | undefined> {
  return sql.maybe(tx, 'seb-with-news', { sittingId }, SebRow)
}

export async function toldSeb(tx: Tx, sittingId: string, news: number): Promise<void> {
  await sql.run(tx, 'told-seb', { sittingId, news })
}
