import type { Actor } from '../kernel/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db/database.ts'
import type { FileStore } from './files/file-store.ts'
import type { Jobs } from './jobs.ts'
import type { Keys } from './keys.ts'
import type { Log } from './log.ts'
import type { Solver } from './solver/solver.ts'

/** What the world offers to actions, beside the transaction. */
export type Ports = {
  readonly database: Database
  readonly keys: Keys
  readonly files: FileStore
  readonly jobs: Jobs
  readonly clock: Clock
  readonly log: Log
  /** For programs of a moment; whoever solves for minutes opens a solver of their own. */
  readonly solver: Solver
}

/** A cookie the reply shall carry; `value: null` clears it. */
export type CookieOrder = {
  readonly name: string
  readonly value: string | null
  readonly maxAgeSeconds: number
  readonly readable: boolean
}

/** One request: who asks, when it is, and what the world offers. `now` is captured once. */
export type Ctx = {
  readonly actor: Actor
  readonly now: Instant
  readonly requestId: string
  readonly ip: string
  /** The bearer token of the request, if it carried one (exam clients). */
  readonly bearer: string | null
  /** Value of the sign-in cookie, if any. */
  readonly signInToken: string | null
  /** The last event a returning listener of a stream has heard. */
  readonly lastEventId?: string | undefined
  readonly ports: Ports
  /** The target of the request as it arrived: path and query, nothing decoded. Empty outside a request. */
  readonly target: string
  /** A header of the request by its lower-case name. */
  readonly header: (name: string) => string | null
  readonly setCookie: (order: CookieOrder) => void
}

/** The context of a job or a command: no request around it. */
export function systemContext(ports: Ports, job: string): Ctx {
  return {
    actor: { kind: 'system', job },
    now: ports.clock.now(),
    requestId: job,
    ip: '',
    bearer: null,
    signInToken: null,
    ports,
    target: '',
    header: () => null,
    setCookie: () => {},
  }
}
