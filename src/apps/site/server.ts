import { checkpointLog } from '../../modules/audit/index.ts'
import { type PairLink, type SitePlace, hallActorOf, papersRun } from '../../modules/delivery/index.ts'
import { type Host, type HostPlace, startHost } from '../../platform/host/start-host.ts'
import { runningRelease } from '../../platform/host/release.ts'
import { allowPeer, isOfPeer } from './allow-peer.ts'
import { startHeartbeat } from './heartbeat.ts'
import { mountPages } from './mount-pages.ts'
import { siteRefusals, siteRoutes } from './mounted.ts'
import { startPairing } from './pairing.ts'
import { PROFILES, type ProfileName } from './profile.ts'
import { type SiteClockPort, siteClock } from './site-clock.ts'
import { cronEntries, tasksFor } from './tasks.ts'

export type SiteOptions = HostPlace & {
  readonly name: 'A' | 'B'
  /** Where the other server of the site listens, for this one and for the machines of the hall; null where this one keeps it alone. */
  readonly peer?: string | null
  readonly pages: boolean
  readonly profile?: ProfileName
}

/** The modules of a site that have tables, what is known before who knows it. */
export const MODULES = ['audit', 'interactions', 'lab', 'delivery']

/** Starts the server of a site, alone or as one of two. Its clock is its own: steps of the machine's clock move no deadline. */
export function startSite(options: SiteOptions): Promise<Host> {
  const { size, admission } = PROFILES[options.profile ?? 'hall']
  let clock: SiteClockPort | undefined
  const peerOrigin = () => (options.peer ? new URL(options.peer).origin : null)
  return startHost({
    ...options,
    size,
    modules: MODULES,
    clock: async (database, dataFolder) => {
      clock = siteClock(dataFolder, { amidst: await database.transact(papersRun) })
      return clock
    },
    parts: (ports, dataFolder) => {
      const place: SitePlace = { dataFolder, name: options.name, engine: runningRelease() }
      let endHeartbeat = async () => undefined as void
      let link: PairLink | null = null
      return {
        routes: siteRoutes(place),
        refusals: siteRefusals,
        actorOf: (tx, token, now) => hallActorOf(tx, token, now as never),
        admission,
        isFriend: request => isOfPeer(request, peerOrigin()),
        tasks: tasksFor(ports, place),
        cron: cronEntries,
        beforeListening: async app => {
          link = await startPairing(app, ports, { name: options.name, peer: options.peer ?? null, hear: heard => clock?.hear(heard) })
          endHeartbeat = await startHeartbeat(ports, options.name, link?.peerStartedAt() ?? null)
          allowPeer(app, peerOrigin)
          if (options.pages) await mountPages(app)
        },
        atStop: async () => {
          await link?.stop()
          await endHeartbeat()
          clock?.close()
          await ports.database.transact(tx => checkpointLog(tx, dataFolder))
        },
      }
    },
  })
}
