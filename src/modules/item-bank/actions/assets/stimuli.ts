import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { addStimulusVersion, createStimulus, listStimuli, readStimulus } from '../../contract.ts'
import { levelsFor } from '../../core/tables/areas.ts'
import { findStimulusVersion, insertStimulus, insertStimulusVersion, listStimuli as stimuliIn } from '../../store/assets/assets.ts'
import { personIn } from '../facts/who.ts'

export async function startStimulus(
  tx: Tx,
  request: { body: BodyOf<typeof createStimulus> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof createStimulus>>> {
  const { editionId, level, caption, ...words } = request.body
  if (!levelsFor({ editionId, level }).ok) return refuse('item-place-unknown')
  const stimulusId = newId()
  await insertStimulus(tx, { stimulusId, editionId, level, caption, at: ctx.now })
  const next = await addVersion(tx, ctx, stimulusId, words)
  return next.ok ? ok({ stimulusId, ...next.value }) : next
}

export function addNextStimulus(
  tx: Tx,
  request: { params: ParamsOf<typeof addStimulusVersion>; body: BodyOf<typeof addStimulusVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof addStimulusVersion>>> {
  return addVersion(tx, ctx, request.params.stimulusId, request.body)
}

/** A version of a stimulus never changes: items name the version they stand with. */
async function addVersion(
  tx: Tx,
  ctx: Ctx,
  stimulusId: string,
  { prose, source }: BodyOf<typeof addStimulusVersion>,
): Promise<Result<{ readonly stimulusVersionId: string }>> {
  const { personId: writerId, name: writer } = personIn(ctx)
  const stimulusVersionId = newId()
  const known = await insertStimulusVersion(tx, { stimulusVersionId, stimulusId, prose, source, writer, writerId, at: ctx.now })
  if (!known) return refuse('stimulus-unknown')
  await record(tx, ctx, { type: 'stimulus-entered', subject: { kind: 'stimulus', id: stimulusId }, facts: { stimulusVersionId } })
  return ok({ stimulusVersionId })
}

export async function viewStimuli(tx: Tx, request: { query: QueryOf<typeof listStimuli> }): Promise<Result<ReplyOf<typeof listStimuli>>> {
  return ok({ stimuli: await stimuliIn(tx, request.query) })
}

export async function openStimulus(
  tx: Tx,
  request: { params: ParamsOf<typeof readStimulus> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readStimulus>>> {
  const found = await findStimulusVersion(tx, request.params.stimulusVersionId)
  if (found === undefined) return refuse('stimulus-unknown')
  const { stimulusId, stimulusVersionId } = found
  await record(tx, ctx, { type: 'stimulus-read', subject: { kind: 'stimulus', id: stimulusId }, facts: { stimulusVersionId } })
  return ok(found)
}
