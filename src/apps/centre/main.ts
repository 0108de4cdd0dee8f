import { fileURLToPath } from 'node:url'
import { FolderInUse } from '../../platform/db/embedded.ts'
import { type Centre, startCentre } from './server.ts'

const USAGE = `用法 usage:
  zhiheng start [--port 8080] [--host 127.0.0.1] [--data 目录] [--real]
  --real   正式环境：不装示范国家，时钟不可调 (no seed country, real clock)
环境变量 environment: DATABASE_URL, ZHIHENG_DATA, PORT, ZHIHENG_MASTER_KEY`

type Arguments = { verb: string; port: number; host: string; data: string; real: boolean }

function parseArguments(argv: readonly string[]): Arguments | null {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const parsed: Arguments = { verb: argv[0] ?? 'start', port: Number(process.env['PORT'] ?? 8080), host: '127.0.0.1', data: process.env['ZHIHENG_DATA'] ?? `${root}.zhiheng`, real: false }
  for (let i = 1; i < argv.length; i++) {
    const [flag, value] = [argv[i], argv[i + 1]]
    if (flag === '--real') parsed.real = true
    else if (flag === '--port' && value !== undefined && /^\d{1,5}$/.test(value)) parsed.port = Number(argv[++i])
    else if (flag === '--host' && value !== undefined) parsed.host = String(argv[++i])
    else if (flag === '--data' && value !== undefined) parsed.data = String(argv[++i])
    else return null
  }
  return ['start', 'dev', 'seed', 'migrate'].includes(parsed.verb) ? parsed : null
}

async function main(): Promise<void> {
  const args = parseArguments(process.argv.slice(2))
  if (!args) {
    console.error(USAGE)
    process.exit(2)
  }
  const { prepare } = await import('./prepare.ts')
  const centre = await startCentre({ dataFolder: args.data, port: args.verb === 'start' || args.verb === 'dev' ? args.port : 0, host: args.host, databaseUrl: process.env['DATABASE_URL'], demonstration: !args.real, pages: await prepare(args.verb) })
  stopOnSignals(centre)
  const { afterStart } = await import('./after-start.ts')
  await afterStart(centre, args)
}

/** First signal: finish and leave; second: leave at once. */
function stopOnSignals(centre: Centre): void {
  let asked = false
  const stop = () => {
    if (asked) process.exit(1)
    asked = true
    void centre.stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof FolderInUse ? error.message : error)
  process.exit(1)
})
