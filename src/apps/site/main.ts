import process from 'node:process'
import { FolderInUse } from '../../platform/db/embedded.ts'
import { buildPagesApart } from '../../platform/host/build-pages-apart.ts'
import { stopOnSignals } from '../../platform/host/stop-on-signals.ts'
import { readTls, trustAuthority } from './tls.ts'
import { siteDataFolder } from '../../platform/host/site-data-folder.ts'
import { USAGE, parseArguments } from './arguments.ts'
import { COMMAND_USAGE, isCommand, parseCommand } from './commands/arguments.ts'
import { runCommand } from './commands/run-command.ts'
import { PROFILES } from './profile.ts'
import { judgeSiteDisk } from './hall/site-disk.ts'
import { startSite } from './server.ts'

/** Other machines get no secure context over plain HTTP: browsers then open no sealed paper. */
const NO_TLS =
  '注意：未启用HTTPS，其他机器的浏览器无法打开加密试卷。请用 zhiheng key tls 生成证书。 (no HTTPS: browsers on other machines cannot open sealed papers)'

async function main(): Promise<void> {
  const words = process.argv.slice(2)
  if (isCommand(words)) return runOne(words)
  const args = parseArguments(words, process.env)
  if (!args) {
    console.error(`${USAGE}\n${COMMAND_USAGE}`)
    process.exit(2)
  }
  if (args.pages) await buildPagesApart()
  trustAuthority(args.data)
  const site = await startSite({
    dataFolder: args.data,
    port: args.port,
    host: args.host,
    databaseUrl: process.env['DATABASE_URL'],
    logLevel: process.env['ZHIHENG_LOG'] ?? 'warn',
    name: args.name,
    profile: args.profile,
    tls: readTls(args.data),
    peer: args.peer,
    pages: args.pages,
  })
  if (!stopOnSignals(site)) return
  const disk = await judgeSiteDisk(args.data)
  const secure = site.address.startsWith('https:') ? '' : `\n${NO_TLS}`
  console.log(
    `\n职衡考点服务器 ${args.name}  ${site.address}  ${PROFILES[args.profile].zh}${secure}\n${disk}\n考试端 ${site.address}/exam/   考务台 ${site.address}/hall/\n按 Ctrl+C 停止。`,
  )
}

async function runOne(words: readonly string[]): Promise<void> {
  const command = parseCommand(words, siteDataFolder(process.env))
  if (command === null) console.error(`用法 usage:\n${COMMAND_USAGE}`)
  // whoever started this process keeps a channel to it open, which would keep it waiting
  process.exit(command === null ? 2 : await runCommand(command))
}

main().catch((error: unknown) => {
  console.error(error instanceof FolderInUse ? error.message : error)
  process.exit(1)
})
