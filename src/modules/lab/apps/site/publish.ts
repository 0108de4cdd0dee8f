import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { TimerWish } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { nextAt } from '../../core/world/calendar.ts'
import { worldTime } from '../../core/world/ids.ts'
import { fileAt, projectOf } from './files.ts'
import { linksOf, neededBy, reach } from './links.ts'
import { type House, findingsOf } from './rules.ts'
import { type Project, type SiteFile, type SitePart, type SiteSlice, type Space, parts } from './slice.ts'

/** What a page of these files is judged by. */
export function houseFor(s: Frozen<SiteSlice>, at: { path: string; files: readonly Frozen<SiteFile>[]; own: string | null }): House {
  return { place: { path: at.path, files: at.files, outside: s.outside, own: at.own }, licence: s.licence, pictures: s.pictures }
}

/** The version a space shows now. */
export function liveOf(space: Frozen<Space> | undefined): Frozen<Space>['versions'][number] | undefined {
  return space?.versions.find(v => v.n === space.live)
}

function wrongCase(s: Frozen<SiteSlice>, project: Frozen<Project>): string | null {
  for (const file of project.files) {
    if (file.page === null) continue
    const { place } = houseFor(s, { path: file.path, files: project.files, own: null })
    const hrefs = [...linksOf(file.page, place).map(l => l.href), ...neededBy(file.page)]
    const bad = hrefs.find(href => reach(href, place, file.page).kind === 'case')
    if (bad !== undefined) return bad
  }
  return null
}

const Deployed = z.strictObject({ space: z.string(), project: z.string(), n: z.int() })
const Device = z.enum(['phone', 'tablet', 'desktop'])

/** After a deployment people come within the hour, and the search engine's robot in the night. */
function visitors(host: string, n: number, now: number): TimerWish[] {
  return [
    { after: 3600, by: 'site.visitor', type: 'site.visit.walk', data: { host, n } },
    { at: nextAt(worldTime(now), 2), by: 'site.spider', type: 'site.spider.crawl', data: { host, n } },
  ]
}

