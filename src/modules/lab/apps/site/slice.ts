import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import { parseWorldTime } from '../../core/world/calendar.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'
import { type RobotsFile, readRobots } from './robots.ts'

export const Host = z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/)
const Asset = z.strictObject({
  name: z.string().min(1),
  zh: z.string(),
  bytes: z.int().min(1),
  width: z.int().min(1),
  height: z.int().min(1),
})
const Claim = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  /** One of these has to stand on the site, and none of those may. */
  say: z.array(z.string()).min(1),
  never: z.array(z.string()).default([]),
})
export const SiteConfig = z.strictObject({
  assets: z.array(Asset).default([]),
  spaces: z.array(z.strictObject({ host: Host, quota: z.int().min(1), ftp: z.string().default('') })).default([]),
  /** Certificates that lie ready to be put on a domain. */
  certificates: z.array(z.strictObject({ id: z.string(), host: Host, until: z.string() })).default([]),
  /** Where forms may send to, and hosts that links outside may lead to. */
  targets: z.array(z.string()).default([]),
  outside: z.array(Host).default([]),
  licence: z.string().default(''),
  /** Bytes all pictures of a page may have together. */
  pictures: z.int().default(600_000),
  claims: z.array(Claim).default([]),
  /** Addresses of the test of robots.txt. */
  probes: z.array(z.strictObject({ agent: z.string(), path: z.string() })).default([]),
  most: z.int().min(1).max(5).default(3),
})
type SiteConfig = z.output<typeof SiteConfig>

/** As `platform/markup` reads a page: names, attributes, and the place of the parent. */
export const PageNode = z.strictObject({
  name: z.string(),
  attrs: z.record(z.string(), z.string()),
  parent: z.int(),
  text: z.string(),
})
export type PageNode = z.output<typeof PageNode>
export const CssRule = z.strictObject({ selectors: z.array(z.string()), declarations: z.record(z.string(), z.string()) })
export const CssFault = z.strictObject({ code: z.string(), name: z.string(), line: z.int(), column: z.int() })
export const Sheet = z.strictObject({ rules: z.array(CssRule), faults: z.array(CssFault) })
export type Sheet = z.output<typeof Sheet>
export const Parsed = z.strictObject({ doctype: z.boolean(), nodes: z.array(PageNode), sheets: z.array(Sheet) })
export type Parsed = z.output<typeof Parsed>

export type SiteFile = {
  path: string
  kind: 'html' | 'css' | 'text' | 'asset'
  text: string
  bytes: number
  page: Parsed | null
  seq: number
}
export type Tag = { page: string; event: string; params: Record<string, string>; trigger: string; seq: number }
export type Project = {
  id: string
  name: string
  files: SiteFile[]
  redirects: { from: string; to: string; code: number; seq: number }[]
  tags: Tag[]
  robots: RobotsFile
}
export type Version = { n: number; at: number; project: string; files: SiteFile[]; tags: Tag[]; robots: RobotsFile }
export type Space = {
  host: string
  quota: number
  versions: Version[]
  live: number | null
  domain: string | null
  https: { certificate: string; until: number } | null
  expired: boolean
  seq: number
}
export type Walk = {
  host: string
  seen: string[]
  dead: string[]
  hits: { page: string; event: string; params: Record<string, string> }[]
  seq: number
}
export type SiteSlice = {
  assets: z.output<typeof Asset>[]
  projects: Project[]
  spaces: Record<string, Space>
  certificates: { id: string; host: string; until: number }[]
  targets: string[]
  outside: string[]
  licence: string
  pictures: number
  claims: Hidden<z.output<typeof Claim>[]>
  probes: Hidden<{ agent: string; path: string }[]>
  most: number
  reports: { project: string; path: string; findings: { code: string; ok: boolean; zh: string }[]; seq: number }[]
  previews: { project: string; path: string; device: string; seq: number }[]
  walks: Walk[]
  forms: { host: string; page: string; values: Record<string, string>; at: number; seq: number }[]
  lost: { host: string; why: string; seq: number }[]
  crawls: { host: string; kept: string[]; blocked: string[]; seq: number }[]
}

export const parts = partsFor<SiteSlice>()
export type SitePart = Pick<AppSpec<SiteSlice>, 'commands' | 'events' | 'refusals'>

export const NO_ROBOTS = readRobots('')

export function seedSite(config: SiteConfig): SiteSlice {
  const space = ({ host, quota }: SiteConfig['spaces'][number]): [string, Space] => [
    host,
    { host, quota, versions: [], live: null, domain: null, https: null, expired: false, seq: 0 },
  ]
  return {
    assets: config.assets,
    projects: [],
    spaces: Object.fromEntries(config.spaces.map(space)),
    certificates: config.certificates.map(c => ({ ...c, until: parseWorldTime(c.until) ?? 0 })),
    targets: config.targets,
    outside: config.outside,
    licence: config.licence,
    pictures: config.pictures,
    claims: hide(config.claims),
    probes: hide(config.probes),
    most: config.most,
    reports: [],
    previews: [],
    walks: [],
    forms: [],
    lost: [],
    crawls: [],
  }
}
