import type { Frozen } from '../../../../kernel/brand.ts'
import { no, type Refuse } from '../../core/app/refuse.ts'
import { dayText, parseWorldTime } from '../../core/world/calendar.ts'
import { hide } from '../../core/world/canonical.ts'
import { worldTime } from '../../core/world/ids.ts'
import type { Lines, Location, Quant, Sku, WmsSlice } from './slice.ts'

const DAY = 86_400

/** An article by its own code or by the bar code on it. */
export function skuOf(s: Frozen<WmsSlice>, code: string): Frozen<Sku> | undefined {
  return s.skus.find(k => k.sku === code || k.gtin === code)
}

export function locationOf(s: Frozen<WmsSlice>, code: string): Frozen<Location> | undefined {
  return s.locations.find(l => l.code === code)
}

export function nameOfSku(s: Frozen<WmsSlice>, sku: string): string {
  return skuOf(s, sku)?.name ?? sku
}

/** The last day of what was made on `made`; null for what does not expire or bears no date. */
export function expiryOf(sku: Frozen<Sku>, made: string | null): string | null {
  const at = made === null ? undefined : parseWorldTime(made)
  return at === undefined || sku.shelfDays === null ? null : dayText(worldTime(at + sku.shelfDays * DAY))
}

/** Is too little of the shelf life left, by the company's rule, at `now` (seconds)? */
export function isNearExpiry(s: Frozen<WmsSlice>, sku: Frozen<Sku>, exp: string | null, now: number): boolean {
  const end = exp === null ? undefined : parseWorldTime(exp)
  if (end === undefined || sku.shelfDays === null) return false
  const left = Math.floor((end - now) / DAY)
  return left * 100 < sku.shelfDays * s.rules.acceptPercent
}

/** Pieces that may be promised to a customer: whole, unfrozen, in storage or at the pick face, not yet promised. */
export function availableOf(s: Frozen<WmsSlice>, sku: string): number {
  return sellable(s, sku).reduce((sum, q) => sum + q.on - q.reserved, 0)
}

function sellable(s: Frozen<WmsSlice>, sku: string): readonly Frozen<Quant>[] {
  const kinds = new Map(s.locations.map(l => [l.code, l]))
  return s.quants.filter(q => {
    const place = kinds.get(q.loc)
    return q.sku === sku && place?.frozen === null && (place.kind === '存储' || place.kind === '拣选')
  })
}

/** First expired, first out; of equal dates the pick face first, then along the route. */
export function byExpiry(s: Frozen<WmsSlice>, sku: string): readonly Frozen<Quant>[] {
  const rank = (q: Frozen<Quant>): readonly [string, number, number] => {
    const place = locationOf(s, q.loc)
    return [q.exp ?? '9999-12-31', place?.kind === '拣选' ? 0 : 1, place?.route ?? 0]
  }
  return sellable(s, sku).toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    return x[0] !== y[0] ? (x[0] < y[0] ? -1 : 1) : x[1] - y[1] || x[2] - y[2]
  })
}

export type Allotment = { readonly loc: string; readonly sku: string; readonly lot: string; readonly quantity: number }

/** From where the lines would be taken; null when there is not enough. `taken` are pieces already given away in the same act. */
export function allot(s: Frozen<WmsSlice>, lines: Frozen<Lines>): Allotment[] | null {
  const out: Allotment[] = []
  for (const { sku, quantity } of lines) {
    let left = quantity
    for (const q of byExpiry(s, sku)) {
      const given = out.reduce((sum, a) => (a.loc === q.loc && a.lot === q.lot && a.sku === sku ? sum + a.quantity : sum), 0)
      const take = Math.min(left, q.on - q.reserved - given)
      if (take > 0) out.push({ loc: q.loc, sku, lot: q.lot, quantity: take })
      left -= Math.max(take, 0)
    }
    if (left > 0) return null
  }
  return out
}

export function reserve(s: WmsSlice, wanted: readonly Allotment[], sign: 1 | -1): void {
  for (const a of wanted) {
    const quant = s.quants.find(q => q.loc === a.loc && q.sku === a.sku && q.lot === a.lot)
    if (quant !== undefined) quant.reserved = Math.max(0, quant.reserved + sign * a.quantity)
  }
}

export function filled(s: Frozen<WmsSlice>, loc: string): number {
  return s.quants.reduce((sum, q) => (q.loc === loc ? sum + q.on : sum), 0)
}

/** May these pieces be put there? Room, zone and lots; damaged goods only where damaged goods stand. */
export function placeFault(
  s: Frozen<WmsSlice>,
  what: { readonly sku: string; readonly lot: string; readonly quantity: number; readonly bad: boolean },
  loc: string,
): Refuse | null {
  const place = locationOf(s, loc)
  if (place === undefined) return no('E_LOC', { loc }, 'loc')
  if (place.frozen !== null) return no('E_FROZEN', { loc, count: place.frozen }, 'loc')
  const sku = skuOf(s, what.sku)
  const zone = s.zones.find(z => z.code === place.zone)
  if (what.bad !== (place.kind === '不良')) return no('E_KIND', { loc, kind: place.kind }, 'loc')
  if (sku !== undefined && zone !== undefined && !zone.keeps.includes(sku.category))
    return no('E_ZONE', { loc, zone: zone.zh, category: sku.category }, 'loc')
  const room = place.cap - filled(s, loc)
  if (what.quantity > room) return no('E_CAP', { loc, room: Math.max(0, room) }, 'quantity')
  const other = s.quants.find(q => q.loc === loc && q.sku === what.sku && q.lot !== what.lot && q.on > 0)
  return other === undefined || what.bad ? null : no('E_LOT_MIX', { loc, lot: other.lot }, 'loc')
}

type Pieces = {
  readonly sku: string
  readonly lot: string
  readonly exp: string | null
  readonly on: number
  readonly real: number
  readonly flawed: number
}

/** Adds pieces to a place, or takes them away with negative numbers; what is empty and unpromised is forgotten. */
export function shift(s: WmsSlice, loc: string, p: Pieces, seq: number): void {
  const there = s.quants.find(q => q.loc === loc && q.sku === p.sku && q.lot === p.lot)
  if (there === undefined) {
    s.quants.push({ loc, sku: p.sku, lot: p.lot, exp: p.exp, on: p.on, reserved: 0, real: hide(p.real), flawed: hide(p.flawed), seq })
    return
  }
  there.on += p.on
  there.real = hide(Math.max(0, there.real.hidden + p.real))
  there.flawed = hide(Math.min(there.real.hidden, Math.max(0, there.flawed.hidden + p.flawed)))
  there.seq = seq
  s.quants = s.quants.filter(q => q.on > 0 || q.reserved > 0 || q.real.hidden > 0)
}
