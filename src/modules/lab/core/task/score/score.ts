import { hundredths, type Hundredths } from '../../../../../kernel/marks.ts'
import type { Mode } from '../../world/state.ts'
import type { Check, Part, Rubric } from '../check-schema.ts'
import { type Value, WrongValue } from '../expression/functions.ts'
import { hintCost, openedHints } from '../hints/hint-cost.ts'
import { marksOfCheck } from './marks-of.ts'
import { fillTemplate } from '../template.ts'
import { type Bench, FULL, type Judgement, RubricFault, judged, valueAt } from './judgement.ts'
import { judgePart } from './kinds.ts'

export type EvidenceStatus = 'full' | 'partial' | 'none' | 'gated' | 'manual' | 'not-asked'

/** What a check came to and why; marks in hundredths. Appeals open the replay at `witness` and `counter`. */
export type CheckEvidence = {
  readonly id: string
  readonly got: Hundredths
  readonly max: Hundredths
  readonly status: EvidenceStatus
  readonly expected: string
  readonly actual: string
  readonly witness: readonly number[]
  readonly counter: readonly number[]
  readonly say: string
  readonly hint: string | null
  readonly claim: string | null
}

export type TaskScore = {
  readonly got: Hundredths
  readonly max: Hundredths
  /** Marks that wait for a person. */
  readonly waiting: Hundredths
  /** What deductions take off, and the most that gates leave of the whole; null where none has closed. */
  readonly off: Hundredths
  readonly cap: Hundredths | null
  readonly checks: readonly CheckEvidence[]
  /** Expressions of the rubric that could not be computed; a released task has none. */
  readonly faults: readonly string[]
}

type Looked = { readonly evidence: CheckEvidence; readonly off: number; readonly cap: number | null; readonly judgement: Judgement | null }
type Found = { readonly lost: boolean; readonly values: Readonly<Record<string, Value>> }

/** Marks in half marks, rounded down, so that a share never brings more than it is. */
function halves(marks: number, share: number): number {
  return Math.floor((marks * 100 * share) / FULL / 50) * 50
}

/**
 * Applies a rubric to the world that was left. Points are summed; a gate that fails caps the task; deductions are taken off, not below 0;
 * an error is counted once (`from`); checks bought out by a rescue bring nothing, and an opened hint takes its part, whatever lap it was in.
 */
export function scoreTask(bench: Bench, rubric: Rubric): TaskScore {
  const found = new Map<string, Found>()
  const faults: string[] = []
  const bought = rescuedIn(bench, rubric)
  const hinted = openedHints(bench.world.events)
  const looked = rubric.checks.map(check => {
    const one = look(withFrom(bench, found), check, bought, faults)
    found.set(check.id, { lost: one.evidence.got < one.evidence.max, values: one.judgement?.values ?? {} })
    return hinted.has(check.id) ? { ...one, evidence: paidFor(one.evidence, bench.world.setup.mode) } : one
  })
  const max = looked.reduce((sum, l) => sum + l.evidence.max, 0)
  const off = looked.reduce((sum, l) => sum + l.off, 0)
  const caps = looked.flatMap(l => (l.cap === null ? [] : [Math.floor((max * l.cap) / 100 / 50) * 50]))
  const cap = caps.length === 0 ? null : hundredths(Math.min(...caps))
  const waiting = looked.reduce((sum, l) => sum + (l.evidence.status === 'manual' ? l.evidence.max : 0), 0)
  const checks = looked.map(l => l.evidence)
  const left = leftOf({ off: hundredths(off), cap }, checks)
  return { got: left, max: hundredths(max), waiting: hundredths(waiting), off: hundredths(off), cap, checks, faults }
}

/** What deductions and gates leave of the marks of some checks, never below 0. */
export function leftOf({ off, cap }: Pick<TaskScore, 'off' | 'cap'>, checks: readonly Pick<CheckEvidence, 'got'>[]): Hundredths {
  const sum = checks.reduce((total, check) => total + check.got, 0)
  return hundredths(Math.max(0, Math.min(sum - off, cap ?? Number.MAX_SAFE_INTEGER)))
}

