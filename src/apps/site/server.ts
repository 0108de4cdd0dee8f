import { checkpointLog } from '../../modules/audit/index.ts'
import { hallActorOf } from '../../modules/delivery/index.ts'
import { HALL_LIMITS } from '../../platform/http/admission/admission.ts'
import { type Host, type HostPlace, startHost } from '../../platform/host/start-host.ts'
import { runningRelease } from '../../platform/release.ts'
import { startHeartbeat } from './heartbeat.ts'
import { mountPages } from './mount-pages.ts'
import { siteRefusals, siteRoutes } from './mounted.ts'
import { cronEntries, tasksFor } from './tasks.ts'

export type SiteOptions = HostPlace & { readonly name: 'A' | 'B'; readonly pages: boolean }

/** The modules of a site that have tables, what is known before who knows it. */
const MODULES = ['audit', 'interactions', 'lab', 'delivery']

/** Starts the server of a site. Its clock is the real one. */
export function startSite(options: SiteOptions): Promise<Host> {
  return startHost({
    ...options,
    modules: MODULES,
    settableClock: false,
    parts: (ports, dataFolder) => {
      let endHeartbeat = async () => undefined as void
      return {
        routes: siteRoutes({ dataFolder, name: options.name, engine: runningRelease() }),
        refusals: siteRefusals,
        actorOf: (tx, token, now) => hallActorOf(tx, token, now as never),
        admission: HALL_LIMITS,
        tasks: tasksFor(ports, dataFolder),
        cron: cronEntries,
        beforeListening: async app => {
          endHeartbeat = await startHeartbeat(ports, options.name)
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
