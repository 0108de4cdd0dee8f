import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'
import { PRODUCT, PROMOTION } from './machines.ts'

const Text = z.string().min(1).max(200)
export const Fen = z.int().min(0).max(100_000_000)
export const Address = z.object({ name: Text, phone: z.string().max(20), region: Text, detail: Text })
export type Address = z.output<typeof Address>

/** How one freight is worked out: by grams or by pieces, first so much, then for each further so much; 分. */
export const FreightRule = z.strictObject({
  regions: z.array(z.string()).min(1),
  first: z.int().min(1),
  firstFee: Fen,
  add: z.int().min(1),
  addFee: Fen,
})
export const FreightPlan = z.strictObject({
  name: Text,
  mode: z.enum(['weight', 'piece']),
  rules: z.array(FreightRule).min(1).max(40),
  excluded: z.array(z.string()).default([]),
  /** Goods worth this much after all discounts travel free; null: never. */
  freeOver: Fen.nullable().default(null),
})

export const VariantDraft = z.strictObject({
  sku: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,29}$/),
  spec: z.record(z.string(), z.string().max(40)),
  gtin: z.string().nullable().default(null),
  price: z.int(),
  listPrice: z.int().nullable().default(null),
  weight: z.int().min(1).max(200_000),
  stock: z.int().min(0).max(1_000_000),
})
export const ProductDraft = z.strictObject({
  title: z.string().max(200),
  cat: z.string(),
  brand: z.string().max(40).nullable().default(null),
  attrs: z.record(z.string(), z.string().max(100)).default({}),
  modules: z
    .array(z.strictObject({ kind: z.enum(['展示', '卖点', '参数', '实力', '说明', '关联']), text: z.string().max(2000) }))
    .default([]),
  images: z.array(z.strictObject({ src: z.string(), alt: z.string().max(100) })).max(20),
  freight: z.string().nullable().default(null),
  variants: z.array(VariantDraft).min(1).max(40),
  /** The seven days without reason; listed kinds of goods may be excepted. */
  noReason: z.boolean().default(true),
})

export const PROMO_KINDS = ['discount', 'flash', 'amount', 'count', 'gift', 'bundle'] as const
/** `min` in 分 (amount, gift) or pieces (count); `off` in 分; `pay` in basis points of the price; `price` in 分 (flash, bundle). */
export const Tier = z.strictObject({
  min: z.int().min(0).default(0),
  off: Fen.default(0),
  pay: z.int().min(1).max(10_000).default(10_000),
  price: Fen.default(0),
  gift: z.string().nullable().default(null),
})
export const PromoDraft = z.strictObject({
  name: Text,
  kind: z.enum(PROMO_KINDS),
  /** Products it is for; empty: all of the store. */
  products: z.array(z.string()).default([]),
  tiers: z.array(Tier).min(1).max(5),
  from: z.int(),
  until: z.int(),
  /** How much (分) or how often it may be used in all. */
  budget: z
    .strictObject({ type: z.enum(['spend', 'usage']), limit: z.int() })
    .nullable()
    .default(null),
})
export const CouponDraft = z.strictObject({
  name: Text,
  min: Fen,
  off: z.int().min(1),
  total: z.int(),
  perBuyer: z.int().min(1).max(10).default(1),
  products: z.array(z.string()).default([]),
  from: z.int(),
  until: z.int(),
  /** A platform's coupon may lie on top of a store's one. */
  stack: z.boolean().default(true),
  /** Membership from which it may be taken. */
  level: z.int().min(0).max(5).default(0),
})

const SeedProduct = ProductDraft.extend({ id: z.string(), state: z.string().default('on'), costs: z.record(z.string(), Fen).default({}) })
const SeedOrder = z.strictObject({
  no: z.string(),
  buyer: z.string(),
  buyerName: Text,
  address: Address,
  lines: z.array(z.strictObject({ sku: z.string(), quantity: z.int().min(1) })).min(1),
  coupon: z.string().nullable().default(null),
  message: z.string().max(300).default(''),
  /** Hours before the beginning; null: it has not come to that. */
  placed: z.int().min(0),
  paid: z.int().nullable().default(null),
  shipped: z.int().nullable().default(null),
  delivered: z.int().nullable().default(null),
  waybill: z.string().nullable().default(null),
})
const SeedClaim = z.strictObject({
  order: z.string(),
  sku: z.string(),
  quantity: z.int().min(1).default(1),
  type: z.enum(['refund', 'return', 'exchange']),
  reason: Text,
  noReason: z.boolean().default(false),
  amount: Fen,
  note: z.string().max(300).default(''),
  /** Seconds after the beginning at which it comes in, and how the goods really are. */
  after: z.int().min(0),
  condition: z.enum(['ok', 'damaged', 'short', 'wrong']).default('ok'),
})
const SeedStore = z.strictObject({
  id: z.string(),
  name: Text,
  published: z.boolean().default(true),
  /** Who runs it; the first is the owner. */
  staff: z.array(z.strictObject({ persona: z.string(), role: z.string() })).default([]),
  shipHours: z.int().min(1).default(48),
  noReasonDays: z.int().min(0).default(7),
  rating: z.int().min(0).max(500).default(480),
  sold: z.int().min(0).default(0),
  address: Address.nullable().default(null),
  categories: z.array(z.strictObject({ id: z.string(), name: Text, parent: z.string().nullable() })).default([]),
  promise: z.array(z.string()).default([]),
  /** Takes the money and does not keep its promise. */
  bad: z.boolean().default(false),
})
const Probe = z.strictObject({
  id: z.string(),
  store: z.string(),
  lines: z.array(z.strictObject({ sku: z.string(), quantity: z.int().min(1) })).min(1),
  region: z.string(),
  coupon: z.string().nullable().default(null),
})

