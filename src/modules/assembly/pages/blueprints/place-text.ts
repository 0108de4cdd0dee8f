import { showLevel } from '../../../../ui/format.ts'
import type { Language } from '../../../../ui/words.ts'
import { levelChoices } from '../../../item-bank/contract.ts'
import type { BlueprintPlace } from '../../contract.ts'

type Place = Pick<BlueprintPlace, 'editionId' | 'level' | 'workType'>

/** The level as a person knows it, with its work type where the edition divides it; the text of an edition keeps its language. */
export function levelText({ editionId, level, workType }: Place, language: Language): string {
  const edition = levelChoices().find(each => each.editionId === editionId)
  return edition?.levels.find(each => each.level === level && each.workType === workType)?.name ?? showLevel(level, language)
}

/** The title of an edition instead of its code. */
export function editionText({ editionId }: Pick<Place, 'editionId'>): string {
  return levelChoices().find(each => each.editionId === editionId)?.title ?? editionId
}
