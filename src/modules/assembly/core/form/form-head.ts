import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { examTimes, findEdition, isLevelCode, levelOf } from '../../../standard/contract.ts'
import type { BlueprintPart } from '../blueprint/blueprint.ts'

const LEVEL_WORDS: Readonly<Record<number, string>> = { 1: '一级', 2: '二级', 3: '三级', 4: '四级', 5: '五级' }
const PART_WORDS: Readonly<Record<BlueprintPart, string>> = { theory: '理论知识', practical: '操作技能' }

/** What stands at the head of a paper, and how long it takes. */
export type FormHead = { readonly title: string; readonly minutes: number }

/**
 * Title and minutes of a paper of a level, as its edition states them.
 * Refuses the standard's `edition-unknown` and `level-unknown`, and `theory-not-examined` or `practical-not-examined` where no such
 * paper or no time for it is stated.
 */
export function formHead(editionId: string, level: string, part: BlueprintPart = 'theory'): Result<FormHead> {
  const edition = findEdition(editionId)
  if (!edition.ok) return edition
  if (!isLevelCode(level)) return refuse('level-unknown', { edition: editionId, level, levels: [] })
  const known = levelOf(edition.value, level)
  if (!known.ok) return known
  const times = examTimes(edition.value, level)
  const time = times.ok ? times.value[part === 'theory' ? 'theory' : 'skill'] : null
  if (time?.kind !== 'timed') return refuse(`${part}-not-examined`, { edition: editionId, level })
  const national = known.value.nationalGrade.value
  const name = known.value.name.value
  return ok({ title: `${name}${national === null ? '' : `（${LEVEL_WORDS[national]}）`}${PART_WORDS[part]}试卷`, minutes: time.minutes })
}
