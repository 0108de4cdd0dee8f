import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { DEAL, LOT } from './machines.ts'
import { allot } from './contest.ts'
import { bidderFault, lotOf, nameOf, yuan } from './lookup.ts'
import { endTimer, release } from './lots.ts'
import { type AuctionPart, type AuctionSlice, Code, type Lot, parts } from './slice.ts'

const Win = z.strictObject({
  deal: Code,
  buyer: Code,
  name: z.string(),
  quantity: z.int().min(1),
  amount: z.int().min(0),
  viaPay: z.boolean(),
})
const Sold = z.strictObject({ lot: Code, seller: Code, title: z.string(), price: z.int(), shipFee: z.int(), wins: z.array(Win).min(1) })
type Result = { readonly winners: readonly { readonly who: string; readonly quantity: number }[]; readonly price: number }
const LotOnly = z.strictObject({ lot: Code })

/** Opens a trade of the payment platform for a deal, where there is one; it says whether it did. */
function openTrade(
  ctx: DecideContext,
  lot: Frozen<Lot>,
  owed: { readonly deal: string; readonly buyer: string; readonly amount: number },
): boolean {
  const { deal, buyer, amount } = owed
  if (!ctx.has('pay')) return false
  const trade = { outNo: deal, payer: buyer, payee: lot.seller, amount, title: lot.title, kind: 'escrow' }
  return ctx.call('pay.openTrade', trade).ok
}

/** Lots that are sold become deals, one for each buyer; whoever does not pay in time defaults. */
function sell(s: Frozen<AuctionSlice>, lot: Frozen<Lot>, result: Result, ctx: DecideContext): Decision {
  const { winners, price } = result
  const wins = winners.map(w => {
    const deal = ctx.nextId('A')
    const amount = price * w.quantity + lot.shipFee
    return {
      deal,
      buyer: w.who,
      name: nameOf(s, w.who),
      quantity: w.quantity,
      amount,
      viaPay: openTrade(ctx, lot, { deal, buyer: w.who, amount }),
    }
  })
  const { no: id, seller, title, shipFee } = lot
  const sold = happened('sold', { lot: id, seller, title, price, shipFee, wins })
  const owed = wins.map(w => ({
    after: s.rules.payBy,
    by: 'auction.house',
    type: 'auction.deal.default',
    data: { deal: w.deal },
    known: `成交单 ${w.deal} 付款截止`,
    key: `pay:${w.deal}`,
  }))
  return { ...sold, timers: owed, cancel: [`end:${id}`, `fall:${id}`] }
}

/** What the hammer finds. */
function end(s: Frozen<AuctionSlice>, lot: Frozen<Lot>, ctx: DecideContext): Decision {
  const unsold = happened('unsold', { lot: lot.no, seller: lot.seller }, { cancel: [`end:${lot.no}`, `fall:${lot.no}`] })
  if (lot.kind === 'sealed') return lot.sealed.length === 0 ? unsold : happened('closed', { lot: lot.no, seller: lot.seller })
  if (lot.kind === 'multi') {
    const able = lot.bids.filter(b => b.amount >= (lot.reserve.hidden ?? 0))
    const { shares, price } = allot(able, lot.quantity)
    return shares.length === 0 ? unsold : sell(s, lot, { winners: shares, price }, ctx)
  }
  const reached = lot.leader !== null && lot.price >= (lot.reserve.hidden ?? 0)
  if (lot.kind !== 'english' || !reached) return unsold
  return sell(s, lot, { winners: [{ who: String(lot.leader), quantity: 1 }], price: lot.price }, ctx)
}

