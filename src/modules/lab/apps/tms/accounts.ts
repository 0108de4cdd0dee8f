import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { Decision, TimerWish } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { Code, Fen, type TmsPart, type TmsSlice, parts } from './slice.ts'

type Stop = TmsSlice['stops'][number]
const VERDICTS = ['ok', 'weight', 'duplicate', 'stranger', 'rate'] as const
const VERDICT_WORDS: Readonly<Record<string, string>> = {
  ok: '无误',
  weight: '计费重量不符',
  duplicate: '重复计费',
  stranger: '不是本公司的运单',
  rate: '单价不符',
}

/** Metres between two points along streets that cross at right angles. */
function metres(a: Pick<Stop, 'x' | 'y'>, b: Pick<Stop, 'x' | 'y'>): number {
  return (Math.abs(a.x - b.x) + Math.abs(a.y - b.y)) * 100
}

const DEPOT = { x: 0, y: 0 }
/** The van leaves at nine. */
const LEAVE = 9 * 60

/** Length of a round from and to the depot, and how many stops are reached after their hour. */
export function roundOf(
  s: Pick<Frozen<TmsSlice>, 'rules'>,
  stops: readonly Frozen<Stop>[],
): { readonly metres: number; readonly late: number } {
  let [at, length, minute, late]: [Pick<Stop, 'x' | 'y'>, number, number, number] = [DEPOT, 0, LEAVE, 0]
  for (const stop of stops) {
    const way = metres(at, stop)
    length += way
    minute = Math.max(stop.from, minute + Math.ceil(way / s.rules.speed))
    if (minute > stop.until) late += 1
    minute += s.rules.stand
    at = stop
  }
  return { metres: length + metres(at, DEPOT), late }
}

/** The shortest round that is late nowhere (all orders are tried: eight stops at most); null when there is none. */
export function shortestRound(s: Frozen<TmsSlice>): number | null {
  let best: number | null = null
  const go = (done: readonly Frozen<Stop>[], left: readonly Frozen<Stop>[]): void => {
    if (left.length === 0) {
      const round = roundOf(s, done)
      if (round.late === 0 && (best === null || round.metres < best)) best = round.metres
      return
    }
    for (const stop of left)
      go(
        [...done, stop],
        left.filter(x => x !== stop),
      )
  }
  if (s.stops.length <= 8) go([], s.stops)
  return best
}

const Plan = z.strictObject({ vehicle: Code, stops: z.array(Code).min(1).max(8) })

function plan(s: Frozen<TmsSlice>, { vehicle: id, stops: ids }: z.output<typeof Plan>): Decision {
  const vehicle = s.vehicles.find(v => v.id === id)
  if (vehicle === undefined) return no('E_NONE', { id }, 'vehicle')
  const stops = ids.map(stop => s.stops.find(x => x.id === stop))
  const lost = ids.find((stop, i) => stops[i] === undefined || ids.indexOf(stop) !== i)
  if (lost !== undefined) return no('E_STOP', { id: lost }, 'stops')
  const known = stops.filter(x => x !== undefined)
  const load = known.reduce((sum, x) => sum + x.load, 0)
  if (load > vehicle.cap) return no('E_CAPACITY', { load, cap: vehicle.cap }, 'vehicle')
  const round = roundOf(s, known)
  return round.late > 0 ? no('E_LATE', { late: round.late }, 'stops') : happened('planned', { vehicle: id, stops: ids, ...round })
}

function codOf(s: Frozen<TmsSlice>, carrier: string): readonly { readonly no: string; readonly cod: number }[] {
  const before = s.settled.flatMap(x => (x.carrier === carrier ? x.waybills : []))
  return s.waybills.filter(w => w.carrier === carrier && w.state === 'delivered' && w.cod > 0 && !before.includes(w.no))
}

function disputeTimers(s: Frozen<TmsSlice>, id: string): TimerWish[] {
  return [{ after: s.rules.answerAfter, by: 'tms.carrier', type: 'tms.bill.answer', data: { id } }]
}

