import { fileURLToPath } from 'node:url'

export const USAGE = `用法 usage:
  zhiheng start [--port 8080] [--host 127.0.0.1] [--data 目录] [--real] [--bare] [--no-pages]
  --real      正式环境：没有示范国家，时钟不可调 (no seed country, the clock is real)
  --bare      示范国家只含机构、岗位人员和题库，不含考季 (institutions, staff and items, no season)
  --no-pages  只提供接口 (API only)
环境变量 environment: DATABASE_URL, ZHIHENG_DATA, PORT, ZHIHENG_MASTER_KEY`

const VERBS = ['start', 'dev', 'seed', 'migrate'] as const
export type Verb = (typeof VERBS)[number]

/** How the centre shall run. */
export type CentreArguments = {
  readonly verb: Verb
  readonly port: number
  readonly host: string
  readonly data: string
  readonly real: boolean
  readonly bare: boolean
  readonly pages: boolean
}

/** Reads the command line; null when it makes no sense. */
export function parseArguments(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): CentreArguments | null {
  const [verb = 'start', ...rest] = argv
  if (!isVerb(verb)) return null
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const parsed = {
    verb,
    port: Number(environment['PORT'] ?? 8080),
    host: '127.0.0.1',
    data: environment['ZHIHENG_DATA'] ?? `${root}.zhiheng`,
    real: false,
    bare: false,
    pages: true,
  }
  for (let i = 0; i < rest.length; i++) {
    const value = rest[i + 1]
    if (rest[i] === '--real') parsed.real = true
    else if (rest[i] === '--bare') parsed.bare = true
    else if (rest[i] === '--no-pages') parsed.pages = false
    else if (value === undefined) return null
    else if (rest[i] === '--port' && /^\d{1,5}$/.test(value)) parsed.port = Number(rest[++i])
    else if (rest[i] === '--host') parsed.host = String(rest[++i])
    else if (rest[i] === '--data') parsed.data = String(rest[++i])
    else return null
  }
  return Number.isInteger(parsed.port) && parsed.port <= 65_535 ? parsed : null
}

function isVerb(text: string): text is Verb {
  return (VERBS as readonly string[]).includes(text)
}
