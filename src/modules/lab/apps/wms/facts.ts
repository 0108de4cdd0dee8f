import type { Frozen } from '../../../../kernel/brand.ts'
import type { FactDef } from '../../core/app/lab-app.ts'
import { auditOf } from './audit.ts'
import { reckoned } from './packing.ts'
import { type WmsSlice, parts } from './slice.ts'
import { locationOf } from './stock.ts'

type Facts = Readonly<Record<string, FactDef<WmsSlice>>>

const inbound: Facts = {
  line: parts.fact({
    zh: '到货行',
    fields: {
      receipt: { zh: '入库单', type: 'text' },
      notice: { zh: '到货通知', type: 'text' },
      sku: { zh: '商品', type: 'text' },
      lot: { zh: '批次', type: 'text' },
      made: { zh: '生产日期', type: 'text' },
      exp: { zh: '到期日', type: 'text' },
      quantity: { zh: '数量', type: 'number' },
      state: { zh: '处理', type: 'text' },
      verdict: { zh: '质检结论', type: 'text' },
      placed: { zh: '已上架', type: 'number' },
      closed: { zh: '收货已完成', type: 'yes' },
      exact: { zh: '与实物一致', type: 'yes' },
    },
    rows: s =>
      s.receipts.flatMap(r =>
        r.lines.map(({ sku, lot, made, exp, quantity, state, verdict, placed, real, flawed, misdated, seq }) => {
          const exact = real.hidden === quantity && !misdated.hidden && flawed.hidden === (state === 'damaged' ? quantity : 0)
          return {
            receipt: r.no,
            notice: r.notice,
            sku,
            lot,
            made,
            exp,
            quantity,
            state,
            verdict,
            placed,
            closed: r.closedAt !== null,
            exact,
            seq,
          }
        }),
      ),
  }),
  difference: parts.fact({
    zh: '收货差异',
    fields: {
      receipt: { zh: '入库单', type: 'text' },
      sku: { zh: '商品', type: 'text' },
      kind: { zh: '类型', type: 'text' },
      quantity: { zh: '数量', type: 'number' },
      note: { zh: '说明', type: 'prose' },
      right: { zh: '与实物一致', type: 'yes' },
    },
    rows: s => s.differences.map(({ right, ...d }) => ({ ...d, right: right.hidden })),
  }),
  truth: parts.fact({
    zh: '实际差异',
    fields: {
      receipt: { zh: '入库单', type: 'text' },
      sku: { zh: '商品', type: 'text' },
      kind: { zh: '类型', type: 'text' },
      quantity: { zh: '数量', type: 'number' },
    },
    rows: s => s.receipts.flatMap(r => auditOf(s, r).map(t => ({ receipt: r.no, ...t, seq: r.seq }))),
  }),
  placing: parts.fact({
    zh: '上架',
    fields: {
      receipt: { zh: '入库单', type: 'text' },
      sku: { zh: '商品', type: 'text' },
      lot: { zh: '批次', type: 'text' },
      loc: { zh: '货位', type: 'text' },
      zone: { zh: '库区', type: 'text' },
      kind: { zh: '货位用途', type: 'text' },
      quantity: { zh: '数量', type: 'number' },
    },
    rows: s =>
      s.placings.map(({ line: _line, ...p }) => ({
        ...p,
        zone: locationOf(s, p.loc)?.zone ?? '',
        kind: locationOf(s, p.loc)?.kind ?? '',
      })),
  }),
}

/** Metres walked along the route of a wave, there and on to each next stop; the least is one way to its far end. */
function walked(s: Frozen<WmsSlice>, stops: readonly string[]): { readonly path: number; readonly least: number } {
  const metres = stops.map(loc => locationOf(s, loc)?.route ?? 0)
  const path = metres.reduce((sum, m, i) => sum + Math.abs(m - (i === 0 ? 0 : (metres[i - 1] ?? 0))), 0)
  return { path, least: Math.max(0, ...metres) }
}

