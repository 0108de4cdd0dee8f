import { checkpointLog } from '../../modules/audit/index.ts'
import { lessonCatalogue } from '../../modules/course/index.ts'
import { actorOf } from '../../modules/identity/index.ts'
import { moduleOrder } from '../../platform/db/module-order.ts'
import { type Host, type HostPlace, startHost } from '../../platform/host/start-host.ts'
import { mountPages } from './mount-pages.ts'
import { allRoutes } from './mounted.ts'
import { cronEntries, tasksFor } from './tasks.ts'
import { allRefusals } from './told.ts'

export type CentreOptions = HostPlace & {
  /** The seed country: personas and a settable clock. */
  readonly demonstration: boolean
  /** Serve the built pages beside the API. */
  readonly pages?: boolean
}

/** A running centre. `stop` finishes what is under way, then ends the database. */
export type Centre = Host

/** Starts the national centre: every module, its jobs, its pages. */
export function startCentre(options: CentreOptions): Promise<Centre> {
  return startHost({
    ...options,
    modules: moduleOrder(),
    clock: options.demonstration ? 'settable' : 'real',
    parts: (ports, dataFolder) => ({
      routes: allRoutes,
      refusals: allRefusals,
      actorOf: (tx, token, now) => actorOf(tx, token, now as never),
      tasks: tasksFor(ports, dataFolder),
      cron: cronEntries,
      beforeListening: async app => {
        if (!(options.pages ?? true)) return
        await mountPages(app)
        // read before anybody asks: reading them holds up every other request for a moment
        lessonCatalogue(ports.log)
      },
      atStop: async () => void (await ports.database.transact(tx => checkpointLog(tx, dataFolder))),
    }),
  })
}
