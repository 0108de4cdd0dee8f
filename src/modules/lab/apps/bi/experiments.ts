import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { TimerWish } from '../../core/app/lab-app.ts'
import { after, byHand, moved, wrongState } from '../../core/app/machine.ts'
import { no } from '../../core/app/refuse.ts'
import { type BiPart, type BiSlice, EXPERIMENT, type Experiment, Name, parts } from './slice.ts'

/** Two-sided normal quantiles in thousandths, by error in percent, and one-sided by power in percent. */
const BY_ALPHA: Readonly<Record<string, number>> = { p1: 2576, p5: 1960, p10: 1645 }
const BY_POWER: Readonly<Record<string, number>> = { p80: 842, p90: 1282 }
/** Chi-square of one degree of freedom in thousandths, by error in percent. */
const CHI: Readonly<Record<string, number>> = { p1: 6635, p5: 3841, p10: 2706 }
/** A split this far from the planned half does not happen by chance (p < 0.001). */
const SRM = 10_828
const MOST_DAYS = 60

/** Visitors per group to see a rise of `lift` basis points from `baseline` (two proportions, normal approximation). */
export function sampleSize({ baseline, lift, alpha, power }: { baseline: number; lift: number; alpha: number; power: number }): number {
  const z = (BY_ALPHA[`p${alpha}`] ?? 1960) + (BY_POWER[`p${power}`] ?? 842)
  const other = baseline + lift
  const spread = BigInt(baseline * (10_000 - baseline) + other * (10_000 - other))
  const [top, bottom] = [BigInt(z * z) * spread, BigInt(lift * lift) * 1_000_000n]
  return Number((top + bottom - 1n) / bottom)
}

/** Chi-square in thousandths of a table of two rows and two columns; 0 when a margin is empty. */
export function chiSquare(a: number, b: number, c: number, d: number): number {
  const margins = BigInt(a + b) * BigInt(c + d) * BigInt(a + c) * BigInt(b + d)
  if (margins === 0n) return 0
  const cross = BigInt(a) * BigInt(d) - BigInt(b) * BigInt(c)
  return Number((1000n * BigInt(a + b + c + d) * cross * cross) / margins)
}

type Counted = Pick<Frozen<Experiment>, 'days' | 'alpha'>

export function totalsOf(e: Counted): { a: number; b: number; aDone: number; bDone: number } {
  return e.days.reduce((sum, d) => ({ a: sum.a + d.a, b: sum.b + d.b, aDone: sum.aDone + d.aDone, bDone: sum.bDone + d.bDone }), {
    a: 0,
    b: 0,
    aDone: 0,
    bDone: 0,
  })
}

/** What the numbers say: significant or not, and whether the split is broken. */
export function readingOf(e: Counted): { chi: number; verdict: string; broken: boolean } {
  const { a, b, aDone, bDone } = totalsOf(e)
  const chi = chiSquare(aDone, a - aDone, bDone, b - bDone)
  const better = bDone * a > aDone * b
  const clear = chi >= (CHI[`p${e.alpha}`] ?? 3841)
  const half = a + b === 0 ? 0 : Number((1000n * BigInt(a - b) * BigInt(a - b)) / BigInt(a + b))
  return { chi, verdict: clear ? (better ? 'better' : 'worse') : 'none', broken: half > SRM }
}

const One = z.strictObject({ id: z.string() })
const Plan = z.strictObject({
  subject: Name,
  metric: z.string().min(1).max(40),
  hypothesis: z.string().min(1).max(200),
  guard: z.string().max(40),
  alpha: z.union([z.literal(1), z.literal(5), z.literal(10)]),
  power: z.union([z.literal(80), z.literal(90)]),
  lift: z.int().min(1).max(5000),
  need: z.int().min(1).max(10_000_000),
})
const Day = z.strictObject({ id: z.string(), a: z.int(), b: z.int(), aDone: z.int(), bDone: z.int() })

/** What a person may do; the counting is done by time. */
const BY_HAND = byHand(EXPERIMENT, ['start', 'stop', 'read'])

function experimentOf(s: Frozen<BiSlice>, id: string): Frozen<Experiment> | undefined {
  return s.experiments.find(e => e.id === id)
}

const counting = (id: string): TimerWish => ({
  after: 86_400,
  by: 'bi.clock',
  type: 'bi.experiment.count',
  data: { id },
  key: `experiment:${id}`,
  known: '实验新增一天数据',
})

