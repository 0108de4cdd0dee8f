import type { Frozen } from '../../../../kernel/brand.ts'
import { after } from '../../core/app/machine.ts'
import type { Json } from '../../core/world/canonical.ts'
import { COUNT, OUTBOUND, RECEIPT, RETURN } from './machines.ts'
import type { Outbound, Receipt, WmsSlice } from './slice.ts'
import { availableOf, filled, locationOf } from './stock.ts'

type Kind = { readonly states: Readonly<Record<string, { readonly zh: string }>> }
const zhOf = (machine: Kind, state: string): string => machine.states[state]?.zh ?? state

function receiptView(s: Frozen<WmsSlice>, r: Frozen<Receipt>): Json {
  return {
    no: r.no,
    notice: r.notice,
    state: r.state,
    stateZh: zhOf(RECEIPT, r.state),
    cartons: r.cartons.map(c => ({ ...c })),
    lines: r.lines.map(({ id, sku, lot, made, exp, quantity, state, verdict, placed }) => {
      return { id, sku, lot, made, exp, quantity, state, verdict, placed }
    }),
    differences: s.differences.filter(d => d.receipt === r.no).map(({ sku, kind, quantity, note }) => ({ sku, kind, quantity, note })),
    may: ['scan', 'close', 'check', 'place'].filter(trigger => after(RECEIPT, r.state, trigger) !== undefined),
  }
}

function outboundView(s: Frozen<WmsSlice>, o: Frozen<Outbound>): Json {
  const { orderNo, to, lines, state, box, weight, waybill, carrier, weighed } = o
  return {
    orderNo,
    to: to === null ? null : { ...to },
    lines: lines.map(l => ({ ...l })),
    state,
    stateZh: zhOf(OUTBOUND, state),
    box,
    weight,
    weighed,
    waybill,
    carrier,
    tasks: s.tasks
      .filter(t => t.orderNo === orderNo)
      .map(({ id, wave, loc, sku, lot, quantity, picked, state: task, scanned }) => {
        return { id, wave, loc, sku, lot, quantity, picked, state: task, scanned }
      }),
    may: ['wave', 'pick', 'pack', 'hand', 'release'].filter(trigger => after(OUTBOUND, state, trigger) !== undefined),
  }
}

/** Stock as the books say it. While a place is counted blind, its books stay shut. */
function stockView(s: Frozen<WmsSlice>): Json {
  return s.quants
    .filter(q => locationOf(s, q.loc)?.frozen === null && (q.on > 0 || q.reserved > 0))
    .map(({ loc, sku, lot, exp, on, reserved }) => ({ loc, sku, lot, exp, on, reserved }))
}

/** Everything the warehouse's pages show. What is physically there is known only where somebody went to look. */
export function wmsView(s: Frozen<WmsSlice>): Json {
  return {
    zones: s.zones.map(z => ({ ...z, keeps: [...z.keeps] })),
    locations: s.locations.map(({ code, zone, kind, cap, route, frozen }) => {
      return { code, zone, kind, cap, route, frozen, filled: frozen === null ? filled(s, code) : null }
    }),
    skus: s.skus.map(k => ({ ...k, available: availableOf(s, k.sku) })),
    stock: stockView(s),
    notices: s.notices.map(({ no, supplier, arrivesAt, lines, state }) => {
      return { no, supplier, arrivesAt, state, lines: lines.map(l => ({ ...l })) }
    }),
    receipts: s.receipts.map(r => receiptView(s, r)),
    outbounds: s.outbounds.map(o => outboundView(s, o)),
    waves: s.waves.map(({ no, orders, rule, walked }) => ({ no, orders: [...orders], rule, walked: [...walked] })),
    handovers: s.handovers.map(({ carrier, orders, count, at }) => ({ carrier, orders: [...orders], count, at })),
    counts: s.counts.map(c => ({
      no: c.no,
      locs: [...c.locs],
      state: c.state,
      stateZh: zhOf(COUNT, c.state),
      by: c.by,
      lines: c.lines.map(({ loc, sku, lot, counted }) => ({ loc, sku, lot, counted })),
    })),
    adjustments: s.adjustments.map(({ seq: _seq, ...a }) => a),
    minima: s.minima.map(({ seq: _seq, ...m }) => m),
    returns: s.returns.map(({ rma, orderNo, lines, state, look, grade, loc }) => {
      return { rma, orderNo, lines: lines.map(l => ({ ...l })), state, stateZh: zhOf(RETURN, state), look, grade, loc }
    }),
    looks: s.looks.map(({ loc, at, found }) => ({ loc, at, found: found.map(f => ({ ...f })) })),
    mail: s.mail.map(({ kind, about, text, at }) => ({ kind, about, text, at })),
    boxes: s.boxes.map(b => ({ ...b })),
    rules: { acceptPercent: s.rules.acceptPercent, weightOff: s.rules.weightOff },
  }
}
