import { FolderInUse } from '../../platform/db/embedded.ts'
import { buildPagesApart } from '../../platform/host/build-pages-apart.ts'
import { stopOnSignals } from '../../platform/host/stop-on-signals.ts'
import { type CentreArguments, USAGE, parseArguments } from './arguments.ts'
import { type Centre, startCentre } from './server.ts'
import { tellAddress } from './tell-address.ts'

async function main(): Promise<void> {
  const args = parseArguments(process.argv.slice(2), process.env)
  if (!args) {
    console.error(USAGE)
    process.exit(2)
  }
  const serves = args.verb === 'start' || args.verb === 'dev'
  if (serves && args.pages) await buildPagesApart()
  const centre = await startCentre({
    dataFolder: args.data,
    port: serves ? args.port : 0,
    host: args.host,
    databaseUrl: process.env['DATABASE_URL'],
    demonstration: !args.real,
    logLevel: process.env['ZHIHENG_LOG'] ?? 'warn',
    pages: serves && args.pages,
  })
  if (!stopOnSignals(centre)) return
  if (!args.real && args.verb !== 'migrate') await plantIfEmpty(centre, args)
  if (args.verb === 'dev') await rebuildOnChange()
  if (serves) return tellAddress(centre, args)
  await centre.stop()
  process.exit(0)
}

/** In development the pages are built anew when their sources change; the browser is reloaded by hand. */
async function rebuildOnChange(): Promise<void> {
  const { watchPages } = await import('./watch-pages.ts')
  watchPages(new URL('../../', import.meta.url))
}

async function plantIfEmpty(centre: Centre, args: CentreArguments): Promise<void> {
  const { isPlanted, plantCountry, plantSeason } = await import('./seed/plant.ts')
  if (await isPlanted(centre.ports)) return
  console.log('正在建立示范国家（机构、人员、题库）… planting the seed country')
  await plantCountry(centre.ports)
  if (!args.bare) await plantSeason(centre.address)
}

main().catch((error: unknown) => {
  console.error(error instanceof FolderInUse ? error.message : error)
  process.exit(1)
})
