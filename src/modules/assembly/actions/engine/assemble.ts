import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Solver } from '../../../../platform/solver/solver.ts'
import { checkAssembly } from '../../core/check/check-assembly.ts'
import { gapOf } from '../../core/check/objective.ts'
import { chosenIn, formProgram, isJointSmall, partsOf } from '../../core/model/programs.ts'
import { type AssemblyProblem, problemFaults } from '../../core/problem/problem.ts'
import { NOT_FOUND, sayCertificate, sayConflict } from '../../core/words/say-outcome.ts'
import { type AssemblyOrder, Desk, SolverGone } from './desk.ts'
import { findConflict } from './find-conflict.ts'
import { allAtOnce, formByForm, solverBound } from './form-by-form.ts'
import { improve } from './improve.ts'
import type { Assembled, AssemblyOutcome, Bound } from './outcome.ts'
import { placeAndExchange } from './place-and-exchange.ts'
import {
  type Candidate,
  type Limit,
  type Tried,
  type Work,
  arranged,
  candidateOf,
  formGaps,
  isBetter,
  isGoodEnough,
  proveLimit,
  tighter,
} from './work.ts'

/**
 * Assembles the forms of a problem, or proves that there are none, and says what is proved. Everything a solver returns is
 * checked anew; a solver that lies is a bug and throws. Refusals: `assembly-problem-faulty` with a field for each fault,
 * `solver-cancelled`, `solver-failed`.
 */
export async function assembleByProof(problem: AssemblyProblem, solver: Solver, order: AssemblyOrder): Promise<Result<AssemblyOutcome>> {
  const faults = problemFaults(problem)
  if (faults.length > 0) {
    const fields = faults.slice(0, 100).map(({ constraintId, zh, en }) => ({ path: constraintId, zh, en }))
    return refuse('assembly-problem-faulty', { count: faults.length }, fields)
  }
  const desk = new Desk(solver, order, problem.forms)
  try {
    return ok(await assembled({ problem, parts: partsOf(problem), desk }))
  } catch (error) {
    if (error instanceof SolverGone) return { ok: false, refusal: error.refusal }
    throw error
  }
}

async function assembled(work: Work): Promise<AssemblyOutcome> {
  const limit = await proveLimit(work)
  if (limit.impossible) return impossible(work)
  const found = work.problem.forms === 1 ? await oneForm(work, limit) : await manyForms(work, limit)
  if (found === 'impossible') return impossible(work)
  if (found.candidate === null) return { kind: 'not-found', certificate: NOT_FOUND, seconds: work.desk.seconds }
  return certified(work, found.candidate, found.bound, found.exact)
}

function impossible(work: Work): AssemblyOutcome | Promise<AssemblyOutcome> {
  const { desk, problem } = work
  if (desk.order.explain !== false) return findConflict(conflictDesk(work), problem)
  return {
    kind: 'impossible',
    constraints: [],
    minimal: false,
    certificate: sayConflict(problem.constraints.length, false),
    seconds: desk.seconds,
  }
}

/** Explaining may take as long again as the assembly was allowed, from where it stands. */
function conflictDesk({ desk, problem }: Work): Desk {
  return desk.again(problem.forms)
}

type Found = { readonly candidate: Candidate | null; readonly bound: Bound | null; readonly exact: boolean }

async function oneForm(work: Work, limit: Limit): Promise<Found | 'impossible'> {
  const { parts, desk } = work
  const solved = await desk.solve(formProgram(parts, parts.across.rows), 'sequence', { form: 1, ...formGaps(work, 0.3) })
  if (solved.outcome === 'infeasible') return 'impossible'
  const none = parts.measure.shape === 'none' || solved.bound === null
  const bound = tighter(parts, limit.bound, none ? null : solverBound(work, solved.bound))
  if (solved.values === null) return { candidate: null, bound, exact: true }
  return { candidate: candidateOf(work, [chosenIn(solved.values, parts.form.items)], 'one-program'), bound, exact: true }
}

async function manyForms(work: Work, limit: Limit): Promise<Found | 'impossible'> {
  const { parts, desk } = work
  let { bound } = limit
  let best: Candidate | null = null
  const keep = (tried: Tried): boolean => {
    bound = tighter(parts, bound, tried.bound)
    if (tried.candidate !== null && isBetter(tried.candidate, best)) best = tried.candidate
    return best !== null && isGoodEnough(work, best, bound)
  }
  const done = (exact: boolean): Found => ({ candidate: best, bound, exact })
  for (const way of waysFor(work)) {
    if (best !== null && desk.left < desk.order.seconds * 0.2) break
    const tried = await way(work)
    if (tried.impossible) return 'impossible'
    if (keep(tried)) return done(way === jointly)
    if (tried.candidate !== null && tried.candidate === best) keep({ ...tried, candidate: await improve(work, tried.candidate, { bound }) })
    if (best !== null && isGoodEnough(work, best, bound)) return done(false)
  }
  if (best !== null || desk.left < 1) return done(false)
  const last = await allAtOnce(work, desk.left)
  if (last.impossible) return 'impossible'
  keep(last)
  return done(true)
}

/** Small problems at once; curves are met best form by form, totals and maximins by a plan. */
function waysFor({ parts }: Work): readonly ((work: Work) => Promise<Tried>)[] {
  const { shape } = parts.measure
  const ways =
    shape === 'none' || (shape === 'distance' && parts.form.stimuli === 0) ? [formByForm, placeAndExchange] : [placeAndExchange, formByForm]
  return isJointSmall(parts) ? [jointly, ...ways] : ways
}

function jointly(work: Work): Promise<Tried> {
  return allAtOnce(work, work.desk.left / 4)
}

function certified({ problem, desk }: Work, candidate: Candidate, bound: Bound | null, exact: boolean): Assembled {
  const forms = arranged(problem, candidate)
  const verdict = checkAssembly(problem, forms)
  if (!verdict.sound)
    throw new Error(
      `assembled forms break their constraints: ${JSON.stringify(verdict.findings.filter(finding => !finding.holds).slice(0, 5))}`,
    )
  const { objective } = verdict
  const gap = objective.shape === 'none' || bound === null ? null : gapOf(objective, objective.value, bound.value)
  if (bound !== null && passes(objective.sense, objective.value, bound.value))
    throw new Error(`the objective ${objective.value} is better than the bound ${bound.value} that was proved`)
  const proved = { forms: problem.forms, objective, bound, gap, exact }
  return { kind: 'assembled', way: candidate.way, forms, verdict, bound, gap, certificate: sayCertificate(proved), seconds: desk.seconds }
}

/** Beyond what rounding explains. */
function passes(sense: 'max' | 'min', value: number, bound: number): boolean {
  const slack = 10 + Math.abs(bound) * 1e-6
  return sense === 'max' ? value > bound + slack : value < bound - slack
}
