import { siteDataFolder } from '../../platform/host/site-data-folder.ts'
import { PROFILE_NAMES, type ProfileName } from './profile.ts'

export const USAGE = `用法 usage:
  zhiheng site [--port 8090] [--host 127.0.0.1] [--data 目录] [--name A|B] [--peer https://主机:端口]
               [--profile hall|room|laptop] [--no-pages]
  --name      同一考点的两台服务器分别为A和B (the two servers of a site are A and B)
  --peer      另一台服务器的地址；不设则由本机单独承担 (where the other server listens)
  --profile   hall：整个考点，不超过2000机位；room：单考场；laptop：不超过60机位 (for how many seats)
  --no-pages  只提供接口 (API only)
数据目录中有tls/server.crt和tls/server.key时以HTTPS提供服务，用zhiheng key tls生成 (HTTPS when the data folder has them)
环境变量 environment: DATABASE_URL, ZHIHENG_SITE_DATA, ZHIHENG_SITE_PEER, PORT, ZHIHENG_MASTER_KEY`

/** How a site server shall run. */
export type SiteArguments = {
  readonly port: number
  readonly host: string
  readonly data: string
  readonly name: 'A' | 'B'
  readonly profile: ProfileName
  /** Where the other server of the site listens; null where this one keeps it alone. */
  readonly peer: string | null
  readonly pages: boolean
}

/** Reads the command line; null when it makes no sense. */
export function parseArguments(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): SiteArguments | null {
  const parsed: { -readonly [K in keyof SiteArguments]: SiteArguments[K] } = {
    port: Number(environment['PORT'] ?? 8090),
    host: '127.0.0.1',
    data: siteDataFolder(environment),
    name: 'A',
    profile: 'hall',
    peer: environment['ZHIHENG_SITE_PEER'] || null,
    pages: true,
  }
  for (let i = 0; i < words.length; i++) {
    const value = words[i + 1]
    if (words[i] === '--no-pages') parsed.pages = false
    else if (value === undefined) return null
    else if (words[i] === '--port' && /^\d{1,5}$/.test(value)) parsed.port = Number(words[++i])
    else if (words[i] === '--host') parsed.host = String(words[++i])
    else if (words[i] === '--peer') parsed.peer = String(words[++i])
    else if (words[i] === '--data') parsed.data = String(words[++i])
    else if (words[i] === '--name' && (value === 'A' || value === 'B')) {
      parsed.name = value
      i += 1
    } else if (words[i] === '--profile') {
      const profile = PROFILE_NAMES.find(one => one === value)
      if (profile === undefined) return null
      parsed.profile = profile
      i += 1
    } else return null
  }
  if (parsed.peer !== null && !isAddress(parsed.peer)) return null
  return Number.isInteger(parsed.port) && parsed.port <= 65_535 ? parsed : null
}

function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/' && url.search === ''
}
