import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { approveBlueprint, createBlueprint, makeNextBlueprint, saveBlueprint } from '../../contract.ts'
import type { BlueprintBody, BlueprintPlace } from '../../core/blueprint/blueprint.ts'
import { blueprintFaults } from '../../core/blueprint/blueprint-faults.ts'
import { draftBlueprint } from '../../core/blueprint/draft-blueprint.ts'
import { mayApprove } from '../../core/policy.ts'
import {
  type KeptBlueprint,
  approveDraft,
  findBlueprintVersion,
  insertBlueprint,
  insertBlueprintVersion,
  listVersionsOf,
  lockBlueprint,
  saveDraft,
} from '../../store/blueprints/blueprints.ts'
import { personIn } from '../who.ts'
import { versionView } from './view-blueprints.ts'

/** A new blueprint with a first draft from the weight table of its place. */
export async function makeBlueprint(
  tx: Tx,
  request: { body: BodyOf<typeof createBlueprint> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof createBlueprint>>> {
  const body = draftBlueprint(request.body)
  if (!body.ok) return body
  const blueprintId = newId()
  await insertBlueprint(tx, blueprintId, request.body, changeBy(ctx))
  return ok(await addVersion(tx, ctx, { blueprintId, number: 1, body: body.value }))
}

async function addVersion(tx: Tx, ctx: Ctx, version: Pick<KeptBlueprint, 'blueprintId' | 'number' | 'body'>) {
  const blueprintVersionId = newId()
  await insertBlueprintVersion(tx, { ...version, blueprintVersionId }, changeBy(ctx))
  const kept = await mustFind(tx, blueprintVersionId)
  await recordChange(tx, ctx, 'blueprint-drafted', kept)
  return { version: versionView(kept, ctx), body: kept.body }
}

/** Saves a draft, faulty or not. */
export async function keepBlueprint(
  tx: Tx,
  { params: { blueprintVersionId }, body: { guard, body } }: { params: ParamsOf<typeof saveBlueprint>; body: BodyOf<typeof saveBlueprint> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof saveBlueprint>>> {
  const known = await openDraft(tx, blueprintVersionId)
  if (!known.ok) return known
  if (!isSamePlace(known.value.body.place, body.place)) return refuse('blueprint-place-fixed')
  if (!(await saveDraft(tx, { blueprintVersionId, guard, body }, changeBy(ctx)))) return refuse('changed-meanwhile')
  return ok({ version: versionView(await mustFind(tx, blueprintVersionId), ctx), faults: [...blueprintFaults(body)] })
}

/** Approves a draft without faults, written by somebody else; it never changes again. */
export async function approve(
  tx: Tx,
  { params: { blueprintVersionId }, body: { guard } }: { params: ParamsOf<typeof approveBlueprint>; body: BodyOf<typeof approveBlueprint> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof approveBlueprint>>> {
  const known = await openDraft(tx, blueprintVersionId)
  if (!known.ok) return known
  // What is judged here is what is approved: a save that comes between changes the guard.
  if (known.value.guard !== guard) return refuse('changed-meanwhile')
  const permitted = mayApprove(known.value, personIn(ctx))
  if (!permitted.ok) return permitted
  const faults = blueprintFaults(known.value.body)
  if (faults.length > 0) return refuse('blueprint-faulty', { count: faults.length }, faults)
  if (!(await approveDraft(tx, { blueprintVersionId, guard }, changeBy(ctx)))) return refuse('changed-meanwhile')
  const kept = await mustFind(tx, blueprintVersionId)
  await recordChange(tx, ctx, 'blueprint-approved', kept)
  return ok({ version: versionView(kept, ctx) })
}

/** A new draft that begins as a copy of a version; a blueprint has one draft at a time. */
export async function makeNext(
  tx: Tx,
  { params: { blueprintVersionId } }: { params: ParamsOf<typeof makeNextBlueprint> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof makeNextBlueprint>>> {
  const from = await findBlueprintVersion(tx, blueprintVersionId)
  if (from === undefined || !(await lockBlueprint(tx, from.blueprintId))) return refuse('blueprint-unknown')
  const [newest] = await listVersionsOf(tx, from.blueprintId)
  if (newest === undefined || newest.state === 'draft') return refuse('blueprint-draft-open')
  return ok(await addVersion(tx, ctx, { blueprintId: from.blueprintId, number: newest.number + 1, body: from.body }))
}

async function openDraft(tx: Tx, blueprintVersionId: string): Promise<Result<KeptBlueprint>> {
  const known = await findBlueprintVersion(tx, blueprintVersionId)
  if (known === undefined) return refuse('blueprint-unknown')
  return known.state === 'draft' ? ok(known) : refuse('blueprint-fixed')
}

async function mustFind(tx: Tx, blueprintVersionId: string): Promise<KeptBlueprint> {
  const kept = await findBlueprintVersion(tx, blueprintVersionId)
  if (kept === undefined) throw new Error(`no blueprint version ${blueprintVersionId}`)
  return kept
}

function changeBy(ctx: Ctx) {
  const { personId, name: person } = personIn(ctx)
  return { personId, person, now: ctx.now }
}

function isSamePlace(one: BlueprintPlace, other: BlueprintPlace): boolean {
  return one.editionId === other.editionId && one.level === other.level && one.workType === other.workType && one.part === other.part
}

async function recordChange(tx: Tx, ctx: Ctx, type: 'blueprint-drafted' | 'blueprint-approved', kept: KeptBlueprint): Promise<void> {
  const { editionId, level, part }: BlueprintBody['place'] = kept.body.place
  const facts = { version: kept.number, edition: editionId, level, part }
  await record(tx, ctx, { type, subject: { kind: 'blueprint', id: kept.blueprintId }, facts })
}
