import type { Frozen } from '../../../../kernel/brand.ts'
import { after } from '../../core/app/machine.ts'
import type { Json } from '../../core/world/canonical.ts'
import { CODES, WAYBILL, codeOf } from './journey.ts'
import { nextVan } from './pickups.ts'
import type { TmsSlice, Waybill } from './slice.ts'
import { masked } from './tariff.ts'
import { claimLimit } from './troubles.ts'

/** The label as it would be printed: its areas, with or without the person's data. */
function labelOf(s: Frozen<TmsSlice>, w: Frozen<Waybill>): Json {
  if (w.label === null) return null
  const to = w.label === 'masked' ? { ...w.to, ...masked(w.to) } : { ...w.to }
  const carrier = s.carriers.find(c => c.code === w.carrier)
  const service = carrier?.services.find(v => v.code === w.service)?.name ?? w.service
  return {
    code: w.no,
    carrier: carrier?.name ?? w.carrier,
    service,
    area: w.to.region,
    to,
    from: { ...w.from, ...masked(w.from) },
    goods: w.goods,
  }
}

function waybillView(s: Frozen<TmsSlice>, w: Frozen<Waybill>): Json {
  const { no, orderNo, carrier, service, from, to, goods, weight, charged, fee, hours, value, insured, cod, state, subscribed, pickup } = w
  return {
    no,
    orderNo,
    carrier,
    service,
    goods,
    weight,
    charged,
    fee,
    hours,
    value,
    insured,
    cod,
    state,
    subscribed,
    pickup,
    from: { ...from },
    to: { ...to },
    stateZh: WAYBILL.states[state]?.zh ?? state,
    label: labelOf(s, w),
    madeAt: w.madeAt,
    deliveredAt: w.deliveredAt,
    tracks: w.tracks.map(({ code, place, at }) => ({ code, zh: codeOf(code)?.zh ?? '', place, at })),
    problems: w.problems.map(({ kind, at, action, handledAt }) => ({ kind, at, action, handledAt })),
    claimLimit: claimLimit(w),
    may: Object.keys(WAYBILL.triggers).filter(trigger => after(WAYBILL, state, trigger) !== undefined),
  }
}

/** Everything the carrier's pages show. What will become of a parcel stays inside. */
export function tmsView(s: Frozen<TmsSlice>, now: number): Json {
  return {
    carriers: s.carriers.map(c => ({ ...c, nextVan: nextVan(s, c.code, now) })) as unknown as Json,
    codes: CODES.map(({ code, zh }) => ({ code, zh })),
    sender: { ...s.sender },
    prohibited: [...s.prohibited],
    promises: s.promises.map(p => ({ ...p })),
    waybills: s.waybills.map(w => waybillView(s, w)),
    pickups: s.pickups.map(({ id, carrier, waybills, due, state }) => ({ id, carrier, waybills: [...waybills], due, state })),
    quotes: s.quotes.map(({ region, weight, offers, at }) => ({ region, weight, at, offers: offers.map(o => ({ ...o })) })),
    claims: s.claims.map(({ waybill, kind, amount, evidence, state, at }) => ({
      waybill,
      kind,
      amount,
      evidence: [...evidence],
      state,
      at,
    })),
    vehicles: s.vehicles.map(v => ({ ...v })),
    stops: s.stops.map(x => ({ ...x })),
    routes: s.routes.map(({ vehicle, stops, metres }) => ({ vehicle, stops: [...stops], metres })),
    bill: s.bill.map(({ id, waybill, grams, fee, verdict, reason }) => ({ id, waybill, grams, fee, verdict, reason })),
    settled: s.settled.map(({ carrier, amount, waybills }) => ({ carrier, amount, waybills: [...waybills] })),
    mail: s.mail.map(({ kind, about, text, at }) => ({ kind, about, text, at })),
    rules: { insureFrom: s.rules.insureFrom, readdressFee: s.rules.readdressFee, claimDays: s.rules.claimDays },
  }
}
