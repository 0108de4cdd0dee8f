/** The process that is killed: the delivery routes over a durable embedded database, in a folder that outlives it. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { deliveryRefusals } from '../../src/modules/delivery/contract.ts'
import { deliveryRoutes } from '../../src/modules/delivery/routes/delivery-routes.ts'
import { realClock } from '../../src/platform/clock.ts'
import type { Ports } from '../../src/platform/context.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts'
import { moduleOrder } from '../../src/platform/db/module-order.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { jobs } from '../../src/platform/jobs.ts'
import { openKeys } from '../../src/platform/keys.ts'
import { createLog } from '../../src/platform/log.ts'
import { openSolver } from '../../src/platform/solver/solver.ts'
import { forgetful } from './forgetful.ts'
import { seat } from './seat.ts'

const [folder = '', port = '0', seats = '100', defect = 'none'] = process.argv.slice(2)

const server = await startEmbedded(folder)
const log = createLog('silent')
const opened = openDatabase({ config: server.config, log })
await migrate(opened.pool, readMigrations(fileURLToPath(new URL('../../src/modules', import.meta.url)), moduleOrder()))
const keys = openKeys(folder)
const database = defect === 'acknowledged-before-commit' ? forgetful(opened) : opened
const ports: Ports = { database, keys, files: openFileStore(folder, keys), jobs, clock: realClock(), log, solver: openSolver() }
const noted = join(folder, 'hall.json')
if (!existsSync(noted)) writeFileSync(noted, JSON.stringify(await seat(ports, Number(seats))))
const app = await createServer({
  routes: deliveryRoutes,
  refusals: deliveryRefusals,
  ports,
  actorOf: async () => ({ kind: 'public' }),
  ready: async () => true,
})
await app.listen({ port: Number(port), host: '127.0.0.1' })
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => opened.end())
      .then(() => server.stop())
      .then(() => process.exit(0)),
)
process.send?.('ready')
