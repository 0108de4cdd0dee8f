import process from 'node:process'
import { FolderInUse } from '../../platform/db/embedded.ts'
import { buildPagesApart } from '../../platform/host/build-pages-apart.ts'
import { stopOnSignals } from '../../platform/host/stop-on-signals.ts'
import { USAGE, parseArguments } from './arguments.ts'
import { startSite } from './server.ts'

async function main(): Promise<void> {
  const args = parseArguments(process.argv.slice(2), process.env)
  if (!args) {
    console.error(USAGE)
    process.exit(2)
  }
  if (args.pages) await buildPagesApart()
  const site = await startSite({
    dataFolder: args.data,
    port: args.port,
    host: args.host,
    databaseUrl: process.env['DATABASE_URL'],
    logLevel: process.env['ZHIHENG_LOG'] ?? 'warn',
    name: args.name,
    peer: args.peer,
    pages: args.pages,
  })
  if (!stopOnSignals(site)) return
  console.log(
    `\n职衡考点服务器 ${args.name}  ${site.address}\n考试端 ${site.address}/exam/   考务台 ${site.address}/hall/\n按 Ctrl+C 停止。`,
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof FolderInUse ? error.message : error)
  process.exit(1)
})
