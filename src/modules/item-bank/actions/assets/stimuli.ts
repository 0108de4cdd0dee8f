import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { mediaOf } from '../../../interactions/contract.ts'
import { record } from '../../../audit/index.ts'
import type { addStimulusVersion, createStimulus, listStimuli, listStimulusUses, readStimulus } from '../../contract.ts'
import { levelsFor } from '../../core/tables/areas.ts'
import { mayOpen } from '../../core/versions/duties.ts'
import {
  findStimulusVersion,
  insertStimulus,
  insertStimulusVersion,
  listMedia,
  listStimuli as stimuliIn,
  lockStimulus,
} from '../../store/assets/assets.ts'
import { listOfStimulus } from '../../store/items/versions.ts'
import { personIn, viewOf } from '../facts/who.ts'

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

/** The next version of a stimulus, written from its newest one. */
export async function addNextStimulus(
  tx: Tx,
  request: { params: ParamsOf<typeof addStimulusVersion>; body: BodyOf<typeof addStimulusVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof addStimulusVersion>>> {
  const { stimulusId } = request.params
  const { newest, ...words } = request.body
  const known = await lockStimulus(tx, stimulusId)
  if (known === undefined) return refuse('stimulus-unknown')
  if (known !== newest) return refuse('changed-meanwhile')
  return addVersion(tx, ctx, stimulusId, words)
}

/** A version of a stimulus never changes: items name the version they stand with. */
async function addVersion(
  tx: Tx,
  ctx: Ctx,
  stimulusId: string,
  { prose, source }: Omit<BodyOf<typeof addStimulusVersion>, 'newest'>,
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
  return ok({ ...found, media: await listMedia(tx, mediaOf(found.prose)) })
}

/** Which items use a stimulus. Drafts of other people are counted, not named. */
export async function viewStimulusUses(
  tx: Tx,
  request: { params: ParamsOf<typeof listStimulusUses> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listStimulusUses>>> {
  const all = await listOfStimulus(tx, request.params.stimulusId)
  const open = all.filter(version => mayOpen(version, ctx.actor).ok)
  return ok({ versions: open.map(version => viewOf(version, ctx)), hidden: all.length - open.length })
}
