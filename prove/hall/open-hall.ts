import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { openNextEpoch } from '../../src/modules/delivery/actions/open-next-epoch.ts'
import { type AttemptId, type AttemptRules, type SittingId, deliveryRefusals } from '../../src/modules/delivery/contract.ts'
import { aPackage, aPracticalPackage } from '../../src/modules/delivery/fixtures.ts'
import { installPackage, prepareAttempt } from '../../src/modules/delivery/index.ts'
import { deliveryRoutes } from '../../src/modules/delivery/routes/delivery-routes.ts'
import { lockAttempt, saveProgress } from '../../src/modules/delivery/store/attempts.ts'
import { labRefusals } from '../../src/modules/lab/contract.ts'
import { examDocumentOf, keepExamDocument } from '../../src/modules/lab/index.ts'
import { type Clock, realClock } from '../../src/platform/clock.ts'
import { type Ctx, type Ports, systemContext } from '../../src/platform/context.ts'
import { type Database, type Tx, openDatabase } from '../../src/platform/db/database.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts'
import { moduleOrder } from '../../src/platform/db/module-order.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { newId } from '../../src/platform/id.ts'
import { jobs, prepareJobs } from '../../src/platform/jobs.ts'
import { openKeys } from '../../src/platform/keys.ts'
import { createLog } from '../../src/platform/log.ts'
import { openSolver } from '../../src/platform/solver/solver.ts'

/** Who sits where, with the token of their first entry. */
export type Seat = {
  readonly sittingId: SittingId
  readonly attemptId: AttemptId
  readonly ticketNumber: string
  readonly token: string
}
/** The delivery routes over an embedded server with durable settings. */
export type Hall = { readonly ports: Ports; readonly port: number; close(): Promise<void> }

type Order = {
  readonly folder: string
  /** 0 for a free one. */ readonly port: number
  /** What stands between the routes and the database: a planted fault, or nothing. */
  readonly around?: (database: Database) => Database
  /** Opened once the database stands. */
  readonly clock?: () => Clock
  /** Options of every connection, as PostgreSQL takes them. */
  readonly settings?: string
  /** Pages beside the routes. */
  readonly mount?: (app: FastifyInstance) => void
}

export async function openHall({ folder, port, around = database => database, clock = realClock, settings, mount }: Order): Promise<Hall> {
  const server = await startEmbedded(folder)
  const log = createLog('silent')
  const database = openDatabase({ config: settings === undefined ? server.config : { ...server.config, options: settings }, log })
  await migrate(database.pool, readMigrations(fileURLToPath(new URL('../../src/modules', import.meta.url)), moduleOrder()))
  await prepareJobs(database)
  const keys = openKeys(folder)
  const ports: Ports = {
    database: around(database),
    keys,
    files: openFileStore(folder, keys),
    jobs,
    clock: clock(),
    log,
    solver: openSolver(),
  }
  const app = await createServer({
    routes: deliveryRoutes,
    refusals: { ...deliveryRefusals, ...labRefusals },
    ports,
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  mount?.(app)
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

/** A practical paper with a world that is sat in the laboratory, and the document it is played with. */
export async function installPracticalPaper(ports: Ports): Promise<string> {
  const document = examDocumentOf(ports.log, 'L4-02')
  if (!document.ok) throw new Error(document.refusal.code)
  const order = { task: 'L4-02', document: document.value.sha256, packageId: newId() }
  const paper = aPracticalPackage(text => createHash('sha256').update(text).digest('hex'), order)
  await ports.database.transact(async tx => {
    const ctx = systemContext(ports, 'bench')
    await keepExamDocument(tx, ctx, document.value)
    await installPackage(tx, ctx, paper)
  })
  return paper.packageId
}

export type Seating = {
  readonly sittingId: SittingId
  readonly packageId: string
  readonly rules?: Partial<AttemptRules>
  /** `running`, unless the paper shall not have begun. */
  readonly state?: 'ready' | 'running'
}

const SEATS_PER_TRANSACTION = 25

/** Attempts with the token of their first entry, as if people had entered, and started unless told otherwise. */
export async function seatMany(ports: Ports, seating: Seating, count: number): Promise<Seat[]> {
  const ctx = systemContext(ports, 'bench')
  const seats: Seat[] = []
  while (seats.length < count) {
    const some = Math.min(SEATS_PER_TRANSACTION, count - seats.length)
    seats.push(
      ...(await ports.database.transact(async tx => {
        const made: Seat[] = []
        for (let n = 0; n < some; n++) made.push(await seatOne(tx, ctx, seating))
        return made
      })),
    )
  }
  return seats
}

async function seatOne(tx: Tx, ctx: Ctx, { sittingId, packageId, rules = {}, state = 'running' }: Seating): Promise<Seat> {
  const ticketNumber = newId()
  const made = await prepareAttempt(tx, ctx, {
    sittingId,
    packageId,
    candidateRef: newId(),
    ticketNumber,
    maskedName: '考*',
    roomLabel: '1',
    seatLabel: '1',
    rules: { opensAt: ctx.now, ...rules },
  })
  if (!made.ok) throw new Error(made.refusal.code)
  const attempt = await lockAttempt(tx, { sittingId, attemptId: made.value.attemptId })
  if (!attempt) throw new Error('the attempt is gone')
  const opened = await openNextEpoch(tx, ctx, attempt)
  if (state === 'running') await saveProgress(tx, { ...opened.attempt, state: 'running', startedAt: ctx.now, startRef: newId() })
  return { sittingId, attemptId: attempt.attemptId, ticketNumber, token: opened.token }
}