/** Rounds of the company's own van, money collected at the door, and the carriers' bills. */
export const accounts: TmsPart = {
  commands: {
    'route.plan': parts.command({
      zh: '安排配送路线',
      data: Plan,
      who: 'persona',
      refusals: ['E_NONE', 'E_STOP', 'E_CAPACITY', 'E_LATE'],
      decide: plan,
    }),
    'cod.settle': parts.command({
      zh: '结算代收货款',
      data: z.strictObject({ carrier: Code, amount: Fen }),
      who: 'persona',
      refusals: ['E_NO_COD', 'E_AMOUNT'],
      decide: (s, { carrier, amount }) => {
        const due = codOf(s, carrier)
        if (due.length === 0) return no('E_NO_COD', { carrier }, 'carrier')
        if (due.reduce((sum, w) => sum + w.cod, 0) !== amount) return no('E_AMOUNT', { count: due.length }, 'amount')
        return happened('codSettled', { carrier, amount, waybills: due.map(w => w.no) })
      },
    }),
    'bill.audit': parts.command({
      zh: '核对运费账单',
      data: z.strictObject({ id: Code, verdict: z.enum(VERDICTS), reason: z.string().max(200).default('') }),
      who: 'persona',
      refusals: ['E_NONE', 'E_REASON'],
      decide: (s, data) => {
        if (!s.bill.some(row => row.id === data.id)) return no('E_NONE', { id: data.id })
        if (data.verdict !== 'ok' && data.reason.trim() === '') return no('E_REASON', {}, 'reason')
        return happened('billAudited', data, { timers: data.verdict === 'ok' ? [] : disputeTimers(s, data.id) })
      },
    }),
    'bill.answer': parts.command({
      zh: '答复账单异议',
      data: z.strictObject({ id: Code }),
      who: 'agent',
      refusals: [],
      decide: (s, { id }) => {
        const row = s.bill.find(x => x.id === id)
        const agreed = row !== undefined && row.verdict === row.answer.hidden
        const text = agreed ? `账单行 ${id} 的异议成立，下期扣减。` : `账单行 ${id} 的异议不成立，承运商附上了称重照片和揽收记录。`
        return happened('billAnswered', { kind: '账单答复', about: id, text })
      },
    }),
  },
  events: {
    planned: parts.event({
      data: Plan.extend({ metres: z.int(), late: z.int() }),
      caption: ({ vehicle, stops, metres: length }, { who }) => `${who}安排 ${vehicle} 配送 ${stops.length} 站，全程 ${length} 米`,
      evolve: (s, route, { seq }) => void s.routes.push({ ...route, seq }),
    }),
    codSettled: parts.event({
      data: z.strictObject({ carrier: Code, amount: z.int(), waybills: z.array(Code) }),
      caption: ({ carrier, amount }, { who }) => `${who}与${carrier}结算代收货款 ${amount / 100} 元`,
      evolve: (s, row, { seq }) => void s.settled.push({ ...row, seq }),
    }),
    billAudited: parts.event({
      data: z.strictObject({ id: Code, verdict: z.enum(VERDICTS), reason: z.string() }),
      caption: ({ id, verdict }, { who }) => `${who}核对账单行 ${id}：${VERDICT_WORDS[verdict] ?? verdict}`,
      evolve: (s, { id, verdict, reason }, { seq }) => {
        for (const row of s.bill) if (row.id === id) Object.assign(row, { verdict, reason, seq })
      },
    }),
    billAnswered: parts.event({
      data: z.strictObject({ kind: z.string(), about: Code, text: z.string() }),
      caption: ({ text }) => text,
      evolve: (s, letter, { at, seq }) => void s.mail.push({ ...letter, at, seq }),
    }),
  },
  refusals: {
    E_STOP: '配送点 {id} 不存在或重复。',
    E_CAPACITY: '合计 {load}，超过车辆载量 {cap}。',
    E_LATE: '按这个顺序有 {late} 个配送点会晚于约定时间，请调整顺序。',
    E_NO_COD: '{carrier} 没有待结算的代收货款。',
    E_AMOUNT: '金额与 {count} 张已签收运单的代收货款合计不符，请核对。',
    E_REASON: '请写明异议理由。',
  },
}
