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
const ReleaseRow = z
  .object({
    item_version_id: z.string(),
    task: z.string(),
    document: z.string(),
    ground: z.string(),
    seeds: z.number().int(),
    steps: z.number().int(),
    foreign_percent: z.number().int(),
  })
  .transform(({ item_version_id: itemVersionId, foreign_percent: foreign, ...row }): KeptRelease => ({ ...row, itemVersionId, foreign }))

/** On whose word a version of an item is in operation, and what its world is played with. */
export type KeptRelease = {
  readonly itemVersionId: string
  readonly task: string
  readonly document: string
  readonly ground: string
  readonly seeds: number
  readonly steps: number
  readonly foreign: number
}

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

/** Remembers on whose word a version was released; the first release stands, as the content of a version does. */
export async function linkGates(
  tx: Tx,
  release: { readonly itemVersionId: string; readonly task: string; readonly ground: string; readonly document: string },
  now: Instant,
): Promise<void> {
  await sql.run(tx, 'link-gates', { ...release, now })
}

/** The releases of those versions that are tasks of the laboratory. */
export function releasesOfVersions(tx: Tx, itemVersionIds: readonly string[]): Promise<KeptRelease[]> {
  return sql.many(tx, 'releases-of-versions', { itemVersionIds }, ReleaseRow)
}
