import { diceOf } from '../../../../kernel/dice.ts'
import { Exchange } from '../exchange/exchange.ts'
import { carryRows, usesOf } from '../../core/model/carry-rows.ts'
import { placeProgram } from '../../core/model/place-program.ts'
import { boundOfForms, chosenIn, planProgram, planUses } from '../../core/model/programs.ts'
import type { Bound } from './outcome.ts'
import { type Tried, type Work, candidateOf, isSound } from './work.ts'

/**
 * How far below the bound on shared items the plan stays, and how strictly it is placed: `strict` takes planned items only and
 * leaves shared items to the exchange; otherwise others may stand in, and no form shares too much from the start.
 */
const TRIES = [
  { share: 1, strict: true },
  { share: 1, strict: false },
  { share: 0.85, strict: true },
  { share: 0.7, strict: false },
] as const
const MOVES_PER_ITEM = 150
const MOST_MOVES = 1_500_000
/** Moves between two looks at the clock, about 10 ms. */
const SLICE = 3_000

/**
 * Plans in how many forms each item stands, places the plan form by form, and lets the forms exchange items until no two share
 * too much and all are worth the same. No candidate when no try ends in forms that keep all constraints; the plan of the first try
 * bounds every set of forms, and when there is no plan there are no forms.
 */
export async function placeAndExchange(work: Work): Promise<Tried> {
  let bound: Bound | null = null
  const plans = new Map<number, Awaited<ReturnType<typeof planned>>>()
  for (const [n, { share, strict }] of TRIES.entries()) {
    if (work.desk.left === 0) break
    const plan = plans.get(share) ?? (await planned(work, share))
    plans.set(share, plan)
    if (share === 1) bound = plan.bound
    if (share === 1 && plan.impossible) return { candidate: null, bound, impossible: true }
    if (plan.uses === null) continue
    const placed = await place(work, plan.uses, { strict, seed: `${work.desk.order.seed} ${n}` })
    if (placed === null) continue
    const forms = await exchanged(work, placed, `${work.desk.order.seed} ${n}`)
    const candidate = candidateOf(work, forms, 'plan-and-exchange')
    if (isSound(work, candidate)) return { candidate, bound, impossible: false }
  }
  return { candidate: null, bound, impossible: false }
}

type Uses = { readonly items: Int32Array; readonly stimuli: Int32Array }

type Planned = { readonly uses: Uses | null; readonly bound: Bound | null; readonly impossible: boolean }

async function planned({ parts, desk }: Work, share: number): Promise<Planned> {
  const { overlap } = parts.across
  const across = overlap === null ? parts.across : { ...parts.across, overlap: { ...overlap, most: overlap.most * share } }
  const tight = { ...parts, across }
  const { mip, shape } = planProgram(tight)
  const { targets, shape: goal } = parts.measure
  const absoluteGap = goal === 'distance' ? (Math.max(...targets.map(Math.abs)) * parts.forms * desk.order.gap) / 10_000_000 : 1e-9
  const solved = await desk.solve(mip, 'plan', { seconds: Math.max(1, desk.left * 0.3), relativeGap: desk.order.gap / 10, absoluteGap })
  const uses = solved.values === null ? null : planUses(tight, shape, solved.values)
  const bound = solved.bound === null || goal === 'none' ? null : ({ value: boundOfForms(parts, solved.bound), by: 'solver' } as const)
  return { uses, bound, impossible: solved.outcome === 'infeasible' }
}

/** The forms of a plan one after another; null when one of them cannot be placed. */
async function place({ parts, desk }: Work, uses: Uses, { strict, seed }: { strict: boolean; seed: string }): Promise<number[][] | null> {
  const dice = diceOf(`place ${seed}`)
  const [items, stimuli] = [Int32Array.from(uses.items), Int32Array.from(uses.stimuli)]
  const forms: number[][] = []
  while (forms.length < parts.forms) {
    const remainder = { items, stimuli, forms: parts.forms - forms.length }
    const further = strict ? [] : carryRows(parts, forms, remainder.forms - 1, parts.stimulusOf)
    const order = { form: forms.length + 1, seconds: Math.max(1, (desk.left / remainder.forms) * 0.5), relativeGap: 0.05, absoluteGap: 0.1 }
    const solved = await desk.solve(placeProgram(parts, remainder, { dice, strict, further }), 'place', order)
    if (solved.values === null) return null
    const chosen = [...chosenIn(solved.values, parts.form.items)]
    const used = usesOf(items.length, stimuli.length, [chosen], parts.stimulusOf)
    for (let item = 0; item < items.length; item++) items[item] = Math.max(0, (items[item] ?? 0) - (used[item] ?? 0))
    for (let at = 0; at < stimuli.length; at++) stimuli[at] = Math.max(0, (stimuli[at] ?? 0) - (used[items.length + at] ?? 0))
    forms.push(chosen)
  }
  return forms
}

async function exchanged(
  { parts, desk }: Work,
  forms: readonly (readonly number[])[],
  seed: string,
): Promise<readonly (readonly number[])[]> {
  const { worths, shape, targets } = parts.measure
  const mean = worths.map(term => forms.flat().reduce((sum, item) => sum + (term[item] ?? 0), 0) / forms.length)
  const aim = { overlap: parts.across.overlap?.most ?? Infinity, targets: shape === 'distance' ? targets : mean }
  const exchange = new Exchange(parts, forms, aim, diceOf(`exchange ${seed}`))
  if (exchange.excess === 0 && worths.length === 0) return forms
  const moves = Math.min(MOST_MOVES, forms.flat().length * MOVES_PER_ITEM)
  for (let done = 0; done < moves && desk.left > 0; done += SLICE) {
    exchange.run(SLICE, done / moves, (done + SLICE) / moves)
    await desk.pause()
  }
  desk.tell('exchange', null)
  return exchange.forms
}
