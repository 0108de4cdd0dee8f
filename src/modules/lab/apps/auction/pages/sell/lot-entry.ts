import { fenOf, yuanText } from '../../../../pages/parts/money.ts'
import type { Lot } from '../view.ts'

/** What a seller types of a lot; amounts in yuan, times in hours and minutes. */
export const FRESH = {
  title: '',
  category: '',
  kind: 'english',
  description: '',
  start: '',
  reserve: '',
  step: '',
  every: '10',
  buyNow: '',
  quantity: '1',
  hours: '24',
  deposit: '',
  shipFee: '0',
  after: '',
}
export type LotEntry = typeof FRESH

const yuanOr = (fen: number | null): string => (fen === null || fen === 0 ? '' : yuanText(fen))

/** A lot as its seller would type it, to be changed. */
export function entryOf(lot: Lot): LotEntry {
  return {
    title: lot.title,
    category: lot.category,
    kind: lot.kind,
    description: lot.description,
    start: yuanText(lot.start),
    reserve: yuanOr(lot.ownReserve),
    step: yuanOr(lot.step),
    every: String(Math.max(1, Math.round(lot.every / 60))),
    buyNow: yuanOr(lot.buyNow),
    quantity: String(lot.quantity),
    hours: String(lot.hours),
    deposit: yuanOr(lot.deposit),
    shipFee: yuanText(lot.shipFee),
    after: '',
  }
}

/** Which fields a kind of auction asks for besides those of all. */
export function fieldsOf(kind: string): {
  readonly step: boolean
  readonly reserve: boolean
  readonly buyNow: boolean
  readonly pieces: boolean
} {
  return {
    step: kind === 'english' || kind === 'dutch',
    reserve: kind !== 'fixed',
    buyNow: kind === 'english',
    pieces: kind === 'fixed' || kind === 'multi',
  }
}

/** What is sent: fields that the kind does not ask for stay out of it, empty amounts are none. */
export function bodyOf(e: LotEntry) {
  const asked = fieldsOf(e.kind)
  return {
    title: e.title.trim(),
    category: e.category.trim(),
    kind: e.kind,
    description: e.description.trim(),
    start: fenOf(e.start) ?? 0,
    reserve: asked.reserve ? fenOf(e.reserve) : null,
    step: asked.step ? (fenOf(e.step) ?? 0) : 0,
    buyNow: asked.buyNow ? fenOf(e.buyNow) : null,
    quantity: asked.pieces ? Number(e.quantity) : 1,
    hours: Number(e.hours),
    deposit: fenOf(e.deposit) ?? 0,
    shipFee: fenOf(e.shipFee) ?? 0,
    ...(e.kind === 'dutch' ? { every: Number(e.every) * 60 } : {}),
  }
}
