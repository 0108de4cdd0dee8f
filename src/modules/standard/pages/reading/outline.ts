import { LEVEL_CODES, type LevelCode, type OccupationalFunction, type ResolvedEdition } from '../../contract.ts'

/** One numbered line of the printed text: which statements stand under it. A segment `*` stands for each level. */
export type Line = { readonly number: string; readonly key: LineKey; readonly paths: readonly (readonly string[])[] }
export type LineKey =
  | 'name'
  | 'definition'
  | 'levels'
  | 'environment'
  | 'abilities'
  | 'education'
  | 'training'
  | 'eligibility'
  | 'assessment'
export type ChapterKey = 'occupation' | 'basics' | 'requirements' | 'weights' | 'colophon'

const occupation = (...names: readonly string[]) => names.map(name => ['occupation', name])
const exam = (...names: readonly string[]) => names.map(name => ['exam', ...name.split('.')])

/** 1 职业概况 in the numbering of printed standards. */
export const OCCUPATION_LINES: readonly Line[] = [
  { number: '1.1', key: 'name', paths: [['title'], ...occupation('code', 'workTypes', 'note')] },
  { number: '1.2', key: 'definition', paths: occupation('definition', 'definitionVariant') },
  { number: '1.3', key: 'levels', paths: [] },
  { number: '1.4', key: 'environment', paths: occupation('environment') },
  { number: '1.5', key: 'abilities', paths: occupation('abilities') },
  { number: '1.6', key: 'education', paths: occupation('baseEducation') },
  { number: '1.7', key: 'training', paths: [['teachers', '*'], ['venues'], ['textbook']] },
  { number: '1.8', key: 'eligibility', paths: occupation('audience') },
  {
    number: '1.9',
    key: 'assessment',
    paths: [
      ...exam('delivery', 'components', 'passRule', 'calendar', 'openLevels', 'reviewLevels'),
      ...exam('theoryItemTypes', 'theoryItemPatterns', 'theoryMinutesAllowed', 'skillMinutesUsual'),
      ...exam('process.modules', 'process.moduleParts', 'process.organiser', 'process.registrationDeadlineDaysBefore'),
      ...exam('process.dataUpTo', 'process.gate', 'process.skillItemTypes'),
      ...exam('final.organiser', 'final.registrationDeadlineDaysBefore', 'final.dataUpTo', 'final.covers', 'final.skillItemTypes'),
      ...exam('ratios', 'ratiosNote', 'venues', 'room'),
    ],
  },
]
/** What the tables under 1.3 and 1.9 show of each level. */
export const LEVEL_FIELDS = ['name', 'nationalGrade', 'trainingHours', 'note'] as const
export const TIME_FIELDS = ['theoryMinutes', 'theoryTime', 'skillMinutes', 'skillTime'] as const
export const REVIEW_FIELDS = ['kind', 'minutes', 'time', 'thesisVia', 'required'] as const
/** What stands after the text: how this edition came about. */
export const COLOPHON_PATHS: readonly (readonly string[])[] = [['status'], ['year'], ['source']]

/** The paths of a line, with each level of the edition in place of `*`. */
export function pathsOf(line: Pick<Line, 'paths'>, levels: readonly LevelCode[]): readonly (readonly string[])[] {
  return line.paths.flatMap(path => (path.at(-1) === '*' ? levels.map(level => [...path.slice(0, -1), level]) : [path]))
}

/** The levels of an edition, low to high, as printed. */
export function levelsOf(edition: ResolvedEdition): readonly LevelCode[] {
  const present = new Set(edition.levels.map(level => level.code.value))
  return LEVEL_CODES.filter(code => present.has(code))
}

/** One block of 工作要求: a level, and the work type where the level is divided. */
export type Block = {
  readonly key: string
  readonly level: LevelCode
  readonly workType: string | null
  readonly functions: readonly OccupationalFunction[]
}

/** The work requirements block by block, low levels first, work types in the order of the text. */
export function blocksOf(edition: ResolvedEdition): readonly Block[] {
  return LEVEL_CODES.flatMap(level => {
    const mine = edition.functions.filter(one => one.level === level)
    const types = [...new Set(mine.map(one => one.workType ?? null))]
    return types.map(workType => ({
      key: workType === null ? level : `${level}:${workType}`,
      level,
      workType,
      functions: mine.filter(one => (one.workType ?? null) === workType),
    }))
  })
}
