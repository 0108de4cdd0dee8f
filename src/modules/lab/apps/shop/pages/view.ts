import type { AppPageProps, Around } from '../../../pages/app-page.ts'
import type { useAsk } from '../../../pages/parts/use-ask.ts'
import type { FreightText, ProductText, PromoText } from './texts.ts'

export type Place = { readonly name: string; readonly phone: string; readonly region: string; readonly detail: string }
export type Cat = { readonly id: string; readonly name: string; readonly parent: string | null; readonly attrs: readonly string[] }
export type Category = Omit<Cat, 'attrs'>
export type Picture = { readonly src: string; readonly w: number; readonly h: number; readonly kb: number; readonly about: string }
export type Rule = {
  readonly regions: readonly string[]
  readonly first: number
  readonly firstFee: number
  readonly add: number
  readonly addFee: number
}
export type Freight = {
  readonly id: string
  readonly name: string
  readonly mode: 'weight' | 'piece'
  readonly rules: readonly Rule[]
  readonly excluded: readonly string[]
  readonly freeOver: number | null
}
export type Variant = {
  readonly sku: string
  readonly spec: Readonly<Record<string, string>>
  readonly gtin: string | null
  readonly price: number
  readonly listPrice: number | null
  readonly now: number
  readonly weight: number
  readonly stock: number
  readonly cost: number | null
}
export type Product = {
  readonly id: string
  readonly title: string
  readonly cat: string
  readonly brand: string | null
  readonly attrs: Readonly<Record<string, string>>
  readonly modules: readonly { readonly kind: string; readonly text: string }[]
  readonly images: readonly { readonly src: string; readonly alt: string }[]
  readonly freight: string | null
  readonly variants: readonly Variant[]
  readonly noReason: boolean
  readonly state: string
  readonly stateZh: string
  readonly allowed: readonly string[]
  readonly auditNote: string | null
}
export type Tier = {
  readonly min: number
  readonly off: number
  readonly pay: number
  readonly price: number
  readonly gift: string | null
}
export type Promo = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly products: readonly string[]
  readonly tiers: readonly Tier[]
  readonly from: number
  readonly until: number
  readonly budget: { readonly type: 'spend' | 'usage'; readonly limit: number } | null
  readonly used: number
  readonly state: string
  readonly stateZh: string
  readonly allowed: readonly string[]
}
export type Coupon = {
  readonly id: string
  readonly name: string
  readonly min: number
  readonly off: number
  readonly total: number
  readonly claimed: number
  readonly used: number
  readonly level: number
  readonly from: number
  readonly until: number
}
export type Off = { readonly source: string; readonly name: string; readonly amount: number }
export type Line = {
  readonly id: string
  readonly sku: string
  readonly product: string
  readonly title: string
  readonly spec: Readonly<Record<string, string>>
  readonly quantity: number
  readonly unit: number
  readonly offs: readonly Off[]
  readonly share: number
  readonly refunded: number
  readonly counters: { readonly fulfilled: number; readonly shipped: number; readonly returned: number; readonly writtenOff: number }
}
export type Order = {
  readonly no: string
  readonly buyerName: string
  readonly lines: readonly Line[]
  readonly gifts: readonly { readonly sku: string; readonly quantity: number }[]
  readonly address: Place
  readonly message: string
  readonly remark: string
  readonly freight: number
  readonly offs: readonly Off[]
  readonly total: number
  readonly refunded: number
  readonly invoice: { readonly title: string; readonly taxNo: string | null } | null
  readonly placedAt: number
  readonly paidAt: number | null
  readonly shipBy: number | null
  readonly picked: boolean
  readonly parcels: readonly {
    readonly waybill: string
    readonly carrier: string
    readonly at: number
    readonly delivered: number | null
  }[]
  readonly closed: string | null
  readonly late: boolean
  readonly reminded: number
  readonly state: string
  readonly stateZh: string
  readonly allowed: readonly string[]
}
export type Claim = {
  readonly id: string
  readonly order: string
  readonly sku: string
  readonly quantity: number
  readonly type: 'refund' | 'return' | 'exchange'
  readonly reason: string
  readonly noReason: boolean
  readonly amount: number
  readonly note: string
  readonly evidence: readonly string[]
  readonly appliedAt: number
  readonly due: number | null
  readonly answer: string
  readonly waybill: string | null
  readonly found: string | null
  readonly grade: string | null
  readonly refund: number | null
  readonly state: string
  readonly stateZh: string
  readonly allowed: readonly string[]
}
export type Review = {
  readonly id: string
  readonly order: string
  readonly product: string
  readonly buyerName: string
  readonly stars: number
  readonly text: string
  readonly pics: number
  readonly more: string | null
  readonly reply: string | null
  readonly reported: string | null
}
export type Block = {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly image: string | null
  readonly alt: string
  readonly link: string | null
  readonly color: string
  readonly background: string
}
export type Store = {
  readonly id: string
  readonly name: string
  readonly published: boolean
  readonly shipHours: number
  readonly noReasonDays: number
  readonly rating: number
  readonly sold: number
  readonly notice: string
  readonly logo: string | null
  readonly points: number
  readonly promise: readonly string[]
  readonly categories: readonly Category[]
  readonly staff: readonly { readonly persona: string; readonly role: string; readonly perms: readonly string[] }[]
  readonly blocks: readonly Block[]
  readonly live: readonly { readonly device: string }[]
}
export type Board = {
  readonly unpaid: number
  readonly toShip: number
  readonly shipped: number
  readonly finished: number
  readonly claims: number
  readonly dueSoon: number
  readonly revenue: number
  readonly lowStock: readonly string[]
  readonly points: number
}
type Common = {
  readonly cats: readonly Cat[]
  readonly regions: readonly string[]
  readonly carriers: readonly string[]
  readonly perms: Readonly<Record<string, string>>
}
/** What whoever works in a store is shown of it. */
export type OwnView = Common & {
  readonly store: Store
  readonly me: { readonly role: string }
  readonly board: Board
  readonly images: readonly Picture[]
  readonly freights: readonly Freight[]
  readonly products: readonly Product[]
  readonly promos: readonly Promo[]
  readonly coupons: readonly Coupon[]
  readonly orders: readonly Order[]
  readonly claims: readonly Claim[]
  readonly reviews: readonly Review[]
  readonly penalties: readonly { readonly id: string; readonly reason: string; readonly points: number; readonly about: string }[]
}
export type ShopView = OwnView | (Common & { readonly store: null })
export type ShopProps = AppPageProps<ShopView>

