import { fileURLToPath } from 'node:url'

export const USAGE = `用法 usage:
  zhiheng site [--port 8090] [--host 127.0.0.1] [--data 目录] [--name A|B] [--no-pages]
  --name      同一考点的两台服务器分别为A和B (the two servers of a site are A and B)
  --no-pages  只提供接口 (API only)
环境变量 environment: DATABASE_URL, ZHIHENG_SITE_DATA, PORT, ZHIHENG_MASTER_KEY`

/** How a site server shall run. */
export type SiteArguments = {
  readonly port: number
  readonly host: string
  readonly data: string
  readonly name: 'A' | 'B'
  readonly pages: boolean
}

/** Reads the command line; null when it makes no sense. */
export function parseArguments(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): SiteArguments | null {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const parsed: { -readonly [K in keyof SiteArguments]: SiteArguments[K] } = {
    port: Number(environment['PORT'] ?? 8090),
    host: '127.0.0.1',
    data: environment['ZHIHENG_SITE_DATA'] ?? `${root}.zhiheng-site`,
    name: 'A',
    pages: true,
  }
  for (let i = 0; i < words.length; i++) {
    const value = words[i + 1]
    if (words[i] === '--no-pages') parsed.pages = false
    else if (value === undefined) return null
    else if (words[i] === '--port' && /^\d{1,5}$/.test(value)) parsed.port = Number(words[++i])
    else if (words[i] === '--host') parsed.host = String(words[++i])
    else if (words[i] === '--data') parsed.data = String(words[++i])
    else if (words[i] === '--name' && (value === 'A' || value === 'B')) {
      parsed.name = value
      i += 1
    } else return null
  }
  return Number.isInteger(parsed.port) && parsed.port <= 65_535 ? parsed : null
}
