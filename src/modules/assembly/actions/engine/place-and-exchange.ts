import { diceOf } from '../../../../kernel/dice.ts'
import { Exchange } from '../../core/model/exchange/exchange.ts'
import { usesOf } from '../../core/model/carry-rows.ts'
import { placeProgram } from '../../core/model/place-program.ts'
import { chosenIn, planProgram, planUses } from '../../core/model/programs.ts'
import { type Candidate, type Work, candidateOf, isSound } from './work.ts'

/** How far below the bound on shared items the plan stays, and whether forms may leave the plan; tried in this order. */
const TRIES = [
  { share: 1, strict: true },
  { share: 0.9, strict: true },
  { share: 0.9, strict: false },
  { share: 0.7, strict: true },
  { share: 0.5, strict: false },
] as const
const MOVES_PER_ITEM = 150
const MOST_MOVES = 1_500_000
/** Moves between two looks at the clock, about 10 ms. */
const SLICE = 3_000

/**
 * Plans in how many forms each item stands, places the plan form by form, and lets the forms exchange items until no two share
 * too much and all are worth the same. Null when no try ends in forms that keep all constraints.
 */
export async function placeAndExchange(work: Work): Promise<Candidate | null> {
  for (const [n, { share, strict }] of TRIES.entries()) {
    if (work.desk.left === 0) return null
    const uses = await planned(work, share)
    if (uses === 'impossible') continue
    if (uses === null) return null
    const placed = await place(work, uses, { strict, seed: `${work.desk.order.seed} ${n}` })
    if (placed === null) continue
    const forms = await exchanged(work, placed, `${work.desk.order.seed} ${n}`)
    const candidate = candidateOf(work, forms, 'plan-and-exchange')
    if (isSound(work, candidate)) return candidate
  }
  return null
}

type Uses = { readonly items: Int32Array; readonly stimuli: Int32Array }

async function planned({ parts, desk }: Work, share: number): Promise<Uses | 'impossible' | null> {
  const { overlap } = parts.across
  const across = overlap === null ? parts.across : { ...parts.across, overlap: { ...overlap, most: overlap.most * share } }
  const tight = { ...parts, across }
  const { mip, shape } = planProgram(tight)
  const { targets, shape: goal } = parts.measure
  const absoluteGap = goal === 'distance' ? (Math.max(...targets.map(Math.abs)) * parts.forms * desk.order.gap) / 10_000_000 : 1e-9
  const solved = await desk.solve(mip, 'plan', { seconds: Math.max(1, desk.left * 0.4), relativeGap: desk.order.gap / 10, absoluteGap })
  if (solved.outcome === 'infeasible') return 'impossible'
  return solved.values === null ? null : planUses(tight, shape, solved.values)
}

/** The forms of a plan one after another; null when one of them cannot be placed. */
async function place({ parts, desk }: Work, uses: Uses, { strict, seed }: { strict: boolean; seed: string }): Promise<number[][] | null> {
  const dice = diceOf(`place ${seed}`)
  const [items, stimuli] = [Int32Array.from(uses.items), Int32Array.from(uses.stimuli)]
  const forms: number[][] = []
  while (forms.length < parts.forms) {
    const remainder = { items, stimuli, forms: parts.forms - forms.length }
    const order = { form: forms.length + 1, seconds: Math.max(1, (desk.left / remainder.forms) * 0.5), relativeGap: 0.05, absoluteGap: 0.1 }
    const solved = await desk.solve(placeProgram(parts, remainder, { dice, strict }), 'place', order)
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
  const exchange = new Exchange(parts, parts.stimulusOf, forms, aim, diceOf(`exchange ${seed}`))
  if (exchange.excess === 0 && worths.length === 0) return forms
  const moves = Math.min(MOST_MOVES, forms.flat().length * MOVES_PER_ITEM)
  for (let done = 0; done < moves && desk.left > 0; done += SLICE) {
    exchange.run(SLICE, done / moves, (done + SLICE) / moves)
    await desk.pause()
  }
  desk.tell('exchange', null)
  return exchange.forms
}
