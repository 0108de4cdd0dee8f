import type { Tx } from '../../../../platform/db/database.ts'
import { knowsArea } from '../../core/tables/areas.ts'
import type { PointFacts } from '../../core/files/parse-item-file.ts'
import type { DraftFacts } from '../../core/versions/check-draft.ts'
import type { DraftBody } from '../../core/versions/draft.ts'
import { findSpecification, listPoints } from '../../store/placing/specification.ts'

type Place = { readonly editionId: string; readonly level: string }

/** Points of the current theory table of a level; undefined when none has been entered. */
export async function pointsOf(tx: Tx, { editionId, level }: Place): Promise<ReadonlyMap<string, PointFacts> | undefined> {
  const table = await findSpecification(tx, { editionId, level, part: 'theory' })
  if (table === undefined) return undefined
  return new Map((await listPoints(tx, table.specificationId)).map(({ code, areaPath, importance }) => [code, { areaPath, importance }]))
}

/** What a draft at a place is judged against: the weight tables, and the specification tables of all its placings. */
export async function draftFacts(tx: Tx, place: Place, draft: DraftBody): Promise<DraftFacts> {
  const tables = new Map<string, ReadonlyMap<string, PointFacts> | undefined>()
  for (const where of [place, ...draft.placings]) {
    const name = nameOf(where)
    if (!tables.has(name)) tables.set(name, await pointsOf(tx, where))
  }
  return { place, knowsArea, pointsOf: where => tables.get(nameOf(where)) }
}

function nameOf({ editionId, level }: Place): string {
  return `${editionId} ${level}`
}
