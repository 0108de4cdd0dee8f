import type { AppPageProps } from '../../../pages/app-page.ts'
import type { useAsk } from '../../../pages/parts/use-ask.ts'

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
  readonly until: number
  readonly tiers: readonly Tier[]
}
export type Store = {
  readonly id: string
  readonly name: string
  readonly shipHours: number
  readonly noReasonDays: number
  readonly rating: number
  readonly sold: number
  readonly notice: string
  readonly promise: readonly string[]
}
export type Variant = {
  readonly sku: string
  readonly price: number
  readonly listPrice: number | null
  readonly now: number
  readonly stock: number
  readonly weight: number
  readonly spec: Readonly<Record<string, string>>
}
export type Item = {
  readonly product: string
  readonly title: string
  readonly cat: string
  readonly catName: string
  readonly brand: string | null
  readonly attrs: Readonly<Record<string, string>>
  readonly noReason: boolean
  readonly store: Store
  readonly modules: readonly { readonly kind: string; readonly text: string }[]
  readonly images: readonly { readonly src: string; readonly alt: string }[]
  readonly freight: string | null
  readonly variants: readonly Variant[]
  readonly promos: readonly Promo[]
  readonly reviews: readonly {
    readonly buyerName: string
    readonly stars: number
    readonly text: string
    readonly more: string | null
    readonly reply: string | null
  }[]
}
export type Coupon = {
  readonly id: string
  readonly store: string | null
  readonly name: string
  readonly min: number
  readonly off: number
  readonly left: number
  readonly from: number
  readonly until: number
  readonly level: number
  readonly stack: boolean
}
export type Place = { readonly name: string; readonly phone: string; readonly region: string; readonly detail: string }
export type Address = Place & { readonly id: string; readonly main: boolean }
export type CartLine = {
  readonly sku: string
  readonly product: string
  readonly store: string
  readonly title: string
  readonly quantity: number
  readonly selected: boolean
  readonly price: number
}
export type Ticket = {
  readonly coupon: string
  readonly name: string
  readonly until: number
  readonly used: string | null
  readonly expired: boolean
}
export type Off = { readonly source: string; readonly name: string; readonly amount: number }
export type Preview = {
  readonly store: string
  readonly total: number
  readonly goods: number
  readonly freight: number
  readonly offs: readonly Off[]
}
export type Buyer = {
  readonly name: string
  readonly level: number
  readonly points: number
  readonly card: number
  readonly addresses: readonly Address[]
  readonly wallet: readonly Ticket[]
  readonly favourites: readonly string[]
  readonly cart: readonly CartLine[]
  readonly preview: Preview | null
  readonly mine: readonly { readonly no: string; readonly paidBy: string | null; readonly confirmed: boolean }[]
  readonly reviews: readonly { readonly order: string; readonly stars: number; readonly text: string; readonly more: string | null }[]
  readonly invoices: readonly { readonly order: string; readonly title: string }[]
  readonly complaints: readonly { readonly id: string; readonly order: string; readonly text: string; readonly reply: string | null }[]
  readonly notices: readonly { readonly text: string; readonly at: number }[]
}
export type Order = {
  readonly no: string
  readonly store: string
  readonly storeName: string
  readonly state: string
  readonly stateZh: string
  readonly allowed: readonly string[]
  readonly lines: readonly {
    readonly sku: string
    readonly product: string
    readonly title: string
    readonly spec: Readonly<Record<string, string>>
    readonly quantity: number
    readonly unit: number
    readonly share: number
  }[]
  readonly address: Place
  readonly offs: readonly Off[]
  readonly freight: number
  readonly total: number
  readonly refunded: number
  readonly placedAt: number
  readonly paidAt: number | null
  readonly shipBy: number | null
  readonly arrivedAt: number | null
  readonly closed: string | null
  readonly reviewed: boolean
  readonly parcels: readonly {
    readonly waybill: string
    readonly carrier: string
    readonly at: number
    readonly delivered: number | null
  }[]
  readonly refundable: readonly { readonly sku: string; readonly amount: number }[]
}
export type Claim = {
  readonly id: string
  readonly order: string
  readonly sku: string
  readonly quantity: number
  readonly type: 'refund' | 'return' | 'exchange'
  readonly reason: string
  readonly amount: number
  readonly stateZh: string
  readonly allowed: readonly string[]
  readonly due: number | null
  readonly answer: string
  readonly refund: number | null
}
export type Search = {
  readonly q: string
  readonly cat: string | null
  readonly min: number | null
  readonly max: number | null
  readonly sort: string
}

/** What the mall shows, as far as its pages draw it. Without a buyer it is only looked at. */
export type MallView = {
  readonly buyer: Buyer | null
  readonly stores: readonly Store[]
  readonly products: readonly Item[]
  readonly coupons: readonly Coupon[]
  readonly cashier: 'pay' | 'card'
  readonly search?: Search | null
  readonly results?: readonly string[]
  readonly page?: string | null
  readonly compare?: readonly string[]
  readonly orders?: readonly Order[]
  readonly claims?: readonly Claim[]
}
export type MallProps = AppPageProps<MallView>

/** What every page of the mall is given. */
export type Counter = {
  readonly view: MallView
  readonly buyer: Buyer
  readonly now: number
  readonly busy: boolean
  readonly open: (path: string) => void
  readonly go: (address: string) => void
  readonly ask: ReturnType<typeof useAsk>['ask']
  readonly tell: (zh: string) => void
  readonly say: (zh: string) => void
}

export type OrderProps = Counter & { readonly order: Order }
/** What a form below an order is given. */
export type FormProps = OrderProps & { readonly onDone: () => void }

/** The price at which an article begins. */
export function fromPrice(item: Item): number {
  return Math.min(...item.variants.map(v => v.now))
}

export function itemOf(view: MallView, product: string): Item | undefined {
  return view.products.find(item => item.product === product)
}

/** `颜色：白色；容量：1.5 升`. */
export function specText(spec: Readonly<Record<string, string>>): string {
  return Object.entries(spec)
    .map(([name, value]) => `${name}：${value}`)
    .join('；')
}
