import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { RECEIPT } from './machines.ts'
import { receiptOf } from './receiving.ts'
import { Code, DayText, Units, type WmsPart, type WmsSlice, parts } from './slice.ts'
import { filled, locationOf, placeFault, shift, skuOf } from './stock.ts'

const Moved = z.strictObject({ from: Code, to: Code, sku: Code, lot: Code, quantity: Units })

/** Moves pieces between two places; damaged ones among them go last, because the picker takes the top ones. */
function carry(s: WmsSlice, m: z.output<typeof Moved>, seq: number): void {
  const quant = s.quants.find(q => q.loc === m.from && q.sku === m.sku && q.lot === m.lot)
  if (quant === undefined) return
  const real = Math.min(m.quantity, quant.real.hidden)
  const flawed = Math.max(0, real - (quant.real.hidden - quant.flawed.hidden))
  const piece = { sku: m.sku, lot: m.lot, exp: quant.exp }
  shift(s, m.from, { ...piece, on: -m.quantity, real: -real, flawed: -flawed }, seq)
  shift(s, m.to, { ...piece, on: m.quantity, real, flawed }, seq)
}

function isOpen(s: Frozen<WmsSlice>, loc: string, kind: string): boolean {
  const place = locationOf(s, loc)
  return place?.kind === kind && place.frozen === null
}

/** Moves from bulk storage that bring pick faces back up to their maximum, oldest lots first. */
function refills(s: Frozen<WmsSlice>): z.output<typeof Moved>[] {
  return s.minima.flatMap(({ sku, min, max }) => {
    const face = s.quants.filter(q => q.sku === sku && isOpen(s, q.loc, '拣选'))
    const there = face.reduce((sum, q) => sum + q.on, 0)
    const to = face[0]?.loc ?? s.locations.find(l => isOpen(s, l.code, '拣选') && filled(s, l.code) === 0)?.code
    if (there >= min || to === undefined) return []
    const bulk = s.quants
      .filter(q => q.sku === sku && isOpen(s, q.loc, '存储') && q.on > q.reserved)
      .toSorted((a, b) => ((a.exp ?? '9') < (b.exp ?? '9') ? -1 : 1))
    const from = bulk.find(q => face.every(f => f.lot === q.lot))
    const room = (locationOf(s, to)?.cap ?? 0) - filled(s, to)
    const quantity = from === undefined ? 0 : Math.min(max - there, from.on - from.reserved, room)
    return from === undefined || quantity <= 0 ? [] : [{ from: from.loc, to, sku, lot: from.lot, quantity }]
  })
}

const PutAway = z.strictObject({ receipt: Code, line: Code, loc: Code, quantity: Units })

