import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import type { Agent, AgentPolicy, HappenedEvent, Reaction } from '../../core/app/lab-app.ts'
import { leastBid } from './contest.ts'
import { dealOf, lotOf } from './lookup.ts'
import { type AuctionSlice, SCORES, parts } from './slice.ts'

const BidderParams = z.strictObject({
  /** Lots they look at, by number or category; none named is all. */
  wants: z.array(z.string()).default([]),
  /** Seconds until they answer a bid. */
  wait: z.int().min(1),
  payAfter: z.int().min(1).default(3600),
  confirmAfter: z.int().min(1).default(36_000),
})
const BidderSecret = z.strictObject({
  /** What the thing is worth to them, in 分. */
  value: z.int().min(0),
  /** Waits for the last seconds with everything they would give. */
  sniper: z.boolean().default(false),
  /** Wins and does not pay. */
  defaults: z.boolean().default(false),
  score: z.enum(SCORES).default('good'),
})
const VendorParams = z.strictObject({ shipAfter: z.int().min(1), carrier: z.string().default('顺达速运') })

type At = { readonly slice: Frozen<AuctionSlice>; readonly event: HappenedEvent; readonly me: Agent }
type Told = {
  lot?: string
  deal?: string
  buyer?: string
  seller?: string
  who?: string
  wins?: readonly { deal: string; buyer: string }[]
}

/** Bids on what they want up to what it is worth to them, one step at a time, or everything at the last moment. */
function bid({ slice, event, me }: At, now: number): Reaction[] {
  const { wants, wait } = me.params as unknown as z.output<typeof BidderParams>
  const { value, sniper } = me.secret as unknown as z.output<typeof BidderSecret>
  const told = event.data as Told
  const lot = lotOf(slice, told.lot ?? '')
  const isWanted = lot !== undefined && (wants.length === 0 || wants.includes(lot.no) || wants.includes(lot.category))
  if (!isWanted || lot.seller === me.id || lot.kind !== 'english' || lot.leader === me.id || told.who === me.id) return []
  const begins = event.type === 'auction.lotStarted'
  const deposit = begins && lot.deposit > 0 ? [{ after: 1, type: 'auction.deposit.pay', data: { lot: lot.no } }] : []
  if (sniper) {
    const last = { after: Math.max(1, lot.endsAt - now - 20), type: 'auction.bid.proxy', data: { lot: lot.no, max: value } }
    return begins ? [...deposit, last] : []
  }
  const least = leastBid(lot)
  return least > value ? deposit : [...deposit, { after: wait, type: 'auction.bid.place', data: { lot: lot.no, amount: least } }]
}

function settle({ slice, event, me }: At): Reaction[] {
  const told = event.data as Told
  const { defaults, score } = me.secret as unknown as z.output<typeof BidderSecret>
  const { payAfter, confirmAfter } = me.params as unknown as z.output<typeof BidderParams>
  if (event.type === 'auction.sold') {
    const own = (told.wins ?? []).filter(w => w.buyer === me.id)
    return defaults === true ? [] : own.map(w => payment(slice, w.deal, payAfter))
  }
  if (told.buyer !== me.id) return []
  if (event.type === 'auction.dealDelivered')
    return [{ after: confirmAfter, type: 'auction.deal.confirm', data: { deal: told.deal ?? '' } }]
  const text = score === 'good' ? '商品与描述一致，发货及时。' : '商品与描述有出入。'
  return [{ after: 600, type: 'auction.rate.post', data: { deal: told.deal ?? '', score: score ?? 'good', text } }]
}

function payment(s: Frozen<AuctionSlice>, deal: string, after: number): Reaction {
  const viaPay = dealOf(s, deal)?.viaPay === true
  return viaPay ? { after, type: 'pay.trade.pay', data: { trade: deal } } : { after, type: 'auction.deal.pay', data: { deal } }
}

const ON_BIDS = ['auction.lotStarted', 'auction.bidPlaced']

/** People who buy, and people who sell. */
export const traders: Readonly<Record<string, AgentPolicy<AuctionSlice>>> = {
  bidder: parts.policy({
    zh: '竞买人',
    on: [...ON_BIDS, 'auction.sold', 'auction.dealDelivered', 'auction.dealDone'],
    params: BidderParams,
    secret: BidderSecret,
    react: at => (ON_BIDS.includes(at.event.type) ? bid(at, at.ctx.now) : settle(at)),
  }),
  vendor: parts.policy({
    zh: '卖家',
    on: ['auction.dealPaid', 'auction.dealDone', 'auction.closed'],
    params: VendorParams,
    secret: z.strictObject({}),
    react: ({ event, me }) => {
      const told = event.data as Told
      const { shipAfter, carrier } = me.params as unknown as z.output<typeof VendorParams>
      if (told.seller !== me.id) return []
      if (event.type === 'auction.closed') return [{ after: 60, type: 'auction.bid.open', data: { lot: told.lot ?? '' } }]
      if (event.type === 'auction.dealPaid') {
        const waybill = `SD${String(80_000_000 + event.seq)}`
        return [{ after: shipAfter, type: 'auction.deal.ship', data: { deal: told.deal ?? '', carrier, waybill } }]
      }
      return [{ after: 600, type: 'auction.rate.post', data: { deal: told.deal ?? '', score: 'good', text: '付款爽快，欢迎再来。' } }]
    },
  }),
}
