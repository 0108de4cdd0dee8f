import type { Frozen } from '../../../../../../kernel/brand.ts'
import { type Refuse, no } from '../../../../core/app/refuse.ts'
import { freightOf } from '../goods/freight.ts'
import { variantBySku } from '../../lookup.ts'
import type { Coupon, Off, Promo, ShopSlice } from '../../slice.ts'

type S = Frozen<ShopSlice>
export type Wish = { readonly sku: string; readonly quantity: number }
export type QuoteLine = {
  sku: string
  product: string
  title: string
  spec: Record<string, string>
  quantity: number
  unit: number
  weight: number
  freight: string | null
  noReason: boolean
  /** Price × pieces less everything so far; 分. */
  share: number
  offs: Off[]
}
export type Quote = {
  readonly lines: QuoteLine[]
  readonly gifts: { sku: string; quantity: number }[]
  readonly offs: Off[]
  /** Goods at their marked price, before anything is taken off. */
  readonly goods: number
  readonly freight: number
  readonly total: number
  readonly promos: string[]
}
export type QuoteOf = {
  readonly store: string
  readonly lines: readonly Wish[]
  readonly region: string | null
  readonly coupons: readonly string[]
  readonly points?: number
  readonly now: number
}

/** Splits an amount over weights: each part rounded down, what is left goes to the heaviest (the first of equals). */
export function spread(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) return weights.map(() => 0)
  const out = weights.map(w => Number((BigInt(amount) * BigInt(w)) / BigInt(sum)))
  const heaviest = weights.indexOf(Math.max(...weights))
  out[heaviest] = (out[heaviest] ?? 0) + amount - out.reduce((a, b) => a + b, 0)
  return out
}

/** `pay` basis points of an amount, half a 分 rounded up. */
export function shareOf(amount: number, pay: number): number {
  return Number((BigInt(amount) * BigInt(pay) + 5000n) / 10_000n)
}

const sumOf = (lines: readonly QuoteLine[]): number => lines.reduce((n, l) => n + l.share, 0)

/** Takes an amount off some lines, by what each of them still costs. */
function take(lines: readonly QuoteLine[], off: Off, all: Off[]): void {
  const amount = Math.min(off.amount, sumOf(lines))
  if (amount <= 0) return
  const split = spread(
    amount,
    lines.map(l => l.share),
  )
  for (const [i, line] of lines.entries()) {
    const own = split[i] ?? 0
    line.share -= own
    if (own > 0) line.offs.push({ ...off, amount: own })
  }
  all.push({ ...off, amount })
}

function isRunning(promo: Frozen<Promo>, store: string, now: number): boolean {
  if (promo.store !== store || promo.state !== 'active' || now < promo.from || now >= promo.until) return false
  return promo.budget === null || promo.used < promo.budget.limit
}

const within = (products: readonly string[], product: string): boolean => products.length === 0 || products.includes(product)

/** ② The best price in force for each line by itself. */
function linePrices(lines: readonly QuoteLine[], promos: readonly Frozen<Promo>[], offs: Off[], used: Set<string>): void {
  for (const line of lines) {
    const offers = promos.flatMap(p => {
      const tier = p.tiers[0]
      if (tier === undefined || !within(p.products, line.product) || (p.kind !== 'discount' && p.kind !== 'flash')) return []
      const left = p.kind === 'flash' && p.budget?.type === 'usage' ? p.budget.limit - p.used : line.quantity
      const unit = p.kind === 'flash' ? tier.price : shareOf(line.unit, tier.pay)
      return left >= line.quantity && unit < line.unit ? [{ promo: p, unit }] : []
    })
    const best = offers.toSorted((a, b) => a.unit - b.unit)[0]
    if (best === undefined) continue
    used.add(best.promo.id)
    take([line], { source: best.promo.id, name: best.promo.name, amount: (line.unit - best.unit) * line.quantity }, offs)
  }
}

/** What a promotion over several lines takes off; 0 when it is not reached. */
function acrossOff(promo: Frozen<Promo>, lines: readonly QuoteLine[]): number {
  const [amount, pieces] = [sumOf(lines), lines.reduce((n, l) => n + l.quantity, 0)]
  const reached = (min: number): boolean => (promo.kind === 'amount' ? amount >= min : pieces >= min)
  const tier = promo.tiers.filter(t => reached(t.min)).toSorted((a, b) => b.min - a.min)[0]
  if (tier === undefined || lines.length === 0) return 0
  if (promo.kind === 'amount') return tier.off
  if (promo.kind === 'count') return amount - shareOf(amount, tier.pay)
  return promo.kind === 'bundle' ? bundleOff(promo, lines, tier.price) : 0
}

/** A set at one price: as many whole sets as the lines hold. */
function bundleOff(promo: Frozen<Promo>, lines: readonly QuoteLine[], price: number): number {
  const pieces = promo.products.map(id => lines.filter(l => l.product === id).toSorted((a, b) => b.unit - a.unit)[0])
  if (pieces.length === 0 || pieces.some(l => l === undefined)) return 0
  const sets = Math.min(...pieces.map(l => l?.quantity ?? 0))
  const apart = pieces.reduce((n, l) => n + (l === undefined ? 0 : Math.floor(l.share / l.quantity)), 0)
  return Math.max(0, (apart - price) * sets)
}