/** Looking a site over, and putting it where others see it. */
export const publishing: SitePart = {
  commands: {
    validate: parts.command({
      zh: '校验网页',
      data: z.strictObject({ project: z.string(), path: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { project: id, path }) => {
        const project = projectOf(s, id)
        const file = fileAt(project, path)
        if (project === undefined || file?.kind !== 'html') return no('E_NONE', { id: path })
        const findings = findingsOf(file, houseFor(s, { path, files: project.files, own: null })).map(f => ({ ...f }))
        return happened('validated', { project: id, path, findings }, { reply: findings })
      },
    }),
    preview: parts.command({
      zh: '预览网页',
      data: z.strictObject({ project: z.string(), path: z.string(), device: Device }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, view) =>
        fileAt(projectOf(s, view.project), view.path)?.kind === 'html' ? happened('previewed', view) : no('E_NONE', { id: view.path }),
    }),
    deploy: parts.command({
      zh: '发布网站',
      data: z.strictObject({ project: z.string(), space: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_INDEX_MISSING', 'E_FILE_CASE', 'E_QUOTA'],
      decide: (s, { project: id, space: host }, ctx) => {
        const [project, space] = [projectOf(s, id), s.spaces[host]]
        if (project === undefined || space === undefined) return no('E_NONE', { id: project === undefined ? id : host })
        if (fileAt(project, 'index.html') === undefined) return no('E_INDEX_MISSING')
        const bad = wrongCase(s, project)
        if (bad !== null) return no('E_FILE_CASE', { href: bad })
        const bytes = project.files.reduce((sum, f) => sum + f.bytes, 0)
        if (bytes > space.quota) return no('E_QUOTA', { why: `空间共 ${space.quota} 字节，本次需要 ${bytes} 字节` })
        const n = (space.versions.at(-1)?.n ?? 0) + 1
        return happened('deployed', { space: host, project: id, n }, { timers: visitors(host, n, ctx.now), reply: n })
      },
    }),
    rollback: parts.command({
      zh: '退回旧版本',
      data: z.strictObject({ space: z.string(), n: z.int() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { space, n }) =>
        s.spaces[space]?.versions.some(v => v.n === n) === true ? happened('rolledBack', { space, n }) : no('E_NONE', { id: `版本 ${n}` }),
    }),
    'domain.bind': parts.command({
      zh: '绑定域名',
      data: z.strictObject({ space: z.string(), domain: z.string().max(100) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_DNS'],
      decide: (s, { space, domain }, ctx) => {
        if (s.spaces[space] === undefined) return no('E_NONE', { id: space })
        return ctx.ask('net.points', domain) === space ? happened('bound', { space, domain }) : no('E_DNS', { domain, space }, 'domain')
      },
    }),
    'https.enable': parts.command({
      zh: '启用证书',
      data: z.strictObject({ space: z.string(), certificate: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_UNBOUND', 'E_CERT_HOST', 'E_CERT_EXPIRED'],
      decide: (s, { space: host, certificate: id }, ctx) => {
        const [space, certificate] = [s.spaces[host], s.certificates.find(c => c.id === id)]
        if (space === undefined || certificate === undefined) return no('E_NONE', { id: space === undefined ? host : id })
        if (space.domain === null) return no('E_UNBOUND')
        if (certificate.host !== space.domain) return no('E_CERT_HOST', { host: certificate.host, domain: space.domain }, 'certificate')
        if (certificate.until <= ctx.now) return no('E_CERT_EXPIRED', {}, 'certificate')
        const timer = {
          at: worldTime(certificate.until),
          by: 'site.spider',
          type: 'site.https.expire',
          data: { space: host },
          key: `https:${host}`,
          known: `${space.domain} 的证书到期`,
        }
        return happened('httpsOn', { space: host, certificate: id }, { cancel: [`https:${host}`], timers: [timer] })
      },
    }),
    'https.expire': parts.command({
      zh: '证书到期',
      data: z.strictObject({ space: z.string() }),
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, { space }) =>
        (s.spaces[space]?.https ?? null) === null ? no('E_NONE', { id: space }) : happened('httpsExpired', { space }),
    }),
  },
  events: {
    validated: parts.event({
      data: z.strictObject({
        project: z.string(),
        path: z.string(),
        findings: z.array(z.strictObject({ code: z.string(), ok: z.boolean(), zh: z.string() })),
      }),
      caption: ({ path, findings }, { who }) => `${who}校验 ${path}，${findings.filter(f => !f.ok).length} 项不合格`,
      evolve: (s, report, { seq }) => {
        s.reports = [...s.reports.filter(r => r.project !== report.project || r.path !== report.path), { ...report, seq }]
      },
    }),
    previewed: parts.event({
      data: z.strictObject({ project: z.string(), path: z.string(), device: Device }),
      caption: ({ path, device }, { who }) => `${who}用${{ phone: '手机', tablet: '平板', desktop: '电脑' }[device]}预览 ${path}`,
      evolve: (s, view, { seq }) => void s.previews.push({ ...view, seq }),
    }),
    deployed: parts.event({
      data: Deployed,
      caption: ({ space, n }, { who }) => `${who}发布网站到 ${space}，版本 ${n}`,
      evolve: (s, { space: host, project: id, n }, { at, seq }) => {
        const [space, project] = [s.spaces[host], s.projects.find(p => p.id === id)]
        if (space === undefined || project === undefined) return
        const { files, tags, robots } = project
        space.versions = [...space.versions, { n, at, project: id, files: [...files], tags: [...tags], robots }].slice(-5)
        space.live = n
        space.seq = seq
      },
    }),
    rolledBack: parts.event({
      data: z.strictObject({ space: z.string(), n: z.int() }),
      caption: ({ space, n }, { who }) => `${who}把 ${space} 退回版本 ${n}`,
      evolve: (s, { space: host, n }, { seq }) => {
        const space = s.spaces[host]
        if (space !== undefined) Object.assign(space, { live: n, seq })
      },
    }),
    bound: parts.event({
      data: z.strictObject({ space: z.string(), domain: z.string() }),
      caption: ({ space, domain }, { who }) => `${who}把域名 ${domain} 绑定到 ${space}`,
      evolve: (s, { space: host, domain }, { seq }) => {
        const space = s.spaces[host]
        if (space !== undefined) Object.assign(space, { domain, https: null, seq })
      },
    }),
    httpsOn: parts.event({
      data: z.strictObject({ space: z.string(), certificate: z.string() }),
      caption: ({ space }, { who }) => `${who}为 ${space} 启用证书`,
      evolve: (s, { space: host, certificate }, { seq }) => {
        const [space, until] = [s.spaces[host], s.certificates.find(c => c.id === certificate)?.until ?? 0]
        if (space !== undefined) Object.assign(space, { https: { certificate, until }, expired: false, seq })
      },
    }),
    httpsExpired: parts.event({
      data: z.strictObject({ space: z.string() }),
      caption: ({ space }) => `${space} 的证书到期，浏览器提示连接不安全`,
      evolve: (s, { space: host }) => {
        const space = s.spaces[host]
        if (space !== undefined) space.expired = true
      },
    }),
  },
  refusals: {
    E_INDEX_MISSING: '缺少首页 index.html，无法发布。',
    E_FILE_CASE: '“{href}”与文件名的大小写不一致，服务器区分大小写，请改正后再发布。',
    E_DNS: '{domain} 没有解析到 {space}，请先设置解析记录并等待生效。',
    E_UNBOUND: '请先绑定域名，再启用证书。',
    E_CERT_HOST: '这张证书属于 {host}，不能用于 {domain}。',
    E_CERT_EXPIRED: '证书已过期，请换用有效的证书。',
  },
}