/** A check whose hint was opened: its price is taken off what it brought, never more than that. */
function paidFor(evidence: CheckEvidence, mode: Mode): CheckEvidence {
  const cost = Math.min(hintCost(mode, evidence.max) ?? 0, evidence.got)
  if (cost === 0) return evidence
  const got = hundredths(evidence.got - cost)
  return { ...evidence, got, status: got === 0 ? 'none' : 'partial', hint: `已打开提示，扣 ${cost / 100} 分。${evidence.hint ?? ''}` }
}

/** The checks that were bought out, looked up in the whole history: a reset does not give them back. */
function rescuedIn(bench: Bench, { rescues }: Rubric): ReadonlySet<string> {
  const taken = new Set(bench.world.events.flatMap(e => (e.type === 'desk.rescued' ? [(e.data as { id: string }).id] : [])))
  return new Set(rescues.filter(r => taken.has(r.id)).flatMap(r => r.costs))
}

/** Gives the rubric `from('check', 'field')`: what was found there, if that check lost marks. */
function withFrom(bench: Bench, found: ReadonlyMap<string, Found>): Bench {
  const from = ([id, field]: readonly Value[]): Value => {
    const earlier = found.get(String(id))
    if (earlier === undefined) throw new WrongValue(`前面没有检查项“${String(id)}”`)
    const value = earlier.values[field === undefined ? 'value' : String(field)]
    if (!earlier.lost || value === undefined) throw new WrongValue('前面没有错误')
    return value
  }
  return { ...bench, around: { ...bench.around, own: { from } } }
}

function look(bench: Bench, check: Check, bought: ReadonlySet<string>, faults: string[]): Looked {
  const max = marksOfCheck(check)
  const blank = { id: check.id, max: hundredths(max * 100), say: fillTemplate(check.say, bench.around), claim: check.claim ?? null }
  const none = { got: hundredths(0), expected: '', actual: '', witness: [], counter: [], hint: null }
  try {
    if (check.when !== undefined && !holdsWhen(bench, check.when)) {
      return { evidence: { ...blank, ...none, max: hundredths(0), status: 'not-asked' }, off: 0, cap: null, judgement: null }
    }
    const marked = check.group === undefined ? single(bench, check, max) : grouped(bench, check)
    const { judgement } = marked
    if (bought.has(check.id)) {
      return { evidence: { ...blank, ...none, status: 'none', hint: '已使用补救，本项不得分。' }, off: 0, cap: null, judgement }
    }
    return weighed(bench, check, { blank, ...marked })
  } catch (error) {
    if (!(error instanceof RubricFault)) throw error
    faults.push(`${check.id}：${error.message}`)
    return { evidence: { ...blank, ...none, status: 'none', hint: '评分规则有误，本项待人工复核。' }, off: 0, cap: null, judgement: null }
  }
}

function holdsWhen(bench: Bench, when: string): boolean {
  const value = valueAt(bench, when)
  if (typeof value !== 'boolean') throw new RubricFault(`${when}：应为是否`)
  return value
}

type Marked = { readonly judgement: Judgement; readonly marks: number; readonly say?: string | null }

function single(bench: Bench, spec: Part, max: number): Marked {
  const judgement = judgePart(bench, spec)
  return { judgement, marks: marksFor(spec, judgement.share, max) }
}

/** Steps of a share where they are given, otherwise the share itself. In hundredths. */
function marksFor(spec: Part, share: number, max: number): number {
  if (share === FULL) return max * 100
  const step = (spec.partial ?? []).toSorted((a, b) => b.from - a.from).find(s => share * 100 >= s.from * FULL)
  return spec.partial === undefined ? halves(max, share) : Math.min((step?.pts ?? 0) * 100, max * 100)
}

