import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SittingId } from '../../src/modules/delivery/contract.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/id.ts'
import { type Seat, installPaper, openHall, seatMany } from '../../prove/hall/open-hall.ts'

/** A hall in a folder of its own, with one sitting. */
export type BenchHall = {
  readonly database: Database
  readonly port: number
  readonly sittingId: SittingId
  /** Running attempts with a token each, as if everybody had entered and started. */
  seat(count: number): Promise<Seat[]>
  /** Events of these seats that stand in the table. */
  countStored(seats: readonly Seat[]): Promise<number>
  close(): Promise<void>
}

export async function openBenchHall(): Promise<BenchHall> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-bench-'))
  chmodSync(folder, 0o755)
  const { ports, port, close } = await openHall({ folder, port: 0 })
  const { database } = ports
  const sittingId = newId() as SittingId
  const packageId = await installPaper(ports)
  return {
    database,
    sittingId,
    port,
    seat: count => seatMany(ports, { sittingId, packageId }, count),
    async countStored(seats) {
      const values = [sittingId, seats.map(seat => seat.attemptId)]
      const { rows } = await database.statement({
        text: 'select count(*)::int as n from response_event where sitting_id = $1 and attempt_id = any($2::uuid[])',
        values,
      })
      return Number(rows[0]?.['n'])
    },
    async close() {
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
