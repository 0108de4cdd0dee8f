import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { hide } from '../../core/world/canonical.ts'
import { COUNT } from './machines.ts'
import { Code, type Count, type WmsPart, type WmsSlice, parts } from './slice.ts'
import { locationOf, skuOf } from './stock.ts'

const REASONS = ['漏点', '错放', '错发', '丢失', '破损', '其他'] as const

function countOf(s: Frozen<WmsSlice>, id: string): Frozen<Count> | undefined {
  return s.counts.find(c => c.no === id)
}

const Line = z.strictObject({ count: Code, loc: Code, sku: Code, lot: Code, counted: z.int().min(0) })
const hiddenInt = z.strictObject({ hidden: z.int() })
const Recorded = Line.extend({ book: hiddenInt, real: hiddenInt })
const Reason = z.strictObject({ loc: Code, sku: Code, reason: z.enum(REASONS) })

/** Lines of a count that differ from the books and for which nobody gave a reason. */
function unexplained(count: Frozen<Count>, reasons: readonly z.output<typeof Reason>[]): string | undefined {
  return count.lines.find(l => l.counted !== l.book.hidden && !reasons.some(r => r.loc === l.loc && r.sku === l.sku))?.loc
}

/** Stocktaking: blind, frozen, and never approved by who counted. */
export const counting: WmsPart = {
  commands: {
    'count.start': parts.command({
      zh: '开始盘点',
      data: z.strictObject({ locs: z.array(Code).min(1).max(50) }),
      who: 'persona',
      refusals: ['E_LOC', 'E_FROZEN', 'E_PICKING'],
      decide: (s, { locs }, ctx) => {
        for (const loc of locs) {
          const place = locationOf(s, loc)
          if (place === undefined) return no('E_LOC', { loc }, 'locs')
          if (place.frozen !== null) return no('E_FROZEN', { loc, count: place.frozen }, 'locs')
          if (s.tasks.some(t => t.loc === loc && t.state === 'open' && t.wave !== '')) return no('E_PICKING', { loc }, 'locs')
        }
        const id = ctx.nextId('PD')
        return happened('countStarted', { count: id, locs, by: ctx.by }, { reply: id })
      },
    }),
    'count.record': parts.command({
      zh: '登记实盘数',
      data: Line,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_IN_COUNT', 'E_NO_SKU', 'E_RECORDED'],
      decide: (s, line) => record(s, line, false),
    }),
    'count.recount': parts.command({
      zh: '复盘',
      data: Line,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_NOT_IN_COUNT', 'E_NO_SKU', 'E_NOT_RECORDED'],
      decide: (s, line) => record(s, line, true),
    }),
    'count.approve': parts.command({
      zh: '审批盘点差异',
      data: z.strictObject({ count: Code, reasons: z.array(Reason).max(50) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_SELF', 'E_NOT_COUNTED', 'E_REASON'],
      decide: (s, { count: id, reasons }, ctx) => {
        const count = countOf(s, id)
        if (count === undefined) return no('E_NONE', { id })
        if (after(COUNT, count.state, 'approve') === undefined) return wrongState(COUNT, count.state)
        if (count.by === ctx.by) return no('E_SELF')
        const missed = count.locs.find(loc => s.quants.some(q => q.loc === loc && !count.lines.some(l => l.loc === loc && l.sku === q.sku)))
        if (missed !== undefined) return no('E_NOT_COUNTED', { loc: missed })
        const open = unexplained(count, reasons)
        return open === undefined ? happened('countApproved', { count: id, reasons }) : no('E_REASON', { loc: open }, 'reasons')
      },
    }),
  },
  events: {
    countStarted: parts.event({
      data: z.strictObject({ count: Code, locs: z.array(Code), by: z.string() }),
      caption: ({ count, locs }, { who }) => `${who}开始盘点 ${count}（${locs.join('、')}）`,
      evolve: (s, { count, locs, by }, { seq }) => {
        s.counts.push({ no: count, locs, lines: [], state: COUNT.initial, by, seq })
        for (const place of s.locations) if (locs.includes(place.code)) place.frozen = count
      },
    }),
    counted: parts.event({
      data: Recorded,
      caption: ({ loc, sku, counted }, { who }) => `${who}登记 ${loc} 的 ${sku} 实盘 ${counted} 件`,
      evolve: (s, { count: id, ...line }, { seq }) => {
        const count = s.counts.find(c => c.no === id)
        if (count === undefined) return
        count.lines = count.lines.filter(l => l.loc !== line.loc || l.sku !== line.sku || l.lot !== line.lot)
        count.lines.push({ ...line, seq })
      },
    }),
    countApproved: parts.event({
      data: z.strictObject({ count: Code, reasons: z.array(Reason) }),
      caption: ({ count }, { who }) => `${who}审批盘点 ${count}，账面按实盘调整`,
      evolve: (s, { count: id, reasons }, { by, seq }) => {
        const count = s.counts.find(c => c.no === id)
        if (count === undefined) return
        for (const line of count.lines) adjust(s, id, line, { reasons, by, seq })
        for (const place of s.locations) if (place.frozen === id) place.frozen = null
        Object.assign(count, { state: moved(COUNT, count.state, 'approve'), seq })
      },
    }),
  },
  refusals: {
    E_PICKING: '货位 {loc} 有正在执行的拣货任务，请完成后再盘点。',
    E_NOT_IN_COUNT: '货位 {loc} 不在盘点 {count} 的范围内。',
    E_RECORDED: '{loc} 的 {sku} 已登记实盘数，如需更正请使用复盘。',
    E_NOT_RECORDED: '{loc} 的 {sku} 还没有登记实盘数。',
    E_SELF: '盘点人不能审批自己的盘点，请由主管审批。',
    E_NOT_COUNTED: '货位 {loc} 还有商品没有盘点。',
    E_REASON: '货位 {loc} 的盘点差异还没有选择原因。',
  },
}

function record(s: Frozen<WmsSlice>, line: z.output<typeof Line>, again: boolean) {
  const count = countOf(s, line.count)
  if (count === undefined) return no('E_NONE', { id: line.count })
  if (after(COUNT, count.state, 'record') === undefined) return wrongState(COUNT, count.state)
  if (!count.locs.includes(line.loc)) return no('E_NOT_IN_COUNT', { loc: line.loc, count: line.count }, 'loc')
  const sku = skuOf(s, line.sku)
  if (sku === undefined) return no('E_NO_SKU', { sku: line.sku }, 'sku')
  const there = count.lines.some(l => l.loc === line.loc && l.sku === sku.sku && l.lot === line.lot)
  if (there !== again) return no(again ? 'E_NOT_RECORDED' : 'E_RECORDED', { loc: line.loc, sku: sku.sku })
  const quant = s.quants.find(q => q.loc === line.loc && q.sku === sku.sku && q.lot === line.lot)
  const truth = { book: hide(quant?.on ?? 0), real: hide(quant?.real.hidden ?? 0) }
  return happened('counted', { ...line, sku: sku.sku, ...truth })
}

type Approval = { readonly reasons: readonly z.output<typeof Reason>[]; readonly by: string; readonly seq: number }

/** The books follow the count; what was promised to customers cannot be counted away. */
function adjust(s: WmsSlice, count: string, line: Count['lines'][number], { reasons, by, seq }: Approval): void {
  const { loc, sku, lot, counted } = line
  const quant = s.quants.find(q => q.loc === loc && q.sku === sku && q.lot === lot)
  const change = counted - (quant?.on ?? 0)
  if (change === 0) return
  if (quant === undefined) s.quants.push({ loc, sku, lot, exp: null, on: counted, reserved: 0, real: line.real, flawed: hide(0), seq })
  else Object.assign(quant, { on: Math.max(counted, quant.reserved), seq })
  const reason = reasons.find(r => r.loc === loc && r.sku === sku)?.reason ?? '其他'
  s.adjustments.push({ count, loc, sku, lot, by: change, reason, approver: by, seq })
  s.quants = s.quants.filter(q => q.on > 0 || q.reserved > 0 || q.real.hidden > 0)
}
