import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { dayText } from '../../core/world/calendar.ts'
import { elements, fieldsOf, metaOf, readable, titleOf } from './dom.ts'
import { linksOf, reachablePages } from './links.ts'
import { liveOf } from './publish.ts'
import { mayFetch } from './robots.ts'
import { type SitePart, type SiteSlice, type Space, type Version, parts } from './slice.ts'
import { sitemapUrls } from './tuning.ts'

const At = z.strictObject({ host: z.string(), n: z.int() })
const Values = z.record(z.string(), z.string().max(500))
const Hit = z.strictObject({ page: z.string(), event: z.string(), params: z.record(z.string(), z.string()) })
const WalkData = z.strictObject({ host: z.string(), seen: z.array(z.string()), dead: z.array(z.string()), hits: z.array(Hit) })

/** The version somebody meets under a host, if it is still the one that was put there. */
function met(s: Frozen<SiteSlice>, { host, n }: z.output<typeof At>): { space: Frozen<Space>; version: Frozen<Version> } | null {
  const space = s.spaces[host]
  const version = liveOf(space)
  return space === undefined || version?.n !== n ? null : { space, version }
}

/** What a visitor comes by who follows every link of the site. */
function walked(s: Frozen<SiteSlice>, space: Frozen<Space>, version: Frozen<Version>): z.output<typeof WalkData> {
  const { files } = version
  const seen = reachablePages(files, s.outside, space.domain)
  const dead = seen.flatMap(path => {
    const page = files.find(f => f.path === path)?.page ?? null
    if (page === null) return []
    return linksOf(page, { path, files, outside: s.outside, own: space.domain }).flatMap(l =>
      l.reached.kind === 'dead' || l.reached.kind === 'case' ? [`${path} → ${l.href}`] : [],
    )
  })
  const hits = version.tags
    .filter(t => t.trigger === 'load' && seen.includes(t.page))
    .map(({ page, event, params }) => ({ page, event, params: { ...params } }))
  return { host: space.host, seen, dead, hits }
}

/** The first form a visitor comes to, and where it sends what is filled in. */
function formOf(s: Frozen<SiteSlice>, space: Frozen<Space>, version: Frozen<Version>) {
  for (const path of reachablePages(version.files, s.outside, space.domain)) {
    const page = version.files.find(f => f.path === path)?.page ?? null
    const form = page === null ? undefined : elements(page, 'form')[0]
    if (page === null || form === undefined) continue
    return { path, target: form.attrs['action'] ?? '', names: fieldsOf(page).flatMap(f => (f.form === form.at ? [f.name] : [])) }
  }
  return null
}

/** People and robots that come to a site of their own accord. */
export const visiting: SitePart = {
  commands: {
    'visit.walk': parts.command({
      zh: '访客浏览网站',
      data: At,
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, at) => {
        const found = met(s, at)
        return found === null ? no('E_NONE', { id: at.host }) : happened('walked', walked(s, found.space, found.version))
      },
    }),
    'form.send': parts.command({
      zh: '访客提交表单',
      data: z.strictObject({ host: z.string(), values: Values }),
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, { host, values }) => {
        const space = s.spaces[host]
        const version = liveOf(space)
        if (space === undefined || version === undefined) return no('E_NONE', { id: host })
        const form = formOf(s, space, version)
        if (form === null) return happened('formLost', { host, why: '网站上找不到表单' })
        if (!s.targets.includes(form.target))
          return happened('formLost', { host, why: `表单提交到 ${form.target === '' ? '（空）' : form.target}，没有人收到` })
        const missing = Object.keys(values).find(name => !form.names.includes(name))
        if (missing !== undefined) return happened('formLost', { host, why: `表单没有“${missing}”栏目，访客放弃了` })
        return happened('formArrived', { host, page: form.path, values })
      },
    }),
    'spider.crawl': parts.command({
      zh: '搜索引擎抓取',
      data: At,
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, at, ctx) => {
        const found = met(s, at)
        if (found === null) return no('E_NONE', { id: at.host })
        const { space, version } = found
        const host = space.domain ?? space.host
        const listed = sitemapUrls(version.files.find(f => f.path === 'sitemap.xml')?.text ?? '').map(url =>
          url.replace(/^https?:\/\/[^/]+\//, ''),
        )
        const known = [
          ...new Set([...reachablePages(version.files, s.outside, space.domain), ...listed.map(p => (p === '' ? 'index.html' : p))]),
        ]
        const pages = known.flatMap(path => version.files.filter(f => f.path === path && f.page !== null && f.kind === 'html'))
        const open = (path: string): boolean => mayFetch(version.robots, 'labspider', `/${path === 'index.html' ? '' : path}`)
        const kept = pages.filter(f => open(f.path))
        for (const { path, page } of ctx.has('info') ? kept : []) {
          if (page === null) continue
          const [title, text] = [titleOf(page), `${metaOf(page, 'description')} ${readable(page)}`.trim()]
          const url = `http://${host}/${path === 'index.html' ? '' : path}`
          const told = {
            url,
            title: [...(title || host)].slice(0, 80).join(''),
            day: dayText(ctx.now),
            text: [...text].slice(0, 1000).join(''),
          }
          const asked = ctx.call('info.index', told)
          if (!asked.ok) return asked
        }
        const blocked = pages.filter(f => !open(f.path)).map(f => f.path)
        return happened('crawled', { host: space.host, kept: kept.map(f => f.path), blocked })
      },
    }),
  },
  events: {
    walked: parts.event({
      data: WalkData,
      caption: ({ host, seen, dead }) =>
        `访客浏览 ${host} 的 ${seen.length} 个页面${dead.length === 0 ? '' : `，遇到 ${dead.length} 个打不开的链接`}`,
      evolve: (s, walk, { seq }) => void s.walks.push({ ...walk, seq }),
    }),
    formArrived: parts.event({
      data: z.strictObject({ host: z.string(), page: z.string(), values: Values }),
      caption: ({ host, values }) => `${host} 收到一条留言：${Object.values(values).join('，')}`,
      evolve: (s, form, { at, seq }) => void s.forms.push({ ...form, at, seq }),
    }),
    formLost: parts.event({
      data: z.strictObject({ host: z.string(), why: z.string() }),
      caption: ({ host, why }) => `${host} 失去一位访客：${why}`,
      evolve: (s, lost, { seq }) => void s.lost.push({ ...lost, seq }),
    }),
    crawled: parts.event({
      data: z.strictObject({ host: z.string(), kept: z.array(z.string()), blocked: z.array(z.string()) }),
      caption: ({ host, kept, blocked }) => `搜索引擎抓取 ${host}：收录 ${kept.length} 页，按 robots.txt 跳过 ${blocked.length} 页`,
      evolve: (s, crawl, { seq }) => void s.crawls.push({ ...crawl, seq }),
    }),
  },
  refusals: {},
}
