import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { openNextEpoch } from '../../src/modules/delivery/actions/open-next-epoch.ts'
import { type AttemptId, type SittingId, deliveryRefusals } from '../../src/modules/delivery/contract.ts'
import { aPackage } from '../../src/modules/delivery/fixtures.ts'
import { installPackage, prepareAttempt } from '../../src/modules/delivery/index.ts'
import { deliveryRoutes } from '../../src/modules/delivery/routes/delivery-routes.ts'
import { lockAttempt, saveProgress } from '../../src/modules/delivery/store/attempts.ts'
import { realClock } from '../../src/platform/clock.ts'
import { type Ports, systemContext } from '../../src/platform/context.ts'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts'
import { moduleOrder } from '../../src/platform/db/module-order.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { newId } from '../../src/platform/id.ts'
import { jobs } from '../../src/platform/jobs.ts'
import { openKeys } from '../../src/platform/keys.ts'
import { createLog } from '../../src/platform/log.ts'
import { openSolver } from '../../src/platform/solver/solver.ts'

export type Seat = { readonly attemptId: AttemptId; readonly token: string }
/** The delivery routes over an embedded server with durable settings. */
export type Hall = { readonly ports: Ports; readonly port: number; close(): Promise<void> }

type Order = {
  readonly folder: string
  /** 0 for a free one. */ readonly port: number
  /** What stands between the routes and the database: a planted defect, or nothing. */
  readonly around?: (database: Database) => Database
}

export async function openHall({ folder, port, around = database => database }: Order): Promise<Hall> {
  const server = await startEmbedded(folder)
  const log = createLog('silent')
  const database = openDatabase({ config: server.config, log })
  await migrate(database.pool, readMigrations(fileURLToPath(new URL('../../src/modules', import.meta.url)), moduleOrder()))
  const keys = openKeys(folder)
  const files = openFileStore(folder, keys)
  const ports: Ports = { database: around(database), keys, files, jobs, clock: realClock(), log, solver: openSolver() }
  const app = await createServer({
    routes: deliveryRoutes,
    refusals: deliveryRefusals,
    ports,
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  const address = new URL(await app.listen({ port, host: '127.0.0.1' }))
  return {
    ports,
    port: Number(address.port),
    async close() {
      await app.close()
      await database.end()
      await server.stop()
    },
  }
}

/** A paper of a hundred items, ready to be played. */
export async function installPaper(ports: Ports): Promise<string> {
  const paper = aPackage(text => createHash('sha256').update(text).digest('hex'), { single: 60, multiple: 20, trueFalse: 20 }, newId())
  await ports.database.transact(tx => installPackage(tx, systemContext(ports, 'bench'), paper))
  return paper.packageId
}

/** A running attempt with its token, as if somebody had entered and started. */
export function seatOne(
  ports: Ports,
  { sittingId, packageId }: { readonly sittingId: SittingId; readonly packageId: string },
): Promise<Seat> {
  const ctx = systemContext(ports, 'bench')
  return ports.database.transact(async tx => {
    const made = await prepareAttempt(tx, ctx, {
      sittingId,
      packageId,
      candidateRef: newId(),
      ticketNumber: newId(),
      maskedName: '考*',
      roomLabel: '1',
      seatLabel: '1',
      rules: { opensAt: ctx.now },
    })
    if (!made.ok) throw new Error(made.refusal.code)
    const attempt = await lockAttempt(tx, { sittingId, attemptId: made.value.attemptId })
    if (!attempt) throw new Error('the attempt is gone')
    const opened = await openNextEpoch(tx, ctx, attempt)
    await saveProgress(tx, { ...opened.attempt, state: 'running', startedAt: ctx.now, startRef: newId() })
    return { attemptId: attempt.attemptId, token: opened.token }
  })
}
