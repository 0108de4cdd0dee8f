import { rm } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import { type Refused, ok } from '../../kernel/result.ts'
import { instant } from '../../kernel/instant.ts'
import type { CookieOrder, Ctx } from '../context.ts'
import { RolledBack, type Tx } from '../db/database.ts'
import { CSRF_COOKIE, SIGN_IN_COOKIE } from './cookies.ts'
import { type Parsed, parseRequest } from './parse-request.ts'
import { sendAnswer, sendRefusal } from './reply.ts'
import type { Route } from './route.ts'
import type { ServerOptions } from './server-options.ts'

type Handling = {
  readonly route: Route
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly options: ServerOptions
  readonly catalogue: RefusalCatalogue
}
type Outcome = { readonly ok: true; readonly value: unknown } | Refused

/** One request, one direction: parse, permit, act in one transaction, show. */
export async function handle(handling: Handling): Promise<FastifyReply> {
  const { route, request, reply, options, catalogue } = handling
  // before anything of it is read: a forged request gets no answer but this
  if (forged(request) && !options.isFriend?.(request)) return sendRefusal(reply, catalogue, { code: 'csrf-refused', facts: {} })
  // a file that is written to the disk is read only from whoever may send one
  const early = route.spoolTo === undefined ? ok(true) : await mayAsk(handling)
  if (!early.ok) return sendRefusal(reply, catalogue, early.refusal)
  const parsed = await parseRequest(route, request)
  if (!parsed.ok) return sendRefusal(reply, catalogue, parsed.refusal)
  const cookies: CookieOrder[] = []
  const base = contextOf(handling, cookies)
  const outcome = await act(handling, parsed.value, base)
  for (const order of cookies) setCookie(reply, order, request.protocol === 'https')
  return outcome.ok
    ? sendAnswer({ reply, route, value: outcome.value, log: options.ports.log })
    : sendRefusal(reply, catalogue, outcome.refusal)
}

/** A file that was written to the disk is gone before the answer goes out; an action that keeps it has copied it. */
async function act(handling: Handling, parsed: Parsed, base: Omit<Ctx, 'actor'>): Promise<Outcome> {
  try {
    return await (handling.route.outside ? actOutside(handling, parsed, base) : actInside(handling, parsed, base))
  } finally {
    if (parsed.file?.path !== undefined) await rm(parsed.file.path, { force: true })
  }
}

function contextOf({ request, options }: Handling, cookies: CookieOrder[]): Omit<Ctx, 'actor'> {
  const authorization = request.headers.authorization
  return {
    now: options.ports.clock.now(),
    requestId: request.id,
    ip: request.ip,
    bearer: authorization?.startsWith('Bearer ') ? authorization.slice(7) : null,
    signInToken: request.cookies[SIGN_IN_COOKIE] ?? null,
    lastEventId: lastEventOf(request),
    ports: options.ports,
    target: request.raw.url ?? '',
    header: name => headerOf(request, name),
    setCookie: order => void cookies.push(order),
  }
}

/** A header that was sent twice with different values says nothing. */
function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}

function lastEventOf(request: FastifyRequest): string | undefined {
  const told = request.headers['last-event-id']
  return typeof told === 'string' && told.length <= 100 ? told : undefined
}

async function actInside({ route, options }: Handling, request: unknown, base: Omit<Ctx, 'actor'>): Promise<Outcome> {
  return options.ports.database.transact(async tx => {
    const ctx: Ctx = { ...base, actor: await whoAsks(tx, options, base) }
    const permit = route.policy(ctx.actor, request as never)
    const outcome: Outcome = permit.ok && route.action ? await route.action(tx, request as never, ctx) : (permit as Refused)
    if (!outcome.ok && !outcome.keep) throw new RolledBack(outcome)
    return outcome
  })
}

async function actOutside({ route, options }: Handling, request: unknown, base: Omit<Ctx, 'actor'>): Promise<Outcome> {
  const actor =
    base.signInToken === null ? ({ kind: 'public' } as const) : await options.ports.database.transact(tx => whoAsks(tx, options, base))
  const permit = route.policy(actor, request as never)
  if (!permit.ok || !route.outside) return permit as Refused
  return route.outside(request as never, { ...base, actor })
}

async function mayAsk(handling: Handling): Promise<Outcome> {
  const { route, options } = handling
  const base = contextOf(handling, [])
  const actor = await options.ports.database.transact(tx => whoAsks(tx, options, base))
  return route.policy(actor, { params: {}, query: {}, body: {} }) as Outcome
}

async function whoAsks(tx: Tx, options: ServerOptions, base: Omit<Ctx, 'actor'>): Promise<Actor> {
  return base.signInToken === null ? { kind: 'public' } : options.actorOf(tx, base.signInToken, instant(base.now))
}

/**
 * Cross-site request forgery: an unsafe request with the sign-in cookie must repeat the CSRF cookie in a header,
 * and a browser that names a foreign origin is refused at once.
 */
function forged(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  if (request.headers['sec-fetch-site'] === 'cross-site') return true
  const origin = request.headers.origin
  if (origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== request.host) return true
  if (request.cookies[SIGN_IN_COOKIE] === undefined || request.headers.authorization !== undefined) return false
  const expected = request.cookies[CSRF_COOKIE]
  return expected === undefined || request.headers['x-zhiheng-csrf'] !== expected
}

function setCookie(reply: FastifyReply, order: CookieOrder, secure: boolean): void {
  const options = { path: '/', httpOnly: !order.readable, sameSite: 'lax' as const, secure, maxAge: order.maxAgeSeconds }
  if (order.value === null) reply.clearCookie(order.name, options)
  else reply.setCookie(order.name, order.value, options)
}
