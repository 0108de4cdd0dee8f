import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { mediaOf } from '../../../interactions/contract.ts'
import { record } from '../../../audit/index.ts'
import type { checkItem, createDraft, makeNextVersion, saveDraft } from '../../contract.ts'
import { knowsArea } from '../../core/tables/areas.ts'
import { checkDraft, placingsOf } from '../../core/versions/check-draft.ts'
import type { DraftBody } from '../../core/versions/draft.ts'
import { mayOpen, mayWrite } from '../../core/versions/duties.ts'
import { isOpen } from '../../core/versions/states.ts'
import type { KeptVersion } from '../../core/versions/version.ts'
import { findStimulusVersion } from '../../store/assets/assets.ts'
import {
  findItemByCode,
  findVersion,
  insertVersions,
  listOfItem,
  lockItem,
  replacePlacings,
  replaceShownMedia,
  updateContent,
  updateDraft,
} from '../../store/items/versions.ts'
import { changeWords, insertWords } from '../../store/search/words.ts'
import { draftFacts } from '../facts/tables.ts'
import { personIn } from '../facts/who.ts'
import { standingOf } from '../steps/standing.ts'
import { contentOf, statedOf } from './documents.ts'
import { draftOfVersion } from './draft-of-version.ts'

type Started = Result<ReplyOf<typeof createDraft>>

/** Makes a new item with its first draft. */
export async function startDraft(tx: Tx, request: { body: BodyOf<typeof createDraft> }, ctx: Ctx): Promise<Started> {
  const { place, draft } = request.body
  if (!knowsArea(place, draft.area)) return refuse('item-place-unknown')
  if (await findItemByCode(tx, place.code)) return refuse('item-code-taken', { code: place.code })
  return insertDraft(tx, ctx, { ...place, draft, itemId: newId(), number: 1, madeFrom: null })
}

type NewDraft = {
  readonly itemId: string
  readonly code: string
  readonly editionId: string
  readonly level: string
  readonly number: number
  readonly madeFrom: string | null
  readonly draft: DraftBody
}

async function insertDraft(tx: Tx, ctx: Ctx, { draft, ...item }: NewDraft): Promise<Started> {
  if (!(await hasStimulus(tx, draft))) return refuse('stimulus-unknown')
  const writer = personIn(ctx)
  const { itemId, code, number } = item
  const itemVersionId = newId()
  const version = {
    ...item,
    ...statedOf(draft),
    ...contentOf(ctx, draft),
    itemVersionId,
    state: 'draft' as const,
    writer: writer.name,
    writerId: writer.personId,
    reviewer: '',
    sourceMac: '',
  }
  await insertVersions(tx, { versions: [version], fresh: number === 1 ? [version] : [], at: ctx.now })
  await insertWords(tx, [version])
  await place(tx, { itemVersionId, editionId: item.editionId, level: item.level }, draft)
  const facts = { code, itemVersionId, version: number, madeFrom: item.madeFrom }
  await record(tx, ctx, { type: 'item-drafted', subject: { kind: 'item', id: itemId }, facts })
  return ok({ itemId, itemVersionId, code, version: number, guard: 1 })
}

async function hasStimulus(tx: Tx, { stimulusVersionId }: DraftBody): Promise<boolean> {
  return stimulusVersionId === null || (await findStimulusVersion(tx, stimulusVersionId)) !== undefined
}

/** Placings and pictures of a draft, as it now states them. */
async function place(
  tx: Tx,
  version: Pick<KeptVersion, 'editionId' | 'level'> & { itemVersionId: string },
  draft: DraftBody,
): Promise<void> {
  const { editionId, level, itemVersionId } = version
  await replacePlacings(tx, itemVersionId, placingsOf(draft, await draftFacts(tx, { editionId, level }, draft)))
  await replaceShownMedia(tx, itemVersionId, mediaOf(draft.content))
}

/** Saves a draft under its guard. Saving is no decision and leaves no record; what is sent does. */
export async function keepDraft(
  tx: Tx,
  request: { params: ParamsOf<typeof saveDraft>; body: BodyOf<typeof saveDraft> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof saveDraft>>> {
  const { itemVersionId } = request.params
  const { guard, draft } = request.body
  const found = await findVersion(tx, itemVersionId)
  if (found === undefined) return refuse('item-unknown')
  const standing = await standingOf(tx, found)
  const open = mayOpen(standing, ctx.actor)
  if (!open.ok) return open
  const writes = mayWrite(standing, ctx.actor)
  if (!writes.ok) return writes
  if (!(await hasStimulus(tx, draft))) return refuse('stimulus-unknown')
  if (!(await updateDraft(tx, { itemVersionId, guard }, statedOf(draft)))) return refuse('changed-meanwhile')
  const content = contentOf(ctx, draft)
  await changeWords(tx, { itemVersionId, plain: content.plain })
  await updateContent(tx, itemVersionId, content)
  await place(tx, found, draft)
  return ok({ guard: guard + 1, savedAt: ctx.now })
}

/** Judges what a writer has on the screen; nothing is kept. */
export async function checkWriting(tx: Tx, request: { body: BodyOf<typeof checkItem> }): Promise<Result<ReplyOf<typeof checkItem>>> {
  const { draft, ...where } = request.body
  const { faults, findings } = checkDraft(draft, await draftFacts(tx, where, draft))
  return ok({ faults, findings })
}

/** A new draft with the content of a version, for whoever writes on; an item has one version on its way at a time. */
export async function startNextVersion(
  tx: Tx,
  request: { params: ParamsOf<typeof makeNextVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof makeNextVersion>>> {
  const found = await findVersion(tx, request.params.itemVersionId)
  if (found === undefined) return refuse('item-unknown')
  const open = mayOpen(found, ctx.actor)
  if (!open.ok) return open
  const { itemId, itemVersionId, code, editionId, level } = found
  await lockItem(tx, itemId)
  const versions = await listOfItem(tx, itemId)
  const busy = versions.find(version => isOpen(version.state))
  if (busy) return refuse('version-on-its-way', { code, number: busy.version })
  const draft = await draftOfVersion(tx, ctx, found)
  const number = Math.max(...versions.map(version => version.version)) + 1
  await record(tx, ctx, { type: 'item-read', subject: { kind: 'item', id: itemId }, facts: { code, itemVersionId } })
  return insertDraft(tx, ctx, { itemId, code, editionId, level, number, madeFrom: itemVersionId, draft })
}