function grouped(bench: Bench, check: Check): Marked {
  const max = marksOfCheck(check)
  const asked = (check.of ?? []).filter(p => p.when === undefined || holdsWhen(bench, p.when))
  const parts = asked.map(p => ({ ...single(bench, p, p.pts ?? max), say: p.say ?? null }))
  if (check.group === 'best') {
    const best = parts.toSorted((a, b) => b.marks - a.marks)[0]
    return best ?? { judgement: judged(0, { actual: '没有可用的方案' }), marks: 0 }
  }
  const whole = parts.length > 0 && parts.every(p => p.judgement.share === FULL)
  const all = parts.map(p => p.judgement)
  const judgement = judged(whole ? FULL : 0, {
    expected: all.map(j => j.expected).join('；'),
    actual: all.map(j => j.actual).join('；'),
    witness: all.flatMap(j => j.witness),
    counter: all.flatMap(j => j.counter),
    values: Object.assign({}, ...all.map(j => j.values)) as Readonly<Record<string, Value>>,
    wrong: all.flatMap(j => j.wrong),
    times: all.filter(j => j.share < FULL).length,
  })
  return { judgement, marks: whole ? max * 100 : 0 }
}

type Blank = Pick<CheckEvidence, 'id' | 'max' | 'say' | 'claim'>

function weighed(bench: Bench, check: Check, { blank, judgement, marks, say = null }: { blank: Blank } & Marked): Looked {
  const { expected, actual, witness, counter } = judgement
  const seen = { ...blank, expected, actual, witness, counter }
  if (judgement.manual) return { evidence: { ...seen, got: hundredths(0), status: 'manual', hint: null }, off: 0, cap: null, judgement }
  const met = judgement.share === FULL
  const hint = met ? (judgement.carried ? '与前面的结果一致，连带错误不重复扣分。' : null) : hintOf(bench, check, judgement)
  if (check.gate !== undefined) {
    return {
      evidence: { ...seen, got: hundredths(0), status: met ? 'full' : 'gated', hint },
      off: 0,
      cap: met ? null : check.gate.cap,
      judgement,
    }
  }
  if (check.deduct !== undefined) {
    const times = met ? 0 : Math.max(1, judgement.times)
    const off = Math.min(times * check.deduct.each, check.deduct.max) * 100
    return {
      evidence: { ...seen, got: hundredths(0), status: met ? 'full' : 'none', hint: met ? null : `扣 ${off / 100} 分。${hint ?? ''}` },
      off,
      cap: null,
      judgement,
    }
  }
  const status = marks >= blank.max ? 'full' : marks > 0 ? 'partial' : 'none'
  // of several solutions the one that counted may say why it is not worth all
  const why = status === 'full' ? hint : (hint ?? say)
  return { evidence: { ...seen, got: hundredths(marks), status, hint: why }, off: 0, cap: null, judgement }
}

/** The writer's hint for the first wrong field, or that of the step that was reached. */
function hintOf(bench: Bench, check: Check, judgement: Judgement): string | null {
  const field = judgement.wrong.find(name => check.hints[name] !== undefined) ?? (check.hints['any'] === undefined ? undefined : 'any')
  const step = (check.partial ?? []).toSorted((a, b) => b.from - a.from).find(s => judgement.share * 100 >= s.from * FULL)
  const text = (field === undefined ? undefined : check.hints[field]) ?? step?.say
  return text === undefined ? null : fillTemplate(text, bench.around, judgement.values)
}

/** Marks by claim of the standard: what was earned and what could be. */
export function byClaim(checks: readonly CheckEvidence[]): Readonly<Record<string, { readonly got: number; readonly max: number }>> {
  const sums: Record<string, { got: number; max: number }> = {}
  for (const { claim, got, max } of checks) {
    if (claim === null) continue
    const before = sums[claim] ?? { got: 0, max: 0 }
    sums[claim] = { got: before.got + got, max: before.max + max }
  }
  return sums
}
