import { z } from 'zod'
import type { AppPageProps } from '../../../pages/app-page.ts'

const text = z.string()
const n = z.number()
const maybe = text.nullable()
const Party = z.object({ name: text, phone: text, region: text, detail: text })
const Offer = z.object({ carrier: text, service: text, fee: n, hours: n, charged: n })

const Waybill = z.object({
  no: text,
  orderNo: text,
  carrier: text,
  service: text,
  goods: text,
  weight: n,
  charged: n,
  fee: n,
  hours: n,
  value: n,
  insured: n,
  cod: n,
  state: text,
  stateZh: text,
  subscribed: z.boolean(),
  pickup: maybe,
  from: Party,
  to: Party,
  label: z.object({ code: text, carrier: text, service: text, area: text, to: Party, from: Party, goods: text }).nullable(),
  madeAt: n,
  deliveredAt: n.nullable(),
  tracks: z.array(z.object({ code: n, zh: text, place: text, at: n })),
  problems: z.array(z.object({ kind: text, at: n, action: maybe, handledAt: n.nullable() })),
  claimLimit: n,
  may: z.array(text),
})
const Rate = z.object({ area: text, regions: z.array(text), firstGrams: n, first: n, stepGrams: n, step: n, hours: n })
const Service = z.object({ code: text, name: text, divisor: n, rates: z.array(Rate) })
const Carrier = z.object({ code: text, name: text, services: z.array(Service), nextVan: n })
const Stop = z.object({ id: text, zh: text, x: n, y: n, load: n, from: n, until: n })

/** What the carriers' pages draw of their view; `view.test.ts` holds the app to it. */
export const TmsView = z.object({
  carriers: z.array(Carrier),
  codes: z.array(z.object({ code: n, zh: text })),
  sender: Party,
  prohibited: z.array(text),
  promises: z.array(z.object({ orderNo: text, hours: n })),
  waybills: z.array(Waybill),
  pickups: z.array(z.object({ id: text, carrier: text, waybills: z.array(text), due: n, state: text })),
  quotes: z.array(z.object({ region: text, weight: n, at: n, offers: z.array(Offer) })),
  claims: z.array(z.object({ waybill: text, kind: text, amount: n, evidence: z.array(text), state: text, at: n })),
  vehicles: z.array(z.object({ id: text, name: text, cap: n })),
  stops: z.array(Stop),
  routes: z.array(z.object({ vehicle: text, stops: z.array(text), metres: n })),
  bill: z.array(z.object({ id: text, waybill: text, grams: n, fee: n, verdict: maybe, reason: text })),
  settled: z.array(z.object({ carrier: text, amount: n, waybills: z.array(text) })),
  mail: z.array(z.object({ kind: text, about: text, text, at: n })),
  rules: z.object({ insureFrom: n, readdressFee: n, claimDays: n }),
})
export type TmsView = z.output<typeof TmsView>
export type Waybill = z.output<typeof Waybill>
export type Party = z.output<typeof Party>
export type Stop = z.output<typeof Stop>
export type BillRow = TmsView['bill'][number]
export type TmsProps = AppPageProps<TmsView>
export type ParcelProps = TmsProps & { readonly waybill: Waybill }
