import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Machine } from '../../core/app/machine.ts'
import { parseWorldTime } from '../../core/world/calendar.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'
import type { Draws } from '../../core/world/random.ts'

export const Day = z.string().refine(text => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseWorldTime(text) !== undefined)
const Url = z.string().regex(/^https?:\/\/[a-z0-9.-]+\.test(\/\S*)?$/)
export const Page = z.strictObject({
  url: Url,
  title: z.string().min(1).max(80),
  day: Day,
  filetype: z.enum(['html', 'pdf', 'xls', 'doc']).default('html'),
  text: z.string().max(3000),
})
export type Page = z.output<typeof Page>
/** A page of a scenario: whom it speaks of, who wrote it first, and whether it still holds. */
const KnownPage = Page.extend({
  company: z.string().nullable().default(null),
  origin: z.string().nullable().default(null),
  current: z.boolean().default(true),
})
/** A company as it really is; prices in 分 a kilogram with tax. */
const Company = z.strictObject({
  name: z.string(),
  item: z.string(),
  alive: z.boolean(),
  price: z.int().min(1),
  least: z.int().min(1),
  contact: z.string(),
  phone: z.string(),
})
/** What the person has for sale or wants, as the papers say. */
const Goods = z.strictObject({
  name: z.string(),
  category: z.string(),
  price: z.int().min(1),
  unit: z.string(),
  attrs: z.record(z.string(), z.string()),
})
const Category = z.strictObject({ id: z.string(), zh: z.string(), attrs: z.array(z.string()).default([]) })

export const InfoConfig = z.strictObject({
  pages: z.array(KnownPage),
  /** Pages that come later, in seconds. */
  later: z.array(Page.extend({ after: z.int().min(1) })).default([]),
  companies: z.array(Company).default([]),
  goods: z.array(Goods).default([]),
  categories: z.array(Category).default([]),
  /** Words a form does not take, and those that only the people who look at it find. */
  banned: z.array(z.string()).default(['最好', '最低', '第一', '国家级', '顶级', '绝对']),
  delicate: z.array(z.string()).default(['治疗', '降血压', '抗癌', '减肥', '药用']),
  tax: z.int().min(0).max(50).default(13),
  auditAfter: z.int().min(60).default(1800),
  series: z
    .array(z.strictObject({ item: z.string(), unit: z.string(), points: z.array(z.strictObject({ day: Day, price: z.int() })) }))
    .default([]),
  /** Other pages of the net, so that nobody finds what they look for at once. */
  filler: z
    .strictObject({ count: z.int().min(0).max(200), goods: z.array(z.string()).min(1) })
    .nullable()
    .default(null),
  channels: z.array(z.strictObject({ id: z.string(), zh: z.string() })).default([]),
  news: z
    .strictObject({ who: z.array(z.string()), where: z.array(z.string()), what: z.array(z.string()) })
    .default({ who: [], where: [], what: [] }),
})
type InfoConfig = z.output<typeof InfoConfig>

export const UNITS = ['元/斤', '元/公斤', '元/吨'] as const
export const Unit = z.string().max(10)
export type SheetRow = {
  id: string
  company: string
  item: string
  price: number
  unit: string
  taxed: boolean
  least: number
  contact: string
  phone: string
  url: string
  day: string
  reliability: string
  seq: number
}
export const PostBody = z.strictObject({
  kind: z.enum(['supply', 'demand']),
  category: z.string(),
  title: z.string().max(80),
  body: z.string().max(2000),
  price: z.int().min(1),
  unit: Unit,
  least: z.int().min(1),
  attrs: z.record(z.string().max(20), z.string().max(60)),
  until: z.string(),
  pictures: z.array(z.string().max(80)).max(6),
})
export type PostBody = z.output<typeof PostBody>
export type Post = PostBody & {
  id: string
  state: string
  tries: number
  reason: string
  refreshed: number
  seq: number
}
export type InfoSlice = {
  pages: Page[]
  later: Hidden<(Page & { after: number })[]>
  nature: Hidden<Record<string, { company: string | null; origin: string; current: boolean }>>
  companies: Hidden<z.output<typeof Company>[]>
  goods: Hidden<z.output<typeof Goods>[]>
  categories: z.output<typeof Category>[]
  banned: string[]
  delicate: Hidden<string[]>
  tax: number
  auditAfter: number
  series: InfoConfig['series']
  channels: { id: string; zh: string }[]
  elements: Hidden<{ who: string[]; where: string[]; what: string[] }>
  searches: { q: string; ops: string[]; hits: string[]; seq: number }[]
  opened: { url: string; at: number; seq: number }[]
  snapshots: { page: Page; at: number; seq: number }[]
  sheet: SheetRow[]
  handed: { rows: number; seq: number }[]
  checked: { row: string; ok: boolean; text: string; seq: number }[]
  cleanings: { rule: string; changes: number; seq: number }[]
  alerts: { id: string; keyword: string; freq: string; since: number; hits: string[]; seq: number }[]
  posts: Post[]
  audits: { post: string; ok: boolean; reason: string; seq: number }[]
  inquiries: { post: string; from: string; text: string; at: number; seq: number }[]
  news: { id: string; channel: string; title: string; lead: string; body: string; reprints: string[]; seq: number }[]
}