/** Experiments with two groups of visitors: what is planned first counts, and who looks too early is warned. */
export const experiments: BiPart = {
  commands: {
    'experiment.design': parts.command({
      zh: '设计实验',
      data: Plan,
      who: 'persona',
      refusals: ['E_NONE', 'E_METRIC', 'E_N'],
      decide: (s, plan, ctx) => {
        const subject = s.subjects.find(x => x.id === plan.subject)
        if (subject === undefined) return no('E_NONE', { id: plan.subject })
        if (!subject.metrics.includes(plan.metric)) return no('E_METRIC', { metrics: subject.metrics.join('、') }, 'metric')
        const least = sampleSize({ ...plan, baseline: subject.baseline })
        if (plan.need < least) return no('E_N', { need: plan.need }, 'need')
        const id = ctx.nextId('X')
        return happened('expDesigned', { ...plan, id }, { reply: id })
      },
    }),
    'experiment.start': parts.command({
      zh: '开始实验',
      data: One,
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { id }) => {
        const e = experimentOf(s, id)
        if (e === undefined) return no('E_NONE', { id })
        if (after(EXPERIMENT, e.state, 'start') === undefined) return wrongState(BY_HAND, e.state)
        return happened('expStarted', { id }, { timers: [counting(id)] })
      },
    }),
    'experiment.count': parts.command({
      zh: '记录实验数据',
      data: One,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { id }, { draws }) => {
        const e = experimentOf(s, id)
        const subject = s.subjects.find(x => x.id === e?.subject)
        if (e === undefined || subject === undefined) return no('E_NONE', { id })
        if (e.state !== 'running') return wrongState(BY_HAND, e.state)
        const day = e.days.length
        // luck belongs to the subject and the day, not to the experiment: who starts a second one meets the same visitors
        const wobble = (about: string, n: number): number => {
          const room = Math.max(1, Math.floor(n / 20))
          return draws.number({ agent: 'bi.clock', purpose: about, about: e.subject }, day, 2 * room + 1) - room
        }
        const { split, rate } = subject.truth.hidden
        const b = Math.max(0, Math.min(subject.daily, Math.floor((subject.daily * split) / 10_000) + wobble('split', subject.daily / 5)))
        const a = subject.daily - b
        const done = (n: number, p: number, who: string): number =>
          Math.max(0, Math.min(n, Math.floor((n * p) / 10_000) + wobble(who, (n * p) / 10_000)))
        const data = { id, a, b, aDone: done(a, subject.baseline, 'a'), bDone: done(b, rate, 'b') }
        return happened('expCounted', data, day + 1 < MOST_DAYS ? { timers: [counting(id)] } : {})
      },
    }),
    'experiment.stop': parts.command({
      zh: '结束实验',
      data: One.extend({ confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'W_PEEK'],
      decide: (s, { id, confirm }) => {
        const e = experimentOf(s, id)
        if (e === undefined) return no('E_NONE', { id })
        if (after(EXPERIMENT, e.state, 'stop') === undefined) return wrongState(BY_HAND, e.state)
        const { a, b } = totalsOf(e)
        const early = Math.min(a, b) < e.need
        if (early && !confirm.includes('W_PEEK')) return no('W_PEEK', { have: Math.min(a, b), need: e.need })
        return happened('expStopped', { id, early }, { cancel: [`experiment:${id}`] })
      },
    }),
    'experiment.read': parts.command({
      zh: '判读实验',
      data: One.extend({ verdict: z.enum(['better', 'worse', 'none', 'void']), confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_SRM'],
      decide: (s, { id, verdict, confirm }) => {
        const e = experimentOf(s, id)
        if (e === undefined) return no('E_NONE', { id })
        if (after(EXPERIMENT, e.state, 'read') === undefined) return wrongState(BY_HAND, e.state)
        const { broken } = readingOf(e)
        if (broken && verdict !== 'void' && !confirm.includes('E_SRM')) return no('E_SRM')
        return happened('expRead', { id, verdict })
      },
    }),
  },
  events: {
    expDesigned: parts.event({
      data: Plan.extend({ id: z.string() }),
      caption: ({ metric, need }, { who }) => `${who}设计实验：以${metric}为主指标，每组 ${need} 人`,
      evolve: (s, plan, { seq }) =>
        void s.experiments.push({ ...plan, state: EXPERIMENT.initial, days: [], early: false, verdict: null, seq }),
    }),
    expStarted: parts.event({
      data: One,
      caption: ({ id }, { who }) => `${who}开始实验 ${id}`,
      evolve: (s, { id }) => step(s, id, 'start'),
    }),
    expCounted: parts.event({
      data: Day,
      caption: ({ id, a, b }) => `实验 ${id} 新增一天数据：对照组 ${a} 人，实验组 ${b} 人`,
      evolve: (s, { id, ...day }) => {
        step(s, id, 'count')
        for (const e of s.experiments) if (e.id === id) e.days.push(day)
      },
    }),
    expStopped: parts.event({
      data: One.extend({ early: z.boolean() }),
      caption: ({ id, early }, { who }) => `${who}${early ? '提前' : ''}结束实验 ${id}`,
      evolve: (s, { id, early }, { seq }) => {
        step(s, id, 'stop')
        for (const e of s.experiments) if (e.id === id) Object.assign(e, { early, seq })
      },
    }),
    expRead: parts.event({
      data: One.extend({ verdict: z.string() }),
      caption: ({ id, verdict }, { who }) =>
        `${who}判读实验 ${id}：${({ better: '实验组更好', worse: '实验组更差', none: '没有显著差异' } as Record<string, string>)[verdict] ?? '数据无效'}`,
      evolve: (s, { id, verdict }, { seq }) => {
        step(s, id, 'read')
        for (const e of s.experiments) if (e.id === id) Object.assign(e, { verdict, seq })
      },
    }),
  },
  refusals: {
    E_METRIC: '主指标应为其中之一：{metrics}。',
    E_N: '每组 {need} 人不足以看出这样的提升，请按公式重新计算样本量。',
    W_PEEK: '每组目前只有 {have} 人，计划为 {need} 人。提前结束容易误判，确认后可以继续。',
    E_SRM: '两组人数明显偏离计划比例，分流可能有问题。请先判为数据无效，或确认已核查后继续。',
  },
}

function step(s: BiSlice, id: string, trigger: string): void {
  for (const e of s.experiments) if (e.id === id) e.state = moved(EXPERIMENT, e.state, trigger)
}
