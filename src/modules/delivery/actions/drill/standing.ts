import type { Database } from '../../../../platform/db/database.ts'

/** A request to this server from within, as a machine of the hall would send it. */
export type Inject = (request: {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly ip: string
  readonly body?: object
}) => Promise<{ readonly status: number; readonly body: string }>

/** What a server of a site is, beside its tables: what arming and the drill ask of it. */
export type SiteStanding = {
  /** SHA-256 of the software that runs here. */
  readonly releaseDigest: string
  /** The enrolled key of this site; null where it has none yet. */
  readonly signingKey: () => Promise<string | null>
  readonly diskFreeBytes: () => Promise<number | null>
  /** For how many seats the profile is meant, and whether it may keep a site without a second server. */
  readonly seatsMeant: number
  readonly mayBeAlone: boolean
  readonly inject: Inject
  /** Milliseconds that only run forwards; durations of the drill are read from it. */
  readonly monotonic: () => number
}

const standings = new WeakMap<Database, SiteStanding>()

/** Undefined where no site server runs over this database (halls of the centre): there is nothing to arm and nothing to try. */
export function standingOf(database: Database): SiteStanding | undefined {
  return standings.get(database)
}

/** Told once, when the server starts. */
export function setStanding(database: Database, standing: SiteStanding): void {
  standings.set(database, standing)
}
