import { z } from 'zod'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { appId } from '../../core/world/ids.ts'
import { browse } from './browse.ts'
import { DOMAIN, domainTimers, domains, pointsTo } from './domains.ts'
import { drive, endingOf } from './drive.ts'
import { ftp } from './ftp.ts'
import { netFacts } from './facts.ts'
import { safety } from './safety.ts'
import { NetConfig, type NetSlice, parts, seedNet } from './slice.ts'

/** 网络与终端: browser, drive, file transfer, domain names, safety. */
export const netSpec: AppSpec<NetSlice> = {
  id: appId('net'),
  version: '1.0.0',
  zh: '网络与终端',
  host: null,
  requires: [],
  config: NetConfig,
  seed: (config: z.output<typeof NetConfig>) => seedNet(config),
  opening: s => domainTimers(s),
  commands: { ...browse.commands, ...drive.commands, ...ftp.commands, ...domains.commands, ...safety.commands },
  events: { ...browse.events, ...drive.events, ...ftp.events, ...domains.events, ...safety.events },
  ports: {},
  asks: {
    /** Where a name leads by its records that are live; null when it leads nowhere. */
    points: parts.asked(z.string(), (s, host) => pointsTo(s, host)),
    /** A file of the drive for other apps: name, size, digest; null when there is none. */
    file: parts.asked(z.string(), (s, id) => {
      const file = s.files.find(f => f.id === id)
      return file === undefined ? null : { name: file.name, bytes: file.bytes, digest: file.digest, kind: file.kind, damaged: file.damaged }
    }),
  },
  agents: { 'net.dns': '域名系统', 'net.registrar': '域名注册商', 'net.webmaster': '服务器管理员', 'net.virus': '病毒' },
  policies: {
    attacker: parts.policy({
      zh: '攻击者',
      on: ['net.signedIn'],
      params: z.strictObject({}),
      secret: z.strictObject({ wait: z.int().min(1) }),
      react: ({ slice, event, me }) => {
        const site = slice.signIns.find(entry => entry.seq === event.seq)?.truth.hidden ?? null
        return site === null ? [] : [{ after: Number(me.secret['wait']), type: 'net.account.abuse', data: { site } }]
      },
    }),
  },
  machines: { domain: DOMAIN },
  view: s => ({
    home: s.home,
    bookmarks: s.bookmarks.map(({ id, folder, title, url }) => ({ id, folder, title, url })),
    visits: s.visits.slice(-50).map(({ url, at, warned }) => ({ url, at, warned })),
    pages: pagesOf(s as NetSlice),
    files: s.files.map(({ id, folder, name, bytes, kind, damaged }) => ({ id, folder, name, bytes, kind, damaged })),
    link: s.link,
    server: serverOf(s as NetSlice),
    domains: Object.values(s.domains)
      .filter(d => d.owner === 'self')
      .map(({ name, state, until, records }) => ({ name, state, until, records: records.map(r => ({ ...r })) })),
    scans: s.scans.map(({ at, found }) => ({ at, found })),
    backups: s.backups.map(({ id, bytes, files }) => ({ id, bytes, files: files.length })),
    passwords: Object.entries(s.passwords).map(([site, { strength }]) => ({ site, strength })),
    diagnoses: s.diagnoses.slice(-20).map(({ tool, host, result }) => ({ tool, host, result })),
    notices: [...s.abused.map(a => ({ ...a, kind: 'abused' })), ...s.complaints.map(c => ({ ...c, kind: 'complaint' }))],
  }),
  facts: netFacts,
  traps: {
    lookalike: parts.trap({
      zh: '在仿冒网站上输入账号密码',
      sprung: s => s.signIns.flatMap(e => (e.truth.hidden === null ? [] : [e.seq])),
    }),
    warning: parts.trap({ zh: '不理会证书警告继续访问', sprung: s => s.visits.flatMap(v => (v.proceeded ? [v.seq] : [])) }),
    twin: parts.trap({ zh: '保存了名称相同、类型不对的文件', sprung: s => s.files.flatMap(f => (f.decoy.hidden ? [f.seq] : [])) }),
  },
  consequences: {
    abused: { zh: '在仿冒网站登录后账户被盗用', cause: 'net.signedIn', effect: 'net.accountAbused' },
    broken: { zh: '用文本方式上传的图片打不开', cause: 'net.ftpPut', effect: 'net.ftpComplained' },
    live: { zh: '解析记录到时生效', cause: 'net.recordSet', effect: 'net.recordLive' },
    lapsed: { zh: '域名没有续费而过期', cause: 'net.domainRegistered', effect: 'net.domainStepped' },
    infected: { zh: '未查杀的文件次日发作', cause: 'net.fileSaved', effect: 'net.filesDamaged' },
  },
  invariants: [
    parts.invariant({ id: 'names', broken: s => (twice(s.files.map(f => `${f.folder}/${f.name}`)) ? 'two files of one name' : null) }),
    parts.invariant({
      id: 'quota',
      broken: s => {
        const over = Object.entries(s.ftp).find(([, site]) => site.files.reduce((n, f) => n + f.bytes, 0) > site.quota)
        return over === undefined ? null : `${over[0]} is over its quota`
      },
    }),
  ],
  refusals: { ...browse.refusals, ...drive.refusals, ...ftp.refusals, ...domains.refusals, ...safety.refusals },
}

function twice(names: readonly string[]): boolean {
  return new Set(names).size < names.length
}

/** What the sites that were opened offer; what they imitate stays inside. */
function pagesOf(s: NetSlice): Json {
  const opened = new Set(s.visits.map(v => v.host))
  return Object.values(s.sites)
    .filter(site => opened.has(site.host))
    .map(site => ({
      host: site.host,
      title: site.title,
      certificate: site.certificate,
      downloads: site.downloads.map(({ name, bytes, kind }) => ({ name, bytes, kind, ending: endingOf(name) })),
    }))
}

function serverOf(s: NetSlice): Json {
  const site = s.link === null ? undefined : s.ftp[s.link.host]
  if (site === undefined) return null
  return {
    quota: site.quota,
    folders: site.folders.map(f => ({ ...f })),
    files: site.files.map(({ folder, name, bytes, mode }) => ({ folder, name, bytes, mode })),
  }
}

export const net: LabApp = defineApp(netSpec)
