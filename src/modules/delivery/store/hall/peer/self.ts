import { z } from 'zod'
import { type Instant, instant } from '../../../../../kernel/instant.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { sqlFile } from '../../../../../platform/db/sql.ts'
import type { KnownDisk } from '../../../core/protocol/pair/numbers.ts'

const sql = sqlFile(import.meta.url, './self.sql')
const SelfRow = z
  .object({
    server_name: z.enum(['A', 'B']),
    disk_id: z.string(),
    number: z.number(),
    paired: z.boolean(),
    in_step: z.boolean(),
    peer_disk_id: z.string().nullable(),
    peer_seen_at: z
      .number()
      .transform(ms => instant(ms))
      .nullable(),
  })
  .transform(row => ({
    serverName: row.server_name,
    diskId: row.disk_id,
    number: row.number,
    paired: row.paired,
    inStep: row.in_step,
    peerDiskId: row.peer_disk_id,
    peerSeenAt: row.peer_seen_at,
  }))
/** What this server knows of itself and of its peer. */
export type ServerSelf = z.output<typeof SelfRow>
const DiskRow = z.object({ name: z.string(), diskId: z.string(), number: z.number() })

/** Undefined where no site is kept (the centre), and before a site server's first start. */
export function findSelf(tx: Tx): Promise<ServerSelf | undefined> {
  return sql.maybe(tx, 'find-self', {}, SelfRow)
}

export async function putSelf(tx: Tx, self: ServerSelf): Promise<void> {
  await sql.run(tx, 'put-self', self)
}

/** Every disk of either server that this one has met, its own included. */
export function knownDisks(tx: Tx): Promise<KnownDisk[]> {
  return sql.many(tx, 'known-disks', {}, DiskRow)
}

export async function putDisk(tx: Tx, disk: KnownDisk, now: Instant): Promise<void> {
  await sql.run(tx, 'put-disk', { ...disk, now })
}

/** The sealed pair key of the package a sitting belongs to; undefined where no site keeps the sitting. */
export async function sealedPairKey(tx: Tx, sittingId: string): Promise<string | undefined> {
  const row = await sql.maybe(tx, 'pair-key-of-sitting', { sittingId }, z.object({ pair_key_sealed: z.string() }))
  return row?.pair_key_sealed
}

/** Whether replies tell how far the peer has confirmed the attempts of a sitting. */
export async function markPaired(tx: Tx, sittingId: string, paired: boolean): Promise<void> {
  await sql.run(tx, 'mark-paired', { sittingId, paired })
}