const LIMIT_WORDS = '最好 最佳 最优 最低价 最便宜 最高级 全网最低 第一 国家级 世界级 顶级 极品 唯一 首选 绝对 万能 史无前例 100%'.split(' ')

export const ShopConfig = z.strictObject({
  /** Goods must be picked before they are sent, by the warehouse's app or by a colleague. */
  picking: z.boolean().default(false),
  cats: z.array(z.strictObject({ id: z.string(), name: Text, parent: z.string().nullable(), attrs: z.array(z.string()).default([]) })),
  stores: z.array(SeedStore).min(1),
  images: z
    .array(z.strictObject({ src: z.string(), w: z.int().min(1), h: z.int().min(1), kb: z.int().min(1), about: z.string() }))
    .default([]),
  freights: z.array(FreightPlan.extend({ id: z.string(), store: z.string() })).default([]),
  products: z.array(SeedProduct.extend({ store: z.string() })).default([]),
  promos: z.array(PromoDraft.extend({ id: z.string(), store: z.string(), state: z.string().default('active') })).default([]),
  coupons: z.array(CouponDraft.extend({ id: z.string(), store: z.string().nullable() })).default([]),
  orders: z.array(SeedOrder.extend({ store: z.string() })).default([]),
  claims: z.array(SeedClaim).default([]),
  banned: z.array(z.string()).default(LIMIT_WORDS),
  abuse: z.array(z.string()).default(['骗子', '滚', '垃圾', '傻', '去死']),
  carriers: z.array(z.string()).default(['中通快递', '圆通速递', '顺丰速运', '邮政快递']),
  licences: z.array(z.string()).default([]),
  probes: z.array(Probe).default([]),
  audit: z.int().min(1).default(1800),
  closeAfter: z.int().min(1).default(86_400),
  confirmAfter: z.int().min(1).default(864_000),
  /** Seconds its own courier needs. */
  road: z.int().min(1).default(172_800),
})
export type ShopConfig = z.output<typeof ShopConfig>

