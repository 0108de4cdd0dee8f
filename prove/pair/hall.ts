import { hash } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import pg from 'pg'
import { type Instant, instant } from '../../src/kernel/instant.ts'
import { installPapers, installRoster } from '../../src/modules/delivery/actions/hall/install.ts'
import type { SiteRoster } from '../../src/modules/delivery/contract.ts'
import { PACKAGE, SITTING, aRoster, thePapers, ticketOf } from '../../src/modules/delivery/fixtures.ts'
import { realClock } from '../../src/platform/clock.ts'
import { type Ports, systemContext } from '../../src/platform/context.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { attachEmbedded } from '../../src/platform/db/embedded.ts'
import { openKeys } from '../../src/platform/keys.ts'
import { createLog } from '../../src/platform/log.ts'
import { jobs } from '../../src/platform/jobs.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { openSolver } from '../../src/platform/solver/solver.ts'

export const PASS = '白鹭-拂晓-三十七'
export const ROOM = '第一考场'
export { SITTING, ticketOf }

/** One room with so many candidates and a few spare seats; the sitting has just opened. */
export function hallRoster(seats: number, passVerifier: string, opensAt: Instant = instant(Date.now() - 60_000)): SiteRoster {
  const labels = Array.from({ length: seats }, (_, at) => String(at + 1))
  const roster = aRoster(passVerifier, { opensAt })
  const [first] = roster.candidates
  if (!first) throw new Error('a roster without candidates')
  return {
    ...roster,
    rooms: [{ roomLabel: ROOM, seats: labels, spareSeats: ['备1', '备2', '备3', '备4'] }],
    candidates: labels.map((seatLabel, at) => ({
      ...first,
      faceJpegBase64: null,
      packageId: PACKAGE,
      candidateRef: `candidate-${at + 1}`,
      ticketNumber: ticketOf(at + 1),
      roomLabel: ROOM,
      seatLabel,
    })),
  }
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

/** Puts a plain roster and, with `papers`, plain papers into the database of a running server: no package is unsealed here. */
export async function installPlainly(folder: string, roster: SiteRoster, papers = true): Promise<void> {
  const config = attachEmbedded(folder)
  if (!config) throw new Error(`no database runs in ${folder}`)
  const log = createLog('silent')
  const database = openDatabase({ config, log })
  const keys = openKeys(folder)
  const files = openFileStore(folder, keys)
  const solver = openSolver()
  const ports: Ports = { database, keys, files, jobs, log, solver, clock: realClock() }
  try {
    await database.transact(async tx => {
      const ctx = systemContext(ports, 'prove')
      const taken = await installRoster(tx, ctx, roster)
      if (!taken.ok) throw new Error(taken.refusal.code)
      const opened = papers
        ? await installPapers(
            tx,
            ctx,
            thePapers(text => hash('sha256', text, 'hex')),
          )
        : taken
      if (!opened.ok) throw new Error(opened.refusal.code)
    })
  } finally {
    await solver.close()
    await database.end()
  }
}

/** Reads the tables of a server itself, beside the server. */
export async function withTables<T>(folder: string, read: (client: pg.Client) => Promise<T>): Promise<T> {
  const config = attachEmbedded(folder)
  if (!config) throw new Error(`no database runs in ${folder}`)
  const client = new pg.Client(config as pg.ClientConfig)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await read(client)
  } finally {
    await client.end()
  }
}