/** The envelopes: the highest offer wins and is paid; of equal ones the earlier. */
function open(s: Frozen<AuctionSlice>, lot: Frozen<Lot>, ctx: DecideContext): Decision {
  const ranked = lot.sealed.toSorted((a, b) => b.offer.hidden - a.offer.hidden || a.seq - b.seq)
  const [best] = ranked
  const offers = ranked.map(x => ({ who: x.who, amount: x.offer.hidden }))
  const opened = { type: 'opened', data: { lot: lot.no, offers } }
  if (best === undefined || best.offer.hidden < (lot.reserve.hidden ?? 0)) {
    return { ok: true, events: [opened, { type: 'unsold', data: { lot: lot.no, seller: lot.seller } }] }
  }
  const sold = sell(s, lot, { winners: [{ who: best.who, quantity: 1 }], price: best.offer.hidden }, ctx)
  return sold.ok ? { ...sold, events: [opened, ...sold.events] } : sold
}

function fall(lot: Frozen<Lot>): Decision {
  const price = lot.price - lot.step
  const cancel = [`end:${lot.no}`]
  if (price < (lot.reserve.hidden ?? 1)) return happened('unsold', { lot: lot.no, seller: lot.seller }, { cancel })
  const next: TimerWish = { after: lot.every, by: 'auction.house', type: 'auction.lot.fall', data: { lot: lot.no }, key: `fall:${lot.no}` }
  return happened('fell', { lot: lot.no, price }, { timers: [next] })
}

function buyNow(s: Frozen<AuctionSlice>, id: string, quantity: number, ctx: DecideContext): Decision {
  const lot = lotOf(s, id)
  const fault = bidderFault(s, lot, ctx, id)
  if (fault !== null || lot === undefined) return fault ?? no('E_NONE', { id })
  if (lot.kind === 'dutch') return sell(s, lot, { winners: [{ who: ctx.by, quantity: 1 }], price: lot.price }, ctx)
  if (lot.kind === 'fixed') {
    return quantity > lot.left
      ? no('E_TOO_MANY', { most: lot.left }, 'quantity')
      : sell(s, lot, { winners: [{ who: ctx.by, quantity }], price: lot.start }, ctx)
  }
  if (lot.kind !== 'english' || lot.buyNow === null) return no('E_KIND', { lot: id })
  return lot.bids.length > 0 ? no('E_RESERVED_BID') : sell(s, lot, { winners: [{ who: ctx.by, quantity: 1 }], price: lot.buyNow }, ctx)
}

