import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec, Reaction } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { appId } from '../../core/world/ids.ts'
import { infoFacts } from './facts.ts'
import { newsroom } from './news.ts'
import { postOf, posts } from './posts.ts'
import { searching } from './search.ts'
import { bare, collecting, judgeRow } from './sheet.ts'
import { InfoConfig, type InfoSlice, POST, UNITS, parts, seedInfo } from './slice.ts'

const Inquirer = z.strictObject({
  name: z.string(),
  after: z.int().min(1),
  text: z.string(),
  /** Where a letter goes besides; only in worlds with mail. */
  mail: z.strictObject({ to: z.string(), from: z.string() }).nullable().default(null),
})
const Checker = z.strictObject({ after: z.int().min(1) })
const Media = z.strictObject({ name: z.string(), after: z.int().min(1) })

function inquire(slice: Frozen<InfoSlice>, params: z.output<typeof Inquirer>, audit: { id: string; ok: boolean }): Reaction[] {
  const post = postOf(slice, audit.id)
  if (!audit.ok || post === undefined || post.kind !== 'supply') return []
  const { name, after, text, mail } = params
  const letter = mail === null ? null : { to: mail.to, from: { name, addr: mail.from }, subject: `询盘：${post.title}`, text }
  return [
    { after, type: 'info.inquiry.receive', data: { post: post.id, from: name, text } },
    ...(letter === null ? [] : [{ after: after + 60, type: 'mail.receive', data: letter }]),
  ]
}

/** The purchasing manager rings up the companies of a sheet. */
function ringUp(slice: Frozen<InfoSlice>, { after }: z.output<typeof Checker>): Reaction[] {
  return slice.sheet.map((row, i) => {
    const { alive, phone, price } = judgeRow(slice, row)
    const text = !alive
      ? `${row.company}无人接听，查询后发现已停业或注销`
      : !phone
        ? `${row.company}的电话打不通`
        : price
          ? `${row.company}确认报价属实`
          : `${row.company}说报价不对`
    return { after: after + i * 300, type: 'info.collect.check', data: { row: row.id, ok: alive && phone && price, text } }
  })
}

/** 商务信息: search engine, collection sheet, trade site, newsroom. */
export const infoSpec: AppSpec<InfoSlice> = {
  id: appId('info'),
  version: '1.0.0',
  zh: '商务信息',
  host: 'so.lab.test',
  requires: [],
  config: InfoConfig,
  seed: (config: z.output<typeof InfoConfig>, { draws }) => seedInfo(config, draws),
  opening: s => s.later.hidden.map(({ after, ...page }) => ({ after, by: 'info.web', type: 'info.page.index', data: { ...page } })),
  commands: { ...searching.commands, ...collecting.commands, ...posts.commands, ...newsroom.commands },
  events: { ...searching.events, ...collecting.events, ...posts.events, ...newsroom.events },
  ports: { index: 'page.index' },
  asks: {
    /** Where a notice stands; null when there is none. */
    post: parts.asked(z.string(), (s, id) => {
      const post = postOf(s, id)
      return post === undefined ? null : { state: post.state, title: post.title, price: post.price, unit: post.unit }
    }),
  },
  agents: { 'info.web': '互联网', 'info.auditor': '商贸网审核员' },
  policies: {
    inquirer: parts.policy({
      zh: '询盘客户',
      on: ['info.audited'],
      params: Inquirer,
      secret: z.record(z.string(), z.json()),
      react: ({ slice, event, me, ctx }) => {
        const params = Inquirer.parse(me.params)
        const mail = ctx.has('mail') ? params.mail : null
        return inquire(slice, { ...params, mail }, event.data as unknown as { id: string; ok: boolean })
      },
    }),
    checker: parts.policy({
      zh: '核实采集表的采购经理',
      on: ['info.handed'],
      params: Checker,
      secret: z.record(z.string(), z.json()),
      react: ({ slice, me }) => ringUp(slice, me.params as z.output<typeof Checker>),
    }),
    media: parts.policy({
      zh: '转载的媒体',
      on: ['info.newsPublished'],
      params: Media,
      secret: z.record(z.string(), z.json()),
      react: ({ event, me }) => {
        const { name, after } = me.params as z.output<typeof Media>
        return [{ after, type: 'info.news.reprint', data: { id: (event.data as { id: string }).id, by: name } }]
      },
    }),
  },
  machines: { post: POST },
  view: s => viewOf(s),
  facts: infoFacts,
  traps: {
    stale: parts.trap({ zh: '采用了过期的价格或资料', sprung: s => rowsWhere(s, row => !row.current && row.alive) }),
    dead: parts.trap({ zh: '采集了已停业注销的公司', sprung: s => rowsWhere(s, row => row.known && !row.alive) }),
    echo: parts.trap({ zh: '几条记录来自同一个信息源头', sprung: s => echoes(s) }),
    claim: parts.trap({ zh: '宣传了不允许的功效', sprung: s => s.audits.flatMap(a => (a.reason.includes('功效') ? [a.seq] : [])) }),
  },
  consequences: {
    audited: { zh: '发布的信息过一会儿审核出结果', cause: 'info.submitted', effect: 'info.audited' },
    inquired: { zh: '信息上线后有客户询盘', cause: 'info.submitted', effect: 'info.inquired' },
    expired: { zh: '信息到期自动下线', cause: 'info.submitted', effect: 'info.postStepped' },
    checked: { zh: '采集表提交后经理逐家电话核实', cause: 'info.handed', effect: 'info.checked' },
    hit: { zh: '订阅的关键词有了新信息', cause: 'info.alertSaved', effect: 'info.alertHit' },
    reprinted: { zh: '新闻稿被媒体转载', cause: 'info.newsPublished', effect: 'info.newsReprinted' },
  },
  invariants: [
    parts.invariant({
      id: 'pages',
      broken: s => (new Set(s.pages.map(p => p.url)).size < s.pages.length ? 'two pages of one address' : null),
    }),
    parts.invariant({
      id: 'sheet',
      broken: s => s.sheet.find(row => !s.opened.some(o => o.url === row.url))?.id ?? null,
    }),
  ],
  refusals: { ...searching.refusals, ...collecting.refusals, ...posts.refusals, ...newsroom.refusals },
}

