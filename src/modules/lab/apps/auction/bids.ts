import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { hide } from '../../core/world/canonical.ts'
import { type NewBid, contest, leastBid } from './contest.ts'
import { bidderFault, lotOf, nameOf, yuan } from './lookup.ts'
import { endTimer } from './lots.ts'
import { type AuctionPart, type AuctionSlice, Code, type Lot, Price, parts } from './slice.ts'

const Place = z.strictObject({ lot: Code, amount: Price, quantity: z.int().min(1).max(1000).default(1) })
const BidData = z.strictObject({
  lot: Code,
  who: Code,
  name: z.string(),
  amount: z.int(),
  quantity: z.int(),
  auto: z.boolean(),
  endsAt: z.int(),
})

function wrongKind(lot: Frozen<Lot>, kinds: readonly string[]): ReturnType<typeof no> | null {
  return kinds.includes(lot.kind) ? null : no('E_KIND', { lot: lot.no })
}

/** A bid in the last minutes moves the end, so that nobody wins by the last second. */
function endAfter(s: Frozen<AuctionSlice>, lot: Frozen<Lot>, now: number): number {
  return lot.endsAt - now < s.rules.extend ? now + s.rules.extend : lot.endsAt
}

type Ruling = { readonly bids: readonly NewBid[]; readonly before?: readonly { type: string; data: never }[]; readonly quantity?: number }

/** Writes bids, tells who was outbid, and sets the hammer anew. */
function written(s: Frozen<AuctionSlice>, lot: Frozen<Lot>, ctx: DecideContext, { bids, before = [], quantity = 1 }: Ruling): Decision {
  const endsAt = bids.length === 0 ? lot.endsAt : endAfter(s, lot, ctx.now)
  const told = bids.map(b => ({ type: 'bidPlaced', data: { lot: lot.no, ...b, name: nameOf(s, b.who), quantity, endsAt } }))
  const leader = bids.at(-1)?.who ?? lot.leader
  // whoever led, or bid just now, and does not lead any more
  const beaten = lot.kind === 'english' ? new Set([lot.leader, ctx.by].filter(who => who !== null && who !== leader)) : new Set<string>()
  const price = bids.at(-1)?.amount ?? lot.price
  const out = [...beaten].map(who => ({ type: 'outbid', data: { lot: lot.no, who: String(who), name: nameOf(s, who), price } }))
  const events = [...before, ...told, ...out]
  return bids.length === 0 ? { ok: true, events } : { ok: true, events, cancel: [`end:${lot.no}`], timers: [endTimer(lot, endsAt)] }
}

function place(s: Frozen<AuctionSlice>, { lot: id, amount, quantity }: z.output<typeof Place>, ctx: DecideContext): Decision {
  const lot = lotOf(s, id)
  const fault = bidderFault(s, lot, ctx, id)
  if (fault !== null || lot === undefined) return fault ?? no('E_NONE', { id })
  const wrong = wrongKind(lot, ['english', 'multi'])
  if (wrong !== null) return wrong
  const own = lot.bids.findLast(b => b.who === ctx.by)
  if (lot.kind === 'multi') {
    if (quantity > lot.quantity) return no('E_TOO_MANY', { most: lot.quantity }, 'quantity')
    if (amount < lot.start) return no('E_STEP', { least: yuan(lot.start) }, 'amount')
    if (own !== undefined && amount <= own.amount) return no('E_BELOW_OWN', { own: yuan(own.amount) }, 'amount')
    return written(s, lot, ctx, { bids: [{ who: ctx.by, amount, auto: false }], quantity })
  }
  const limit = lot.proxies.find(p => p.who === ctx.by)?.max.hidden ?? 0
  const held = Math.max(limit, own?.amount ?? 0)
  if (lot.leader === ctx.by && amount <= held) return no('E_BELOW_OWN', { own: yuan(held) }, 'amount')
  const least = leastBid(lot)
  if (amount < least) return no('E_STEP', { least: yuan(least) }, 'amount')
  return written(s, lot, ctx, { bids: contest(lot, ctx.by, Math.max(amount, limit), amount) })
}

const Proxy = z.strictObject({ lot: Code, max: Price })

function proxy(s: Frozen<AuctionSlice>, { lot: id, max }: z.output<typeof Proxy>, ctx: DecideContext): Decision {
  const lot = lotOf(s, id)
  const fault = bidderFault(s, lot, ctx, id)
  if (fault !== null || lot === undefined) return fault ?? no('E_NONE', { id })
  const wrong = wrongKind(lot, ['english'])
  if (wrong !== null) return wrong
  const before = lot.proxies.find(p => p.who === ctx.by)?.max.hidden ?? 0
  if (max <= before) return no('E_BELOW_OWN', { own: yuan(before) }, 'max')
  const least = lot.leader === ctx.by ? lot.price : leastBid(lot)
  if (max < least) return no('E_STEP', { least: yuan(least) }, 'max')
  const set = { type: 'proxySet', data: { lot: id, who: ctx.by, max: hide(max) } as never }
  return written(s, lot, ctx, { bids: contest(lot, ctx.by, max, null), before: [set] })
}

