import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { allRoutes } from '../../../src/apps/centre/mounted.ts'
import { plantCountry } from '../../../src/apps/centre/seed/plant.ts'
import { type Centre, startCentre } from '../../../src/apps/centre/server.ts'
import { allRefusals } from '../../../src/apps/centre/told.ts'
import type { Instant } from '../../../src/kernel/instant.ts'
import { actorOf } from '../../../src/modules/identity/index.ts'
import { createServer } from '../../../src/platform/http/server.ts'

/** What a browser sends along: the sign-in and, for unsafe requests, the repeated token. */
export type Jar = { readonly cookie: string; readonly 'x-zhiheng-csrf': string } | Record<never, never>

/** A centre with the seed country, and a second door to the same database whose routes have no rate limits. */
export type Country = {
  readonly centre: Centre
  readonly app: FastifyInstance
  /** The cookies of somebody who signed in as a persona; the same ones each time. */
  persona(name: string): Promise<Jar>
  /** Rows of a statement, straight from the database. */
  rows(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  end(): Promise<void>
}

export async function openCountry(): Promise<Country> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhiheng-isolation-'))
  chmodSync(dataFolder, 0o755)
  const centre = await startCentre({ dataFolder, port: 0, demonstration: true, pages: false, logLevel: 'silent' })
  await plantCountry(centre.ports)
  const app = await createServer({
    routes: allRoutes.map(route => ({ ...route, limit: undefined })),
    refusals: allRefusals,
    ports: centre.ports,
    actorOf: (tx, token, now) => actorOf(tx, token, now as Instant),
    ready: async () => true,
  })
  const jars = new Map<string, Promise<Jar>>()
  return {
    centre,
    app,
    persona: name => {
      const known = jars.get(name) ?? signIn(app, '/api/identity/persona-sign-ins', { persona: name })
      jars.set(name, known)
      return known
    },
    rows: async (text, values = []) => (await centre.ports.database.statement({ text, values })).rows,
    end: async () => {
      await app.close()
      await centre.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Signs in by password or as a persona and keeps the cookies. */
export async function signIn(app: FastifyInstance, url: string, payload: object): Promise<Jar> {
  const reply = await app.inject({ method: 'POST', url, payload })
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  const [token, csrf] = ['zh_signin', 'zh_csrf'].map(name => reply.cookies.find(c => c.name === name)?.value ?? '')
  return { cookie: `zh_signin=${token}; zh_csrf=${csrf}`, 'x-zhiheng-csrf': csrf ?? '' }
}
