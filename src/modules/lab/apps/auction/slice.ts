import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import { type Hidden, hide } from '../../core/world/canonical.ts'
import { LOT } from './machines.ts'

export const Code = z.string().min(1).max(40)
export const Fen = z.int().min(0).max(1_000_000_000)
export const Price = z.int().min(1).max(1_000_000_000)
export const KINDS = ['english', 'dutch', 'sealed', 'fixed', 'multi'] as const
export const Kind = z.enum(KINDS)
export const KIND_WORDS: Readonly<Record<string, string>> = {
  english: '英式拍卖',
  dutch: '荷兰式拍卖',
  sealed: '密封竞价',
  fixed: '一口价',
  multi: '多件拍卖',
}
export const SCORES = ['good', 'neutral', 'bad'] as const
const Address = z.strictObject({ name: z.string(), phone: z.string(), region: z.string(), detail: z.string() })

/** What a seller says of a lot. Amounts in 分; `hours` is how long bids are taken. */
export const LotBody = z.strictObject({
  title: z.string(),
  category: z.string().min(1).max(20),
  kind: Kind,
  description: z.string().max(2000).default(''),
  start: Price,
  /** Below this nothing is sold; nobody but the seller knows it. */
  reserve: Price.nullable().default(null),
  step: z.int().min(0).default(0),
  buyNow: Price.nullable().default(null),
  quantity: z.int().min(1).max(1000).default(1),
  hours: z.int(),
  deposit: Fen.default(0),
  /** What the buyer pays for the carriage; 0 is 包邮. */
  shipFee: Fen.default(0),
  /** Seconds between the steps down of a Dutch auction. */
  every: z.int().min(1).default(600),
})
export type LotBody = z.output<typeof LotBody>

export const AuctionConfig = z.strictObject({
  people: z
    .array(
      z.strictObject({
        who: Code,
        name: z.string(),
        idNo: z.string().default(''),
        verified: z.boolean().default(true),
        balance: Fen.default(0),
        address: Address.nullable().default(null),
      }),
    )
    .min(1),
  lots: z.array(LotBody.extend({ no: Code, seller: Code, startAfter: z.int().min(1) })).default([]),
  banned: z.array(z.string()).default(['高仿', '最低价', '国家级', '绝版保真', '假一赔万']),
  rules: z
    .strictObject({
      /** A bid in the last seconds before the end moves the end by as many. */
      extend: z.int().min(0).default(180),
      payBy: z.int().min(1).default(86_400),
      shipBy: z.int().min(1).default(259_200),
      road: z.int().min(1).default(172_800),
      autoConfirm: z.int().min(1).default(864_000),
      mostHours: z.int().min(1).default(336),
    })
    .prefault({}),
})
export type AuctionConfig = z.output<typeof AuctionConfig>

export type Person = {
  who: string
  name: string
  idNo: Hidden<string>
  verified: boolean
  balance: number
  frozen: number
  address: z.output<typeof Address> | null
  seq: number
}
export type Bid = { who: string; amount: number; quantity: number; auto: boolean; at: number; seq: number }
export type Lot = Omit<LotBody, 'reserve'> & {
  no: string
  seller: string
  person: boolean
  reserve: Hidden<number | null>
  state: string
  startsAt: number
  endsAt: number
  /** The price that stands; for a Dutch auction the price asked now. */
  price: number
  leader: string | null
  bids: Bid[]
  proxies: { who: string; max: Hidden<number>; at: number; seq: number }[]
  sealed: { who: string; offer: Hidden<number>; at: number; seq: number }[]
  left: number
  extended: number
  seq: number
}
/** `person`: somebody who sits the task, not a scripted counterpart. */
export type Deposit = { lot: string; who: string; person: boolean; amount: number; state: 'frozen' | 'released' | 'forfeited'; seq: number }
export type Deal = {
  no: string
  lot: string
  title: string
  seller: string
  buyer: string
  amount: number
  quantity: number
  shipFee: number
  state: string
  viaPay: boolean
  carrier: string | null
  waybill: string | null
  madeAt: number
  paidAt: number | null
  shippedAt: number | null
  seq: number
}
export type Rating = { deal: string; from: string; person: boolean; to: string; score: string; text: string; seq: number }

export type AuctionSlice = {
  people: Person[]
  lots: Lot[]
  deposits: Deposit[]
  deals: Deal[]
  ratings: Rating[]
  banned: string[]
  /** Money that buyers paid and sellers have not yet got. */
  escrow: number
  /** All the money there ever was here. */
  total: number
  mail: { who: string; text: string; at: number; seq: number }[]
  rules: AuctionConfig['rules']
}

export const parts = partsFor<AuctionSlice>()
export type AuctionPart = Pick<AppSpec<AuctionSlice>, 'commands' | 'events' | 'refusals'>

type NewLot = LotBody & { readonly no: string; readonly seller: string; readonly person: boolean; readonly startsAt: number }

export function newLot({ reserve, ...body }: NewLot, seq: number): Lot {
  const blank = { leader: null, bids: [], proxies: [], sealed: [], extended: 0 }
  const endsAt = body.startsAt + body.hours * 3600
  return { ...body, ...blank, reserve: hide(reserve), state: LOT.initial, endsAt, price: body.start, left: body.quantity, seq }
}

export function seedAuction(config: AuctionConfig, start: number): AuctionSlice {
  return {
    people: config.people.map(({ idNo, ...p }) => ({ ...p, idNo: hide(idNo), frozen: 0, seq: 0 })),
    lots: config.lots.map(({ startAfter, ...lot }) => newLot({ ...lot, person: false, startsAt: start + startAfter }, 0)),
    deposits: [],
    deals: [],
    ratings: [],
    banned: config.banned,
    escrow: 0,
    total: config.people.reduce((sum, p) => sum + p.balance, 0),
    mail: [],
    rules: config.rules,
  }
}
