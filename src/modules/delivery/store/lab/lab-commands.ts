import { z } from 'zod'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { type CommandMark, type CommandPlace, CommandValue } from '../../core/paper/lab/command.ts'
import type { AttemptPlace } from '../attempts.ts'

const sql = sqlFile(import.meta.url, './lab-commands.sql')
const Place = z.object({ epoch: z.number(), seq: z.number() })
const MarkRow = Place.extend({ after: Place.nullable() })
const CommandRow = Place.extend({ value: CommandValue })

/** The commands of one item that may count, without what they say. */
export function commandMarks(tx: Tx, { sittingId, attemptId }: AttemptPlace, itemId: string): Promise<CommandMark[]> {
  return sql.many(tx, 'command-marks', { sittingId, attemptId, itemId }, MarkRow)
}

export type StoredCommand = CommandPlace & { readonly value: CommandValue }

/** The commands at these places, in the order of their identities. */
export function commandsAt(tx: Tx, { sittingId, attemptId }: AttemptPlace, places: readonly CommandPlace[]): Promise<StoredCommand[]> {
  const at = { epochs: places.map(place => place.epoch), seqs: places.map(place => place.seq) }
  return sql.many(tx, 'commands-at', { sittingId, attemptId, ...at }, CommandRow)
}

/** The items of an attempt in whose worlds something was done. */
export async function itemsWithCommands(tx: Tx, { sittingId, attemptId }: AttemptPlace): Promise<string[]> {
  const rows = await sql.many(tx, 'items-with-commands', { sittingId, attemptId }, z.object({ item_id: z.string() }))
  return rows.map(row => row.item_id)
}

/** The attempts of a sitting in whose worlds something was done. */
export async function attemptsWithCommands(tx: Tx, sittingId: string): Promise<string[]> {
  const rows = await sql.many(tx, 'attempts-with-commands', { sittingId }, z.object({ attempt_id: z.string() }))
  return rows.map(row => row.attempt_id)
}
