import { editionOf, findEdition, isLevelCode, levelOf } from '../../standard/contract.ts'

/** The title of a level in its edition, 电子商务员 for L4 of 2005; the code itself where the edition has none. */
export function levelName(editionId: string, level: string): string {
  const edition = findEdition(editionId)
  if (!edition.ok || !isLevelCode(level)) return level
  const found = levelOf(editionOf(edition.value.id), level)
  return found.ok ? found.value.name.value : level
}
