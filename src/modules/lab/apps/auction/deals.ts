import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { dealOf, isPerson, personOf, yuan } from './lookup.ts'
import { release } from './lots.ts'
import { DEAL } from './machines.ts'
import { type AuctionPart, type AuctionSlice, Code, type Deal, SCORES, parts } from './slice.ts'

const DealOnly = z.strictObject({ deal: Code })
const SCORE_WORDS: Readonly<Record<string, string>> = { good: '好评', neutral: '中评', bad: '差评' }

/** A deal in which whoever acts is this side; others' deals do not exist for them. */
function sideFault(deal: Frozen<Deal> | undefined, id: string, side: 'buyer' | 'seller', ctx: DecideContext): Refuse | null {
  return deal === undefined || deal[side] !== ctx.by ? no('E_NONE', { id }, 'deal') : null
}

function paidBy(s: Frozen<AuctionSlice>, deal: Frozen<Deal>): Extract<Decision, { ok: true }> {
  const late: TimerWish = {
    after: s.rules.shipBy,
    by: 'auction.house',
    type: 'auction.deal.late',
    data: { deal: deal.no },
    known: `成交单 ${deal.no} 发货截止`,
    key: `ship:${deal.no}`,
  }
  const { no: id, buyer, seller, amount } = deal
  return happened('dealPaid', { deal: id, buyer, seller, amount }, { cancel: [`pay:${id}`], timers: [late] })
}

function pay(s: Frozen<AuctionSlice>, id: string, ctx: DecideContext): Decision {
  const deal = dealOf(s, id)
  const fault = sideFault(deal, id, 'buyer', ctx)
  if (fault !== null || deal === undefined) return fault ?? no('E_NONE', { id })
  if (deal.state === 'defaulted') return no('E_TIMEOUT', { id })
  if (after(DEAL, deal.state, 'pay') === undefined) return wrongState(DEAL, deal.state)
  // the platform holds this money: it is paid at its desk
  if (deal.viaPay) return no('E_STATE', { state: '待在支付平台付款', allowed: `到支付平台收银台支付 ${id}` })
  const person = personOf(s, ctx.by)
  // the deposit counts towards the price only when it is given back; until then it stays frozen
  return (person?.balance ?? 0) < deal.amount ? no('E_BALANCE', { balance: yuan(person?.balance ?? 0) }) : paidBy(s, deal)
}

const Ship = z.strictObject({ deal: Code, carrier: z.string().min(1).max(40), waybill: Code })

/** A waybill that a carrier of this world has given out for this deal, or one that at least looks like one. */
function waybillFault(ctx: DecideContext, { deal, waybill }: z.output<typeof Ship>): Refuse | null {
  if (!isPerson(ctx) || !ctx.has('tms')) return /^[A-Z]{2}\d{8,12}$/.test(waybill) ? null : no('E_WB_FORMAT', {}, 'waybill')
  const known = ctx.ask('tms.waybill', { waybill }) as { orderNo?: string } | null
  return known?.orderNo === deal ? null : no('E_WAYBILL', { waybill, deal }, 'waybill')
}

function ship(s: Frozen<AuctionSlice>, data: z.output<typeof Ship>, ctx: DecideContext): Decision {
  const deal = dealOf(s, data.deal)
  const fault = sideFault(deal, data.deal, 'seller', ctx)
  if (fault !== null || deal === undefined) return fault ?? no('E_NONE', { id: data.deal })
  if (after(DEAL, deal.state, 'ship') === undefined) return wrongState(DEAL, deal.state)
  const wrong = waybillFault(ctx, data)
  if (wrong !== null) return wrong
  if (deal.viaPay) ctx.call('pay.sent', { outNo: deal.no })
  const carried = ctx.has('tms') && isPerson(ctx)
  const arrive = {
    after: s.rules.road,
    by: 'auction.courier',
    type: 'auction.delivered',
    data: { orderNo: deal.no, waybill: data.waybill },
  }
  const known = `成交单 ${deal.no} 自动确认收货`
  const auto = {
    after: s.rules.autoConfirm,
    by: 'auction.house',
    type: 'auction.deal.close',
    data: { deal: deal.no },
    key: `auto:${deal.no}`,
    known,
  }
  return happened('shipped', data, { cancel: [`ship:${deal.no}`], timers: [...(carried ? [] : [arrive]), auto] })
}

/** The money goes to the seller; where the platform holds it, the platform is told. It may know already. */
function confirm(deal: Frozen<Deal>, ctx: DecideContext, early: boolean): Decision {
  if (deal.viaPay) ctx.call('pay.confirm', { outNo: deal.no })
  const { no: id, buyer, seller } = deal
  return happened('dealDone', { deal: id, buyer, seller, early }, { cancel: [`auto:${id}`, `ship:${id}`] })
}

