import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { type InfoPart, type InfoSlice, type Page, Page as PageSchema, parts } from './slice.ts'

/** What somebody typed into the search box, taken apart. */
export type Asking = {
  readonly words: readonly string[]
  readonly not: readonly string[]
  readonly site: string | null
  readonly intitle: readonly string[]
  readonly filetype: string | null
  readonly from: string | null
  readonly until: string | null
  readonly ops: readonly string[]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const FILETYPES = ['html', 'pdf', 'xls', 'doc']

/** `茶 "明前 龙井" -二手 site:lab.test intitle:报价 filetype:pdf after:2026-01-01 before:2026-03-01`; null where it makes no sense. */
export function readAsking(text: string): Asking | null {
  const plain = text.replace(/[“”]/g, '"').replace(/：/g, ':').trim()
  if ((plain.match(/"/g) ?? []).length % 2 === 1) return null
  const signs = [...plain.matchAll(/(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/g)]
  const found = { words: [] as string[], not: [] as string[], intitle: [] as string[], ops: new Set<string>() }
  const one: Record<string, string> = {}
  for (const [, minus = '', op, phrase, word] of signs) {
    const value = (phrase ?? word ?? '').trim()
    if (value === '') return null
    if (minus === '-') found.ops.add('minus')
    if (phrase !== undefined) found.ops.add('phrase')
    if (op === undefined) (minus === '-' ? found.not : found.words).push(value)
    else if (op === 'intitle' && minus === '') found.intitle.push(value)
    else if (minus === '' && fitsOp(op, value)) one[op] = value
    else return null
    if (op !== undefined) found.ops.add(op)
  }
  if (found.words.length + found.intitle.length + (one['site'] === undefined ? 0 : 1) === 0) return null
  const { site = null, filetype = null, after: from = null, before: until = null } = one
  return { words: found.words, not: found.not, intitle: found.intitle, site, filetype, from, until, ops: [...found.ops].sort() }
}

function fitsOp(op: string, value: string): boolean {
  if (op === 'site') return /^[a-z0-9.-]+$/.test(value)
  if (op === 'filetype') return FILETYPES.includes(value)
  return (op === 'after' || op === 'before') && DAY.test(value)
}

export function hostOf(url: string): string {
  return /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? ''
}

/** Every word must be there; words in the title weigh three times, newer pages stand first among equals. */
export function hitsOf(pages: readonly Frozen<Page>[], q: Asking): Frozen<Page>[] {
  const fits = (p: Frozen<Page>): boolean => {
    const all = `${p.title}\n${p.text}`
    const host = hostOf(p.url)
    return (
      q.words.every(w => all.includes(w)) &&
      q.intitle.every(w => p.title.includes(w)) &&
      !q.not.some(w => all.includes(w)) &&
      (q.site === null || host === q.site || host.endsWith(`.${q.site}`)) &&
      (q.filetype === null || p.filetype === q.filetype) &&
      (q.from === null || p.day >= q.from) &&
      (q.until === null || p.day <= q.until)
    )
  }
  const weight = (p: Frozen<Page>): number => q.words.reduce((n, w) => n + (p.title.includes(w) ? 3 : 1), 0)
  const order = (a: Frozen<Page>, b: Frozen<Page>): number => {
    if (weight(a) !== weight(b)) return weight(b) - weight(a)
    if (a.day !== b.day) return a.day < b.day ? 1 : -1
    return a.url < b.url ? -1 : 1
  }
  return pages.filter(fits).toSorted(order)
}

export function pageOf(s: Frozen<InfoSlice>, url: string): Frozen<Page> | undefined {
  return s.pages.find(p => p.url === url)
}

const One = z.strictObject({ url: z.string().max(300) })

/** Looking for pages, reading them, keeping what they say. */
export const searching: InfoPart = {
  commands: {
    search: parts.command({
      zh: '搜索',
      data: z.strictObject({ q: z.string().max(200) }),
      who: 'persona',
      refusals: ['E_SYNTAX'],
      decide: (s, { q }) => {
        const asking = readAsking(q)
        if (asking === null) return no('E_SYNTAX', {}, 'q')
        const hits = hitsOf(s.pages, asking)
          .slice(0, 30)
          .map(p => p.url)
        return happened('searched', { q, ops: [...asking.ops], hits }, { reply: hits })
      },
    }),
    open: parts.command({
      zh: '打开网页',
      data: One,
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { url }) => (pageOf(s, url) === undefined ? no('E_NONE', { id: url }) : happened('opened', { url })),
    }),
    snapshot: parts.command({
      zh: '保存网页快照',
      data: One,
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_READ'],
      decide: (s, { url }) => {
        if (pageOf(s, url) === undefined) return no('E_NONE', { id: url })
        return s.opened.some(o => o.url === url) ? happened('snapped', { url }) : no('E_NOT_READ')
      },
    }),
    'page.index': parts.command({
      zh: '收录网页',
      data: PageSchema,
      who: 'agent',
      refusals: [],
      decide: (_s, page) => happened('indexed', page),
    }),
  },
  events: {
    searched: parts.event({
      data: z.strictObject({ q: z.string(), ops: z.array(z.string()), hits: z.array(z.string()) }),
      caption: ({ q, hits }, { who }) => `${who}搜索“${q}”，得到 ${hits.length} 条结果`,
      evolve: (s, search, { seq }) => void s.searches.push({ ...search, seq }),
    }),
    opened: parts.event({
      data: One,
      caption: ({ url }, { who }) => `${who}打开 ${url}`,
      evolve: (s, { url }, { at, seq }) => void s.opened.push({ url, at, seq }),
    }),
    snapped: parts.event({
      data: One,
      caption: ({ url }, { who }) => `${who}保存快照 ${url}`,
      evolve: (s, { url }, { at, seq }) => {
        const page = s.pages.find(p => p.url === url)
        if (page !== undefined) s.snapshots.push({ page: { ...page }, at, seq })
      },
    }),
    indexed: parts.event({
      data: PageSchema,
      caption: ({ title }) => `搜索引擎收录“${title}”`,
      evolve: (s, page) => void (s.pages = [...s.pages.filter(p => p.url !== page.url), page]),
    }),
  },
  refusals: {
    E_SYNTAX: '搜索式不正确：引号要成对；可用 -排除词、site:、intitle:、filetype:、after:、before:，日期形如 2026-03-01。',
    E_NONE: '找不到“{id}”，可能已被删除。',
    E_NOT_READ: '请先打开网页，再保存快照。',
  },
}
