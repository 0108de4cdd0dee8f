import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Actor } from '../../src/kernel/actor.ts'
import { instant } from '../../src/kernel/instant.ts'
import { labRefusals } from '../../src/modules/lab/contract.ts'
import { openWorldFor } from '../../src/modules/lab/index.ts'
import { labRoutes } from '../../src/modules/lab/routes/lab-routes.ts'
import type { Ctx, Ports } from '../../src/platform/context.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts'
import { moduleOrder } from '../../src/platform/db/module-order.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { createLog } from '../../src/platform/log.ts'
import { actorWith, testContext, testPorts } from '../../src/platform/test-context.ts'

export const TASK = 'L4-02'
/** One world of one person, and where it stands. */
export type Seat = { readonly ownerId: string; readonly worldId: string; seq: number }

/** A laboratory over a database that flushes every commit to the disk. */
export type BenchLaboratory = {
  readonly ports: Ports
  readonly ctxOf: (ownerId: string) => Ctx
  readonly seat: (ownerId: string, seed: string) => Promise<Seat>
  /** One command through the route: signed in, parsed, decided, committed, answered. Milliseconds of waiting are the caller's to count. */
  readonly say: (seat: Seat, type: string, data: object) => Promise<boolean>
  readonly close: () => Promise<void>
}

const personOf = (ownerId: string): Actor => actorWith('candidate', { kind: 'person', person: 'self' }, ownerId)

export async function openLaboratory(): Promise<BenchLaboratory> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-bench-lab-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'keys'), { recursive: true })
  const server = await startEmbedded(folder, { durable: true })
  const database = openDatabase({ config: server.config, log: createLog('silent') })
  const modules = fileURLToPath(new URL('../../src/modules', import.meta.url))
  await migrate(database.pool, readMigrations(modules, moduleOrder()))
  const ports = testPorts(database)
  const app = await createServer({
    routes: labRoutes,
    refusals: labRefusals,
    ports,
    // the sign-in cookie names the person; reading an account from the table is not what is measured
    actorOf: (_tx, token) => Promise.resolve(personOf(token)),
    ready: () => Promise.resolve(true),
  })
  const ctxOf = (ownerId: string): Ctx => testContext(ports, personOf(ownerId), instant(Date.now()))
  return {
    ports,
    ctxOf,
    async seat(ownerId, seed) {
      const ctx = ctxOf(ownerId)
      const opening = { ownerId, institution: null, task: TASK, mode: 'final' as const, seed }
      const opened = await database.transact(tx => openWorldFor(tx, ctx, opening))
      if (!opened.ok) throw new Error(opened.refusal.code)
      const { rows } = await database.pool.query('select last_seq from lab_world where owner_id = $1', [ownerId])
      return { ...opened.value, seq: (rows[0] as { last_seq: number }).last_seq }
    },
    async say(seat, type, data) {
      const { statusCode, body } = await app.inject({
        method: 'POST',
        url: `/api/lab/worlds/${seat.worldId}/commands`,
        payload: { commandId: `c${seat.seq}-${Math.random().toString(36).slice(2)}`, type, data, expectedSeq: seat.seq },
        cookies: { zh_signin: seat.ownerId, zh_csrf: 'y' },
        headers: { 'x-zhiheng-csrf': 'y' },
      })
      if (statusCode !== 200) return false
      const reply = JSON.parse(body) as { ok: boolean; seq: number }
      seat.seq = reply.seq
      return reply.ok
    },
    async close() {
      await app.close()
      await database.end()
      await server.stop()
      await ports.solver.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
