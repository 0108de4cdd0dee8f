import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import { parseWorldTime } from '../../core/world/calendar.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'

export const Code = z.string().min(1).max(40)
export const DayText = z.string().refine(text => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseWorldTime(text) !== undefined)
export const Units = z.int().min(1).max(1_000_000)
/** What a location is for: bulk storage, pick face, staging of arrivals, returned goods, damaged goods. */
export const LOCATION_KINDS = ['存储', '拣选', '暂存', '退货', '不良'] as const
export const OrderLine = z.strictObject({ sku: Code, quantity: Units })

const Sku = z.strictObject({
  sku: Code,
  name: z.string().min(1),
  gtin: z.string().regex(/^\d{13}$/),
  category: z.string(),
  /** Pieces in a full case; grams of a piece; days from production to expiry, null for what does not expire. */
  perCase: Units,
  weight: z.int().min(1),
  shelfDays: z.int().min(1).nullable().default(null),
})

/** A carton as it comes off the lorry: what stands on its label, how many pieces are in it, how many of them are broken. */
export const Carton = z.strictObject({
  sku: Code,
  lot: Code,
  made: DayText.nullable().default(null),
  units: z.int().min(0),
  broken: z.int().min(0).default(0),
  look: z.string().default('外箱完好'),
})

const Notice = z.strictObject({
  no: Code,
  supplier: z.string(),
  /** Seconds after the world's start at which the lorry stands at the gate. */
  after: z.int().min(0),
  lines: z.array(OrderLine).min(1),
  cartons: z.array(Carton),
})

const QuantConfig = z.strictObject({
  loc: Code,
  sku: Code,
  lot: Code,
  exp: DayText.nullable().default(null),
  on: z.int().min(0),
  /** Pieces that really lie there, where that is other than the books say. */
  real: z.int().min(0).nullable().default(null),
})

export const Recipient = z.strictObject({ name: z.string(), phone: z.string(), region: z.string(), detail: z.string() })

export const WmsConfig = z.strictObject({
  zones: z.array(z.strictObject({ code: Code, zh: z.string(), keeps: z.array(z.string()) })).min(1),
  locations: z
    .array(
      z.strictObject({
        code: Code,
        zone: Code,
        kind: z.enum(LOCATION_KINDS),
        /** Most pieces it takes. */
        cap: z.int().min(1),
        /** Its place along the walking route, in metres. */
        route: z.int().min(0),
      }),
    )
    .min(1),
  skus: z.array(Sku).min(1),
  stock: z.array(QuantConfig).default([]),
  notices: z.array(Notice).default([]),
  outbounds: z
    .array(z.strictObject({ orderNo: Code, to: Recipient.nullable().default(null), lines: z.array(OrderLine).min(1) }))
    .default([]),
  /** What comes back, and in which state it really is; what is not named comes back whole. */
  conditions: z
    .array(z.strictObject({ orderNo: Code, sku: Code, grade: z.enum(['good', 'damaged', 'short', 'wrong']), look: z.string() }))
    .default([]),
  boxes: z.array(z.strictObject({ code: Code, weight: z.int().min(0) })).default([{ code: '3号箱', weight: 180 }]),
  rules: z
    .strictObject({
      /** Share of the shelf life, in percent, that must be left on arrival. */
      acceptPercent: z.int().min(0).max(100).default(66),
      /** How far a parcel may be from its reckoned weight, in basis points. */
      weightOff: z.int().min(0).default(300),
      leadAfter: z.int().min(1).default(86_400),
      answerAfter: z.int().min(1).default(14_400),
      auditAfter: z.int().min(1).default(21_600),
      refillAfter: z.int().min(1).default(172_800),
      complainAfter: z.int().min(1).default(259_200),
      returnAfter: z.int().min(1).default(172_800),
    })
    .prefault({}),
})
export type WmsConfig = z.output<typeof WmsConfig>

