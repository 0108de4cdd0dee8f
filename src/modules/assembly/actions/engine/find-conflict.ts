import { minimalConflict } from '../../core/check/minimal-conflict.ts'
import { elasticProgram, givingWay } from '../../core/model/elastic.ts'
import { isJointSmall, jointProgram, partsOf, planProgram } from '../../core/model/programs.ts'
import type { Constraint } from '../../core/problem/constraint.ts'
import type { AssemblyProblem } from '../../core/problem/problem.ts'
import { sayConstraint } from '../../core/words/say-constraint.ts'
import { sayConflict } from '../../core/words/say-outcome.ts'
import type { Desk } from './desk.ts'
import type { Impossible } from './outcome.ts'

/** Longest for one question whether some constraints can hold together. */
const SECONDS_A_QUESTION = 10

/**
 * The constraints of an impossible problem that cannot hold together. Those that give way when all may are tried first. The
 * set is called minimal only when for each of its members forms were found that keep the others: of a problem with many forms, too
 * large to be solved at once, only the plan is asked, which proves that there are no forms but not that there are some.
 */
export async function findConflict(desk: Desk, problem: AssemblyProblem): Promise<Impossible> {
  const all = await suspectsFirst(desk, problem)
  const conflict = await minimalConflict(all, some => feasible(desk, { ...problem, constraints: some }))
  const members = conflict?.members ?? all
  const exact = problem.forms === 1 || isJointSmall(partsOf(problem))
  const minimal = exact && conflict?.minimal === true
  const own = { ...problem, constraints: inOrder(problem, members) }
  const constraints = own.constraints.map(each => ({ id: each.id, said: sayConstraint(own, each) }))
  return { kind: 'impossible', constraints, minimal, certificate: sayConflict(constraints.length, minimal), seconds: desk.seconds }
}

async function feasible(desk: Desk, problem: AssemblyProblem): Promise<'yes' | 'no' | 'unknown'> {
  const parts = partsOf({ ...problem, goal: { kind: 'none' } })
  const program = problem.forms > 1 && isJointSmall(parts) ? jointProgram(parts) : planProgram(parts).mip
  const solved = await desk.solve(program, 'conflict', { seconds: SECONDS_A_QUESTION })
  return solved.outcome === 'infeasible' ? 'no' : solved.values === null ? 'unknown' : 'yes'
}

async function suspectsFirst(desk: Desk, problem: AssemblyProblem): Promise<readonly Constraint[]> {
  const plan = planProgram(partsOf({ ...problem, goal: { kind: 'none' } }))
  const elastic = elasticProgram(plan.mip, plan.sources)
  const solved = await desk.solve(elastic.mip, 'conflict', { seconds: SECONDS_A_QUESTION, relaxed: true })
  const places = solved.values === null ? [] : givingWay(elastic.slacks, solved.values)
  const suspects = new Set(places.flatMap(at => problem.constraints[at] ?? []))
  return [...suspects, ...problem.constraints.filter(each => !suspects.has(each))]
}

function inOrder(problem: AssemblyProblem, members: readonly Constraint[]): readonly Constraint[] {
  const chosen = new Set(members.map(each => each.id))
  return problem.constraints.filter(each => chosen.has(each.id))
}
