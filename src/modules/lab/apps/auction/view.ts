import type { Frozen } from '../../../../kernel/brand.ts'
import { after } from '../../core/app/machine.ts'
import type { Json } from '../../core/world/canonical.ts'
import { leastBid } from './contest.ts'
import { nameOf, personOf } from './lookup.ts'
import { DEAL, LOT } from './machines.ts'
import { type AuctionSlice, type Deal, KIND_WORDS, type Lot } from './slice.ts'

type Slice = Frozen<AuctionSlice>

function lotView(s: Slice, l: Frozen<Lot>, me: string): Json {
  const own = l.seller === me
  const limit = l.proxies.find(p => p.who === me)?.max.hidden ?? null
  const offer = l.sealed.find(x => x.who === me)?.offer.hidden ?? null
  const deposit = s.deposits.find(d => d.lot === l.no && d.who === me)?.state ?? null
  return {
    no: l.no,
    title: l.title,
    category: l.category,
    kind: l.kind,
    kindZh: KIND_WORDS[l.kind] ?? l.kind,
    description: l.description,
    start: l.start,
    step: l.step,
    buyNow: l.buyNow,
    quantity: l.quantity,
    left: l.left,
    hours: l.hours,
    every: l.every,
    shipFee: l.shipFee,
    deposit: l.deposit,
    ownDeposit: deposit,
    ownLimit: limit,
    ownOffer: offer,
    ownReserve: own ? l.reserve.hidden : null,
    own,
    state: l.state,
    stateZh: LOT.states[l.state]?.zh ?? l.state,
    startsAt: l.startsAt,
    endsAt: l.endsAt,
    price: l.price,
    seller: nameOf(s, l.seller),
    leader: nameOf(s, l.leader),
    leading: l.leader === me,
    leastBid: leastBid(l),
    // whether the hidden price is reached is told, the price itself is not
    reserveMet: l.reserve.hidden === null ? null : l.bids.length > 0 && l.price >= l.reserve.hidden,
    bids: l.bids.map(b => ({ who: nameOf(s, b.who), amount: b.amount, quantity: b.quantity, auto: b.auto, at: b.at, own: b.who === me })),
    offers: l.sealed.length,
    may: Object.keys(LOT.triggers).filter(trigger => after(LOT, l.state, trigger) !== undefined),
  }
}

function dealView(s: Slice, d: Frozen<Deal>, me: string): Json {
  const address = personOf(s, d.buyer)?.address ?? null
  return {
    no: d.no,
    lot: d.lot,
    title: d.title,
    amount: d.amount,
    quantity: d.quantity,
    shipFee: d.shipFee,
    viaPay: d.viaPay,
    state: d.state,
    stateZh: DEAL.states[d.state]?.zh ?? d.state,
    carrier: d.carrier,
    waybill: d.waybill,
    madeAt: d.madeAt,
    paidAt: d.paidAt,
    shippedAt: d.shippedAt,
    payUntil: d.madeAt + s.rules.payBy,
    role: d.seller === me ? 'seller' : 'buyer',
    seller: nameOf(s, d.seller),
    buyer: nameOf(s, d.buyer),
    // the seller learns where to send when the money is there
    address: d.seller === me && d.paidAt !== null && address !== null ? { ...address } : null,
    rated: s.ratings.some(r => r.deal === d.no && r.from === me),
    may: Object.keys(DEAL.triggers).filter(trigger => after(DEAL, d.state, trigger) !== undefined),
  }
}

/** The hall, and of deals and money only one's own. */
export function auctionView(s: Slice, me: string): Json {
  const person = personOf(s, me)
  return {
    me: person === undefined ? null : { name: person.name, verified: person.verified, balance: person.balance, frozen: person.frozen },
    kinds: Object.entries(KIND_WORDS).map(([id, zh]) => ({ id, zh })),
    mostHours: s.rules.mostHours,
    lots: s.lots.map(l => lotView(s, l, me)),
    deals: s.deals.filter(d => d.seller === me || d.buyer === me).map(d => dealView(s, d, me)),
    ratings: s.ratings.map(r => ({ deal: r.deal, from: nameOf(s, r.from), to: nameOf(s, r.to), score: r.score, text: r.text })),
    mail: s.mail.filter(m => m.who === me).map(({ text, at }) => ({ text, at })),
  }
}
