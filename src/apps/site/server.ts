import { checkpointLog } from '../../modules/audit/index.ts'
import { hallActorOf, papersRun } from '../../modules/delivery/index.ts'
import { HALL_LIMITS } from '../../platform/http/admission/admission.ts'
import { type Host, type HostPlace, startHost } from '../../platform/host/start-host.ts'
import { startHeartbeat } from './heartbeat.ts'
import { mountPages } from './mount-pages.ts'
import { siteRefusals, siteRoutes } from './mounted.ts'
import { siteClock } from './site-clock.ts'
import { cronEntries, tasksFor } from './tasks.ts'

export type SiteOptions = HostPlace & { readonly name: 'A' | 'B'; readonly pages: boolean }

/** The modules of a site that have tables, what is known before who knows it. */
const MODULES = ['audit', 'interactions', 'lab', 'delivery']

/** Starts the server of a site. Its clock is its own: steps of the machine's clock move no deadline. */
export function startSite(options: SiteOptions): Promise<Host> {
  let clock: ReturnType<typeof siteClock> | undefined
  return startHost({
    ...options,
    modules: MODULES,
    clock: async (database, dataFolder) => {
      clock = siteClock(dataFolder, { amidst: await database.transact(papersRun) })
      return clock
    },
    parts: (ports, dataFolder) => {
      let endHeartbeat = async () => undefined as void
      return {
        routes: siteRoutes,
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
          clock?.close()
          await ports.database.transact(tx => checkpointLog(tx, dataFolder))
        },
      }
    },
  })
}