export type Variant = z.output<typeof VariantDraft> & { cost: number | null; history: { at: number; price: number }[] }
export type Product = Omit<z.output<typeof ProductDraft>, 'variants'> & {
  id: string
  store: string
  variants: Variant[]
  state: string
  auditNote: string | null
  shelve: boolean
  seq: number
}
export type Freight = z.output<typeof FreightPlan> & { id: string; store: string; seq: number }
export type Promo = z.output<typeof PromoDraft> & { id: string; store: string; state: string; used: number; seq: number }
export type Coupon = z.output<typeof CouponDraft> & { id: string; store: string | null; claimed: number; used: number; seq: number }
export type Counters = { fulfilled: number; shipped: number; delivered: number; returned: number; damaged: number; writtenOff: number }
export type Off = { source: string; name: string; amount: number }
export type Line = {
  id: string
  sku: string
  product: string
  title: string
  spec: Record<string, string>
  quantity: number
  unit: number
  weight: number
  offs: Off[]
  /** What was paid for this line after its part of every discount. */
  share: number
  refunded: number
  noReason: boolean
  counters: Counters
}
export type Parcel = {
  waybill: string
  carrier: string
  lines: { sku: string; quantity: number }[]
  address: Address
  at: number
  delivered: number | null
  seq: number
}
export type Order = {
  no: string
  store: string
  buyer: string
  buyerName: string
  lines: Line[]
  gifts: { sku: string; quantity: number }[]
  address: Address
  message: string
  remark: string
  freight: number
  offs: Off[]
  total: number
  coupons: string[]
  invoice: { title: string; taxNo: string | null } | null
  placedAt: number
  paidAt: number | null
  shipBy: number | null
  picked: boolean
  parcels: Parcel[]
  refunded: number
  finished: boolean
  closed: string | null
  late: boolean
  reminded: number
  reviewed: boolean
  seq: number
}
export type Claim = {
  id: string
  order: string
  sku: string
  quantity: number
  type: 'refund' | 'return' | 'exchange'
  reason: string
  noReason: boolean
  lawful: boolean
  amount: number
  note: string
  evidence: string[]
  state: string
  appliedAt: number
  due: number | null
  handledAt: number | null
  by: string | null
  answer: string
  waybill: string | null
  found: string | null
  grade: string | null
  condition: Hidden<string>
  refund: number | null
  forced: boolean
  seq: number
}
export type Review = {
  id: string
  order: string
  store: string
  product: string
  buyerName: string
  stars: number
  text: string
  pics: number
  more: string | null
  reply: string | null
  reported: string | null
  fake: Hidden<boolean>
  seq: number
}
export type Block = {
  id: string
  kind: string
  text: string
  image: string | null
  alt: string
  link: string | null
  color: string
  background: string
}
export type Store = Omit<z.output<typeof SeedStore>, 'bad' | 'staff'> & {
  staff: { persona: string; role: string; perms: string[] }[]
  notice: string
  logo: string | null
  blocks: Block[]
  live: { device: string; blocks: Block[]; seq: number }[]
  points: number
  bad: Hidden<boolean>
  seq: number
}
export type ShopSlice = Pick<
  ShopConfig,
  'picking' | 'cats' | 'images' | 'banned' | 'abuse' | 'carriers' | 'licences' | 'audit' | 'closeAfter' | 'confirmAfter' | 'road'
> & {
  stores: Store[]
  freights: Freight[]
  products: Product[]
  promos: Promo[]
  coupons: Coupon[]
  orders: Order[]
  claims: Claim[]
  coming: Hidden<ShopConfig['claims']>
  reviews: Review[]
  probes: Hidden<ShopConfig['probes']>
  penalties: { id: string; store: string; reason: string; points: number; about: string; seq: number }[]
  belowCost: { promo: string; seq: number }[]
  begun: number
}

export const parts = partsFor<ShopSlice>()
export type ShopPart = Pick<AppSpec<ShopSlice>, 'commands' | 'events' | 'refusals'>

export const NOTHING: Counters = { fulfilled: 0, shipped: 0, delivered: 0, returned: 0, damaged: 0, writtenOff: 0 }

/** A variant as the shop keeps it: its price has a history from the first day on. */
export function variantOf(draft: z.output<typeof VariantDraft>, cost: number | null, at: number): Variant {
  return { ...draft, cost, history: [{ at, price: draft.price }] }
}

function seedStore({ bad, staff, ...store }: ShopConfig['stores'][number]): Store {
  const empty = { notice: '', logo: null, blocks: [], live: [], points: 0, seq: 0 }
  return { ...store, ...empty, staff: staff.map(s => ({ ...s, perms: [] })), bad: hide(bad) }
}

function seedProduct({ costs, variants, state, ...product }: ShopConfig['products'][number], start: number): Product {
  const priced = variants.map(v => variantOf(v, costs[v.sku] ?? null, start - 90 * 86_400))
  return { ...product, state: state === '' ? PRODUCT.initial : state, variants: priced, auditNote: null, shelve: true, seq: 0 }
}

const SETTINGS = [
  'picking',
  'cats',
  'images',
  'banned',
  'abuse',
  'carriers',
  'licences',
  'audit',
  'closeAfter',
  'confirmAfter',
  'road',
] as const

/** Everything but the orders, which need prices and are laid by `seedWhole`. */
export function seedShop(config: ShopConfig, start: number): ShopSlice {
  const settings = Object.fromEntries(SETTINGS.map(key => [key, config[key]])) as Pick<ShopConfig, (typeof SETTINGS)[number]>
  return {
    ...settings,
    stores: config.stores.map(seedStore),
    freights: config.freights.map(f => ({ ...f, seq: 0 })),
    products: config.products.map(p => seedProduct(p, start)),
    promos: config.promos.map(p => ({ ...p, state: p.state === '' ? PROMOTION.initial : p.state, used: 0, seq: 0 })),
    coupons: config.coupons.map(c => ({ ...c, claimed: 0, used: 0, seq: 0 })),
    orders: [],
    claims: [],
    coming: hide(config.claims),
    reviews: [],
    probes: hide(config.probes),
    penalties: [],
    belowCost: [],
    begun: start,
  }
}