const Sealed = z.strictObject({ lot: Code, amount: Price })

/** Bids by hand, by proxy and in an envelope. */
export const bids: AuctionPart = {
  commands: {
    'bid.place': parts.command({
      zh: '出价',
      data: Place,
      who: 'both',
      refusals: ['E_NONE', 'E_ENDED', 'E_SELF', 'E_VERIFY', 'E_DEPOSIT', 'E_KIND', 'E_STEP', 'E_BELOW_OWN', 'E_TOO_MANY'],
      decide: place,
    }),
    'bid.proxy': parts.command({
      zh: '设置代理出价',
      data: Proxy,
      who: 'both',
      refusals: ['E_NONE', 'E_ENDED', 'E_SELF', 'E_VERIFY', 'E_DEPOSIT', 'E_KIND', 'E_STEP', 'E_BELOW_OWN'],
      decide: proxy,
    }),
    'bid.sealed': parts.command({
      zh: '密封报价',
      data: Sealed,
      who: 'both',
      refusals: ['E_NONE', 'E_LATE', 'E_SELF', 'E_VERIFY', 'E_DEPOSIT', 'E_KIND', 'E_STEP'],
      decide: (s, { lot: id, amount }, ctx) => {
        const lot = lotOf(s, id)
        const fault = bidderFault(s, lot, ctx, id)
        if (fault?.code === 'E_ENDED') return no('E_LATE', { lot: id })
        if (fault !== null || lot === undefined) return fault ?? no('E_NONE', { id })
        const wrong = wrongKind(lot, ['sealed'])
        if (wrong !== null) return wrong
        if (amount < lot.start) return no('E_STEP', { least: yuan(lot.start) }, 'amount')
        return happened(
          'sealedBid',
          { lot: id, who: ctx.by, offer: hide(amount) },
          { cancel: [`end:${id}`], timers: [endTimer(lot, lot.endsAt)] },
        )
      },
    }),
  },
  events: {
    bidPlaced: parts.event({
      data: BidData,
      caption: ({ lot, name, amount, auto }) => `${name}对 ${lot} ${auto ? '代理' : ''}出价 ${yuan(amount)} 元`,
      evolve: (s, { lot: id, who, amount, quantity, auto, endsAt }, { at, seq }) => {
        const lot = s.lots.find(l => l.no === id)
        if (lot === undefined) return
        lot.bids.push({ who, amount, quantity, auto, at, seq })
        if (endsAt > lot.endsAt) lot.extended += 1
        Object.assign(lot, { endsAt, price: amount, leader: who, seq })
      },
    }),
    proxySet: parts.event({
      data: z.strictObject({ lot: Code, who: Code, max: z.strictObject({ hidden: z.int() }) }),
      caption: ({ lot }, { who }) => `${who}为 ${lot} 设置代理出价上限`,
      evolve: (s, { lot: id, who, max }, { at, seq }) => {
        const lot = s.lots.find(l => l.no === id)
        if (lot === undefined) return
        const before = lot.proxies.find(p => p.who === who)
        if (before === undefined) lot.proxies.push({ who, max, at, seq })
        else Object.assign(before, { max, at, seq })
      },
    }),
    outbid: parts.event({
      data: z.strictObject({ lot: Code, who: Code, name: z.string(), price: z.int() }),
      caption: ({ lot, name, price }) => `${name}在 ${lot} 的出价被超过，当前价 ${yuan(price)} 元`,
      evolve: (s, { lot, who, price }, { at, seq }) => {
        const text = `您在拍品 ${lot} 的出价已被超过，当前价 ${yuan(price)} 元。`
        s.mail.push({ who, text, at, seq })
      },
    }),
    sealedBid: parts.event({
      data: z.strictObject({ lot: Code, who: Code, offer: z.strictObject({ hidden: z.int() }) }),
      caption: ({ lot }, { who }) => `${who}对 ${lot} 提交密封报价`,
      evolve: (s, { lot: id, who, offer }, { at, seq }) => {
        const lot = s.lots.find(l => l.no === id)
        if (lot !== undefined) lot.sealed = [...lot.sealed.filter(x => x.who !== who), { who, offer, at, seq }]
      },
    }),
  },
  refusals: {
    E_KIND: '拍品 {lot} 的拍卖方式不支持这种出价。',
    E_STEP: '出价过低，最低应为 {least} 元。',
    E_BELOW_OWN: '您已出价（或设置上限）{own} 元，新的出价应更高。',
    E_TOO_MANY: '数量超过拍品件数，最多 {most} 件。',
    E_LATE: '拍品 {lot} 已过截止时间，不再接受报价。',
  },
}
