import type { AppPageProps, Around } from '../../../pages/app-page.ts'
import type { useAsk } from '../../../pages/parts/use-ask.ts'

export type Card = { readonly kind: string; readonly id: string }
export type Message = {
  readonly at: number
  readonly by: 'customer' | 'clerk' | 'bot'
  readonly text: string
  readonly card: Card | null
}
export type Item = {
  readonly product: string
  readonly title: string
  readonly attrs: Readonly<Record<string, string>>
  readonly freight: string | null
  readonly noReason: boolean
  readonly variants: readonly {
    readonly sku: string
    readonly spec: Readonly<Record<string, string>>
    readonly now: number
    readonly stock: number
  }[]
}
export type OrderCard = {
  readonly no: string
  readonly stateZh: string
  readonly placedAt: number
  readonly shipBy: number | null
  readonly total: number
  readonly freight: number
  readonly address: { readonly name: string; readonly phone: string; readonly region: string; readonly detail: string }
  readonly lines: readonly { readonly sku: string; readonly title: string; readonly quantity: number }[]
  readonly parcels: readonly { readonly waybill: string; readonly carrier: string; readonly delivered: number | null }[]
}
export type Talk = {
  readonly id: string
  readonly customer: string
  readonly name: string
  readonly sku: string | null
  readonly order: string | null
  readonly region: string | null
  readonly state: string
  readonly stateZh: string
  readonly allowed: readonly string[]
  readonly clerk: string | null
  readonly since: number
  readonly firstAt: number | null
  readonly waited: number
  readonly stars: number | null
  readonly msgs: readonly Message[]
  readonly orderCard: OrderCard | null
  readonly product: Item | null
}
export type Clerk = { readonly persona: string; readonly role: string; readonly cap: number; readonly status: string }
export type Phrase = { readonly id: string; readonly key: string; readonly text: string }
export type BotRule = { readonly id: string; readonly keywords: readonly string[]; readonly answer: string; readonly priority: number }
export type Ticket = {
  readonly id: string
  readonly conversation: string | null
  readonly type: string
  readonly priority: string
  readonly text: string
  readonly owner: string | null
  readonly state: string
  readonly stateZh: string
  readonly due: number
  readonly late: boolean
  readonly result: string
}
export type Marks = { readonly response: number; readonly facts: number; readonly manner: number }
export type Sheet = { readonly id: string; readonly clerk: string; readonly lines: readonly string[]; readonly marks: Marks | null }
export type Shift = { readonly persona: string; readonly from: number; readonly to: number }
export type Coupon = { readonly id: string; readonly name: string; readonly min: number; readonly off: number; readonly until: number }

/** What the desk of whoever serves is drawn from. */
export type CsView = {
  readonly me: Clerk | null
  readonly limit: number
  readonly conversations: readonly Talk[]
  readonly products: readonly Item[]
  readonly coupons: readonly Coupon[]
  readonly phrases: readonly Phrase[]
  readonly articles: readonly { readonly title: string; readonly text: string }[]
  readonly rules: readonly BotRule[]
  readonly bot: { readonly on: boolean; readonly fallback: string }
  readonly tickets: readonly Ticket[]
  readonly sheets: readonly Sheet[]
  readonly shifts: readonly Shift[]
  readonly hours: { readonly from: number; readonly to: number }
  readonly blacklist: readonly { readonly customer: string; readonly reason: string }[]
  readonly callbacks: readonly { readonly conversation: string; readonly at: number; readonly done: boolean }[]
  readonly clerks: readonly Clerk[]
  readonly fines: readonly { readonly conversation: string; readonly reason: string }[]
}
export type CsProps = AppPageProps<CsView>

/** What every page of the service desk is given. */
export type Desk = {
  readonly view: CsView
  readonly around: Around
  readonly busy: boolean
  readonly ask: ReturnType<typeof useAsk>['ask']
  readonly tell: (zh: string) => void
  readonly say: (zh: string) => void
}
export type TalkProps = Desk & { readonly talk: Talk }

/** `text`: what is half written to the customer. */
export type ChatProps = TalkProps & { readonly text: string; readonly onText: (text: string) => void }

/** How somebody at the desk is called. */
export function nameOf({ personas }: Around, persona: string): string {
  return personas.find(p => p.id === persona)?.name ?? persona
}
