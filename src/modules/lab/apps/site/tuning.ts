import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { escaped } from './dom.ts'
import { bytesOf, fileAt, projectOf } from './files.ts'
import { readRobots, robotsFault } from './robots.ts'
import { Host, type Project, type SitePart, type SiteSlice, parts } from './slice.ts'

/** Events a shop tells its counters of; the names are those commonly used. */
export const EVENTS: Readonly<Record<string, readonly string[]>> = {
  page_view: [],
  view_item_list: ['item_list_name'],
  view_item: ['item_id'],
  add_to_cart: ['item_id'],
  begin_checkout: [],
  purchase: ['transaction_id', 'value', 'currency'],
  generate_lead: [],
  search: ['search_term'],
  sign_up: [],
}

const Path = z
  .string()
  .regex(/^\/[A-Za-z0-9_./-]*$/)
  .max(120)

/** Would following these redirects ever come back to where it began? */
function loops(project: Frozen<Project>, from: string, to: string): boolean {
  const next = new Map(project.redirects.map(r => [r.from, r.to]))
  next.set(from, to)
  const seen = new Set<string>()
  for (let at: string | undefined = from; at !== undefined; at = next.get(at)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

/** The site map of sitemaps.org for the pages of a project. */
export function sitemapOf(project: Frozen<Project>, host: string): string {
  const pages = project.files.filter(f => f.kind === 'html').map(f => f.path)
  const urls = pages.toSorted((a, b) => (a < b ? -1 : 1)).map(path => `https://${host}/${path === 'index.html' ? '' : path}`)
  const lines = urls.map(url => `  <url><loc>${escaped(url)}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`
}

/** The addresses a site map names. */
export function sitemapUrls(text: string): string[] {
  return [...text.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)].map(match => match[1] ?? '')
}

const Redirect = z.strictObject({ project: z.string(), from: Path, to: Path, code: z.union([z.literal(301), z.literal(302)]) })
const TagData = z.strictObject({
  project: z.string(),
  page: z.string(),
  event: z.string().max(40),
  params: z.record(z.string().max(40), z.string().max(100)),
  trigger: z.enum(['load', 'submit', 'click']),
})

/** What search engines and counters are told. */
export const tuning: SitePart = {
  commands: {
    'robots.set': parts.command({
      zh: '设置 robots.txt',
      data: z.strictObject({ project: z.string(), text: z.string().max(4000) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_ROBOTS_SYNTAX'],
      decide: (s, { project, text }) => {
        if (projectOf(s, project) === undefined) return no('E_NONE', { id: project })
        const line = robotsFault(text)
        return line === null ? happened('robotsSet', { project, text }) : no('E_ROBOTS_SYNTAX', { line }, 'text')
      },
    }),
    'sitemap.build': parts.command({
      zh: '生成站点地图',
      data: z.strictObject({ project: z.string(), host: Host }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NO_PAGES'],
      decide: (s, { project: id, host }) => {
        const project = projectOf(s, id)
        if (project === undefined) return no('E_NONE', { id })
        if (!project.files.some(f => f.kind === 'html')) return no('E_NO_PAGES')
        return happened('sitemapBuilt', { project: id, text: sitemapOf(project, host) })
      },
    }),
    'redirect.set': parts.command({
      zh: '设置跳转',
      data: Redirect,
      who: 'persona',
      refusals: ['E_NONE', 'E_LOOP'],
      decide: (s, redirect) => {
        const project = projectOf(s, redirect.project)
        if (project === undefined) return no('E_NONE', { id: redirect.project })
        return loops(project, redirect.from, redirect.to) ? no('E_LOOP', {}, 'to') : happened('redirectSet', redirect)
      },
    }),
    'track.tag': parts.command({
      zh: '设置统计代码',
      data: TagData,
      who: 'persona',
      refusals: ['E_NONE', 'E_EVENT_NAME', 'E_PARAM', 'E_CCY'],
      decide: (s, tag) => {
        if (fileAt(projectOf(s, tag.project), tag.page)?.kind !== 'html') return no('E_NONE', { id: tag.page })
        const needed = Object.hasOwn(EVENTS, tag.event) ? EVENTS[tag.event] : undefined
        if (needed === undefined) return no('E_EVENT_NAME', { names: Object.keys(EVENTS).join('、') }, 'event')
        if (tag.params['value'] !== undefined && !/^[A-Z]{3}$/.test(tag.params['currency'] ?? '')) return no('E_CCY', {}, 'params')
        const missing = needed.find(name => (tag.params[name] ?? '') === '')
        return missing === undefined ? happened('tagged', tag) : no('E_PARAM', { name: missing }, 'params')
      },
    }),
  },
  events: {
    robotsSet: parts.event({
      data: z.strictObject({ project: z.string(), text: z.string() }),
      caption: (_d, { who }) => `${who}设置 robots.txt`,
      evolve: (s, { project: id, text }, { seq }) => {
        for (const p of s.projects) {
          if (p.id !== id) continue
          p.robots = readRobots(text)
          keep(p, 'robots.txt', text, seq)
        }
      },
    }),
    sitemapBuilt: parts.event({
      data: z.strictObject({ project: z.string(), text: z.string() }),
      caption: ({ text }, { who }) => `${who}生成站点地图，共 ${sitemapUrls(text).length} 个网址`,
      evolve: (s: SiteSlice, { project: id, text }, { seq }) => {
        for (const p of s.projects) if (p.id === id) keep(p, 'sitemap.xml', text, seq)
      },
    }),
    redirectSet: parts.event({
      data: Redirect,
      caption: ({ from, to, code }, { who }) => `${who}设置跳转 ${from} → ${to}（${code}）`,
      evolve: (s, { project: id, ...redirect }, { seq }) => {
        for (const p of s.projects)
          if (p.id === id) p.redirects = [...p.redirects.filter(r => r.from !== redirect.from), { ...redirect, seq }]
      },
    }),
    tagged: parts.event({
      data: TagData,
      caption: ({ page, event }, { who }) => `${who}在 ${page} 设置统计事件 ${event}`,
      evolve: (s, { project: id, ...tag }, { seq }) => {
        for (const p of s.projects) if (p.id === id) p.tags = [...p.tags, { ...tag, seq }]
      },
    }),
  },
  refusals: {
    E_ROBOTS_SYNTAX: 'robots.txt 第 {line} 行不正确：每行应为“名称: 值”，规则写在 User-agent 之后，路径以 / 开头。',
    E_NO_PAGES: '项目中还没有网页。',
    E_LOOP: '这条跳转会形成循环。',
    E_EVENT_NAME: '没有这个统计事件，可用：{names}。',
    E_PARAM: '这个事件缺少必要的参数“{name}”。',
    E_CCY: '有金额（value）时必须同时填写三位货币代码（currency），如 CNY。',
  },
}

function keep(project: Project, path: string, text: string, seq: number): void {
  project.files = [...project.files.filter(f => f.path !== path), { path, kind: 'text', text, bytes: bytesOf(text), page: null, seq }]
}
