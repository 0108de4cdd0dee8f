import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { dayText } from '../../core/world/calendar.ts'
import { Day, type InfoPart, type InfoSlice, type SheetRow, UNITS, parts } from './slice.ts'

const Reliability = z.enum(['高', '中', '低'])
const RowBody = z.strictObject({
  company: z.string().min(1).max(60),
  item: z.string().min(1).max(40),
  price: z.int().min(1),
  unit: z.string().max(10),
  taxed: z.boolean(),
  least: z.int().min(0),
  contact: z.string().max(20),
  phone: z.string().max(30),
  url: z.string().max(300),
  day: z.string().max(10),
  reliability: Reliability,
})
const RowData = RowBody.extend({ id: z.string() })

/** A price as 分 a kilogram with tax, so that offers can be compared; null for an unknown unit. */
export function plainPrice({ price, unit, taxed }: Pick<SheetRow, 'price' | 'unit' | 'taxed'>, tax: number): number | null {
  const per: Readonly<Record<string, readonly [number, number]>> = { '元/公斤': [1, 1], '元/斤': [2, 1], '元/吨': [1, 1000] }
  const found = per[unit]
  if (found === undefined) return null
  const [times, over] = found
  const [top, bottom] = [price * times * (taxed ? 100 : 100 + tax), over * 100]
  return Math.floor((2 * top + bottom) / (2 * bottom))
}

export function bare(name: string): string {
  return name.replace(/[\s（）()]/g, '')
}

type Truth = InfoSlice['companies']['hidden'][number]
export type RowJudged = {
  readonly alive: boolean
  readonly item: boolean
  readonly price: boolean
  readonly least: boolean
  readonly contact: boolean
  readonly phone: boolean
  readonly source: boolean
  readonly current: boolean
  readonly dated: boolean
  readonly origin: string
}

/** A row beside what is true: prices within one percent, telephone numbers without hyphens and blanks. */
export function judgeRow(s: Frozen<InfoSlice>, row: Frozen<SheetRow>): RowJudged {
  const truth: Frozen<Truth> | undefined = s.companies.hidden.find(c => bare(c.name) === bare(row.company))
  const nature = s.nature.hidden[row.url]
  const price = plainPrice(row, s.tax)
  const digits = (text: string): string => text.replace(/\D/g, '')
  return {
    alive: truth?.alive === true,
    item: truth?.item === row.item,
    price: truth !== undefined && price !== null && Math.abs(price - truth.price) * 100 <= truth.price,
    least: truth?.least === row.least,
    contact: truth !== undefined && bare(row.contact).startsWith(truth.contact),
    phone: truth !== undefined && digits(row.phone) === digits(truth.phone),
    source: truth !== undefined && nature?.company === truth.name && s.opened.some(o => o.url === row.url),
    current: nature?.current === true,
    dated: s.pages.find(p => p.url === row.url)?.day === row.day,
    origin: nature?.origin ?? row.url,
  }
}

const Rules = z.enum(['dedupe', 'unit', 'normalise'])

/** What a cleaning would change: rows to leave out, and rows with new values. */
function cleaned(
  s: Frozen<InfoSlice>,
  rule: z.output<typeof Rules>,
): { drop: string[]; put: { id: string; price: number; unit: string; taxed: boolean; company: string }[] } {
  const put = (row: Frozen<SheetRow>, more: Partial<{ price: number; unit: string; taxed: boolean; company: string }>) => ({
    id: row.id,
    price: row.price,
    unit: row.unit,
    taxed: row.taxed,
    company: row.company,
    ...more,
  })
  if (rule === 'dedupe') {
    const seen = new Set<string>()
    return { drop: s.sheet.flatMap(row => (seen.has(bare(row.company)) ? [row.id] : (seen.add(bare(row.company)), []))), put: [] }
  }
  if (rule === 'unit') {
    const other = s.sheet.filter(row => row.unit !== '元/公斤' || !row.taxed)
    return { drop: [], put: other.map(row => put(row, { price: plainPrice(row, s.tax) ?? row.price, unit: '元/公斤', taxed: true })) }
  }
  const untidy = s.sheet.filter(row => row.company !== bare(row.company))
  return { drop: [], put: untidy.map(row => put(row, { company: bare(row.company) })) }
}

