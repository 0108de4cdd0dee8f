import { checkpointLog } from '../../modules/audit/index.ts'
import { hallActorOf } from '../../modules/delivery/index.ts'
import { HALL_LIMITS } from '../../platform/http/admission/admission.ts'
import { type Host, type HostPlace, startHost } from '../../platform/host/start-host.ts'
import { allowPeer, isOfPeer } from './allow-peer.ts'
import { startHeartbeat } from './heartbeat.ts'
import { mountPages } from './mount-pages.ts'
import { siteRefusals, siteRoutes } from './mounted.ts'
import { cronEntries, tasksFor } from './tasks.ts'

export type SiteOptions = HostPlace & {
  readonly name: 'A' | 'B'
  readonly pages: boolean
  /** Origin of the other server of this site as the machines of candidates call it; null: there is none, or it is not known yet. */
  readonly peerOrigin?: () => string | null
}

/** The modules of a site that have tables, what is known before who knows it. */
const MODULES = ['audit', 'interactions', 'lab', 'delivery']

/** Starts the server of a site. Its clock is the real one. */
export function startSite(options: SiteOptions): Promise<Host> {
  const peerOrigin = options.peerOrigin ?? (() => null)
  return startHost({
    ...options,
    modules: MODULES,
    settableClock: false,
    parts: (ports, dataFolder) => {
      let endHeartbeat = async () => undefined as void
      return {
        routes: siteRoutes,
        refusals: siteRefusals,
        actorOf: (tx, token, now) => hallActorOf(tx, token, now as never),
        admission: HALL_LIMITS,
        isFriend: request => isOfPeer(request, peerOrigin()),
        tasks: tasksFor(ports, dataFolder),
        cron: cronEntries,
        beforeListening: async app => {
          endHeartbeat = await startHeartbeat(ports, options.name)
          allowPeer(app, peerOrigin)
          if (options.pages) await mountPages(app)
        },
        atStop: async () => {
          await endHeartbeat()
          await ports.database.transact(tx => checkpointLog(tx, dataFolder))
        },
      }
    },
  })
}
