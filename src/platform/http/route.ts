import type { Readable } from 'node:stream'
import type { Actor } from '../../kernel/actor.ts'
import type { BodyOf, Endpoint, ParamsOf, Policy, QueryOf, ReplyOf } from '../../kernel/endpoint.ts'
import type { Refused } from '../../kernel/result.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { UploadedFile } from '../files/inspect-upload.ts'
import type { Priority } from './admission/priority.ts'

/** A parsed request: everything in it has passed the endpoint's schemas. */
export type RequestOf<E extends Endpoint> = {
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly file?: UploadedFile
}
/** A file as an answer. `immutable`: the address names these bytes for ever, so the reader's own browser may keep them. */
export type FileReply = {
  readonly bytes: Buffer
  /** Sent as it is read instead of `bytes`, for files that shall not be held in memory. */
  readonly stream?: Readable
  readonly mediaType: string
  readonly fileName: string
  readonly inline?: boolean
  readonly immutable?: boolean
}
/** One server-sent event. A listener that comes back tells the `id` it heard last (`ctx.lastEventId`). */
export type SentEvent = { readonly name: string; readonly data: unknown; readonly id?: string }
/** A stream of server-sent events: `open` starts it and returns what to do when the listener leaves. */
export type EventsReply = { readonly open: (send: (event: SentEvent) => void) => () => void }
/** What an action hands back, by the way the endpoint replies. */
export type Answer<E extends Endpoint> = E['reply'] extends undefined ? FileReply | EventsReply | null : ReplyOf<E>
type Outcome<E extends Endpoint> = Promise<{ readonly ok: true; readonly value: Answer<E> } | Refused>

/**
 * `address` (the default) counts by where requests come from; `caller` by the signed-in browser, for routes that only signed-in
 * people may use: a whole institution may sit behind one address.
 */
export type RateLimit = { readonly max: number; readonly perSeconds: number; readonly by?: 'address' | 'caller' }

type Common<E extends Endpoint> = {
  /** Who may ask at all. Row-level permission follows in core. */
  readonly policy: Policy<E>
  /** Over it the answer is 429 with `too-many-requests`. */
  readonly limit?: RateLimit
  /** Bytes a body may have; uploads 5 MiB unless told, JSON 256 KiB. */
  readonly maxBytes?: number
  /** Where the file of an upload is written as it comes, instead of being held in memory; gone once the request has been answered. The policy is then asked before the file is read. */
  readonly spoolTo?: string
  /** The answer never changes: the reader's own browser may keep it. */
  readonly immutable?: boolean
  /** What is served first where requests stand in lines; see `Priority`. */
  readonly priority?: Priority
}
/** `action` runs in one transaction. `outside` opens none: for single statements on a hot path and for event streams. */
export type RouteHow<E extends Endpoint> = Common<E> &
  (
    | { readonly action: (tx: Tx, request: RequestOf<E>, ctx: Ctx) => Outcome<E> }
    | { readonly outside: (request: RequestOf<E>, ctx: Ctx) => Outcome<E> }
  )

/** A route with its types folded away: what the server mounts. */
export type Route = {
  readonly endpoint: Endpoint
  readonly policy: (actor: Actor, request: { params: unknown; query: unknown; body: unknown }) => ReturnType<Policy>
  readonly limit: RateLimit | undefined
  readonly maxBytes: number | undefined
  readonly priority: Priority | undefined
  readonly spoolTo: string | undefined
  readonly immutable: boolean
  readonly action: ((tx: Tx, request: never, ctx: Ctx) => Promise<{ ok: true; value: unknown } | Refused>) | undefined
  readonly outside: ((request: never, ctx: Ctx) => Promise<{ ok: true; value: unknown } | Refused>) | undefined
}

/** Binds an endpoint to its policy and its action. A route without a policy does not type-check. */
export function route<E extends Endpoint>(endpoint: E, how: RouteHow<E>): Route {
  return {
    endpoint,
    policy: how.policy as Route['policy'],
    limit: how.limit,
    maxBytes: how.maxBytes,
    priority: how.priority,
    spoolTo: how.spoolTo,
    immutable: how.immutable ?? false,
    action: 'action' in how ? (how.action as Route['action']) : undefined,
    outside: 'outside' in how ? (how.outside as Route['outside']) : undefined,
  }
}