/** The hammer, the envelopes, the steps down, and who does not wait. */
export const ending: AuctionPart = {
  commands: {
    'lot.end': parts.command({
      zh: '竞价结束',
      data: LotOnly,
      who: 'agent',
      refusals: ['E_STATE'],
      decide: (s, { lot: id }, ctx) => {
        const lot = lotOf(s, id)
        if (lot === undefined || after(LOT, lot.state, 'fail') === undefined) return wrongState(LOT, lot?.state ?? 'cancelled')
        return ctx.now < lot.endsAt ? { ok: true, events: [], timers: [endTimer(lot, lot.endsAt)] } : end(s, lot, ctx)
      },
    }),
    'lot.fall': parts.command({
      zh: '降价',
      data: LotOnly,
      who: 'agent',
      refusals: ['E_STATE'],
      decide: (s, { lot: id }) => {
        const lot = lotOf(s, id)
        return lot?.state === 'running' ? fall(lot) : wrongState(LOT, lot?.state ?? 'cancelled')
      },
    }),
    'bid.open': parts.command({
      zh: '开标',
      data: LotOnly,
      who: 'both',
      refusals: ['E_NONE', 'E_EARLY', 'E_STATE'],
      decide: (s, { lot: id }, ctx) => {
        const lot = lotOf(s, id)
        if (lot === undefined || lot.seller !== ctx.by) return no('E_NONE', { id })
        if (lot.kind !== 'sealed' || lot.state === 'running' || lot.state === 'preview') return no('E_EARLY', { lot: id })
        return lot.state === 'opening' ? open(s, lot, ctx) : wrongState(LOT, lot.state)
      },
    }),
    buyNow: parts.command({
      zh: '立即购买',
      data: z.strictObject({ lot: Code, quantity: z.int().min(1).default(1) }),
      who: 'both',
      refusals: ['E_NONE', 'E_ENDED', 'E_SELF', 'E_VERIFY', 'E_DEPOSIT', 'E_KIND', 'E_RESERVED_BID', 'E_TOO_MANY'],
      decide: (s, { lot, quantity }, ctx) => buyNow(s, lot, quantity, ctx),
    }),
  },
  events: {
    sold: parts.event({
      data: Sold,
      caption: ({ title, price, wins }) => `“${title}”成交，${yuan(price)} 元，买家 ${wins.map(w => w.name).join('、')}`,
      evolve: (s, data, { at, seq }) => strike(s, data, at, seq),
    }),
    unsold: parts.event({
      data: z.strictObject({ lot: Code, seller: Code }),
      caption: ({ lot }) => `拍品 ${lot} 流拍`,
      evolve: (s, { lot: id, seller }, { at, seq }) => {
        for (const l of s.lots) if (l.no === id) Object.assign(l, { state: moved(LOT, l.state, 'fail'), seq })
        release(s, id, [])
        s.mail.push({ who: seller, text: `您的拍品 ${id} 流拍：无人出价或未达到保留价。`, at, seq })
      },
    }),
    closed: parts.event({
      data: z.strictObject({ lot: Code, seller: Code }),
      caption: ({ lot }) => `拍品 ${lot} 报价截止，等待开标`,
      evolve: (s, { lot: id }, { seq }) => {
        for (const l of s.lots) if (l.no === id) Object.assign(l, { state: moved(LOT, l.state, 'close'), seq })
      },
    }),
    opened: parts.event({
      data: z.strictObject({ lot: Code, offers: z.array(z.strictObject({ who: Code, amount: z.int() })) }),
      caption: ({ lot, offers }, { who }) => `${who}开标 ${lot}，共 ${offers.length} 份报价`,
      evolve: (s, { lot: id, offers }, { at, seq }) => {
        const lot = s.lots.find(l => l.no === id)
        lot?.bids.push(...offers.map(o => ({ ...o, quantity: 1, auto: false, at, seq })))
      },
    }),
    fell: parts.event({
      data: z.strictObject({ lot: Code, price: z.int() }),
      caption: ({ lot, price }) => `拍品 ${lot} 降价至 ${yuan(price)} 元`,
      evolve: (s, { lot: id, price }, { seq }) => {
        for (const l of s.lots) if (l.no === id) Object.assign(l, { price, seq })
      },
    }),
  },
  refusals: {
    E_EARLY: '拍品 {lot} 尚未截止，不能开标。',
    E_RESERVED_BID: '已有人出价，不能再用一口价购买。',
  },
}

/** The hammer falls: deals are made, the others get their deposits back. A shelf of equal pieces goes on while pieces are left. */
function strike(s: AuctionSlice, { lot: id, seller, title, price, shipFee, wins }: z.output<typeof Sold>, at: number, seq: number): void {
  const lot = s.lots.find(l => l.no === id)
  if (lot === undefined) return
  for (const w of wins) {
    const deal = { no: w.deal, lot: id, title, seller, buyer: w.buyer, amount: w.amount, quantity: w.quantity, shipFee, viaPay: w.viaPay }
    const blank = { state: DEAL.initial, carrier: null, waybill: null, madeAt: at, paidAt: null, shippedAt: null }
    s.deals.push({ ...deal, ...blank, seq })
    lot.left = Math.max(0, lot.left - w.quantity)
  }
  const goesOn = lot.kind === 'fixed' && lot.left > 0
  const leader = wins[0]?.buyer ?? null
  Object.assign(lot, { price, leader, seq, state: goesOn ? lot.state : moved(LOT, lot.state, 'sell') })
  if (!goesOn)
    release(
      s,
      id,
      wins.map(w => w.buyer),
    )
}
