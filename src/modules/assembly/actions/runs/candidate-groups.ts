import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { itemsMet } from '../../../delivery/index.ts'
import { levelsFor } from '../../../item-bank/contract.ts'
import { operationalItems } from '../../../item-bank/index.ts'
import type { listCandidateGroups, showCandidateGroup } from '../../contract.ts'
import type { BlueprintPlace } from '../../core/blueprint/blueprint.ts'
import { supplyOf } from '../../core/blueprint/supply.ts'
import type { Said } from '../../core/words/say-condition.ts'
import { findBlueprintVersion } from '../../store/blueprints/blueprints.ts'

/** Persons who will sit a paper, such as the candidates of a session at a level. */
export type CandidateGroup = { readonly groupId: string; readonly name: Said; readonly personIds: readonly string[] }
/**
 * Where groups come from. This module knows neither sessions nor classes; the centre, which knows both, hands them in. The groups
 * are those of a place that still have to sit it, the next first; all of them may be seen by whoever may assemble.
 */
export type CandidateGroups = (tx: Tx, place: BlueprintPlace) => Promise<readonly CandidateGroup[]>

/** The groups whose met items may be kept out of a run of a version. */
export async function viewCandidateGroups(
  tx: Tx,
  { params: { blueprintVersionId } }: { params: ParamsOf<typeof listCandidateGroups> },
  groupsOf: CandidateGroups,
): Promise<Result<ReplyOf<typeof listCandidateGroups>>> {
  const version = await findBlueprintVersion(tx, blueprintVersionId)
  if (version === undefined) return refuse('blueprint-unknown')
  return ok({ groups: (await groupsOf(tx, version.body.place)).map(groupView) })
}

/** What keeping a group's met items out would mean: how many items, and what the bank has then. Nothing is kept. */
export async function viewCandidateGroup(
  tx: Tx,
  { params: { blueprintVersionId, groupId } }: { params: ParamsOf<typeof showCandidateGroup> },
  groupsOf: CandidateGroups,
): Promise<Result<ReplyOf<typeof showCandidateGroup>>> {
  const version = await findBlueprintVersion(tx, blueprintVersionId)
  if (version === undefined) return refuse('blueprint-unknown')
  const { body } = version
  const group = (await groupsOf(tx, body.place)).find(each => each.groupId === groupId)
  if (group === undefined) return refuse('candidate-group-unknown')
  const { candidates, itemIds } = await itemsMet(tx, group.personIds)
  const levels = levelsFor(body.place)
  const bank = levels.ok ? await operationalItems(tx, { editionId: body.place.editionId, levels: levels.value }) : []
  const out = new Set(itemIds)
  const left = bank.filter(item => !out.has(item.itemId))
  const supply = supplyOf(body, left, levels.ok ? levels.value : [])
  return ok({ group: groupView(group), met: candidates, items: bank.length - left.length, supply })
}

/** The items that persons of some groups have met. Refuses `candidate-group-unknown` for one that is not of the place. */
export async function itemsMetByGroups(
  tx: Tx,
  place: BlueprintPlace,
  groupIds: readonly string[],
  groupsOf: CandidateGroups,
): Promise<Result<readonly string[]>> {
  if (groupIds.length === 0) return ok([])
  const known = new Map((await groupsOf(tx, place)).map(group => [group.groupId, group]))
  const groups = groupIds.flatMap(id => known.get(id) ?? [])
  if (groups.length < groupIds.length) return refuse('candidate-group-unknown')
  return ok((await itemsMet(tx, [...new Set(groups.flatMap(group => group.personIds))])).itemIds)
}

function groupView({ groupId, name, personIds }: CandidateGroup) {
  return { groupId, name, persons: personIds.length }
}
