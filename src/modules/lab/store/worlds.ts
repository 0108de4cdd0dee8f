import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { TaskDocument } from '../core/task/document-schema.ts'
import type { Snapshot } from '../core/world/replay.ts'
import type { Mode, Pins, Setup } from '../core/world/state.ts'

const sql = sqlFile(import.meta.url, './worlds.sql')

/** Where a world stands: whose it is, and which. */
export type WorldPlace = { readonly ownerId: string; readonly worldId: string }

/** The head of a world: everything of it but its past. */
export type WorldHead = WorldPlace & {
  readonly institution: string | null
  readonly task: string
  readonly taskHash: string
  readonly mode: Mode
  readonly openedAt: Instant
  readonly touchedAt: Instant
  readonly lastSeq: number
  readonly lap: number
  /** How many entries its trace has. */
  readonly entries: number
  readonly head: string
}

const HeadColumns = z.object({
  owner_id: z.string(),
  world_id: z.string(),
  institution: z.string().nullable(),
  task: z.string(),
  task_hash: z.string(),
  mode: z.enum(['explore', 'guided', 'practice', 'module-quiz', 'final']),
  opened_at: z.number(),
  touched_at: z.number(),
  last_seq: z.number(),
  lap: z.number(),
  entries: z.number(),
  head: z.string(),
})
export const HeadRow = HeadColumns.transform(headOf)
const GroundRow = HeadColumns.extend({
  setup: z.string(),
  pins: z.string(),
  snapshot_seq: z.number().nullable(),
  snapshot_state: z.instanceof(Buffer).nullable(),
})

function headOf(row: z.output<typeof HeadColumns>): WorldHead {
  return {
    ownerId: row.owner_id,
    worldId: row.world_id,
    institution: row.institution,
    task: row.task,
    taskHash: row.task_hash,
    mode: row.mode,
    openedAt: instant(row.opened_at),
    touchedAt: instant(row.touched_at),
    lastSeq: row.last_seq,
    lap: row.lap,
    entries: row.entries,
    head: row.head,
  }
}

export type NewWorld = WorldPlace & {
  readonly institution: string | null
  readonly task: string
  readonly taskHash: string
  readonly setup: Setup
  readonly pins: Pins
  readonly now: Instant
}

/** Keeps a task under its hash; the same text is kept once. */
export async function putTask(tx: Tx, { hash, task, now }: { hash: string; task: TaskDocument; now: Instant }): Promise<void> {
  await sql.run(tx, 'put-document', { hash, content: JSON.stringify(task), now })
}

/** The task a world was opened with. Throws when it is not there: a world always keeps its own. */
export async function taskByHash(tx: Tx, hash: string): Promise<TaskDocument> {
  const { content } = await sql.one(tx, 'document', { hash }, z.object({ content: z.string() }))
  return JSON.parse(content) as TaskDocument
}

export async function insertWorld(tx: Tx, world: NewWorld): Promise<void> {
  const [setup, pins] = [JSON.stringify(world.setup), JSON.stringify(world.pins)]
  await sql.run(tx, 'insert-world', { ...world, mode: world.setup.mode, setup, pins })
}

export function findWorld(tx: Tx, place: WorldPlace): Promise<WorldHead | undefined> {
  return sql.maybe(tx, 'world', place, HeadRow)
}

/** What a world starts from, and on which build it was opened. */
export async function groundOfWorld(tx: Tx, place: WorldPlace): Promise<{ readonly setup: Setup; readonly pins: Pins }> {
  const row = await sql.one(tx, 'ground', place, z.object({ setup: z.string(), pins: z.string() }))
  return { setup: JSON.parse(row.setup) as Setup, pins: JSON.parse(row.pins) as Pins }
}

/** What a world is taken up from. */
export type WholeGround = { readonly head: WorldHead; readonly setup: Setup; readonly pins: Pins; readonly snapshot: Snapshot | null }

export async function wholeGround(tx: Tx, place: WorldPlace): Promise<WholeGround | undefined> {
  const row = await sql.maybe(tx, 'whole-ground', place, GroundRow)
  if (row === undefined) return undefined
  const { snapshot_seq: seq, snapshot_state: state } = row
  const snapshot = seq === null || state === null ? null : { seq, text: gunzipSync(state).toString('utf8') }
  return { head: headOf(row), setup: JSON.parse(row.setup) as Setup, pins: JSON.parse(row.pins) as Pins, snapshot }
}

/** The worlds of a person, newest first, two hundred at most. */
export function worldsOf(tx: Tx, ownerId: string): Promise<WorldHead[]> {
  return sql.many(tx, 'worlds-of', { ownerId }, HeadRow)
}