export const parts = partsFor<InfoSlice>()
export type InfoPart = Pick<AppSpec<InfoSlice>, 'commands' | 'events' | 'refusals'>

/** A notice of supply or demand on the trade site. */
export const POST: Machine = {
  initial: 'auditing',
  states: {
    auditing: { zh: '审核中', on: { pass: 'online', reject: 'rejected' } },
    online: { zh: '已上线', on: { refresh: 'online', expire: 'expired', off: 'off' } },
    rejected: { zh: '未通过', on: { resubmit: 'auditing', off: 'off' } },
    expired: { zh: '已过期', on: { resubmit: 'auditing' } },
    off: { zh: '已下架', on: { resubmit: 'auditing' } },
  },
  triggers: { pass: '审核通过', reject: '审核退回', refresh: '刷新', expire: '到期', off: '下架', resubmit: '修改后重新提交' },
}

const TOWNS = ['临安', '安溪', '武夷山', '信阳', '黄山', '雅安', '普洱', '恩施', '湄潭', '蒙顶']
const TELLS = [
  ['行情简讯', '本周{goods}交投平稳，产地走货以老客户为主，成交价格随行就市。'],
  ['产地见闻', '记者在{town}看到，{goods}的加工车间正在检修设备，预计下月恢复满产。'],
  ['展会消息', '{town}将举办{goods}推介会，参展商可登录主办方网站报名。'],
  ['种植技术', '{goods}春季管理要点：控制水肥，注意倒春寒，及时防治病虫害。'],
  ['论坛讨论', '请教各位，{goods}怎么保存不容易受潮？{town}这边最近雨水多。'],
] as const

/** Short pages about this and that, the same for the same seed. */
function fillers({ filler }: InfoConfig, draws: Draws): Page[] {
  if (filler === null) return []
  return Array.from({ length: filler.count }, (_, i) => {
    const luck = { agent: 'info.web', purpose: 'filler', about: String(i) }
    const goods = draws.pick(luck, 0, filler.goods)
    const town = draws.pick(luck, 1, TOWNS)
    const [kind, text] = draws.pick(luck, 2, TELLS)
    const month = 1 + draws.number(luck, 3, 12)
    const day = 1 + draws.number(luck, 4, 28)
    const two = (n: number): string => String(n).padStart(2, '0')
    return {
      url: `http://portal${draws.number(luck, 5, 6) + 1}.lab.test/a/${1000 + i}`,
      title: `${kind}：${goods}`,
      day: `2025-${two(month)}-${two(day)}`,
      filetype: 'html' as const,
      text: text.replace('{goods}', goods).replace('{town}', town),
    }
  })
}

export function seedInfo(config: InfoConfig, draws: Draws): InfoSlice {
  const known = config.pages.map(({ company: _c, origin: _o, current: _n, ...page }) => page)
  return {
    pages: [...known, ...fillers(config, draws)],
    later: hide(config.later),
    nature: hide(
      Object.fromEntries(config.pages.map(({ url, company, origin, current }) => [url, { company, origin: origin ?? url, current }])),
    ),
    companies: hide(config.companies),
    goods: hide(config.goods),
    categories: config.categories,
    banned: config.banned,
    delicate: hide(config.delicate),
    tax: config.tax,
    auditAfter: config.auditAfter,
    series: config.series,
    channels: config.channels,
    elements: hide(config.news),
    searches: [],
    opened: [],
    snapshots: [],
    sheet: [],
    handed: [],
    checked: [],
    cleanings: [],
    alerts: [],
    posts: [],
    audits: [],
    inquiries: [],
    news: [],
  }
}
