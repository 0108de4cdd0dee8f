import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { SOLVER_NAME } from '../../../../platform/solver/solver-name.ts'
import { type Solver, openSolver } from '../../../../platform/solver/solver.ts'
import { record } from '../../../audit/index.ts'
import { liesIn } from '../../../item-bank/contract.ts'
import { checkAssembly } from '../../core/check/check-assembly.ts'
import type { FormPlace } from '../../core/form/form.ts'
import { type EngineOutcome, type RunEnd, runEnd } from '../../core/run/run-end.ts'
import { failureOf, PROCESS_ENDED } from '../../core/run/run-failure.ts'
import { insertProposal } from '../../store/runs/proposals.ts'
import { type KeptRun, beginRun, endRun, findRun } from '../../store/runs/runs.ts'
import { assembleByProof } from '../engine/assemble.ts'
import type { AssemblyOutcome } from '../engine/outcome.ts'
import { Beat } from './beat.ts'
import { type RunProblem, digestOf, problemOfRun } from './problem-of-run.ts'

/** The job that assembles the forms of a run; its payload is `{ runId }`. */
export const RUN_TASK = 'run-assembly'

export type RunOrder = {
  readonly runId: string
  /** Given when the process ends: the run breaks off and says so. */
  readonly stopping?: AbortSignal | undefined
  /** A solver of the run's own, which may be at work for minutes. */
  readonly open?: () => Solver
}

/**
 * Assembles the forms of a queued run. Facts are read in one transaction, the solver works outside of any, what it finds is checked
 * anew and kept in another. Nothing happens to a run that is not queued any more.
 */
export async function runAssembly(ctx: Ctx, { runId, stopping, open = openSolver }: RunOrder): Promise<void> {
  const { database, clock } = ctx.ports
  const begun = await database.transact(async tx => ((await beginRun(tx, runId, clock.now())) ? findRun(tx, runId) : undefined))
  if (begun === undefined) return
  const solver = open()
  const beat = new Beat(ctx, begun, stopping)
  try {
    const end = await outcomeOf(ctx, begun, { solver, beat })
    beat.stop()
    await database.transact(tx => keepEnd(tx, ctx, begun, { ...end, progress: beat.progress }))
  } catch (error) {
    beat.stop()
    const failure = failureOf({ code: 'solver-failed', facts: { why: '内部错误 / internal fault' } })
    await database.transact(tx => keepEnd(tx, ctx, begun, { ...plainEnd('failed'), failure, progress: beat.progress }))
    throw error
  } finally {
    await solver.close()
  }
}

type Ended = RunEnd & { readonly forms?: readonly (readonly FormPlace[])[] }
type Tools = { readonly solver: Solver; readonly beat: Beat }

async function outcomeOf(ctx: Ctx, run: KeptRun, tools: Tools): Promise<Ended> {
  const { database, clock } = ctx.ports
  const loaded = await database.transact(tx => problemOfRun(tx, run, clock.now()))
  if (!loaded.ok) return { ...plainEnd('failed'), failure: failureOf(loaded.refusal) }
  const found = await solved(run, loaded.value, tools)
  if (tools.beat.why === 'cancelled') return plainEnd('cancelled')
  if (tools.beat.why === 'stopping') return { ...plainEnd('failed'), failure: PROCESS_ENDED }
  if (!found.ok) return { ...plainEnd('failed'), failure: failureOf(found.refusal) }
  return endOf(run, loaded.value, found.value)
}

function solved(run: KeptRun, { problem }: RunProblem, { solver, beat }: Tools): Promise<Result<AssemblyOutcome>> {
  if (problem.pool.items.length === 0) return Promise.resolve(refuse('bank-empty'))
  const { seconds, gap } = run.body.solver
  return assembleByProof(problem, solver, {
    seconds,
    gap: gap / 10_000,
    seed: run.seed,
    signal: beat.signal,
    onProgress: progress => beat.tell(progress, problem.goal),
  })
}

function endOf(run: KeptRun, loaded: RunProblem, outcome: AssemblyOutcome): Ended {
  const { problem } = loaded
  const facts = {
    goal: run.body.goal.kind,
    problemDigest: digestOf(problem),
    items: problem.pool.items.length,
    constraints: problem.constraints.length,
    forms: run.forms,
    solver: SOLVER_NAME,
    seed: run.seed,
    askedGap: run.body.solver.gap / 10_000,
  }
  const end = runEnd(outcome satisfies EngineOutcome, facts, loaded)
  if (outcome.kind !== 'assembled') return end
  const verdict = checkAssembly(problem, outcome.forms)
  if (!verdict.sound) throw new Error(`run ${run.runId}: forms that do not keep their blueprint`)
  return { ...end, forms: outcome.forms.map(codes => placesOf(run, loaded, codes)) }
}

function placesOf(run: KeptRun, { items }: RunProblem, codes: readonly string[]): readonly FormPlace[] {
  return codes.map((code, at) => {
    const item = items.get(code)
    if (item === undefined) throw new Error(`run ${run.runId}: no item ${code}`)
    const path = run.body.areas.find(area => liesIn(item.area, area.path))?.path ?? item.area
    return { place: at + 1, itemId: item.itemId, itemVersionId: item.itemVersionId, path, marks: item.marks }
  })
}

async function keepEnd(tx: Tx, ctx: Ctx, run: KeptRun, { forms = [], ...end }: Ended): Promise<Result<null>> {
  if (!(await endRun(tx, run.runId, end, ctx.ports.clock.now()))) return ok(null)
  for (const [at, places] of forms.entries()) await insertProposal(tx, { runId: run.runId, number: at + 1 }, places)
  const facts = {
    state: end.state,
    forms: forms.length,
    problem: end.certificate?.problemDigest ?? null,
    status: end.certificate?.status ?? null,
  }
  await record(tx, ctx, { type: 'assembly-run-ended', subject: { kind: 'assembly-run', id: run.runId }, facts })
  return ok(null)
}

function plainEnd(state: RunEnd['state']): RunEnd {
  return { state, progress: null, failure: null, certificate: null, conflict: null, findings: null }
}
