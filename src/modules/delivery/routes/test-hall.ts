import { createHash } from 'node:crypto'
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
import type { AttemptId, SittingId } from '../core/attempt.ts'
import { aPackage } from '../fixtures.ts'
import { OPENING, SITTING } from '../fixtures.ts'
import { deliveryRefusals } from '../core/refusals.ts'
import type { AttemptRules } from '../core/rules.ts'
import { deliveryRoutes } from './delivery-routes.ts'

export type Reply = { readonly status: number; readonly body: never; readonly code: string | null }
/** An examination hall in a test: the delivery routes over a real database, with a clock that the test moves. */
export type TestHall = {
  readonly ports: Ports
  readonly app: FastifyInstance
  /** Sets the clock to so many minutes after the official start. */
  at(minutes: number): Instant
  context(): Ctx
  inTx<T>(body: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T>
  /** A candidate with an attempt and a valid entry code. */
  seat(changes?: { readonly ticketNumber?: string; readonly sittingId?: string; readonly rules?: Partial<AttemptRules> }): Promise<Seated>
  call(endpoint: Endpoint, how: { readonly attemptId?: string; readonly body?: unknown; readonly token?: string }): Promise<Reply>
}
export type Seated = {
  readonly sittingId: SittingId
  readonly attemptId: AttemptId
  readonly ticketNumber: string
  readonly entryCode: string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
export const hallPackage = aPackage(sha256)

export async function openTestHall(database: Database): Promise<TestHall> {
  const base = testPorts(database)
  let now: Instant = OPENING
  const ports: Ports = { ...base, clock: { ...base.clock, now: () => now } }
  const app = await createServer({
    routes: deliveryRoutes,
    refusals: deliveryRefusals,
    ports,
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  const context = () => testContext(ports, { kind: 'system', job: 'test' }, now)
  const inTx: TestHall['inTx'] = body => database.transact(tx => body(tx, context()))
  await inTx((tx, ctx) => installPackage(tx, ctx, hallPackage))
  let seats = 0
  return {
    ports,
    app,
    context,
    inTx,
    at: minutes => (now = plusMinutes(OPENING, minutes)),
    seat: async (changes = {}) => {
      seats += 1
      const sittingId = (changes.sittingId ?? SITTING) as SittingId
      const ticketNumber = changes.ticketNumber ?? `2026112911010${String(seats).padStart(4, '0')}`
      return inTx(async (tx, ctx) => {
        const made = await prepareAttempt(tx, ctx, {
          sittingId,
          candidateRef: newId(),
          packageId: hallPackage.packageId,
          ticketNumber,
          maskedName: '陈*',
          roomLabel: '第一考场',
          seatLabel: String(seats),
          rules: { opensAt: OPENING, ...changes.rules },
        })
        if (!made.ok) throw new Error(made.refusal.code)
        const admitted = await admitCandidate(tx, ctx, { sittingId, attemptId: made.value.attemptId, validMinutes: 600 })
        if (!admitted.ok) throw new Error(admitted.refusal.code)
        return { sittingId, attemptId: made.value.attemptId, ticketNumber, entryCode: admitted.value.entryCode }
      })
    },
    call: async (endpoint, { attemptId, body, token }) => {
      const reply = await app.inject({
        method: endpoint.method,
        url: endpoint.path.replace(':attemptId', attemptId ?? ''),
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const answer = JSON.parse(reply.body) as { error?: { code: string } }
      return { status: reply.statusCode, body: answer as never, code: answer.error?.code ?? null }
    },
  }
}
