import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { WorldPlace } from './worlds.ts'

const sql = sqlFile(import.meta.url, './exam-worlds.sql')

/** The ids of the commands that a world has answered, oldest first. */
export async function ownCommands(tx: Tx, place: WorldPlace): Promise<string[]> {
  const { ownerId, worldId } = place
  return (await sql.many(tx, 'own-commands', { ownerId, worldId }, z.object({ command_id: z.string() }))).map(row => row.command_id)
}

export type WorldLine = {
  readonly worldId: string
  readonly task: string
  readonly document: string
  readonly lastSeq: number
  readonly head: string
}

/** The worlds of an owner by their ids. */
export async function worldsOfOwner(tx: Tx, ownerId: string): Promise<WorldLine[]> {
  const Row = z.object({ world_id: z.string(), task: z.string(), task_hash: z.string(), last_seq: z.number(), head: z.string() })
  const rows = await sql.many(tx, 'worlds-of-owner', { ownerId }, Row)
  return rows.map(row => ({ worldId: row.world_id, task: row.task, document: row.task_hash, lastSeq: row.last_seq, head: row.head }))
}

/** How many commands of its person a world has answered, refused ones too. */
export async function countCommands(tx: Tx, { ownerId, worldId }: WorldPlace): Promise<number> {
  return (await sql.one(tx, 'count-commands', { ownerId, worldId }, z.object({ n: z.number() }))).n
}

/** Deletes a world with everything of it. */
export async function forgetWorld(tx: Tx, { ownerId, worldId }: WorldPlace): Promise<void> {
  const place = { ownerId, worldId }
  await sql.run(tx, 'forget-evidence', place)
  await sql.run(tx, 'forget-scores', place)
  await sql.run(tx, 'forget-snapshot', place)
  await sql.run(tx, 'forget-entries', place)
  await sql.run(tx, 'forget-events', place)
  await sql.run(tx, 'forget-world', place)
}