const Changed = z.strictObject({ id: z.string(), price: z.int(), unit: z.string(), taxed: z.boolean(), company: z.string() })

/** The sheet on which offers are collected, compared and handed in. */
export const collecting: InfoPart = {
  commands: {
    'collect.row.save': parts.command({
      zh: '保存采集记录',
      data: RowBody.extend({ id: z.string().nullable().default(null) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_UNIT', 'E_SOURCE_MISSING', 'E_DATE'],
      decide: (s, { id, ...row }, ctx) => {
        if (id !== null && !s.sheet.some(r => r.id === id)) return no('E_NONE', { id })
        if (!UNITS.some(u => u === row.unit)) return no('E_UNIT', { units: UNITS.join('、') }, 'unit')
        if (!s.opened.some(o => o.url === row.url)) return no('E_SOURCE_MISSING', {}, 'url')
        if (!Day.safeParse(row.day).success || row.day > dayText(ctx.now)) return no('E_DATE', {}, 'day')
        const kept = { ...row, id: id ?? ctx.nextId('H') }
        return happened('rowSaved', kept, { reply: kept.id })
      },
    }),
    'collect.row.remove': parts.command({
      zh: '删除采集记录',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { id }) => (s.sheet.some(r => r.id === id) ? happened('rowRemoved', { id }) : no('E_NONE', { id })),
    }),
    clean: parts.command({
      zh: '整理采集表',
      data: z.strictObject({ rule: Rules }),
      who: 'persona',
      refusals: ['E_RULE'],
      decide: (s, { rule }) => {
        const { drop, put } = cleaned(s, rule)
        return drop.length + put.length === 0 ? no('E_RULE') : happened('cleaned', { rule, drop, put })
      },
    }),
    'collect.hand': parts.command({
      zh: '提交采集表',
      data: z.strictObject({}),
      who: 'persona',
      refusals: ['E_EMPTY'],
      decide: s => (s.sheet.length === 0 ? no('E_EMPTY') : happened('handed', { rows: s.sheet.length })),
    }),
    'collect.check': parts.command({
      zh: '电话核实',
      data: z.strictObject({ row: z.string(), ok: z.boolean(), text: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (_s, check) => happened('checked', check),
    }),
  },
  events: {
    rowSaved: parts.event({
      data: RowData,
      caption: ({ company, item }, { who }) => `${who}记录${company}的${item}报价`,
      evolve: (s, row, { seq }) => void (s.sheet = [...s.sheet.filter(r => r.id !== row.id), { ...row, seq }]),
    }),
    rowRemoved: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}删除采集记录 ${id}`,
      evolve: (s, { id }) => void (s.sheet = s.sheet.filter(r => r.id !== id)),
    }),
    cleaned: parts.event({
      data: z.strictObject({ rule: Rules, drop: z.array(z.string()), put: z.array(Changed) }),
      caption: ({ rule, drop, put }, { who }) =>
        `${who}整理采集表：${{ dedupe: '去重', unit: '统一单位和税价', normalise: '统一写法' }[rule]}，改动 ${drop.length + put.length} 条`,
      evolve: (s, { rule, drop, put }, { seq }) => {
        s.sheet = s.sheet.filter(r => !drop.includes(r.id))
        for (const row of s.sheet) Object.assign(row, put.find(p => p.id === row.id) ?? {})
        s.cleanings.push({ rule, changes: drop.length + put.length, seq })
      },
    }),
    handed: parts.event({
      data: z.strictObject({ rows: z.int() }),
      caption: ({ rows }, { who }) => `${who}提交采集表，共 ${rows} 条`,
      evolve: (s, sheet, { seq }) => void s.handed.push({ ...sheet, seq }),
    }),
    checked: parts.event({
      data: z.strictObject({ row: z.string(), ok: z.boolean(), text: z.string() }),
      caption: ({ text }, { who }) => `${who}核实采集记录：${text}`,
      evolve: (s, check, { seq }) => void s.checked.push({ ...check, seq }),
    }),
  },
  refusals: {
    E_UNIT: '价格单位应为其中之一：{units}。',
    E_SOURCE_MISSING: '请填写您打开过的来源网页地址。',
    E_DATE: '日期应为信息的发布日期，形如 2026-03-01，不晚于今天。',
    E_RULE: '没有需要这样整理的记录。',
    E_EMPTY: '采集表还是空的。',
  },
}