export type Sku = z.output<typeof Sku>
export type Carton = z.output<typeof Carton>
export type Lines = z.output<typeof OrderLine>[]
export type Location = WmsConfig['locations'][number] & { frozen: string | null }
/** Pieces of one lot at one place. `real` are those that are truly there, `flawed` those of them nobody should be sent. */
export type Quant = {
  loc: string
  sku: string
  lot: string
  exp: string | null
  on: number
  reserved: number
  real: Hidden<number>
  flawed: Hidden<number>
  seq: number
}
export type Notice = { no: string; supplier: string; arrivesAt: number; lines: Lines; load: Hidden<Carton[]>; state: string; seq: number }
export type ReceiptLine = {
  id: string
  sku: string
  lot: string
  made: string | null
  exp: string | null
  quantity: number
  state: 'good' | 'damaged' | 'refused'
  verdict: 'pass' | 'fail' | null
  placed: number
  real: Hidden<number>
  flawed: Hidden<number>
  misdated: Hidden<boolean>
  seq: number
}
export type Receipt = {
  no: string
  notice: string
  state: string
  cartons: Carton[]
  lines: ReceiptLine[]
  closedAt: number | null
  seq: number
}
export type Difference = { receipt: string; sku: string; kind: string; quantity: number; note: string; right: Hidden<boolean>; seq: number }
export type OutboundLine = { sku: string; quantity: number; picked: number; shorted: number }
export type Outbound = {
  orderNo: string
  to: z.output<typeof Recipient> | null
  lines: OutboundLine[]
  state: string
  box: string | null
  weight: number | null
  waybill: string | null
  carrier: string | null
  /** Pieces in the parcel that the customer did not order, or should never get. */
  wrong: Hidden<string[]>
  weighed: number | null
  seq: number
}
export type PickTask = {
  id: string
  wave: string
  orderNo: string
  loc: string
  sku: string
  lot: string
  quantity: number
  picked: number
  state: 'open' | 'done' | 'gone'
  scanned: boolean
  from: string | null
  slip: Hidden<boolean>
  seq: number
}
export type Wave = { no: string; orders: string[]; rule: string; walked: string[]; seq: number }
export type CountLine = { loc: string; sku: string; lot: string; counted: number; book: Hidden<number>; real: Hidden<number>; seq: number }
export type Count = { no: string; locs: string[]; lines: CountLine[]; state: string; by: string; seq: number }
export type ReturnIn = {
  rma: string
  orderNo: string
  lines: Lines
  state: string
  look: string | null
  truth: Hidden<{ grade: string; look: string }>
  grade: string | null
  loc: string | null
  seq: number
}

export type WmsSlice = {
  zones: WmsConfig['zones']
  locations: Location[]
  skus: Sku[]
  quants: Quant[]
  notices: Notice[]
  receipts: Receipt[]
  differences: Difference[]
  placings: { receipt: string; line: string; sku: string; lot: string; loc: string; quantity: number; seq: number }[]
  outbounds: Outbound[]
  tasks: PickTask[]
  waves: Wave[]
  handovers: { carrier: string; orders: string[]; count: number; at: number; seq: number }[]
  counts: Count[]
  adjustments: { count: string; loc: string; sku: string; lot: string; by: number; reason: string; approver: string; seq: number }[]
  minima: { sku: string; min: number; max: number; seq: number }[]
  returns: ReturnIn[]
  conditions: Hidden<WmsConfig['conditions']>
  looks: { loc: string; at: number; found: { sku: string; lot: string; exp: string | null; units: number }[]; seq: number }[]
  mail: { kind: string; about: string; text: string; at: number; seq: number }[]
  boxes: WmsConfig['boxes']
  rules: WmsConfig['rules']
}

export const parts = partsFor<WmsSlice>()
export type WmsPart = Pick<AppSpec<WmsSlice>, 'commands' | 'events' | 'refusals'>

/** A place's stock as a scenario writes it; nothing is reserved yet. */
export function quantOf(q: z.output<typeof QuantConfig>): Quant {
  return { loc: q.loc, sku: q.sku, lot: q.lot, exp: q.exp, on: q.on, reserved: 0, real: hide(q.real ?? q.on), flawed: hide(0), seq: 0 }
}
