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
  sealed: z.boolean(),
  open: z.boolean().nullable(),
  current_epoch: z.number(),
  ends_at: z.number().nullable(),
  stored_through: z.number(),
  clashes: z.number(),
  unseen: z.number(),
})

/** What the statement found and did, after its commit. */
export type Saved =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'shut'; readonly why: 'not-started' | 'time-is-up' | 'attempt-over' }
  | {
      readonly kind: 'stored'
      readonly storedThrough: number
      readonly currentEpoch: number
      readonly endsAt: number
      readonly clashes: number
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
  if (row === undefined) return { kind: 'unknown' }
  if (row.open !== true || row.ends_at === null) return { kind: 'shut', why: whyShut(row) }
  // another server process stored the same events in the same moment: now they are visible and can be compared
  if (row.unseen > 0) return (await saveGroup(database, [save]))[0] ?? { kind: 'unknown' }
  return { kind: 'stored', storedThrough: row.stored_through, currentEpoch: row.current_epoch, endsAt: row.ends_at, clashes: row.clashes }
}

function whyShut(row: z.infer<typeof SavedRow>): 'not-started' | 'time-is-up' | 'attempt-over' {
  if (row.state === 'ready') return 'not-started'
  return row.state === 'running' && !row.sealed ? 'time-is-up' : 'attempt-over'
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
    digest: digestOf(event),
  }))
}

function digestOf(event: ResponseEvent): string {
  return hash('sha256', eventText(event), 'base64url')
}
