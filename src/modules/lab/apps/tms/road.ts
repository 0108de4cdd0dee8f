import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import type { DecideContext, Decision, TimerWish } from '../../core/app/lab-app.ts'
import { after, moved } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { WAYBILL, codeFor, codeOf } from './journey.ts'
import { Code, type TmsPart, type TmsSlice, type Waybill, parts } from './slice.ts'

const HOUR = 3600
type Leg = readonly [after: number, code: number, place: string, note?: string]

/** The last miles: what the courier scans at the door, and when. */
function door(w: Pick<Waybill, 'fate' | 'astray'>, at: number): Leg[] {
  if (w.astray.hidden) return [[at, 70, '派送网点', '地址不详，电话无法接通']]
  return w.fate.hidden === 'refused' ? [[at, 60, '收件地址', '收件人拒收']] : [[at, 50, '收件地址']]
}

function legTimers(no_: string, legs: readonly Leg[]): TimerWish[] {
  return legs.map(([wait, code, place, note]) => ({
    after: wait,
    by: 'tms.courier',
    type: 'tms.scan',
    data: { waybill: no_, code, place, note: note ?? '' },
    key: `road:${no_}`,
  }))
}

/** Everything that will be scanned on the way, from the hour it was collected. */
export function roadTimers(w: Frozen<Waybill>): TimerWish[] {
  const whole = w.hours * HOUR
  const [hub, van] = [Math.floor(whole * 0.6), Math.floor(whole * 0.8)]
  const start: Leg[] = [
    [Math.floor(whole * 0.1), 30, '始发分拨中心'],
    [hub, 20, '目的分拨中心'],
  ]
  if (w.fate.hidden === 'lost') return legTimers(w.no, [...start, [whole + 24 * HOUR, 70, '目的分拨中心', '轨迹停滞，查无此件']])
  if (w.fate.hidden === 'damaged') return legTimers(w.no, [...start, [van, 70, '目的分拨中心', '包裹破损']])
  return legTimers(w.no, [...start, [van, 40, '派送网点'], ...door(w, whole)])
}

/** A second try at the door, the day after. */
export function secondTry(w: Pick<Waybill, 'no' | 'fate' | 'astray'>): TimerWish[] {
  return legTimers(w.no, [[20 * HOUR, 40, '派送网点'], ...door(w, 24 * HOUR)])
}

/** The way back to the sender. */
export function wayBack(w: Frozen<Waybill>): TimerWish[] {
  return legTimers(w.no, [
    [2 * HOUR, 61, '派送网点'],
    [w.hours * HOUR, 62, '寄件网点'],
  ])
}

const Scan = z.strictObject({ waybill: Code, code: z.int(), place: z.string().min(1).max(60), note: z.string().max(100).default('') })

/** Tells whoever sold the goods that they have arrived; a seller who knows already does not hold the courier up. */
function tellSeller(ctx: DecideContext, w: Frozen<Waybill>): void {
  const seller = w.orderNo.startsWith('A') ? 'auction' : 'shop'
  if (ctx.has(seller)) ctx.call(`${seller}.delivered`, { orderNo: w.orderNo, waybill: w.no })
}

function scan(s: Frozen<TmsSlice>, data: z.output<typeof Scan>, ctx: DecideContext): Decision {
  const waybill = s.waybills.find(w => w.no === data.waybill)
  if (waybill === undefined) return no('E_NONE', { id: data.waybill }, 'waybill')
  const step = codeOf(data.code)
  if (step === undefined) return no('E_CODE', { code: data.code }, 'code')
  const next = after(WAYBILL, waybill.state, step.trigger)
  const state = WAYBILL.states[waybill.state]?.zh ?? waybill.state
  if (next === undefined) return no('E_SEQ', { step: step.zh, state }, 'code')
  if (step.trigger === 'except' && data.note === '') return no('E_NOTE', {}, 'note')
  if (next === 'delivered') tellSeller(ctx, waybill)
  const raised = next === 'exception' || next === 'refused'
  const kind = data.note === '' ? step.zh : data.note
  const urge = { after: s.rules.urgeAfter, by: 'tms.recipient', type: 'tms.urge', data: { waybill: waybill.no }, key: `urge:${waybill.no}` }
  const events = [{ type: 'tracked', data }, ...(raised ? [{ type: 'exceptionRaised', data: { waybill: waybill.no, kind } }] : [])]
  return { ok: true, events, timers: raised ? [urge] : [] }
}

/** A collected parcel turned up at the door, or did not: what the scanners say. */
export const road: TmsPart = {
  commands: {
    scan: parts.command({
      zh: '扫描快件',
      data: Scan,
      who: 'both',
      refusals: ['E_NONE', 'E_CODE', 'E_SEQ', 'E_NOTE'],
      decide: scan,
    }),
  },
  events: {
    tracked: parts.event({
      data: Scan.extend({ note: z.string() }),
      caption: ({ waybill, code, place, note }) =>
        `运单 ${waybill} ${codeOf(code)?.zh ?? code}（${place}${note === '' ? '' : `，${note}`}）`,
      evolve: (s, { waybill: id, code, place, note }, { at, seq }) => {
        const w = s.waybills.find(x => x.no === id)
        const step = codeOf(code)
        if (w === undefined || step === undefined) return
        w.state = moved(WAYBILL, w.state, step.trigger)
        w.tracks.push({ code, place, at, seq })
        if (w.state === 'delivered') w.deliveredAt = at
        w.seq = seq
        const text = `运单 ${id} ${step.zh}，${place}${note === '' ? '' : `：${note}`}。`
        if (w.subscribed) s.mail.push({ kind: '物流通知', about: id, text, at, seq })
      },
    }),
    exceptionRaised: parts.event({
      data: z.strictObject({ waybill: Code, kind: z.string() }),
      caption: ({ waybill, kind }) => `运单 ${waybill} 派送异常：${kind}`,
      evolve: (s, { waybill: id, kind }, { at, seq }) => {
        const w = s.waybills.find(x => x.no === id)
        w?.problems.push({ kind, at, seq, action: null, handledAt: null })
        s.mail.push({ kind: '异常件', about: id, text: `运单 ${id} 派送异常：${kind}。请尽快处理。`, at, seq })
      },
    }),
  },
  refusals: {
    E_CODE: '没有扫描代码 {code}。',
    E_SEQ: '快件当前为“{state}”，不能做“{step}”扫描。',
    E_NOTE: '登记异常时请写明原因。',
  },
}

/** The step by which a parcel is written off. */
export const LOST = codeFor('lose')
