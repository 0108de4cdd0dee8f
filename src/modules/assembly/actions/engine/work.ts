import { checkAssembly } from '../../core/check/check-assembly.ts'
import { type Objective, gapOf, objectiveOf } from '../../core/check/objective.ts'
import { dualBound } from '../../core/check/dual-bound.ts'
import { arrange } from '../../core/model/arrange.ts'
import { type Parts, type Plan, boundOfForms, planProgram } from '../../core/model/programs.ts'
import { MILLION } from '../../core/problem/goal.ts'
import { spansForms } from '../../core/problem/constraint.ts'
import type { AssemblyProblem } from '../../core/problem/problem.ts'
import type { Desk } from './desk.ts'
import type { Bound, Way } from './outcome.ts'

export type Work = {
  readonly problem: AssemblyProblem
  readonly parts: Parts & { readonly stimulusOf: Int32Array }
  readonly desk: Desk
}
/** Forms by the places of their items in the pool, with the way they were found. */
export type Candidate = { readonly forms: readonly (readonly number[])[]; readonly way: Way; readonly objective: Objective }
/** What one way of finding forms came to; `impossible`: it proved that there are none. */
export type Tried = { readonly candidate: Candidate | null; readonly bound: Bound | null; readonly impossible: boolean }
/** A bound on every set of forms; `impossible`: it is proved that there is none. */
export type Limit = { readonly plan: Plan; readonly impossible: boolean; readonly bound: Bound | null }

/** Proves a bound for all forms together: the relaxed plan, its multipliers put into own arithmetic. */
export async function proveLimit({ parts, desk }: Work): Promise<Limit> {
  const plan = planProgram(parts)
  const solved = await desk.solve(plan.mip, 'bound', { relaxed: true })
  if (solved.outcome === 'infeasible') return { plan, impossible: true, bound: null }
  if (parts.measure.shape === 'none' || solved.multipliers === null) return { plan, impossible: false, bound: null }
  const proved = dualBound(plan.mip, solved.multipliers)
  if (!Number.isFinite(proved)) return { plan, impossible: false, bound: null }
  return { plan, impossible: false, bound: { value: boundOfForms(parts, proved), by: 'own-arithmetic' } }
}

/** The tighter of two bounds. */
export function tighter(parts: Parts, one: Bound | null, other: Bound | null): Bound | null {
  if (one === null || other === null) return one ?? other
  const better = parts.measure.sense === 'max' ? other.value < one.value : other.value > one.value
  return better ? other : one
}

/** Forms that a solver calls right, as a candidate. A form that breaks a constraint of its own means that the solver lied: a bug. */
export function candidateOf({ problem }: Work, forms: readonly (readonly number[])[], way: Way): Candidate {
  for (const chosen of forms) proveForm(problem, chosen)
  return {
    forms,
    way,
    objective: objectiveOf(
      problem,
      forms.map(chosen => chosen.flatMap(at => problem.pool.items[at] ?? [])),
    ),
  }
}

function proveForm(problem: AssemblyProblem, chosen: readonly number[]): void {
  const own = { ...problem, forms: 1, constraints: problem.constraints.filter(each => !spansForms(each)) }
  const verdict = checkAssembly(own, [arrange(problem.pool, problem.constraints, chosen)])
  if (verdict.sound) return
  const broken = verdict.findings.filter(finding => !finding.holds).slice(0, 5)
  throw new Error(`the solver's form breaks its constraints: ${JSON.stringify([broken, verdict.formFaults])}`)
}

/** Does a candidate keep every constraint, also those between forms? */
export function isSound({ problem }: Work, candidate: Candidate): boolean {
  return checkAssembly(problem, arranged(problem, candidate)).sound
}

export function arranged(problem: AssemblyProblem, { forms }: Candidate): readonly (readonly string[])[] {
  return forms.map(chosen => arrange(problem.pool, problem.constraints, chosen))
}

/** Is a candidate within the gap of the bound that was asked for? */
export function isGoodEnough({ desk, parts }: Work, candidate: Candidate, bound: Bound | null): boolean {
  if (parts.measure.shape === 'none') return true
  return bound !== null && gapOf(candidate.objective, candidate.objective.value, bound.value) <= desk.order.gap
}

export function isBetter(candidate: Candidate, than: Candidate | null): boolean {
  if (than === null) return true
  const [one, other] = [candidate.objective.value, than.objective.value]
  return candidate.objective.sense === 'max' ? one > other : one < other
}

/** Gaps for the program of one form: a share of what is asked of the whole, absolute for distances, whose bound is often 0. */
export function formGaps({ parts, desk }: Work, share: number): { readonly relativeGap: number; readonly absoluteGap: number } {
  const gap = desk.order.gap * share
  const { shape, targets } = parts.measure
  const base = Math.max(0, ...targets.map(Math.abs)) / MILLION
  return shape === 'distance' ? { relativeGap: 0, absoluteGap: Math.max(1e-6, gap * base) } : { relativeGap: gap, absoluteGap: 1e-9 }
}
