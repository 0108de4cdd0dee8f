import type { FastifyInstance } from 'fastify'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { type Instant, plusMinutes } from '../../../kernel/instant.ts'
import type { Ctx, Ports } from '../../../platform/context.ts'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { createServer } from '../../../platform/http/server.ts'
import { newId } from '../../../platform/id.ts'
import { testContext, testPorts } from '../../../platform/test-context.ts'
import { admitCandidate } from '../actions/admit-candidate.ts'
import { installPackage } from '../actions/install-package.ts'
import { prepareAttempt } from '../actions/prepare-attempt.ts'
import type { AttemptId, SittingId } from '../core/attempt/attempt.ts'
import { deliveryRefusals } from '../core/refusals.ts'
import type { PaperPackage } from '../core/paper/package.ts'
import type { AttemptRules } from '../core/attempt/rules.ts'
import { labRefusals } from '../../lab/contract.ts'
import { deliveryRoutes } from './delivery-routes.ts'

export type Reply = { readonly status: number; readonly body: never; readonly code: string | null }
/** An examination hall for rehearsals and checks: the delivery routes over a real database, with a clock that can be moved. */
export type RehearsalHall = {
  readonly ports: Ports
  readonly app: FastifyInstance
  /** Sets the clock to so many minutes after the official start. */
  at(minutes: number): Instant
  context(): Ctx
  inTx<T>(body: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T>
  /** A candidate with an attempt and a valid entry code. */
  seat(changes?: { readonly ticketNumber?: string; readonly sittingId?: string; readonly rules?: Partial<AttemptRules> }): Promise<Seated>
  call(endpoint: Endpoint, how: Call): Promise<Reply>
}
/** `headers` and `ip` are those of the machine at the seat. */
export type Call = {
  readonly attemptId?: string
  readonly nonce?: string
  readonly itemId?: string
  readonly body?: unknown
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly ip?: string
}
export type Seated = {
  readonly sittingId: SittingId
  readonly attemptId: AttemptId
  readonly ticketNumber: string
  readonly entryCode: string
}

/** What is played: a paper, at an official start, in a sitting. */
export type Rehearsal = { readonly paper: PaperPackage; readonly opensAt: Instant; readonly sittingId: SittingId }

export async function openRehearsalHall(database: Database, { paper, opensAt, sittingId: usual }: Rehearsal): Promise<RehearsalHall> {
  const base = testPorts(database)
  let now = opensAt
  const ports: Ports = { ...base, clock: { ...base.clock, now: () => now } }
  const app = await createServer({
    routes: deliveryRoutes,
    refusals: { ...deliveryRefusals, ...labRefusals },
    ports,
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  const context = () => testContext(ports, { kind: 'system', job: 'test' }, now)
  const inTx: RehearsalHall['inTx'] = body => database.transact(tx => body(tx, context()))
  await inTx((tx, ctx) => installPackage(tx, ctx, paper))
  let seats = 0
  return {
    ports,
    app,
    context,
    inTx,
    at: minutes => (now = plusMinutes(opensAt, minutes)),
    seat: (changes = {}) => {
      seats += 1
      const ticketNumber = changes.ticketNumber ?? `2026112911010${String(seats).padStart(4, '0')}`
      const order = {
        sittingId: (changes.sittingId ?? usual) as SittingId,
        ticketNumber,
        seatLabel: String(seats),
        rules: { opensAt, ...changes.rules },
      }
      return inTx((tx, ctx) => seatOne(tx, ctx, { ...order, packageId: paper.packageId }))
    },
    call: (endpoint, how) => callApp(app, endpoint, how),
  }
}

type Order = {
  readonly sittingId: SittingId
  readonly ticketNumber: string
  readonly seatLabel: string
  readonly packageId: string
  readonly rules: { readonly opensAt: Instant } & Partial<AttemptRules>
}

async function seatOne(tx: Tx, ctx: Ctx, order: Order): Promise<Seated> {
  const made = await prepareAttempt(tx, ctx, { ...order, candidateRef: newId(), maskedName: '陈*', roomLabel: '第一考场' })
  if (!made.ok) throw new Error(made.refusal.code)
  const place = { sittingId: order.sittingId, attemptId: made.value.attemptId }
  const admitted = await admitCandidate(tx, ctx, { ...place, validMinutes: 600 })
  if (!admitted.ok) throw new Error(admitted.refusal.code)
  return { ...place, ticketNumber: order.ticketNumber, entryCode: admitted.value.entryCode }
}

async function callApp(app: FastifyInstance, endpoint: Endpoint, how: Call): Promise<Reply> {
  const reply = await app.inject({
    method: endpoint.method,
    url: endpoint.path
      .replace(':attemptId', how.attemptId ?? '')
      .replace(':nonce', how.nonce ?? '')
      .replace(':itemId', how.itemId ?? ''),
    headers: { ...how.headers, ...(how.token === undefined ? {} : { authorization: `Bearer ${how.token}` }) },
    remoteAddress: how.ip ?? '127.0.0.1',
    ...(how.body === undefined ? {} : { payload: how.body as object }),
  })
  const told = JSON.parse(reply.body) as { error?: { code: string } }
  return { status: reply.statusCode, body: told as never, code: told.error?.code ?? null }
}
