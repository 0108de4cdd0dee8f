import type { Actor } from './actor.ts'
import type { Frozen } from './brand.ts'
import type { Refusal, Result } from './result.ts'

/** The part of the Standard Schema interface that endpoints need; zod schemas satisfy it. */
export type Schema<Out = unknown, In = unknown> = {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly types?: { readonly input: In; readonly output: Out } | undefined
  }
}
export type OutputOf<S> = S extends Schema<infer Out, unknown> ? Out : undefined
export type InputOf<S> = S extends Schema<unknown, infer In> ? In : undefined

/**
 * One endpoint, declared once: server route, browser client and OpenAPI are derived from it.
 * `replies` says how the answer travels: JSON by its schema, a file, or server-sent events.
 * `upload` endpoints take multipart/form-data with exactly one file beside the body's fields.
 */
export type Endpoint<
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
  R extends Schema | undefined = Schema | undefined,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: `/api/${string}`
  readonly summary: string
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly reply: R
  readonly replies: 'json' | 'file' | 'events'
  readonly upload: boolean
  /** Codes of the refusals this endpoint may answer with, beyond the general ones. */
  readonly refusals: readonly string[]
}

type Draft = {
  readonly method: Endpoint['method']
  readonly path: `/api/${string}`
  readonly summary: string
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  readonly reply?: Schema
  readonly replies?: Endpoint['replies']
  readonly upload?: boolean
  readonly refusals?: readonly string[]
}
type Part<D, K extends string> = D extends { readonly [Key in K]: infer S extends Schema } ? S : undefined

/** Declares an endpoint in a module's `contract.ts`. */
export function endpoint<const D extends Draft>(
  draft: D,
): Endpoint<Part<D, 'params'>, Part<D, 'query'>, Part<D, 'body'>, Part<D, 'reply'>> {
  return {
    method: draft.method,
    path: draft.path,
    summary: draft.summary,
    params: draft.params as Part<D, 'params'>,
    query: draft.query as Part<D, 'query'>,
    body: draft.body as Part<D, 'body'>,
    reply: draft.reply as Part<D, 'reply'>,
    replies: draft.replies ?? 'json',
    upload: draft.upload ?? false,
    refusals: draft.refusals ?? [],
  }
}

export type ParamsOf<E extends Endpoint> = OutputOf<E['params']>
export type QueryOf<E extends Endpoint> = OutputOf<E['query']>
export type BodyOf<E extends Endpoint> = OutputOf<E['body']>
/** What an action may hand back; the reply schema then lets only listed fields out. */
export type ReplyOf<E extends Endpoint> = Frozen<InputOf<E['reply']>>

/** What a policy sees: who asks, and the parsed request. Row-level permission follows in core, with the row at hand. */
export type PolicyRequest<E extends Endpoint> = { readonly params: ParamsOf<E>; readonly query: QueryOf<E>; readonly body: BodyOf<E> }
/** May this actor ask for this at all? Pure; one per route, and a route without one does not type-check. */
export type Policy<E extends Endpoint = Endpoint> = (actor: Actor, request: PolicyRequest<E>) => Result<true, Refusal>
