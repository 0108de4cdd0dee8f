import { instant } from '../../src/kernel/instant.ts'
import type { ResponseEvent } from '../../src/modules/delivery/contract.ts'
import { tokenHash } from '../../src/modules/delivery/actions/open-next-epoch.ts'
import { saveEvents } from '../../src/modules/delivery/store/save-events.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Seat } from '../../prove/hall/open-hall.ts'
import { eventOf } from './load.ts'

export type RawOrder = {
  readonly seats: readonly Seat[]
  /** The number of the first event; nothing before it is missing. */ readonly firstSeq: number
  /** Events of one save. */ readonly events: number
  readonly warmUpMs?: number
  readonly runMs: number
}
export type RawRate = { readonly savesPerSecond: number; readonly lastSeq: readonly number[] }

/** Writers without HTTP: the same statement in the same groups; each waits for its commit before it saves again. */
export async function rawRate(database: Database, { seats, firstSeq, events, warmUpMs = 0, runMs }: RawOrder): Promise<RawRate> {
  const measureFrom = performance.now() + warmUpMs
  const until = measureFrom + runMs
  let measured = 0
  const lastSeq = await Promise.all(
    seats.map(async ({ sittingId, attemptId, token }) => {
      const who = { sittingId, attemptId, tokenEpoch: 1, tokenHash: tokenHash(token), epoch: 1 }
      let seq = firstSeq
      while (performance.now() < until) {
        const batch = batchFrom(seq, events)
        const saved = await saveEvents(database, { ...who, receivedAt: instant(Date.now()), events: batch })
        seq += events
        if (saved.kind !== 'stored' || saved.storedThrough !== seq - 1) throw new Error(`a save came to nothing: ${JSON.stringify(saved)}`)
        if (performance.now() >= measureFrom) measured += 1
      }
      return seq - 1
    }),
  )
  return { savesPerSecond: measured / (runMs / 1000), lastSeq }
}

function batchFrom(firstSeq: number, events: number): ResponseEvent[] {
  return Array.from({ length: events }, (_, at) => eventOf(firstSeq + at))
}