function acrossLines(lines: readonly QuoteLine[], promos: readonly Frozen<Promo>[], offs: Off[], used: Set<string>): void {
  for (const kind of ['bundle', 'count', 'amount']) {
    for (const promo of promos.filter(p => p.kind === kind)) {
      const eligible = lines.filter(l => within(promo.products, l.product))
      const amount = acrossOff(promo, eligible)
      if (amount <= 0) continue
      used.add(promo.id)
      take(eligible, { source: promo.id, name: promo.name, amount }, offs)
    }
  }
}

function giftsFor(lines: readonly QuoteLine[], promos: readonly Frozen<Promo>[], used: Set<string>): { sku: string; quantity: number }[] {
  return promos.flatMap(promo => {
    if (promo.kind !== 'gift') return []
    const amount = sumOf(lines.filter(l => within(promo.products, l.product)))
    const tier = promo.tiers.filter(t => amount > 0 && amount >= t.min).toSorted((a, b) => b.min - a.min)[0]
    if (tier === undefined || tier.gift === null) return []
    used.add(promo.id)
    return [{ sku: tier.gift, quantity: 1 }]
  })
}

/** Whether a coupon may be used for these lines now; the refusal names why not. */
export function couponFault(coupon: Frozen<Coupon> | undefined, lines: readonly QuoteLine[], store: string, now: number): Refuse | null {
  if (coupon === undefined || (coupon.store !== null && coupon.store !== store))
    return no('E_COUPON', { why: '不是本店可用的券' }, 'coupons')
  if (now < coupon.from || now >= coupon.until) return no('E_COUPON', { why: '不在有效期内' }, 'coupons')
  const amount = sumOf(lines.filter(l => within(coupon.products, l.product)))
  return amount < coupon.min || amount === 0 ? no('E_COUPON', { why: `未满 ${yuan(coupon.min)} 元` }, 'coupons') : null
}

/** ④⑤ One coupon of the store, then one of the platform if it may lie on top. */
function coupons(s: S, lines: readonly QuoteLine[], wish: QuoteOf, offs: Off[]): Refuse | null {
  const chosen = wish.coupons.map(id => s.coupons.find(c => c.id === id))
  const own = chosen.filter(c => c?.store !== null)
  const platform = chosen.filter(c => c?.store === null)
  if (own.length > 1 || platform.length > 1) return no('E_COUPON', { why: '同类优惠券每单限用一张' }, 'coupons')
  if (own.length === 1 && platform.some(c => c?.stack !== true)) return no('E_COUPON', { why: '这张平台券不能与店铺券同用' }, 'coupons')
  for (const coupon of [...own, ...platform]) {
    const fault = couponFault(coupon, lines, wish.store, wish.now)
    if (fault !== null || coupon === undefined) return fault
    take(
      lines.filter(l => within(coupon.products, l.product)),
      { source: coupon.id, name: coupon.name, amount: coupon.off },
      offs,
    )
  }
  return null
}

/** 分 as people write 元. */
export function yuan(fen: number): string {
  return `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}

function lineOf(s: S, store: string, { sku, quantity }: Wish): QuoteLine | Refuse {
  const found = variantBySku(s, sku)
  if (found === undefined || found.product.store !== store) return no('E_NONE', { id: sku })
  const { product, variant } = found
  if (product.state !== 'on') return no('E_OFF', { title: product.title })
  return {
    sku,
    quantity,
    product: product.id,
    title: product.title,
    unit: variant.price,
    weight: variant.weight,
    spec: { ...variant.spec },
    freight: product.freight,
    noReason: product.noReason,
    share: variant.price * quantity,
    offs: [],
  }
}

/**
 * The price of a cart of one store, to the 分. In this order: price × pieces; the best price in force of each line; promotions over lines;
 * a coupon of the store; a coupon of the platform; freight; points. Every reduction is split over its lines, and the split is kept because
 * a refund of a part rests on it. Without a region freight is left out.
 */
export function quote(s: S, wish: QuoteOf): { readonly ok: true; readonly quote: Quote } | Refuse {
  const lines: QuoteLine[] = []
  for (const one of wish.lines) {
    const line = lineOf(s, wish.store, one)
    if ('ok' in line) return line
    lines.push(line)
  }
  const goods = sumOf(lines)
  const promos = s.promos.filter(p => isRunning(p, wish.store, wish.now))
  const offs: Off[] = []
  const used = new Set<string>()
  linePrices(lines, promos, offs, used)
  acrossLines(lines, promos, offs, used)
  const gifts = giftsFor(lines, promos, used)
  const fault = coupons(s, lines, wish, offs)
  if (fault !== null) return fault
  const freight = wish.region === null ? 0 : freightOf(s, lines, wish.region)
  if (typeof freight !== 'number') return freight
  const points = Math.min(wish.points ?? 0, sumOf(lines))
  if (points > 0) take(lines, { source: 'points', name: '积分抵扣', amount: points }, offs)
  return { ok: true, quote: { lines, gifts, offs, goods, freight, total: sumOf(lines) + freight, promos: [...used] } }
}
