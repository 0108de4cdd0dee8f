import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database, Rows } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { type ResponseEvent, eventText } from '../core/events.ts'
import type { AttemptPlace } from './attempts.ts'
import { groupCommit } from './group-commit.ts'

const sql = sqlFile(import.meta.url, './save-events.sql')
/** Small enough that the replies of one group are written while the next is on its way to the disk. */
const MOST_SAVES_PER_GROUP = 64

/** Events of one epoch, brought by the holder of a token. */
export type Save = AttemptPlace & {
  readonly tokenEpoch: number
  readonly tokenHash: string
  readonly epoch: number
  readonly receivedAt: Instant
  readonly events: readonly ResponseEvent[]
}

const SavedRow = z.object({
  attempt_id: z.string(),
  state: z.enum(['ready', 'running', 'handed-in', 'closed']),
  takes: z.boolean(),
  late: z.boolean(),
  current_epoch: z.number(),
  ends_at: z.number().nullable(),
  stored_through: z.number(),
  pair_through: z.number().nullable(),
  clashes: z.number(),
  unseen: z.number(),
})

/** What the statement found and did, after its commit. */
export type Saved =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'shut'; readonly why: 'not-started' | 'attempt-over' }
  | {
      readonly kind: 'stored'
      readonly storedThrough: number
      readonly currentEpoch: number
      readonly endsAt: number
      readonly clashes: number
      /** How far the peer holds the epoch too; null where one server keeps the sitting. */
      readonly pairThrough: number | null
      /** It came after the end: kept, and not counted. */
      readonly late: boolean
    }

const lines = new WeakMap<Database, (save: Save) => Promise<Saved>>()

/** Saves durably, in a group with whatever else arrives meanwhile; resolves after the commit. */
export function saveEvents(database: Database, save: Save): Promise<Saved> {
  let line = lines.get(database)
  if (!line) {
    line = groupCommit<Save, Saved>({
      run: group => saveGroup(database, group),
      laneOf: one => one.sittingId,
      keyOf: one => one.attemptId,
      mostPerGroup: MOST_SAVES_PER_GROUP,
    })
    lines.set(database, line)
  }
  return line(save)
}

/** One statement for a whole group, in which each attempt stands once. Exported so that a second process can be played in tests. */
export async function saveGroup(database: Database, group: readonly Save[]): Promise<Saved[]> {
  const outcome = await sql.alone(database, 'save-events', { rows: JSON.stringify(group.flatMap(rowsOf)) })
  const found = savedByAttempt(outcome)
  return Promise.all(group.map(save => savedOf(database, save, found.get(save.attemptId))))
}

function savedByAttempt(outcome: Rows): Map<string, z.infer<typeof SavedRow>> {
  return new Map(outcome.rows.map(row => SavedRow.parse(row)).map(row => [row.attempt_id, row]))
}

async function savedOf(database: Database, save: Save, row: z.infer<typeof SavedRow> | undefined): Promise<Saved> {
  if (row === undefined) return (await adoptEpoch(database, save)) ? again(database, save) : { kind: 'unknown' }
  if (!row.takes || row.ends_at === null) return { kind: 'shut', why: row.state === 'ready' ? 'not-started' : 'attempt-over' }
  // another server process stored the same events in the same moment: now they are visible and can be compared
  if (row.unseen > 0) return again(database, save)
  return {
    kind: 'stored',
    storedThrough: row.stored_through,
    pairThrough: row.pair_through,
    currentEpoch: row.current_epoch,
    endsAt: row.ends_at,
    clashes: row.clashes,
    late: row.late,
  }
}

async function again(database: Database, save: Save): Promise<Saved> {
  return (await saveGroup(database, [save]))[0] ?? { kind: 'unknown' }
}

/** True when an older entry, which this server had not heard of, was taken in on the word of a newer token. */
async function adoptEpoch(database: Database, save: Save): Promise<boolean> {
  if (save.epoch >= save.tokenEpoch) return false
  const { sittingId, attemptId, epoch, tokenEpoch, tokenHash, receivedAt } = save
  return database.transact(
    async tx => (await sql.run(tx, 'adopt-epoch', { sittingId, attemptId, epoch, tokenEpoch, tokenHash, receivedAt })) === 1,
  )
}

function rowsOf(save: Save): Readonly<Record<string, unknown>>[] {
  return save.events.map(event => ({
    sitting_id: save.sittingId,
    attempt_id: save.attemptId,
    token_epoch: save.tokenEpoch,
    token_hash: save.tokenHash,
    epoch: save.epoch,
    received_at: save.receivedAt,
    seq: event.seq,
    item_id: event.itemId,
    kind: event.kind,
    value: event.value,
    client_ms: event.clientMs,
    digest: eventDigest(event),
  }))
}

/** What is compared when the same number arrives twice. */
export function eventDigest(event: ResponseEvent): string {
  return hash('sha256', eventText(event), 'base64url')
}