function rowsWhere(s: Frozen<InfoSlice>, wrong: (row: { alive: boolean; current: boolean; known: boolean }) => boolean): number[] {
  return s.sheet.flatMap(row => {
    const { alive, current } = judgeRow(s, row)
    const known = s.companies.hidden.some(c => row.company.includes(c.name))
    return known && wrong({ alive, current, known }) ? [row.seq] : []
  })
}

/** Rows of different companies that all rest on one page somebody else copied. */
function echoes(s: Frozen<InfoSlice>): number[] {
  const told = s.sheet.map(row => ({ ...row, origin: judgeRow(s, row).origin }))
  return told.flatMap((row, i) =>
    told.slice(0, i).some(r => r.origin === row.origin && bare(r.company) !== bare(row.company)) ? [row.seq] : [],
  )
}

/** The last search with its hits, the pages that were opened, the sheet, own notices and news; what is true of them stays inside. */
function viewOf(s: Frozen<InfoSlice>): Json {
  const last = s.searches.at(-1)
  const pages = new Map(s.pages.map(p => [p.url, p]))
  const opened = [...new Set(s.opened.map(o => o.url))]
  const hit = (url: string): Json[] => {
    const page = pages.get(url)
    return page === undefined
      ? []
      : [{ url, title: page.title, day: page.day, filetype: page.filetype, snippet: [...page.text].slice(0, 60).join('') }]
  }
  return {
    search: last === undefined ? null : { q: last.q, hits: last.hits.flatMap(hit) },
    history: s.searches.slice(-10).map(({ q }) => q),
    opened: opened.flatMap(url => {
      const page = pages.get(url)
      return page === undefined ? [] : [{ ...page }]
    }),
    snapshots: s.snapshots.map(({ page, at }) => ({ ...page, at })),
    units: [...UNITS],
    tax: s.tax,
    sheet: s.sheet.map(({ seq: _seq, ...row }) => row),
    checked: s.checked.map(({ row, ok, text }) => ({ row, ok, text })),
    alerts: s.alerts.map(({ id, keyword, freq, hits }) => ({ id, keyword, freq, hits: hits.flatMap(hit) })),
    categories: s.categories.map(({ id, zh, attrs }) => ({ id, zh, attrs: [...attrs] })),
    posts: s.posts.map(({ seq: _seq, tries: _tries, ...post }) => ({
      ...post,
      allowed: Object.keys(POST.states[post.state]?.on ?? {}).filter(t => t === 'refresh' || t === 'off' || t === 'resubmit'),
    })) as unknown as Json,
    inquiries: s.inquiries.map(({ seq: _seq, ...inquiry }) => inquiry),
    series: s.series as unknown as Json,
    channels: s.channels.map(c => ({ ...c })),
    news: s.news.map(({ seq: _seq, ...news }) => news) as unknown as Json,
  }
}

export const info: LabApp = defineApp(infoSpec)
