import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { appId } from '../../core/world/ids.ts'
import { safeHtml } from './dom.ts'
import { siteFacts } from './facts.ts'
import { fileAt, filesPart, projectOf } from './files.ts'
import { liveOf, publishing } from './publish.ts'
import { SiteConfig, type SiteSlice, parts, seedSite } from './slice.ts'
import { TEMPLATES } from './templates.ts'
import { EVENTS, tuning } from './tuning.ts'
import { visiting } from './visits.ts'

const Prospect = z.strictObject({ after: z.int().min(1), values: z.record(z.string(), z.string()) })

/** 网站建设: projects, a rule set for pages, deployment, domain and certificate, robots and site map, visitors who come of their own accord. */
export const siteSpec: AppSpec<SiteSlice> = {
  id: appId('site'),
  version: '1.0.0',
  zh: '网站建设',
  host: 'host.lab.test',
  requires: ['net'],
  config: SiteConfig,
  seed: (config: z.output<typeof SiteConfig>) => seedSite(config),
  commands: { ...filesPart.commands, ...publishing.commands, ...tuning.commands, ...visiting.commands },
  events: { ...filesPart.events, ...publishing.events, ...tuning.events, ...visiting.events },
  ports: {},
  asks: {
    /** The page under a host and path as safe markup; null when nothing is there. */
    page: parts.asked(z.strictObject({ host: z.string(), path: z.string() }), (s, { host, path }) => {
      const space = Object.values(s.spaces).find(x => x.host === host || x.domain === host)
      const seen = liveOf(space)?.files.find(f => f.path === (path.replace(/^\//, '') || 'index.html'))?.page ?? null
      return seen === null ? null : safeHtml(seen)
    }),
  },
  agents: { 'site.visitor': '网站访客', 'site.spider': '搜索引擎' },
  policies: {
    prospect: parts.policy({
      zh: '填写表单的客户',
      on: ['site.deployed'],
      params: Prospect,
      secret: z.record(z.string(), z.json()),
      react: ({ event, me }) => {
        const { after, values } = me.params as unknown as z.output<typeof Prospect>
        return [{ after, type: 'site.form.send', data: { host: (event.data as { space: string }).space, values } }]
      },
    }),
  },
  machines: {},
  view: s => viewOf(s),
  facts: siteFacts,
  traps: {
    dead: parts.trap({ zh: '发布的网站有打不开的链接', sprung: s => s.walks.flatMap(w => (w.dead.length > 0 ? [w.seq] : [])) }),
    shut: parts.trap({
      zh: 'robots.txt 把搜索引擎拦在整个网站之外',
      sprung: s => s.crawls.flatMap(c => (c.kept.length === 0 && c.blocked.length > 0 ? [c.seq] : [])),
    }),
    stray: parts.trap({ zh: '表单没有送到公司', sprung: s => s.lost.map(l => l.seq) }),
  },
  consequences: {
    walked: { zh: '发布后访客来浏览，遇到打不开的链接会离开', cause: 'site.deployed', effect: 'site.walked' },
    arrived: { zh: '表单设置正确，客户的留言送到', cause: 'site.deployed', effect: 'site.formArrived' },
    lost: { zh: '表单设置有误，失去客户', cause: 'site.deployed', effect: 'site.formLost' },
    crawled: { zh: '次日凌晨搜索引擎按 robots.txt 抓取', cause: 'site.deployed', effect: 'site.crawled' },
    expired: { zh: '证书到期未换，浏览器提示不安全', cause: 'site.httpsOn', effect: 'site.httpsExpired' },
  },
  invariants: [
    parts.invariant({
      id: 'live',
      broken: s => Object.values(s.spaces).find(x => x.live !== null && liveOf(x) === undefined)?.host ?? null,
    }),
    parts.invariant({
      id: 'quota',
      broken: s => {
        const over = Object.values(s.spaces).find(x => (liveOf(x)?.files.reduce((sum, f) => sum + f.bytes, 0) ?? 0) > x.quota)
        return over === undefined ? null : `${over.host} is over its quota`
      },
    }),
  ],
  refusals: { ...filesPart.refusals, ...publishing.refusals, ...tuning.refusals, ...visiting.refusals },
}

/** Projects with their texts, the last report and preview, spaces with their versions, the log of visitors; the claims and probes stay inside. */
function viewOf(s: Frozen<SiteSlice>): Json {
  const last = s.previews.at(-1)
  const shown = last === undefined ? null : (fileAt(projectOf(s, last.project), last.path)?.page ?? null)
  return {
    templates: Object.entries(TEMPLATES).map(([id, { zh }]) => ({ id, zh })),
    assets: s.assets.map(a => ({ ...a })),
    targets: [...s.targets],
    licence: s.licence,
    trackEvents: Object.entries(EVENTS).map(([name, needed]) => ({ name, needed: [...needed] })),
    projects: s.projects.map(({ id, name, files, redirects, tags }) => ({
      id,
      name,
      files: files.map(({ path, kind, text, bytes }) => ({ path, kind, text, bytes })),
      redirects: redirects.map(({ from, to, code }) => ({ from, to, code })),
      tags: tags.map(({ seq: _seq, ...tag }) => tag) as unknown as Json,
    })),
    reports: s.reports.map(({ seq: _seq, ...report }) => report) as unknown as Json,
    preview: last === undefined || shown === null ? null : { path: last.path, device: last.device, html: safeHtml(shown) },
    spaces: Object.values(s.spaces).map(({ host, quota, versions, live, domain, https, expired }) => ({
      host,
      quota,
      live,
      domain,
      https: https === null ? null : { ...https, expired },
      versions: versions.map(({ n, at, files }) => ({ n, at, files: files.length })),
      used: liveOf(s.spaces[host])?.files.reduce((sum, f) => sum + f.bytes, 0) ?? 0,
    })),
    certificates: s.certificates.map(c => ({ ...c })),
    log: s.walks.slice(-20).map(({ seq: _seq, ...walk }) => walk) as unknown as Json,
    crawls: s.crawls.slice(-20).map(({ seq: _seq, ...crawl }) => crawl) as unknown as Json,
    messages: s.forms.map(({ seq: _seq, ...form }) => form) as unknown as Json,
    lost: s.lost.map(({ host, why }) => ({ host, why })),
  }
}

export const site: LabApp = defineApp(siteSpec)