/** Putting goods on shelves, moving them, keeping the pick faces full, and looking what lies where. */
export const placing: WmsPart = {
  commands: {
    putaway: parts.command({
      zh: '上架',
      data: PutAway,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_QUANTITY', 'E_LOC', 'E_FROZEN', 'E_KIND', 'E_ZONE', 'E_CAP', 'E_LOT_MIX'],
      decide: (s, { receipt: id, line: lineId, loc, quantity }) => {
        const receipt = receiptOf(s, id)
        const line = receipt?.lines.find(l => l.id === lineId)
        if (receipt === undefined || line === undefined || line.state === 'refused') return no('E_NONE', { id: lineId })
        if (after(RECEIPT, receipt.state, 'place') === undefined) return wrongState(RECEIPT, receipt.state)
        const left = line.quantity - line.placed
        if (quantity > left) return no('E_QUANTITY', { left }, 'quantity')
        const bad = line.state === 'damaged' || line.verdict === 'fail'
        const fault = placeFault(s, { sku: line.sku, lot: line.lot, quantity, bad }, loc)
        return fault ?? happened('putAway', { receipt: id, line: lineId, loc, quantity })
      },
    }),
    move: parts.command({
      zh: '移库',
      data: Moved,
      who: 'both',
      refusals: ['E_NONE', 'E_RESERVED', 'E_QUANTITY', 'E_LOC', 'E_FROZEN', 'E_KIND', 'E_ZONE', 'E_CAP', 'E_LOT_MIX'],
      decide: (s, m) => {
        const quant = s.quants.find(q => q.loc === m.from && q.sku === m.sku && q.lot === m.lot)
        const from = locationOf(s, m.from)
        if (quant === undefined || from === undefined) return no('E_NONE', { id: `${m.sku} / ${m.lot}` }, 'from')
        if (from.frozen !== null) return no('E_FROZEN', { loc: m.from, count: from.frozen }, 'from')
        if (m.quantity > quant.on) return no('E_QUANTITY', { left: quant.on }, 'quantity')
        if (m.quantity > quant.on - quant.reserved) return no('E_RESERVED', { reserved: quant.reserved, on: quant.on }, 'quantity')
        // whole goods may be set aside as damaged, but what stands there does not come back without an inspection
        const bad = locationOf(s, m.to)?.kind === '不良' || from.kind === '不良'
        return placeFault(s, { ...m, bad }, m.to) ?? happened('stockMoved', m)
      },
    }),
    'replenish.set': parts.command({
      zh: '设置补货点',
      data: z.strictObject({ sku: Code, min: z.int().min(0), max: z.int().min(1) }),
      who: 'persona',
      refusals: ['E_NO_SKU', 'E_RANGE'],
      decide: (s, { sku: code, min, max }) => {
        const sku = skuOf(s, code)
        if (sku === undefined) return no('E_NO_SKU', { sku: code }, 'sku')
        return min > max ? no('E_RANGE', {}, 'min') : happened('minimumSet', { sku: sku.sku, min, max })
      },
    }),
    'replenish.run': parts.command({
      zh: '执行补货',
      data: z.strictObject({}),
      who: 'both',
      refusals: ['E_NO_REFILL'],
      decide: s => {
        const moves = refills(s)
        return moves.length === 0 ? no('E_NO_REFILL') : { ok: true, events: moves.map(data => ({ type: 'stockMoved', data })) }
      },
    }),
    look: parts.command({
      zh: '到货位查看实物',
      data: z.strictObject({ loc: Code }),
      who: 'persona',
      refusals: ['E_LOC'],
      decide: (s, { loc }) => {
        if (locationOf(s, loc) === undefined) return no('E_LOC', { loc }, 'loc')
        const found = s.quants
          .filter(q => q.loc === loc && q.real.hidden > 0)
          .map(q => ({ sku: q.sku, lot: q.lot, exp: q.exp, units: q.real.hidden }))
        return happened('looked', { loc, found })
      },
    }),
    'stock.query': parts.command({
      zh: '查询账面库存',
      data: z.strictObject({ loc: Code }),
      who: 'persona',
      refusals: ['E_LOC', 'E_BLIND'],
      decide: (s, { loc }) => {
        const place = locationOf(s, loc)
        if (place === undefined) return no('E_LOC', { loc }, 'loc')
        return place.frozen === null ? happened('queried', { loc }) : no('E_BLIND', { loc, count: place.frozen })
      },
    }),
  },
  events: {
    putAway: parts.event({
      data: PutAway,
      caption: ({ line, loc, quantity }, { who }) => `${who}把到货行 ${line} 的 ${quantity} 件上架到 ${loc}`,
      evolve: (s, { receipt: id, line: lineId, loc, quantity }, { seq }) => {
        const receipt = s.receipts.find(r => r.no === id)
        const line = receipt?.lines.find(l => l.id === lineId)
        if (receipt === undefined || line === undefined) return
        const before = Math.min(line.placed, line.real.hidden)
        const real = Math.min(quantity, line.real.hidden - before)
        line.placed += quantity
        const last = line.placed === line.quantity
        const { sku, lot, exp } = line
        shift(s, loc, { sku, lot, exp, on: quantity, real, flawed: last ? line.flawed.hidden : 0 }, seq)
        s.placings.push({ receipt: id, line: lineId, sku, lot, loc, quantity, seq })
        const ready = receipt.lines.every(l => l.state === 'refused' || l.placed === l.quantity)
        receipt.state = moved(RECEIPT, receipt.state, ready ? 'placed' : 'place')
      },
    }),
    stockMoved: parts.event({
      data: Moved,
      caption: ({ from, to, sku, quantity }, { who }) => `${who}把 ${sku} 共 ${quantity} 件从 ${from} 移到 ${to}`,
      evolve: (s, m, { seq }) => carry(s, m, seq),
    }),
    minimumSet: parts.event({
      data: z.strictObject({ sku: Code, min: z.int(), max: z.int() }),
      caption: ({ sku, min, max }, { who }) => `${who}设置 ${sku} 的补货点：低于 ${min} 件补到 ${max} 件`,
      evolve: (s, m, { seq }) => void (s.minima = [...s.minima.filter(x => x.sku !== m.sku), { ...m, seq }]),
    }),
    looked: parts.event({
      data: z.strictObject({
        loc: Code,
        found: z.array(z.strictObject({ sku: Code, lot: Code, exp: DayText.nullable(), units: z.int() })),
      }),
      caption: ({ loc }, { who }) => `${who}到货位 ${loc} 查看实物`,
      evolve: (s, { loc, found }, { at, seq }) => void s.looks.push({ loc, at, found, seq }),
    }),
    queried: parts.event({
      data: z.strictObject({ loc: Code }),
      caption: ({ loc }, { who }) => `${who}查询货位 ${loc} 的账面库存`,
      evolve: () => {},
    }),
  },
  refusals: {
    E_QUANTITY: '数量超出，最多还有 {left} 件。',
    E_LOC: '没有货位“{loc}”，请核对货位码。',
    E_FROZEN: '货位 {loc} 正在盘点（{count}），暂不能出入库。',
    E_KIND: '货位 {loc} 是{kind}货位：破损和不合格品只能放不良品货位，合格品不能放进去。',
    E_ZONE: '货位 {loc} 属于{zone}，不能存放“{category}”类商品。',
    E_CAP: '货位 {loc} 只能再放 {room} 件，请减少数量或另选货位。',
    E_LOT_MIX: '货位 {loc} 已有同一商品的另一批次 {lot}，不能混放批次。',
    E_RESERVED: '账面 {on} 件中有 {reserved} 件已被订单占用，不能移走。',
    E_RANGE: '补货下限不能高于上限。',
    E_NO_REFILL: '没有需要补货的拣选货位，或存储区没有可补的库存。',
    E_BLIND: '货位 {loc} 正在盲盘（{count}），盘点期间不显示账面数量。',
  },
}
