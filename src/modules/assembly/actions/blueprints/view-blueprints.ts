import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { levelsFor } from '../../../item-bank/contract.ts'
import { operationalItems } from '../../../item-bank/index.ts'
import type { checkBlueprint, listBlueprints, showBlueprint, showBlueprintVersion } from '../../contract.ts'
import type { BlueprintBody } from '../../core/blueprint/blueprint.ts'
import { blueprintFaults } from '../../core/blueprint/blueprint-faults.ts'
import { supplyOf } from '../../core/blueprint/supply.ts'
import { isWriter } from '../../core/policy.ts'
import { type KeptBlueprint, findBlueprintVersion, listBlueprintsAt, listVersionsOf } from '../../store/blueprints/blueprints.ts'
import { personIn } from '../who.ts'

/** A version without its body, as whoever asks may see it. */
export function versionView({ body, editedById, ...version }: KeptBlueprint, ctx: Ctx) {
  const isMine = isWriter({ editedById, editedBy: version.editedBy }, personIn(ctx))
  return { ...version, title: body.title, place: body.place, isMine }
}

/** Blueprints with their newest version, the last one edited first. */
export async function viewBlueprints(
  tx: Tx,
  { query }: { query: QueryOf<typeof listBlueprints> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listBlueprints>>> {
  const byBlueprint = Map.groupBy(await listBlueprintsAt(tx, query), version => version.blueprintId)
  const blueprints = [...byBlueprint.values()].flatMap(versions => {
    const [newest] = versions
    const isUsable = versions.some(version => version.state === 'approved')
    return newest === undefined ? [] : [{ newest: versionView(newest, ctx), versions: versions.length, isUsable }]
  })
  return ok({ blueprints: blueprints.toSorted((a, b) => b.newest.editedAt - a.newest.editedAt) })
}

export async function viewBlueprint(
  tx: Tx,
  { params: { blueprintId } }: { params: ParamsOf<typeof showBlueprint> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof showBlueprint>>> {
  const versions = await listVersionsOf(tx, blueprintId)
  return versions.length === 0 ? refuse('blueprint-unknown') : ok({ versions: versions.map(version => versionView(version, ctx)) })
}

export async function viewBlueprintVersion(
  tx: Tx,
  { params: { blueprintVersionId } }: { params: ParamsOf<typeof showBlueprintVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof showBlueprintVersion>>> {
  const version = await findBlueprintVersion(tx, blueprintVersionId)
  if (version === undefined) return refuse('blueprint-unknown')
  return ok({ version: versionView(version, ctx), body: version.body, ...(await judged(tx, version.body)) })
}

/** Judges a blueprint while it is written. */
export async function judgeBlueprint(
  tx: Tx,
  { body }: { body: BodyOf<typeof checkBlueprint> },
): Promise<Result<ReplyOf<typeof checkBlueprint>>> {
  return ok(await judged(tx, body))
}

async function judged(tx: Tx, body: BlueprintBody) {
  const levels = levelsFor(body.place)
  const items = levels.ok ? await operationalItems(tx, { editionId: body.place.editionId, levels: levels.value }) : []
  return { faults: [...blueprintFaults(body)], supply: supplyOf(body, items, levels.ok ? levels.value : []) }
}
