import { spawn } from 'node:child_process'
import { FolderInUse } from '../../platform/db/embedded.ts'
import { projectFile } from '../../platform/project-file.ts'
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
  if (serves && args.pages) await buildWhatChanged()
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

/** In a process of its own: the bundler's memory must not stay with the server. */
async function buildWhatChanged(): Promise<void> {
  const code = await new Promise<number | null>(done =>
    spawn(process.execPath, [projectFile('build/main.ts')], { stdio: ['ignore', 'ignore', 'inherit'] }).once('exit', done),
  )
  if (code !== 0) throw new Error(`the pages could not be built (exit code ${code})`)
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

/** First signal: finish and leave; second: leave at once. False when the parent that wanted this centre went away during its start. */
function stopOnSignals(centre: Centre): boolean {
  let asked = false
  const stop = () => {
    if (asked) process.exit(1)
    asked = true
    void centre.stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
  if (orphaned) stop()
  return !orphaned
}

/** A parent may go away while the centre is still starting. */
let orphaned = false
process.once('disconnect', () => {
  orphaned = true
})

main().catch((error: unknown) => {
  console.error(error instanceof FolderInUse ? error.message : error)
  process.exit(1)
})
