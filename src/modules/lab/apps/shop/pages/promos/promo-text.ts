import { fill } from '../../../../../../ui/words.ts'
import { parseWorldTime, timeText } from '../../../../core/world/calendar.ts'
import type { WorldTime } from '../../../../core/world/ids.ts'
import { countOf, fenOf, yuanText } from '../../../../pages/parts/money.ts'
import type { Kind, PromoText, TierText } from '../texts.ts'
import type { Promo, Tier } from '../view.ts'
import { words } from './words.ts'

export const EMPTY_TIER: TierText = { min: '', off: '', pay: '', price: '', gift: '' }

/** World seconds as a field for day and time takes them, and back. */
export function fieldTime(at: number): string {
  return timeText(at as WorldTime)
    .slice(0, 16)
    .replace(' ', 'T')
}
export function worldOf(text: string): number | null {
  return parseWorldTime(text.replace('T', ' ')) ?? null
}

/** A new promotion lasts a week from the next full hour. */
export function emptyPromo(now: number): PromoText {
  const from = Math.ceil(now / 3600) * 3600
  return {
    name: '',
    kind: 'discount',
    products: [],
    tiers: [EMPTY_TIER],
    from: fieldTime(from),
    until: fieldTime(from + 7 * 86_400),
    budget: 'none',
    limit: '',
  }
}

export function promoText({ name, kind, products, tiers, from, until, budget }: Promo): PromoText {
  const isKind = Object.hasOwn(words.kinds, kind)
  const limit = budget === null ? '' : budget.type === 'spend' ? yuanText(budget.limit) : String(budget.limit)
  return {
    name,
    kind: isKind ? (kind as Kind) : 'discount',
    products,
    from: fieldTime(from),
    until: fieldTime(until),
    budget: budget?.type ?? 'none',
    limit,
    tiers: tiers.map(({ min, off, pay, price, gift }) => ({
      min: kind === 'count' ? String(min) : yuanText(min),
      off: yuanText(off),
      pay: String(pay / 1000),
      price: yuanText(price),
      gift: gift ?? '',
    })),
  }
}

/** `8.5` → 8500: tenths of the price that are paid, in basis points. */
function payOf(text: string): number | null {
  const found = /^(\d{1,2})(?:\.(\d{1,3}))?$/.exec(text.trim())
  if (found === null) return null
  const pay = Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'))
  return pay < 1 || pay > 10_000 ? null : pay
}

function tierOf(kind: Kind, text: TierText): Tier | null {
  const blank: Tier = { min: 0, off: 0, pay: 10_000, price: 0, gift: null }
  const parts: Readonly<Record<Kind, Readonly<Partial<Record<keyof Tier, number | string | null>>>>> = {
    discount: { pay: payOf(text.pay) },
    flash: { price: fenOf(text.price) },
    amount: { min: fenOf(text.min), off: fenOf(text.off) },
    count: { min: countOf(text.min), pay: payOf(text.pay) },
    gift: { min: fenOf(text.min), gift: text.gift.trim() === '' ? null : text.gift.trim() },
    bundle: { price: fenOf(text.price) },
  }
  return Object.values(parts[kind]).includes(null) ? null : { ...blank, ...(parts[kind] as Partial<Tier>) }
}

type Data = { readonly ok: true; readonly data: object } | { readonly ok: false; readonly zh: string }

/** What is sent, or what is no number or time in it. */
export function promoData(text: PromoText): Data {
  const tiers = text.tiers.map(tier => tierOf(text.kind, tier))
  const bad = tiers.indexOf(null)
  if (bad >= 0) return { ok: false, zh: fill(words.badTier, { n: bad + 1 }) }
  const [from, until] = [worldOf(text.from), worldOf(text.until)]
  if (from === null || until === null) return { ok: false, zh: words.badTime }
  const limit = text.budget === 'spend' ? fenOf(text.limit) : countOf(text.limit)
  if (text.budget !== 'none' && limit === null) return { ok: false, zh: words.badLimit }
  const budget = text.budget === 'none' ? null : { type: text.budget, limit }
  return { ok: true, data: { name: text.name.trim(), kind: text.kind, products: [...text.products], tiers, from, until, budget } }
}
