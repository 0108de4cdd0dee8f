import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'

export const Code = z.string().min(1).max(40)
export const Grams = z.int().min(1).max(1_000_000)
export const Fen = z.int().min(0).max(100_000_000)
/** Whoever sends or receives; `region` is province and city together, as an address begins. */
export const Party = z.strictObject({
  name: z.string().max(40),
  phone: z.string().max(30),
  region: z.string().max(60),
  detail: z.string().max(120),
})
export type Party = z.output<typeof Party>

/** What a service asks for where: the first weight, each weight more, and how long it takes. */
const Rate = z.strictObject({
  area: z.string(),
  regions: z.array(z.string()).min(1),
  firstGrams: Grams,
  first: Fen,
  stepGrams: Grams,
  step: Fen,
  hours: z.int().min(1),
})
const Service = z.strictObject({
  code: Code,
  name: z.string(),
  /** Cubic centimetres that count as a kilogram. */
  divisor: z.int().min(1).default(8000),
  rates: z.array(Rate).min(1),
})
const Carrier = z.strictObject({
  code: Code,
  name: z.string(),
  prefix: z.string().regex(/^[A-Z]{2}$/),
  /** Minutes after midnight at which the van leaves. */
  cutoff: z
    .int()
    .min(0)
    .max(1439)
    .default(17 * 60 + 30),
  services: z.array(Service).min(1),
})

export const FATES = ['ok', 'refused', 'damaged', 'lost'] as const
const Stop = z.strictObject({
  id: Code,
  zh: z.string(),
  /** Hundreds of metres east and north of the depot. */
  x: z.int(),
  y: z.int(),
  load: z.int().min(0),
  /** Minutes after midnight between which somebody is there. */
  from: z.int().default(0),
  until: z.int().default(1439),
})

export const TmsConfig = z.strictObject({
  carriers: z.array(Carrier).min(1),
  /** The company's own address, for parcels that are sent without naming one. */
  sender: Party.default({ name: '仓库发货组', phone: '0571-88880000', region: '浙江省杭州市', detail: '仓前路 8 号' }),
  prohibited: z.array(z.string()).default(['打火机', '酒精', '鞭炮', '刀具', '充电宝']),
  /** What was promised to the buyer of an order, in hours. */
  promises: z.array(z.strictObject({ orderNo: Code, hours: z.int().min(1) })).default([]),
  /** Where the buyer really is; who is not named is where the label says. */
  whereabouts: z.array(z.strictObject({ orderNo: Code, phone: z.string(), detail: z.string() })).default([]),
  fates: z.array(z.strictObject({ orderNo: Code, fate: z.enum(FATES) })).default([]),
  vehicles: z.array(z.strictObject({ id: Code, name: z.string(), cap: z.int().min(1) })).default([]),
  stops: z.array(Stop).max(8).default([]),
  bill: z
    .array(
      z.strictObject({
        id: Code,
        waybill: z.string(),
        grams: z.int(),
        fee: Fen,
        truth: z.enum(['ok', 'weight', 'duplicate', 'stranger', 'rate']),
      }),
    )
    .default([]),
  rules: z
    .strictObject({
      /** Value in 分 from which an uninsured parcel is warned of. */
      insureFrom: Fen.default(50_000),
      readdressFee: Fen.default(500),
      claimDays: z.int().min(1).default(30),
      urgeAfter: z.int().min(1).default(86_400),
      answerAfter: z.int().min(1).default(172_800),
      leakAfter: z.int().min(1).default(259_200),
      /** Metres a van drives in a minute, and minutes it stands at a stop. */
      speed: z.int().min(1).default(400),
      stand: z.int().min(0).default(5),
    })
    .prefault({}),
})
export type TmsConfig = z.output<typeof TmsConfig>
export type Carrier = TmsConfig['carriers'][number]

export type Track = { code: number; place: string; at: number; seq: number }
export type Problem = { kind: string; at: number; seq: number; action: string | null; handledAt: number | null }
export type Waybill = {
  no: string
  orderNo: string
  carrier: string
  service: string
  from: Party
  to: Party
  goods: string
  weight: number
  charged: number
  fee: number
  hours: number
  value: number
  insured: number
  cod: number
  state: string
  label: 'masked' | 'plain' | null
  subscribed: boolean
  pickup: string | null
  tracks: Track[]
  problems: Problem[]
  /** What will become of it, and whether anybody is where the label says. */
  fate: Hidden<(typeof FATES)[number]>
  astray: Hidden<boolean>
  madeAt: number
  deliveredAt: number | null
  seq: number
}
export type Offer = { carrier: string; service: string; fee: number; hours: number; charged: number }
export type Claim = {
  waybill: string
  kind: string
  amount: number
  evidence: string[]
  state: 'filed' | 'paid' | 'refused'
  at: number
  seq: number
}
export type Pickup = { id: string; carrier: string; waybills: string[]; due: number; state: string; seq: number }

export type TmsSlice = {
  carriers: Carrier[]
  sender: Party
  prohibited: string[]
  promises: TmsConfig['promises']
  whereabouts: Hidden<TmsConfig['whereabouts']>
  fates: Hidden<TmsConfig['fates']>
  waybills: Waybill[]
  pickups: Pickup[]
  quotes: { region: string; weight: number; offers: Offer[]; at: number; seq: number }[]
  claims: Claim[]
  vehicles: TmsConfig['vehicles']
  stops: TmsConfig['stops']
  routes: { vehicle: string; stops: string[]; metres: number; late: number; seq: number }[]
  bill: {
    id: string
    waybill: string
    grams: number
    fee: number
    verdict: string | null
    reason: string
    answer: Hidden<string>
    seq: number
  }[]
  settled: { carrier: string; amount: number; waybills: string[]; seq: number }[]
  mail: { kind: string; about: string; text: string; at: number; seq: number }[]
  rules: TmsConfig['rules']
}

export const parts = partsFor<TmsSlice>()
export type TmsPart = Pick<AppSpec<TmsSlice>, 'commands' | 'events' | 'refusals'>

export function seedTms(config: TmsConfig): TmsSlice {
  return {
    carriers: config.carriers,
    sender: config.sender,
    prohibited: config.prohibited,
    promises: config.promises,
    whereabouts: hide(config.whereabouts),
    fates: hide(config.fates),
    waybills: [],
    pickups: [],
    quotes: [],
    claims: [],
    vehicles: config.vehicles,
    stops: config.stops,
    routes: [],
    bill: config.bill.map(({ truth, ...row }) => ({ ...row, verdict: null, reason: '', answer: hide(truth), seq: 0 })),
    settled: [],
    mail: [],
    rules: config.rules,
  }
}
