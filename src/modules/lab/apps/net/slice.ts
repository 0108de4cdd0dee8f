import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import { parseWorldTime } from '../../core/world/calendar.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'
import type { WorldTime } from '../../core/world/ids.ts'

/** A file's name as Windows and a mail program both take it. */
export const FileName = z.string().min(1).max(120)
export const HostName = z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/)
/** A folder of the world's drive or of a server: `/`, `/资料/图片`. */
export const FolderPath = z
  .string()
  .regex(/^\/([^/\\:*?"<>|]+(\/[^/\\:*?"<>|]+)*)?$/)
  .max(200)
const Moment = z.string().refine(text => parseWorldTime(text) !== undefined)

const SourceFile = z.strictObject({
  name: FileName,
  bytes: z.int().min(0),
  kind: z.enum(['text', 'binary']),
  /** What it is made of; equal digests are equal files. */
  digest: z.string().min(1),
  /** The twin with the wrong ending, or a file nobody should take. */
  decoy: z.boolean().default(false),
  infected: z.boolean().default(false),
  /** Entries of an archive and its password. */
  entries: z
    .array(z.strictObject({ name: FileName, bytes: z.int().min(0), kind: z.enum(['text', 'binary']), digest: z.string() }))
    .default([]),
  password: z.string().nullable().default(null),
})

const HostConfig = z.strictObject({
  host: HostName,
  title: z.string(),
  certificate: z.strictObject({ name: HostName, until: Moment, trusted: z.boolean() }).nullable(),
  /** The site whose look it has; null for a site that is itself. */
  imitates: HostName.nullable().default(null),
  downloads: z.array(SourceFile).default([]),
  alive: z.boolean().default(true),
})

const FtpConfig = z.strictObject({
  host: HostName,
  account: z.string(),
  password: z.string(),
  quota: z.int().min(0),
  folders: z.array(z.strictObject({ path: FolderPath, write: z.boolean() })),
})

const DomainConfig = z.strictObject({ name: HostName, owner: z.enum(['self', 'other']), until: Moment })

export const NetConfig = z.strictObject({
  home: z.string().default('http://www.lab.test/'),
  hosts: z.array(HostConfig),
  ftp: z.array(FtpConfig).default([]),
  domains: z.array(DomainConfig).default([]),
  /** Endings that the company's rules do not let in. */
  blocked: z.array(z.string()).default(['exe', 'bat', 'scr']),
  space: z.int().default(50_000_000),
  /** Seconds until a record is known everywhere. */
  ttl: z.int().min(1).default(600),
  medium: z.int().default(20_000_000),
})
type NetConfig = z.output<typeof NetConfig>

export type Certificate = { name: string; until: number; trusted: boolean }
export type Download = Omit<z.output<typeof SourceFile>, 'decoy' | 'infected' | 'password'> & {
  decoy: Hidden<boolean>
  infected: Hidden<boolean>
  password: Hidden<string | null>
}
export type Site = {
  host: string
  title: string
  certificate: Certificate | null
  imitates: Hidden<string | null>
  downloads: Download[]
  alive: boolean
}
export type DriveFile = Download & { id: string; folder: string; damaged: boolean; seq: number }
export type RemoteFile = { folder: string; name: string; bytes: number; digest: string; damaged: boolean; mode: string; seq: number }
export type FtpSite = {
  account: string
  password: Hidden<string>
  quota: number
  folders: { path: string; write: boolean }[]
  files: RemoteFile[]
}
export type DnsRecord = { kind: string; host: string; value: string; live: boolean; seq: number }
export type Domain = { name: string; owner: 'self' | 'other'; state: string; until: number; records: DnsRecord[]; seq: number }
export type Visit = { url: string; host: string; at: number; warned: string; proceeded: boolean; seq: number }

export type NetSlice = {
  home: string
  sites: Record<string, Site>
  blocked: string[]
  space: number
  ttl: number
  medium: number
  visits: Visit[]
  bookmarks: { id: string; folder: string; title: string; url: string; seq: number }[]
  files: DriveFile[]
  ftp: Record<string, FtpSite>
  link: { host: string; mode: 'text' | 'binary' } | null
  domains: Record<string, Domain>
  passwords: Record<string, { strength: number; print: Hidden<string>; seq: number }>
  signIns: { host: string; truth: Hidden<string | null>; seq: number }[]
  abused: { site: string; seq: number }[]
  scans: { at: number; found: string[]; seq: number }[]
  backups: { id: string; files: DriveFile[]; bytes: number; seq: number }[]
  complaints: { host: string; name: string; seq: number }[]
  diagnoses: { tool: string; host: string; result: string; seq: number }[]
}

export const parts = partsFor<NetSlice>()
export type NetPart = Pick<AppSpec<NetSlice>, 'commands' | 'events' | 'refusals'>

/** The world's net as a scenario describes it. */
export function seedNet(config: NetConfig): NetSlice {
  const sites = config.hosts.map(h => [h.host, siteOf(h)] as const)
  const ftp = config.ftp.map(({ host, password, ...rest }): [string, FtpSite] => [host, { ...rest, password: hide(password), files: [] }])
  const domains = config.domains.map(({ name, owner, until }): [string, Domain] => [
    name,
    { name, owner, state: 'active', until: momentOf(until), records: [], seq: 0 },
  ])
  return {
    home: config.home,
    sites: Object.fromEntries(sites),
    blocked: config.blocked,
    space: config.space,
    ttl: config.ttl,
    medium: config.medium,
    visits: [],
    bookmarks: [],
    files: [],
    ftp: Object.fromEntries(ftp),
    link: null,
    domains: Object.fromEntries(domains),
    passwords: {},
    signIns: [],
    abused: [],
    scans: [],
    backups: [],
    complaints: [],
    diagnoses: [],
  }
}

function siteOf({ imitates, downloads, certificate, ...rest }: z.output<typeof HostConfig>): Site {
  return {
    ...rest,
    imitates: hide(imitates),
    certificate: certificate === null ? null : { ...certificate, until: momentOf(certificate.until) },
    downloads: downloads.map(({ decoy, infected, password, ...file }) => ({
      ...file,
      decoy: hide(decoy),
      infected: hide(infected),
      password: hide(password),
    })),
  }
}

function momentOf(text: string): WorldTime {
  const at = parseWorldTime(text)
  if (at === undefined) throw new RangeError(`no such time: ${text}`)
  return at
}
