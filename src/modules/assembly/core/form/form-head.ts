import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { examTimes, findEdition, isLevelCode, levelOf } from '../../../standard/contract.ts'

const LEVEL_WORDS: Readonly<Record<number, string>> = { 1: '一级', 2: '二级', 3: '三级', 4: '四级', 5: '五级' }

/** What stands at the head of a theory paper, and how long it takes. */
export type FormHead = { readonly title: string; readonly minutes: number }

/**
 * Title and minutes of the theory paper of a level, as its edition states them.
 * Refuses the standard's `edition-unknown` and `level-unknown`, and `theory-not-examined` where no theory paper or no time is stated.
 */
export function formHead(editionId: string, level: string): Result<FormHead> {
  const edition = findEdition(editionId)
  if (!edition.ok) return edition
  if (!isLevelCode(level)) return refuse('level-unknown', { edition: editionId, level, levels: [] })
  const known = levelOf(edition.value, level)
  if (!known.ok) return known
  const times = examTimes(edition.value, level)
  if (!times.ok || times.value.theory.kind !== 'timed') return refuse('theory-not-examined', { edition: editionId, level })
  const national = known.value.nationalGrade.value
  const name = known.value.name.value
  return ok({ title: `${name}${national === null ? '' : `（${LEVEL_WORDS[national]}）`}理论知识试卷`, minutes: times.value.theory.minutes })
}
