import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import type { Ports } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { AdmissionLimits } from './admission/admission.ts'
import type { Route } from './route.ts'

/** What a server is made of. */
export type ServerOptions = {
  readonly routes: readonly Route[]
  readonly refusals: RefusalCatalogue
  readonly ports: Ports
  /** Who holds this sign-in token today? */
  readonly actorOf: (tx: Tx, signInToken: string, now: number) => Promise<Actor>
  readonly ready: () => Promise<boolean>
  /** Trust X-Forwarded-For of a proxy in front. */
  readonly behindProxy?: boolean
  /** PEM texts; with them the server speaks HTTPS alone. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined
  /** May a page of another origin send this? A site has a second server; its pages bring a token and no cookie. */
  readonly isFriend?: (request: FastifyRequest) => boolean
  /** Lines by priority with these limits; without them every request is served at once. */
  readonly admission?: AdmissionLimits
}