const outgoing: Facts = {
  pick: parts.fact({
    zh: '拣货',
    fields: {
      order: { zh: '订单', type: 'text' },
      sku: { zh: '商品', type: 'text' },
      lot: { zh: '批次', type: 'text' },
      loc: { zh: '货位', type: 'text' },
      wanted: { zh: '应拣', type: 'number' },
      picked: { zh: '实拣', type: 'number' },
      state: { zh: '状态', type: 'text' },
      scanned: { zh: '扫码核对', type: 'yes' },
      right: { zh: '拣对', type: 'yes' },
    },
    rows: s =>
      s.tasks.map(t => ({
        order: t.orderNo,
        sku: t.sku,
        lot: t.lot,
        loc: t.from ?? t.loc,
        wanted: t.quantity,
        picked: t.picked,
        state: t.state,
        scanned: t.scanned,
        right: t.state === 'done' && !t.slip.hidden,
        seq: t.seq,
      })),
  }),
  wave: parts.fact({
    zh: '波次',
    fields: {
      wave: { zh: '波次', type: 'text' },
      orders: { zh: '订单', type: 'list' },
      rule: { zh: '规则', type: 'text' },
      path: { zh: '行走米数', type: 'number' },
      least: { zh: '最少米数', type: 'number' },
    },
    rows: s => s.waves.map(w => ({ wave: w.no, orders: w.orders, rule: w.rule, ...walked(s, w.walked), seq: w.seq })),
  }),
  outbound: parts.fact({
    zh: '出库单',
    fields: {
      order: { zh: '订单', type: 'text' },
      state: { zh: '状态', type: 'text' },
      box: { zh: '包装箱', type: 'text' },
      weight: { zh: '登记重量', type: 'number' },
      scale: { zh: '电子秤读数', type: 'number' },
      reckoned: { zh: '计算重量', type: 'number' },
      waybill: { zh: '运单号', type: 'text' },
      carrier: { zh: '承运商', type: 'text' },
      picked: { zh: '实发件数', type: 'number' },
      shorted: { zh: '缺货件数', type: 'number' },
      wrong: { zh: '有差错', type: 'yes' },
    },
    rows: s =>
      s.outbounds.map(o => ({
        order: o.orderNo,
        state: o.state,
        box: o.box,
        weight: o.weight,
        scale: o.weighed,
        reckoned: o.box === null ? null : reckoned(s, o, o.box),
        waybill: o.waybill,
        carrier: o.carrier,
        picked: o.lines.reduce((sum, l) => sum + l.picked, 0),
        shorted: o.lines.reduce((sum, l) => sum + l.shorted, 0),
        wrong: o.wrong.hidden.length > 0,
        seq: o.seq,
      })),
  }),
  handover: parts.fact({
    zh: '交接',
    fields: { carrier: { zh: '承运商', type: 'text' }, orders: { zh: '订单', type: 'list' }, count: { zh: '件数', type: 'number' } },
    rows: s => s.handovers.map(({ carrier, orders, count, seq }) => ({ carrier, orders, count, seq })),
  }),
}

const keeping: Facts = {
  stock: parts.fact({
    zh: '库存',
    fields: {
      loc: { zh: '货位', type: 'text' },
      kind: { zh: '货位用途', type: 'text' },
      zone: { zh: '库区', type: 'text' },
      sku: { zh: '商品', type: 'text' },
      lot: { zh: '批次', type: 'text' },
      exp: { zh: '到期日', type: 'text' },
      on: { zh: '账面', type: 'number' },
      reserved: { zh: '占用', type: 'number' },
      real: { zh: '实物', type: 'number' },
    },
    rows: s =>
      s.quants.map(q => ({
        loc: q.loc,
        kind: locationOf(s, q.loc)?.kind ?? '',
        zone: locationOf(s, q.loc)?.zone ?? '',
        sku: q.sku,
        lot: q.lot,
        exp: q.exp,
        on: q.on,
        reserved: q.reserved,
        real: q.real.hidden,
        seq: q.seq,
      })),
  }),
  count: parts.fact({
    zh: '盘点',
    fields: {
      count: { zh: '盘点单', type: 'text' },
      state: { zh: '状态', type: 'text' },
      loc: { zh: '货位', type: 'text' },
      sku: { zh: '商品', type: 'text' },
      lot: { zh: '批次', type: 'text' },
      counted: { zh: '实盘', type: 'number' },
      book: { zh: '账面', type: 'number' },
      right: { zh: '与实物一致', type: 'yes' },
    },
    rows: s =>
      s.counts.flatMap(c =>
        c.lines.map(({ book, real, ...l }) => ({ ...l, count: c.no, state: c.state, book: book.hidden, right: l.counted === real.hidden })),
      ),
  }),
  adjustment: parts.fact({
    zh: '盘点调整',
    fields: {
      count: { zh: '盘点单', type: 'text' },
      loc: { zh: '货位', type: 'text' },
      sku: { zh: '商品', type: 'text' },
      lot: { zh: '批次', type: 'text' },
      by: { zh: '调整数', type: 'number' },
      reason: { zh: '原因', type: 'text' },
      approver: { zh: '审批人', type: 'text' },
    },
    rows: s => s.adjustments.map(a => ({ ...a })),
  }),
  minimum: parts.fact({
    zh: '补货点',
    fields: { sku: { zh: '商品', type: 'text' }, min: { zh: '下限', type: 'number' }, max: { zh: '上限', type: 'number' } },
    rows: s => s.minima.map(m => ({ ...m })),
  }),
  returned: parts.fact({
    zh: '退货验收',
    fields: {
      rma: { zh: '退货单', type: 'text' },
      order: { zh: '订单', type: 'text' },
      state: { zh: '状态', type: 'text' },
      grade: { zh: '验货结论', type: 'text' },
      truth: { zh: '实物状况', type: 'text' },
      right: { zh: '结论正确', type: 'yes' },
      loc: { zh: '货位', type: 'text' },
      kind: { zh: '货位用途', type: 'text' },
    },
    rows: s =>
      s.returns.map(r => ({
        rma: r.rma,
        order: r.orderNo,
        state: r.state,
        grade: r.grade,
        truth: r.truth.hidden.grade,
        right: r.grade === r.truth.hidden.grade,
        loc: r.loc,
        kind: r.loc === null ? null : (locationOf(s, r.loc)?.kind ?? null),
        seq: r.seq,
      })),
  }),
}

/** What a rubric may ask of the warehouse. */
export const wmsFacts: Facts = { ...inbound, ...outgoing, ...keeping }
