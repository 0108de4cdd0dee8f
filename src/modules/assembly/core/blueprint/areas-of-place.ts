import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type WeightedArea, theoryAreas } from '../../../item-bank/contract.ts'
import { chosenWorkType, findEdition, isLevelCode, weightLeaves, weightTable } from '../../../standard/contract.ts'
import type { BlueprintPlace } from './blueprint.ts'

/** The areas of the weight table of a part, as the edition states them. Refusals are those of the standard. */
export function areasOfPlace(place: BlueprintPlace): Result<readonly WeightedArea[]> {
  if (place.part === 'theory') return theoryAreas(place)
  const edition = findEdition(place.editionId)
  if (!edition.ok) return edition
  if (!isLevelCode(place.level)) return refuse('level-unknown', { edition: place.editionId, level: place.level, levels: [] })
  const choice = chosenWorkType(edition.value, place.level, place.workType)
  if (!choice.ok) return choice
  const rows = weightTable(edition.value, place.level, place.workType, 'skill')
  return rows.ok ? ok(weightLeaves(rows.value)) : rows
}
