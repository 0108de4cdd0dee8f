import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
import { openSolver } from '../../src/platform/solver/solver.ts'
import { jobs } from '../../src/platform/jobs.ts'
import { openKeys } from '../../src/platform/keys.ts'
import { createLog } from '../../src/platform/log.ts'

export type Seat = { readonly attemptId: AttemptId; readonly token: string }

/** The embedded server with durable settings, the delivery routes over it, and one sitting. */
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
  const server = await startEmbedded(folder)
  const log = createLog('silent')
  const database = openDatabase({ config: server.config, log })
  await migrate(database.pool, readMigrations(fileURLToPath(new URL('../../src/modules', import.meta.url)), moduleOrder()))
  const keys = openKeys(folder)
  const ports: Ports = { database, keys, files: openFileStore(folder, keys), jobs, clock: realClock(), log, solver: openSolver() }
  const app = await createServer({
    routes: deliveryRoutes,
    refusals: deliveryRefusals,
    ports,
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const sittingId = newId() as SittingId
  const packageId = await installPaper(ports)
  return {
    database,
    sittingId,
    port: Number(address.port),
    async seat(count) {
      const seats: Seat[] = []
      for (let i = 0; i < count; i++) seats.push(await seatOne(ports, { sittingId, packageId }))
      return seats
    },
    async countStored(seats) {
      const values = [sittingId, seats.map(seat => seat.attemptId)]
      const { rows } = await database.statement({
        text: 'select count(*)::int as n from response_event where sitting_id = $1 and attempt_id = any($2::uuid[])',
        values,
      })
      return Number(rows[0]?.['n'])
    },
    async close() {
      await app.close()
      await database.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function installPaper(ports: Ports): Promise<string> {
  const paper = aPackage(text => createHash('sha256').update(text).digest('hex'), { single: 60, multiple: 20, trueFalse: 20 }, newId())
  await ports.database.transact(tx => installPackage(tx, systemContext(ports, 'bench'), paper))
  return paper.packageId
}

function seatOne(ports: Ports, { sittingId, packageId }: { readonly sittingId: SittingId; readonly packageId: string }): Promise<Seat> {
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
