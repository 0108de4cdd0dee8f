import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId, newToken } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { cancelRun, repeatRun, startRun } from '../../contract.ts'
import type { BlueprintPlace } from '../../core/blueprint/blueprint.ts'
import { hasEnded } from '../../core/run/run-states.ts'
import { findBlueprintVersion } from '../../store/blueprints/blueprints.ts'
import { type NewRun, askCancel, endRun, findRun, insertRun } from '../../store/runs/runs.ts'
import { personIn } from '../who.ts'
import { type CandidateGroups, itemsMetByGroups } from './candidate-groups.ts'
import { RUN_TASK } from './run-assembly.ts'
import { sweepRuns } from './sweep-runs.ts'

/**
 * Orders a run of an approved version. The seed is thrown here, so that nobody chooses forms by choosing it; what the chosen
 * groups have met is read here too, so that a run can be told afterwards what it kept out.
 */
export async function orderRun(
  tx: Tx,
  { params: { blueprintVersionId }, body }: { params: ParamsOf<typeof startRun>; body: BodyOf<typeof startRun> },
  ctx: Ctx,
  groupsOf: CandidateGroups,
): Promise<Result<ReplyOf<typeof startRun>>> {
  const version = await findBlueprintVersion(tx, blueprintVersionId)
  if (version === undefined) return refuse('blueprint-unknown')
  if (version.state !== 'approved') return refuse('blueprint-not-approved')
  const forms = body.forms ?? version.body.forms
  const met = await itemsMetByGroups(tx, version.body.place, body.candidateGroupIds, groupsOf)
  if (!met.ok) return met
  const seenItems = [...new Set([...body.seenItemIds, ...met.value])]
  return ok(await enqueue(tx, ctx, version.body.place, { blueprintVersionId, forms, seenItems }))
}

type RunNeed = Pick<NewRun, 'blueprintVersionId' | 'forms' | 'seenItems'>

async function enqueue(tx: Tx, ctx: Ctx, { editionId, level }: BlueprintPlace, need: RunNeed): Promise<{ readonly runId: string }> {
  const runId = newId()
  const { personId, name } = personIn(ctx)
  await insertRun(tx, { ...need, runId, editionId, level, seed: newToken(), startedBy: name, startedById: personId }, ctx.now)
  await ctx.ports.jobs.enqueue(tx, RUN_TASK, { runId }, { key: `${RUN_TASK}:${runId}` })
  const facts = { blueprint: need.blueprintVersionId, forms: need.forms, seen: need.seenItems.length }
  await record(tx, ctx, { type: 'assembly-run-ordered', subject: { kind: 'assembly-run', id: runId }, facts })
  return { runId }
}

/** A run that waits is cancelled at once; one at work hears of it with its next beat. */
export async function cancelOrderedRun(
  tx: Tx,
  { params: { runId } }: { params: ParamsOf<typeof cancelRun> },
  ctx: Ctx,
): Promise<Result<null>> {
  if ((await findRun(tx, runId)) === undefined) return refuse('run-unknown')
  const state = await askCancel(tx, runId)
  if (state === undefined) return refuse('run-ended')
  const none = { progress: null, failure: null, certificate: null, conflict: null, findings: null }
  if (state === 'queued') await endRun(tx, runId, { state: 'cancelled', ...none }, ctx.now)
  await record(tx, ctx, { type: 'assembly-run-cancelled', subject: { kind: 'assembly-run', id: runId }, facts: { state } })
  return ok(null)
}

/** The same order once more, over the bank as it is now. */
export async function repeatEndedRun(
  tx: Tx,
  { params: { runId } }: { params: ParamsOf<typeof repeatRun> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof repeatRun>>> {
  await sweepRuns(tx, ctx)
  const run = await findRun(tx, runId)
  if (run === undefined) return refuse('run-unknown')
  if (!hasEnded(run.state)) return refuse('run-not-ended')
  const { blueprintVersionId, forms, seenItems } = run
  return ok(await enqueue(tx, ctx, run.body.place, { blueprintVersionId, forms, seenItems }))
}
