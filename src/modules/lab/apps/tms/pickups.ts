import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { nextAt } from '../../core/world/calendar.ts'
import { worldTime } from '../../core/world/ids.ts'
import { roadTimers } from './road.ts'
import { Code, type TmsPart, type TmsSlice, type Waybill, parts } from './slice.ts'

const DAY = 86_400

/** When the van of a carrier comes next. */
export function nextVan(s: Frozen<TmsSlice>, carrier: string, now: number): number {
  const cutoff = s.carriers.find(c => c.code === carrier)?.cutoff ?? 1050
  return nextAt(worldTime(now), Math.floor(cutoff / 60), cutoff % 60)
}

/** The next round of a carrier, on which these parcels go along. */
export function roundTimer(
  s: Frozen<TmsSlice>,
  now: number,
  round: { readonly carrier: string; readonly waybills: readonly string[]; readonly pickup?: string },
): TimerWish {
  const { carrier, waybills, pickup = null } = round
  const name = s.carriers.find(c => c.code === carrier)?.name ?? carrier
  return {
    at: worldTime(nextVan(s, carrier, now)),
    by: 'tms.courier',
    type: 'tms.collect',
    data: { carrier, waybills: [...waybills], pickup },
    known: `${name}上门揽收`,
    ...(pickup === null ? {} : { key: `pickup:${pickup}` }),
  }
}

/** Is the parcel at the dock? Where there is a warehouse, only what it has handed over. */
function isReady(ctx: DecideContext, orderNo: string): boolean {
  if (!ctx.has('wms')) return true
  const outbound = ctx.ask('wms.outbound', { orderNo }) as { state?: string } | null
  return outbound === null || outbound.state === 'handed'
}

const Collect = z.strictObject({ carrier: Code, waybills: z.array(Code), pickup: Code.nullable() })

function collect(s: Frozen<TmsSlice>, { carrier, waybills, pickup }: z.output<typeof Collect>, ctx: DecideContext): Decision {
  const there = waybills.flatMap(id => s.waybills.find(w => w.no === id && w.state === 'created') ?? [])
  const ready = there.filter(w => isReady(ctx, w.orderNo))
  const missed = there.filter(w => !ready.includes(w))
  const events = [
    ...(pickup === null ? [] : [{ type: 'vanCame', data: { pickup } }]),
    ...ready.map(w => tracked(w, 10, '寄件网点')),
    ...missed.map(w => ({ type: 'pickupMissed', data: { waybill: w.no, orderNo: w.orderNo } })),
  ]
  const again = missed.length === 0 ? [] : [roundTimer(s, ctx.now, { carrier, waybills: missed.map(w => w.no) })]
  return { ok: true, events, timers: [...ready.flatMap(w => roadTimers(w)), ...again] }
}

function tracked(
  w: Frozen<Waybill>,
  code: number,
  place: string,
): { type: string; data: { waybill: string; code: number; place: string; note: string } } {
  return { type: 'tracked', data: { waybill: w.no, code, place, note: '' } }
}

/** Booking the courier's van. */
export const pickups: TmsPart = {
  commands: {
    'pickup.book': parts.command({
      zh: '预约揽收',
      data: z.strictObject({ carrier: Code, waybills: z.array(Code).min(1).max(50), day: z.enum(['today', 'tomorrow']) }),
      who: 'both',
      refusals: ['E_NONE', 'E_CARRIER', 'E_BOOKED', 'E_CUTOFF'],
      decide: (s, { carrier, waybills, day }, ctx) => {
        for (const id of waybills) {
          const waybill = s.waybills.find(w => w.no === id && w.state === 'created')
          if (waybill === undefined) return no('E_NONE', { id }, 'waybills')
          if (waybill.carrier !== carrier) return no('E_CARRIER', { id, carrier }, 'carrier')
          if (waybill.pickup !== null) return no('E_BOOKED', { id, pickup: waybill.pickup }, 'waybills')
        }
        const van = nextVan(s, carrier, ctx.now)
        const midnight = nextAt(ctx.now, 0)
        if (day === 'today' && van >= midnight) return no('E_CUTOFF', { carrier }, 'day')
        const due = day === 'today' || van >= midnight ? van : van + DAY
        const id = ctx.nextId('PU')
        const timer = { ...roundTimer(s, ctx.now, { carrier, waybills, pickup: id }), at: worldTime(due) }
        return happened('pickupBooked', { id, carrier, waybills, due }, { timers: [timer], reply: id })
      },
    }),
    'pickup.cancel': parts.command({
      zh: '取消揽收',
      data: z.strictObject({ pickup: Code }),
      who: 'both',
      refusals: ['E_NONE'],
      decide: (s, { pickup }) =>
        s.pickups.some(p => p.id === pickup && p.state === 'booked')
          ? happened('pickupCancelled', { pickup }, { cancel: [`pickup:${pickup}`] })
          : no('E_NONE', { id: pickup }),
    }),
    collect: parts.command({ zh: '上门揽收', data: Collect, who: 'agent', refusals: [], decide: collect }),
  },
  events: {
    pickupBooked: parts.event({
      data: z.strictObject({ id: Code, carrier: Code, waybills: z.array(Code), due: z.int() }),
      caption: ({ carrier, waybills }, { who }) => `${who}预约${carrier}上门揽收 ${waybills.length} 件`,
      evolve: (s, { id, carrier, waybills, due }, { seq }) => {
        s.pickups.push({ id, carrier, waybills, due, state: 'booked', seq })
        for (const w of s.waybills) if (waybills.includes(w.no)) w.pickup = id
      },
    }),
    pickupCancelled: parts.event({
      data: z.strictObject({ pickup: Code }),
      caption: ({ pickup }, { who }) => `${who}取消揽收预约 ${pickup}`,
      evolve: (s, { pickup }, { seq }) => {
        for (const p of s.pickups) if (p.id === pickup) Object.assign(p, { state: 'cancelled', seq })
        for (const w of s.waybills) if (w.pickup === pickup) w.pickup = null
      },
    }),
    vanCame: parts.event({
      data: z.strictObject({ pickup: Code }),
      caption: ({ pickup }) => `快递员按预约 ${pickup} 上门`,
      evolve: (s, { pickup }, { seq }) => {
        for (const p of s.pickups) if (p.id === pickup) Object.assign(p, { state: 'done', seq })
      },
    }),
    pickupMissed: parts.event({
      data: z.strictObject({ waybill: Code, orderNo: Code }),
      caption: ({ waybill, orderNo }) => `快递员上门时订单 ${orderNo} 的包裹（${waybill}）尚未交接，揽收落空，改为下一班`,
      evolve: (s, { waybill, orderNo }, { at, seq }) => {
        const text = `订单 ${orderNo} 的包裹尚未交接，快递员未能揽收，下一班再来。`
        s.mail.push({ kind: '揽收落空', about: waybill, text, at, seq })
      },
    }),
  },
  refusals: {
    E_CARRIER: '运单 {id} 不是 {carrier} 的，请分别预约。',
    E_BOOKED: '运单 {id} 已有揽收预约 {pickup}。',
    E_CUTOFF: '{carrier} 今天的揽收时间已过，请预约明天。',
  },
}
