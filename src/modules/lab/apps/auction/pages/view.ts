import { z } from 'zod'
import type { AppPageProps } from '../../../pages/app-page.ts'

const text = z.string()
const n = z.number()
const yes = z.boolean()
const maybe = n.nullable()

const Lot = z.object({
  no: text,
  title: text,
  category: text,
  kind: z.enum(['english', 'dutch', 'sealed', 'fixed', 'multi']),
  kindZh: text,
  description: text,
  start: n,
  step: n,
  buyNow: maybe,
  quantity: n,
  left: n,
  hours: n,
  every: n,
  shipFee: n,
  deposit: n,
  ownDeposit: text.nullable(),
  ownLimit: maybe,
  ownOffer: maybe,
  ownReserve: maybe,
  own: yes,
  state: text,
  stateZh: text,
  startsAt: n,
  endsAt: n,
  price: n,
  seller: text,
  leader: text,
  leading: yes,
  leastBid: n,
  reserveMet: yes.nullable(),
  bids: z.array(z.object({ who: text, amount: n, quantity: n, auto: yes, at: n, own: yes })),
  offers: n,
  may: z.array(text),
})
const Deal = z.object({
  no: text,
  lot: text,
  title: text,
  amount: n,
  quantity: n,
  shipFee: n,
  viaPay: yes,
  state: text,
  stateZh: text,
  carrier: text.nullable(),
  waybill: text.nullable(),
  madeAt: n,
  paidAt: maybe,
  shippedAt: maybe,
  payUntil: n,
  role: z.enum(['buyer', 'seller']),
  seller: text,
  buyer: text,
  address: z.object({ name: text, phone: text, region: text, detail: text }).nullable(),
  rated: yes,
  may: z.array(text),
})

/** What the pages of the auction house draw of its view; `view.test.ts` holds the app to it. */
export const AuctionView = z.object({
  me: z.object({ name: text, verified: yes, balance: n, frozen: n }).nullable(),
  kinds: z.array(z.object({ id: text, zh: text })),
  mostHours: n,
  lots: z.array(Lot),
  deals: z.array(Deal),
  ratings: z.array(z.object({ deal: text, from: text, to: text, score: text, text })),
  mail: z.array(z.object({ text, at: n })),
})
export type AuctionView = z.output<typeof AuctionView>
export type Lot = z.output<typeof Lot>
export type Deal = z.output<typeof Deal>
export type AuctionProps = AppPageProps<AuctionView>

/** Ways from one part of the site to another. */
export type Ways = { readonly onLot: (no: string) => void; readonly onEdit: (no: string) => void }
export type LotProps = AuctionProps & Ways & { readonly lot: Lot; readonly onBack: () => void }
export type DealProps = AuctionProps & { readonly deal: Deal }