/** Forms that are half filled in, by what they are for; they wait while one looks elsewhere. */
export type Kept = {
  readonly product: Readonly<Record<string, ProductText>>
  readonly freight: Readonly<Record<string, FreightText>>
  readonly promo: Readonly<Record<string, PromoText>>
}
export type Keep = <K extends keyof Kept>(kind: K, id: string, text: Kept[K][string] | null) => void

/** What every page of the back office is given. */
export type Office = {
  readonly view: OwnView
  readonly around: Around
  readonly busy: boolean
  readonly open: (path: string) => void
  readonly ask: ReturnType<typeof useAsk>['ask']
  readonly tell: (zh: string) => void
  readonly say: (zh: string) => void
  readonly kept: Kept
  readonly keep: Keep
}

export type OrderProps = Office & { readonly order: Order }
export type ClaimProps = Office & { readonly claim: Claim }
/** The parts of the form of a product, and of the form of a promotion. */
export type PartProps = Office & { readonly text: ProductText; readonly onText: (text: ProductText) => void }
export type PromoPart = Office & { readonly id: string; readonly text: PromoText; readonly onText: (text: PromoText) => void }
/** What closes a form. */
export type Closing = { readonly onDone: () => void }

/** `颜色：松绿；容量：500 毫升`. */
export function specText(spec: Readonly<Record<string, string>>): string {
  return Object.entries(spec)
    .map(([name, value]) => `${name}：${value}`)
    .join('；')
}

/** `杯具 › 保温杯`. */
export function catName(cats: readonly Category[], id: string): string {
  const cat = cats.find(c => c.id === id)
  if (cat === undefined) return ''
  return cat.parent === null ? cat.name : `${catName(cats, cat.parent)} › ${cat.name}`
}
