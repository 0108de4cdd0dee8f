import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'

const Text = z.string().min(1).max(100)
/** `stale`: an old number that nobody answers any more. */
const SeedAddress = z.strictObject({
  id: z.string(),
  name: Text,
  phone: z.string(),
  region: Text,
  detail: Text,
  main: z.boolean().default(false),
  stale: z.boolean().default(false),
})
const Wish = z.strictObject({ sku: z.string(), quantity: z.int().min(1) })

export const MallConfig = z.strictObject({
  buyers: z
    .array(
      z.strictObject({
        persona: z.string(),
        name: Text,
        level: z.int().min(0).max(5).default(0),
        points: z.int().min(0).default(0),
        /** 分 on the mall's own gift card; pays where the world has no payment platform. */
        card: z.int().min(0).default(0),
        addresses: z.array(SeedAddress).default([]),
        coupons: z.array(z.string()).default([]),
      }),
    )
    .min(1),
  /** Words the search takes for one another. */
  synonyms: z.array(z.array(z.string()).min(2)).default([]),
  /** What the buyer is really asked to get; whoever buys more only to reach a coupon pays more. */
  need: z.array(Wish).default([]),
  abuse: z.array(z.string()).default(['骗子', '滚', '垃圾', '傻', '去死']),
  /** Pieces of one article in a cart. */
  most: z.int().min(1).default(20),
})
export type MallConfig = z.output<typeof MallConfig>

export type Address = Omit<z.output<typeof SeedAddress>, 'stale'> & { stale: Hidden<boolean> }
export type CartLine = { sku: string; product: string; store: string; title: string; quantity: number; selected: boolean; price: number }
export type Ticket = { coupon: string; name: string; until: number; used: string | null; expired: boolean; seq: number }
export type Bought = {
  no: string
  store: string
  lines: { sku: string; quantity: number }[]
  total: number
  off: number
  freight: number
  coupons: string[]
  address: { name: string; phone: string; region: string; detail: string }
  stores: number
  paidBy: string | null
  confirmed: boolean
  /** Whether it had arrived when receipt was confirmed; null while it was not. */
  arrived: boolean | null
  stale: Hidden<boolean>
  bad: Hidden<boolean>
  padded: Hidden<boolean>
  seq: number
  confirmSeq: number
}
export type Buyer = {
  persona: string
  name: string
  level: number
  points: number
  card: number
  addresses: Address[]
  wallet: Ticket[]
  favourites: string[]
  compare: string[]
  cart: CartLine[]
  search: { q: string; cat: string | null; min: number | null; max: number | null; sort: string } | null
  page: string | null
  preview: { store: string; total: number; goods: number; freight: number; offs: { source: string; name: string; amount: number }[] } | null
  viewed: { product: string; store: string; cat: string; seq: number }[]
  searches: { q: string; seq: number }[]
  orders: Bought[]
  reviews: { order: string; stars: number; text: string; pics: number; more: string | null; seq: number }[]
  claims: { claim: string; order: string; type: string; reason: string; amount: number; seq: number }[]
  invoices: { order: string; title: string; taxNo: string | null; seq: number }[]
  complaints: { id: string; order: string; text: string; reply: string | null; seq: number }[]
  notices: { text: string; at: number; seq: number }[]
}
export type MallSlice = {
  buyers: Buyer[]
  synonyms: string[][]
  need: Hidden<{ sku: string; quantity: number }[]>
  abuse: string[]
  most: number
}

export const parts = partsFor<MallSlice>()
export type MallPart = Pick<AppSpec<MallSlice>, 'commands' | 'events' | 'refusals'>

export function seedMall(config: MallConfig): MallSlice {
  return {
    buyers: config.buyers.map(({ addresses, coupons, ...buyer }) => ({
      ...buyer,
      addresses: addresses.map(({ stale, ...a }) => ({ ...a, stale: hide(stale) })),
      wallet: coupons.map(coupon => ({ coupon, name: coupon, until: 253_402_271_999, used: null, expired: false, seq: 0 })),
      favourites: [],
      compare: [],
      cart: [],
      search: null,
      page: null,
      preview: null,
      viewed: [],
      searches: [],
      orders: [],
      reviews: [],
      claims: [],
      invoices: [],
      complaints: [],
      notices: [],
    })),
    synonyms: config.synonyms,
    need: hide(config.need),
    abuse: config.abuse,
    most: config.most,
  }
}
