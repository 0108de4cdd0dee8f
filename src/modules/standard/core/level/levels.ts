import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { LevelCode } from '../clause.ts'
import type { EditionId, EditionLevel, OccupationalFunction } from '../edition.ts'
import type { ResolvedEdition } from '../resolve.ts'

/** All level codes, low to high; S is a special ability beside the ladder and comes first. */
export const LEVEL_CODES: readonly LevelCode[] = ['S', 'L5', 'L4', 'L3', 'L2', 'L1']

/** Position of a level on the ladder, low to high. */
export function levelOrder(code: LevelCode): number {
  return LEVEL_CODES.indexOf(code)
}

export function isLevelCode(text: string): text is LevelCode {
  return (LEVEL_CODES as readonly string[]).includes(text)
}

/** The level codes of an edition, low to high. */
export function levelCodes(edition: ResolvedEdition): readonly LevelCode[] {
  return edition.levels.map(level => level.code.value).sort((a, b) => levelOrder(a) - levelOrder(b))
}

/** The level of an edition by its code; refuses with `level-unknown`. */
export function levelOf(edition: ResolvedEdition, code: LevelCode): Result<EditionLevel> {
  const level = edition.levels.find(candidate => candidate.code.value === code)
  return level ? ok(level) : refuse('level-unknown', { edition: edition.id, level: code, levels: levelCodes(edition) })
}

/**
 * Every level that bears a name, over several editions.
 * A name alone never identifies a level: 助理电子商务师 is national grade 4 in one edition and 3 in another.
 */
export function levelsNamed(
  editions: readonly ResolvedEdition[],
  name: string,
): readonly { readonly edition: EditionId; readonly level: LevelCode }[] {
  return editions.flatMap(edition =>
    edition.levels.filter(level => level.name.value === name).map(level => ({ edition: edition.id, level: level.code.value })),
  )
}

/** Does a higher level include the requirements of the lower ones? An edition that is silent is read as "no". */
export function isCumulative(edition: ResolvedEdition): boolean {
  return edition.cumulative?.value ?? false
}

/** The levels whose requirements a level demands, low to high: itself, and all lower ones in a cumulative edition. */
export function includedLevels(edition: ResolvedEdition, code: LevelCode): Result<readonly LevelCode[]> {
  const level = levelOf(edition, code)
  if (!level.ok) return level
  if (!isCumulative(edition)) return ok([code])
  return ok(levelCodes(edition).filter(other => levelOrder(other) <= levelOrder(code)))
}

/** A work type (工种) and the levels divided by it. */
export type WorkType = { readonly name: string; readonly levels: readonly LevelCode[] }

/** The work types of an edition; one that only names them is read as dividing every level that its weight tables divide. */
export function workTypes(edition: ResolvedEdition): readonly WorkType[] {
  const divided = levelCodes(edition).filter(code => edition.weights[code] === undefined)
  return (edition.occupation?.workTypes?.value ?? []).map(type => (typeof type === 'string' ? { name: type, levels: divided } : type))
}

/**
 * The work types by which a level is divided: those the occupation text names for it, and those for which functions stand
 * (an overlay without an occupation text has the work types of its base).
 */
export function workTypesOf(edition: ResolvedEdition, code: LevelCode): readonly string[] {
  const named = workTypes(edition)
    .filter(type => type.levels.includes(code))
    .map(type => type.name)
  const used = edition.functions.filter(f => f.level === code).flatMap(f => (f.workType === undefined ? [] : [f.workType]))
  return [...new Set([...named, ...used])]
}

/**
 * The work requirements of a level, low levels first, for one work type (null = none chosen).
 * At a level divided by work type only that type's functions count; at a common level (一级) all do, and so do,
 * in a cumulative edition, the lower levels of the chosen type. Refuses `level-unknown`, `work-type-needed`, `work-type-unknown`.
 */
export function requirementsOf(
  edition: ResolvedEdition,
  code: LevelCode,
  workType: string | null,
): Result<readonly OccupationalFunction[]> {
  const included = includedLevels(edition, code)
  if (!included.ok) return included
  const choice = chosenWorkType(edition, code, workType)
  if (!choice.ok) return choice
  return ok(
    included.value.flatMap(level =>
      edition.functions.filter(f => f.level === level && (f.workType === undefined || workType === null || f.workType === workType)),
    ),
  )
}

/** Checks a choice of work type at a level: needed where the level is divided, and then one of its types. */
export function chosenWorkType(edition: ResolvedEdition, code: LevelCode, workType: string | null): Result<string | null> {
  const choices = workTypesOf(edition, code)
  if (choices.length === 0) return ok(workType)
  if (workType === null) return refuse('work-type-needed', { edition: edition.id, level: code, workTypes: choices })
  if (!choices.includes(workType)) return refuse('work-type-unknown', { edition: edition.id, level: code, workType, workTypes: choices })
  return ok(workType)
}
