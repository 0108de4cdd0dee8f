import { carryRows } from '../../core/model/carry-rows.ts'
import { chosenIn, formProgram, jointProgram, wholeBound } from '../../core/model/programs.ts'
import { MILLION } from '../../core/problem/goal.ts'
import { type Tried, type Work, candidateOf, formGaps, isSound } from './work.ts'
import type { Bound } from './outcome.ts'

/** Each form as good as it can be beside those before it. No candidate when one of them finds nothing left. */
export async function formByForm(work: Work): Promise<Tried> {
  const nothing = { candidate: null, bound: null, impossible: false }
  const { parts, desk } = work
  const forms: number[][] = []
  while (forms.length < parts.forms) {
    const remaining = parts.forms - forms.length - 1
    const program = formProgram(parts, carryRows(parts, forms, remaining, parts.stimulusOf))
    const seconds = Math.max(1, (desk.left / (remaining + 1)) * 0.7)
    const solved = await desk.solve(program, 'sequence', { form: forms.length + 1, seconds, ...formGaps(work, 0.1) })
    if (solved.values === null) return nothing
    forms.push([...chosenIn(solved.values, parts.form.items)])
  }
  const candidate = candidateOf(work, forms, 'form-by-form')
  return isSound(work, candidate) ? { ...nothing, candidate } : nothing
}

/** All forms at once, exactly; also says when there are none, and its own bound. */
export async function allAtOnce(work: Work, seconds: number): Promise<Tried> {
  const { parts, desk } = work
  const solved = await desk.solve(jointProgram(parts), 'joint', { seconds, ...formGaps(work, 0.1) })
  const width = parts.form.items + parts.form.stimuli
  const values = solved.values
  const forms = values === null ? null : Array.from({ length: parts.forms }, (_, f) => chosenIn(values, parts.form.items, f * width))
  const candidate = forms === null ? null : candidateOf(work, forms, 'joint-program')
  if (candidate !== null && !isSound(work, candidate)) throw new Error("the solver's forms break a constraint between forms")
  const bound = solved.bound === null || parts.measure.shape === 'none' ? null : solverBound(work, solved.bound)
  return { candidate, bound, impossible: solved.outcome === 'infeasible' }
}

/** What the solver says of a program whose objective is that of the forms themselves. */
export function solverBound({ parts }: Work, bound: number): Bound {
  return { value: wholeBound(parts.measure, bound * MILLION), by: 'solver' }
}
