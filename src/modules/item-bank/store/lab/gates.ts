import { z } from 'zod'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { GatesRecord } from '../../../lab/contract.ts'

const sql = sqlFile(import.meta.url, './gates.sql')
const columns = z.object({
  ground: z.string(),
  task: z.string(),
  task_version: z.number().int(),
  seeds: z.number().int(),
  steps: z.number().int(),
  foreign_percent: z.number().int(),
  fault_count: z.number().int(),
  faults: GatesRecord.shape.faults,
})
const GatesRow = columns.transform(recordOf)
const VersionGatesRow = columns
  .extend({ item_version_id: z.string() })
  .transform(row => ({ itemVersionId: row.item_version_id, said: recordOf(row) }))

function recordOf({ ground, task, task_version: version, seeds, steps, ...row }: z.output<typeof columns>): GatesRecord {
  return { task, version, ground, seeds, steps, foreign: row.foreign_percent, faultCount: row.fault_count, faults: row.faults }
}

/** Keeps what the gates said; the newest word about a ground stands. */
export async function putGates(tx: Tx, said: GatesRecord, now: Instant): Promise<void> {
  await sql.run(tx, 'put-gates', { ...said, faults: JSON.stringify(said.faults), now })
}

export function gatesOfGround(tx: Tx, ground: string): Promise<GatesRecord | undefined> {
  return sql.maybe(tx, 'gates-of-ground', { ground }, GatesRow)
}

/** Remembers on whose word a version is in operation; a later word about the same item on a newer build takes the place of the first. */
export async function linkGates(tx: Tx, release: { itemVersionId: string; ground: string }, now: Instant): Promise<void> {
  await sql.run(tx, 'link-gates', { ...release, now })
}

/** What the gates said of the tasks of some versions, by version. */
export async function gatesOfVersions(tx: Tx, itemVersionIds: readonly string[]): Promise<ReadonlyMap<string, GatesRecord>> {
  const rows = await sql.many(tx, 'gates-of-versions', { itemVersionIds }, VersionGatesRow)
  return new Map(rows.map(row => [row.itemVersionId, row.said]))
}
