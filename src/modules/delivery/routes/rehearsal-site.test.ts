import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { type Instant, plusMinutes } from '../../../kernel/instant.ts'
import { archiveRefusals } from '../../../platform/archive/archive-refusals.ts'
import type { Ctx, Ports } from '../../../platform/context.ts'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { createServer } from '../../../platform/http/server.ts'
import type { Route } from '../../../platform/http/route.ts'
import { newId } from '../../../platform/id.ts'
import { hashPassword } from '../../../platform/password.ts'
import { testContext, testPorts } from '../../../platform/test-context.ts'
import { installPapers, installRoster } from '../actions/hall/install.ts'
import { hallActorOf } from '../actions/hall/staff.ts'
import { checkInAtHall, enterPaper, startPaper } from '../contract.ts'
import type { AttemptId } from '../core/attempt/attempt.ts'
import { deliveryRefusals } from '../core/refusals.ts'
import type { SiteRoster } from '../core/site/site-package.ts'
import { OPENING, SITTING, aRoster, thePapers, ticketOf } from '../fixtures.ts'
import { labRefusals } from '../../lab/contract.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { hallRoutes } from './hall/hall-routes.ts'
import { integrityRoutes } from './hall/integrity-routes.ts'

export const PASS = '白鹭-拂晓-三十七'
/** Arming by manager and engineer, called as the manager. */
export const ARM_BY_TWO = { witness: { staffId: 'engineer', passPhrase: PASS } }
type Reply = { readonly status: number; readonly code: string | null; readonly body: never }
type Jar = Readonly<Record<string, string>>
type How = {
  readonly headers?: Jar
  readonly as?: string
  readonly token?: string
  readonly body?: unknown
  readonly params?: Jar
  readonly query?: string
}

/** A site with a roster, its routes over a real database, and a clock that can be moved. */
export type RehearsalSite = {
  readonly app: FastifyInstance
  readonly ports: Ports
  /** Sets the clock to so many minutes after the official start. */
  at(minutes: number): Instant
  inTx<T>(body: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T>
  /** Calls an endpoint as a member of staff, or with the token of a machine; `sittingId` is filled in. */
  call(endpoint: Endpoint, how?: How): Promise<Reply>
  install(roster?: SiteRoster): Promise<void>
  openPapers(): Promise<void>
  /** The n-th candidate, checked in, entered and (after the start) working. */
  working(n: number): Promise<{ readonly attemptId: AttemptId; readonly token: string; readonly candidateRef: string }>
}

export async function openRehearsalSite(database: Database, more: readonly Route[] = []): Promise<RehearsalSite> {
  const base = testPorts(database)
  let now = OPENING
  const ports: Ports = { ...base, clock: { ...base.clock, now: () => now } }
  const app = await createServer({
    routes: [...deliveryRoutes, ...hallRoutes, ...integrityRoutes, ...more].map(route => ({ ...route, limit: undefined })),
    refusals: { ...archiveRefusals, ...deliveryRefusals, ...labRefusals },
    ports,
    actorOf: (tx, token, when) => hallActorOf(tx, token, when as Instant),
    ready: async () => true,
  })
  const verifier = await hashPassword(PASS)
  const jars = new Map<string, Jar>()
  const inTx: RehearsalSite['inTx'] = body => database.transact(tx => body(tx, testContext(ports, { kind: 'system', job: 'test' }, now)))
  const jarOf = async (staffId: string): Promise<Jar> => {
    const known = jars.get(staffId) ?? (await signIn(app, staffId))
    jars.set(staffId, known)
    return known
  }
  const site: RehearsalSite = {
    app,
    ports,
    inTx,
    at: minutes => (now = plusMinutes(OPENING, minutes)),
    call: async (endpoint, how = {}) => {
      const reply = await callApp(app, endpoint, { ...how, jar: how.as === undefined ? {} : await jarOf(how.as) })
      // a sign-in goes with the package it was made under
      if (reply.code !== 'not-signed-in' || how.as === undefined) return reply
      jars.delete(how.as)
      return callApp(app, endpoint, { ...how, jar: await jarOf(how.as) })
    },
    install: async roster => {
      const done = await inTx((tx, ctx) => installRoster(tx, ctx, roster ?? aRoster(verifier)))
      if (!done.ok) throw new Error(done.refusal.code)
      // a replaced roster signs everybody out
      jars.clear()
    },
    openPapers: async () => {
      const done = await inTx((tx, ctx) =>
        installPapers(
          tx,
          ctx,
          thePapers(text => hash('sha256', text, 'hex')),
        ),
      )
      if (!done.ok) throw new Error(done.refusal.code)
    },
    working: n => workingOn(site, n),
  }
  return site
}

async function workingOn(site: RehearsalSite, n: number) {
  const door = await site.call(checkInAtHall, { as: 'keeper-1', body: { actId: newId(), ticketNumber: ticketOf(n) } })
  if (door.status !== 200) throw new Error(`check-in: ${door.code}`)
  const { entryCode } = door.body as { entryCode: string }
  const entered = await site.call(enterPaper, { body: { ticketNumber: ticketOf(n), entryCode } })
  if (entered.status !== 200) throw new Error(`enter: ${entered.code}`)
  const { token, state } = entered.body as { token: string; state: { attempt: { attemptId: string } } }
  const attemptId = state.attempt.attemptId as AttemptId
  const started = await site.call(startPaper, { token, params: { attemptId }, body: { startRef: newId() } })
  if (started.status !== 200) throw new Error(`start: ${started.code}`)
  return { attemptId, token, candidateRef: `candidate-${n}` }
}

async function signIn(app: FastifyInstance, staffId: string): Promise<Jar> {
  const reply = await app.inject({ method: 'POST', url: '/api/delivery/hall/sign-ins', payload: { staffId, passPhrase: PASS } })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  const [token, csrf] = ['zh_signin', 'zh_csrf'].map(name => reply.cookies.find(one => one.name === name)?.value ?? '')
  return { cookie: `zh_signin=${token}; zh_csrf=${csrf}`, 'x-zhiheng-csrf': csrf ?? '' }
}

async function callApp(app: FastifyInstance, endpoint: Endpoint, how: How & { readonly jar: Jar }): Promise<Reply> {
  const params: Jar = { sittingId: SITTING, ...how.params }
  const reply = await app.inject({
    method: endpoint.method,
    url: endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? '')) + (how.query ?? ''),
    headers: how.token === undefined ? how.jar : { authorization: `Bearer ${how.token}`, ...how.headers },
    ...(how.body === undefined ? {} : { payload: how.body as object }),
  })
  const told = reply.body === '' ? {} : (JSON.parse(reply.body) as { error?: { code: string } })
  return { status: reply.statusCode, code: told.error?.code ?? null, body: told as never }
}