function rate(s: Frozen<AuctionSlice>, { deal: id, score, text }: z.output<typeof Rate>, ctx: DecideContext): Decision {
  const deal = dealOf(s, id)
  if (deal === undefined || (deal.buyer !== ctx.by && deal.seller !== ctx.by)) return no('E_NONE', { id })
  if (deal.state !== 'done' && deal.state !== 'defaulted') return wrongState(DEAL, deal.state)
  if (s.ratings.some(r => r.deal === id && r.from === ctx.by)) return no('E_ONCE', { id })
  const to = deal.buyer === ctx.by ? deal.seller : deal.buyer
  return happened('rated', { deal: id, from: ctx.by, person: isPerson(ctx), to, score, text })
}

const Rate = z.strictObject({ deal: Code, score: z.enum(SCORES), text: z.string().max(300).default('') })
const Parties = z.strictObject({ deal: Code, buyer: Code, seller: Code })

/** From the hammer to the last word: paying, sending, confirming, judging. */
export const deals: AuctionPart = {
  commands: {
    'deal.pay': parts.command({
      zh: '支付成交款',
      data: DealOnly,
      who: 'both',
      refusals: ['E_NONE', 'E_TIMEOUT', 'E_STATE', 'E_BALANCE'],
      decide: (s, { deal }, ctx) => pay(s, deal, ctx),
    }),
    paid: parts.command({
      zh: '支付平台通知已付款',
      data: z.strictObject({ outNo: Code }),
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { outNo }) => {
        const deal = dealOf(s, outNo)
        if (deal === undefined) return no('E_NONE', { id: outNo })
        return after(DEAL, deal.state, 'pay') === undefined ? wrongState(DEAL, deal.state) : paidBy(s, deal)
      },
    }),
    'deal.ship': parts.command({
      zh: '发货',
      data: Ship,
      who: 'both',
      refusals: ['E_NONE', 'E_STATE', 'E_WB_FORMAT', 'E_WAYBILL'],
      decide: ship,
    }),
    delivered: parts.command({
      zh: '包裹签收',
      data: z.strictObject({ orderNo: Code, waybill: Code }),
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { orderNo }) => {
        const deal = dealOf(s, orderNo)
        if (deal === undefined) return no('E_NONE', { id: orderNo })
        const { buyer, seller } = deal
        return after(DEAL, deal.state, 'deliver') === undefined
          ? wrongState(DEAL, deal.state)
          : happened('dealDelivered', { deal: orderNo, buyer, seller })
      },
    }),
    'deal.confirm': parts.command({
      zh: '确认收货',
      data: DealOnly,
      who: 'both',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { deal: id }, ctx) => {
        const deal = dealOf(s, id)
        const fault = sideFault(deal, id, 'buyer', ctx)
        if (fault !== null || deal === undefined) return fault ?? no('E_NONE', { id })
        return after(DEAL, deal.state, 'confirm') === undefined
          ? wrongState(DEAL, deal.state)
          : confirm(deal, ctx, deal.state === 'shipped')
      },
    }),
    'deal.close': parts.command({
      zh: '自动确认收货',
      data: DealOnly,
      who: 'agent',
      refusals: ['E_STATE'],
      decide: (s, { deal: id }, ctx) => {
        const deal = dealOf(s, id)
        if (deal === undefined || after(DEAL, deal.state, 'confirm') === undefined) return wrongState(DEAL, deal?.state ?? 'done')
        return confirm(deal, ctx, false)
      },
    }),
    'deal.default': parts.command({
      zh: '付款超时',
      data: DealOnly,
      who: 'agent',
      refusals: ['E_STATE'],
      decide: (s, { deal: id }, ctx) => {
        const deal = dealOf(s, id)
        if (deal === undefined || after(DEAL, deal.state, 'default') === undefined) return wrongState(DEAL, deal?.state ?? 'done')
        if (deal.viaPay) ctx.call('pay.closeTrade', { outNo: id })
        const { buyer, seller, lot } = deal
        return happened('defaulted', { deal: id, buyer, seller, lot })
      },
    }),
    'deal.late': parts.command({
      zh: '发货超时',
      data: DealOnly,
      who: 'agent',
      refusals: ['E_STATE'],
      decide: (s, { deal: id }) => {
        const deal = dealOf(s, id)
        if (deal?.state !== 'paid') return wrongState(DEAL, deal?.state ?? 'done')
        return happened('shipLate', { deal: id, buyer: deal.buyer, seller: deal.seller })
      },
    }),
    'rate.post': parts.command({ zh: '评价', data: Rate, who: 'both', refusals: ['E_NONE', 'E_STATE', 'E_ONCE'], decide: rate }),
  },
  events: {
    dealPaid: parts.event({
      data: Parties.extend({ amount: z.int() }),
      caption: ({ deal, amount }, { who }) => `${who}支付成交单 ${deal}，${yuan(amount)} 元`,
      evolve: (s, { deal: id, buyer, amount }, { at, seq }) => {
        const deal = s.deals.find(d => d.no === id)
        const person = s.people.find(p => p.who === buyer)
        if (deal === undefined) return
        Object.assign(deal, { state: moved(DEAL, deal.state, 'pay'), paidAt: at, seq })
        release(s, deal.lot, owing(s, deal.lot))
        if (deal.viaPay || person === undefined) return
        person.balance -= amount
        s.escrow += amount
      },
    }),
    shipped: parts.event({
      data: Ship,
      caption: ({ deal, carrier, waybill }, { who }) => `${who}为成交单 ${deal} 发货（${carrier} ${waybill}）`,
      evolve: (s, { deal: id, carrier, waybill }, { at, seq }) => {
        for (const d of s.deals)
          if (d.no === id) Object.assign(d, { state: moved(DEAL, d.state, 'ship'), carrier, waybill, shippedAt: at, seq })
      },
    }),
    dealDelivered: parts.event({
      data: Parties,
      caption: ({ deal }) => `成交单 ${deal} 的包裹已签收`,
      evolve: (s, { deal: id }, { seq }) => {
        for (const d of s.deals) if (d.no === id) Object.assign(d, { state: moved(DEAL, d.state, 'deliver'), seq })
      },
    }),
    dealDone: parts.event({
      data: Parties.extend({ early: z.boolean() }),
      caption: ({ deal }, { who }) => `${who}确认收货，成交单 ${deal} 完成`,
      evolve: (s, { deal: id, seller }, { seq }) => {
        const deal = s.deals.find(d => d.no === id)
        if (deal === undefined) return
        Object.assign(deal, { state: moved(DEAL, deal.state, 'confirm'), seq })
        const person = s.people.find(p => p.who === seller)
        if (deal.viaPay || person === undefined) return
        s.escrow -= deal.amount
        person.balance += deal.amount
      },
    }),
    defaulted: parts.event({
      data: Parties.extend({ lot: Code }),
      caption: ({ deal }) => `成交单 ${deal} 超时未付款，买家违约，保证金罚没`,
      evolve: (s, { deal: id, buyer, seller, lot }, { at, seq }) => {
        for (const d of s.deals) if (d.no === id) Object.assign(d, { state: moved(DEAL, d.state, 'default'), seq })
        forfeit(s, lot, buyer, seller)
        s.mail.push({ who: buyer, text: `成交单 ${id} 超时未付款，已按违约处理，保证金归卖家所有。`, at, seq })
      },
    }),
    shipLate: parts.event({
      data: Parties,
      caption: ({ deal }) => `成交单 ${deal} 超过期限没有发货，买家投诉`,
      evolve: (s, { deal, seller }, { at, seq }) =>
        void s.mail.push({ who: seller, text: `成交单 ${deal} 超期未发货，买家已投诉。`, at, seq }),
    }),
    rated: parts.event({
      data: Rate.extend({ text: z.string(), from: Code, person: z.boolean(), to: Code }),
      caption: ({ deal, score }, { who }) => `${who}评价成交单 ${deal}：${SCORE_WORDS[score] ?? score}`,
      evolve: (s, rating, { seq }) => void s.ratings.push({ ...rating, seq }),
    }),
  },
  refusals: {
    E_TIMEOUT: '成交单 {id} 已超过付款期限，按违约处理。',
    E_WB_FORMAT: '运单号格式不正确，应为两个字母加数字。',
    E_WAYBILL: '运单 {waybill} 不存在，或不是成交单 {deal} 的运单。',
    E_ONCE: '您已评价过成交单 {id}，每笔交易只能评价一次。',
  },
}

/** Buyers of a lot who have not paid yet: their deposits stay. */
function owing(s: AuctionSlice, lot: string): string[] {
  return s.deals.filter(d => d.lot === lot && d.state === 'awaitPay').map(d => d.buyer)
}

function forfeit(s: AuctionSlice, lot: string, buyer: string, seller: string): void {
  const deposit = s.deposits.find(d => d.lot === lot && d.who === buyer && d.state === 'frozen')
  const [from, to] = [s.people.find(p => p.who === buyer), s.people.find(p => p.who === seller)]
  if (deposit === undefined || from === undefined) return
  from.frozen -= deposit.amount
  // a seller who is nobody here lets the money fall to the house
  if (to === undefined) s.escrow += deposit.amount
  else to.balance += deposit.amount
  deposit.state = 'forfeited'
}
