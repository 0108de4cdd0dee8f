import { canonical } from '../../world/canonical.ts'
import type { Engine } from '../../world/engine.ts'
import { commandId } from '../../world/ids.ts'
import { worldView } from '../../world/view.ts'
import { submit } from '../../world/world.ts'
import type { ScenarioDocument, TaskDocument } from '../document-schema.ts'
import type { Validators } from '../score/judgement.ts'
import { goOn, mistaken, rehearse, scoreOf } from './rehearse.ts'
import { type Variant, VariantFault, variantOf } from '../variant.ts'

/** The most a solution may bring in another candidate's world, in percent. */
const FOREIGN = 20

export type Gate = 'reference' | 'empty' | 'reset' | 'mistake' | 'hidden' | 'steps' | 'foreign' | 'variant'
/** What went wrong with one variant; `mistake` is the name of the listed mistake that did not earn what is stated. */
export type GateFault = { readonly gate: Gate; readonly seed: string; readonly zh: string; readonly mistake?: string }
export type GatesReport = {
  readonly task: string
  readonly seeds: number
  readonly faults: readonly GateFault[]
  readonly steps: number
  /** The most that a solution brought in another's world, in percent of the marks. */
  readonly foreign: number
}

export type Written = {
  readonly engine: Engine
  readonly task: TaskDocument
  readonly scenario: ScenarioDocument
  readonly validators: Validators
}

/**
 * Tries a task over many variants: its own solution earns everything, also after a reset; doing nothing earns nothing; every listed mistake
 * earns what is stated; what is secret is in no view; the number of steps stays the same; one candidate's solution is of little use to another.
 * A task with a fault is not released. `watch` is told how many variants are done.
 */
export function runGates(written: Written, seeds: readonly string[], watch: (done: number) => void = () => {}): GatesReport {
  const { engine, task, scenario } = written
  const faults: GateFault[] = []
  const counts = new Set<number>()
  let foreign = 0
  const variants: Variant[] = []
  for (const [i, seed] of seeds.entries()) {
    watch(i)
    try {
      const variant = variantOf({ task, scenario, seed, mode: 'final', sha256: engine.sha256, hashes: [] })
      faults.push(...gatesOf(written, variant, seed, counts))
      variants.push(variant)
    } catch (error) {
      if (!(error instanceof VariantFault)) throw error
      faults.push({ gate: 'variant', seed, zh: error.message })
    }
  }
  for (const [i, own] of variants.entries()) {
    const other = variants[(i + 1) % variants.length] ?? own
    if (other === own || canonical(other.params) === canonical(own.params)) continue
    const percent = foreignPercent(written, own, other)
    foreign = Math.max(foreign, percent)
    if (percent > FOREIGN)
      faults.push({ gate: 'foreign', seed: own.setup.seed, zh: `把 ${other.setup.seed} 的解答用在这里得 ${percent}%，上限 ${FOREIGN}%` })
  }
  if (counts.size > 1) faults.push({ gate: 'steps', seed: '', zh: `各变体的步数不同：${[...counts].sort((a, b) => a - b).join('、')}` })
  return { task: task.task, seeds: seeds.length, faults, steps: [...counts][0] ?? 0, foreign }
}

function gatesOf(written: Written, variant: Variant, seed: string, counts: Set<number>): GateFault[] {
  const { engine, task } = written
  const score = (world: Parameters<typeof scoreOf>[2]) => scoreOf(written, variant, world)
  const fault = (gate: Gate, zh: string): GateFault => ({ gate, seed, zh })
  const own = rehearse(engine, variant, task.reference)
  counts.add(own.steps)
  const full = score(own.world)
  const refused = own.replies.find(reply => !reply.ok)
  const empty = score(rehearse(engine, variant, []).world)
  return [
    ...full.faults.map(zh => fault('reference', `评分规则：${zh}`)),
    ...(full.got + full.waiting === full.max
      ? []
      : [fault('reference', `参考解得 ${full.got / 100} 分，满分 ${full.max / 100}：${lostIn(full)}`)]),
    ...(refused === undefined || refused.ok ? [] : [fault('reference', `参考解被拒绝：${refused.refusal.zh}`)]),
    ...(empty.got === 0 ? [] : [fault('empty', `空卷得 ${empty.got / 100} 分`)]),
    ...resetFaults(written, variant, full.got).map(zh => fault('reset', zh)),
    ...task.mistakes.flatMap(mistake =>
      mistakeFault(written, variant, mistake).map(zh => ({ ...fault('mistake', zh), mistake: mistake.name })),
    ),
    ...secretsShown(written, variant).map(zh => fault('hidden', zh)),
  ]
}

function lostIn(score: ReturnType<typeof scoreOf>): string {
  return score.checks
    .filter(c => c.status !== 'full' && c.status !== 'not-asked' && c.status !== 'manual')
    .map(c => `${c.id}（应为 ${c.expected}，得到 ${c.actual}）`)
    .join('；')
}

/** Half of the solution, a reset, and the whole solution: the world must not remember the first try. */
function resetFaults(written: Written, variant: Variant, full: number): string[] {
  const { engine, task } = written
  const half = rehearse(engine, variant, task.reference.slice(0, Math.ceil(task.reference.length / 2)))
  const command = { id: commandId('reset'), type: 'desk.task.reset', data: {}, expectedSeq: half.world.state.seq }
  const { world, reply } = submit(engine, half.world, command)
  if (!reply.ok) return [`不能重置：${reply.refusal.zh}`]
  const again = goOn(engine, { ...half, world }, task.reference, variant.params)
  const { got } = scoreOf(written, variant, again.world)
  return got === full ? [] : [`重置后参考解得 ${got / 100} 分，未重置得 ${full / 100} 分`]
}

function mistakeFault(written: Written, variant: Variant, mistake: TaskDocument['mistakes'][number]): string[] {
  const { engine, task } = written
  const { world } = mistaken(task, mistake, variant, engine)
  const { got } = scoreOf(written, variant, world)
  const stated = String(mistake.score)
  const marks = Number(stated.replace(/^[<>]=/, '')) * 100
  const met = stated.startsWith('<=') ? got <= marks : stated.startsWith('>=') ? got >= marks : got === marks
  return met ? [] : [`典型错误“${mistake.name}”得 ${got / 100} 分，应为 ${stated}`]
}

/** Secret parameters must not stand in what the candidate sees at the beginning, in the world or in the brief. */
function secretsShown({ engine, task }: Written, variant: Variant): string[] {
  const { world } = rehearse(engine, variant, [])
  const seen = `${canonical(worldView(engine, variant.setup, world.state))}\n${variant.brief}`
  return Object.entries(task.params).flatMap(([name, param]) => {
    const value = variant.params[name]
    const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
    return param.secret && text.length >= 2 && new RegExp(`(^|\\D)${text.replace(/[^\w\u4e00-\u9fff]/g, '\\$&')}($|\\D)`).test(seen)
      ? [`$${name} 的值“${text}”在考生一开始的界面中`]
      : []
  })
}

function foreignPercent(written: Written, own: Variant, other: Variant): number {
  const { world } = rehearse(written.engine, own, written.task.reference, other.params)
  const { got, max } = scoreOf(written, own, world)
  return Math.floor((got * 100) / max)
}
