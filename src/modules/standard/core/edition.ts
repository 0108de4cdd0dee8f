import type { Clause, GradedLevel, LevelCode } from './clause.ts'
import type { ProvenanceText } from './provenance.ts'

/** Every edition the house knows. A new edition adds its id here, and the registry does not compile until it is mapped. */
export type EditionId =
  | 'ec-2001-trial-early'
  | 'ec-2002-trial'
  | 'ec-2005'
  | 'ec-2016-local-liaoning'
  | 'ec-2021-draft'
  | 'ec-2022'
  | 'ec-2025-eligibility'
  | 'cbec-ability-fujian-2020'

/** A value together with the place it comes from. */
export type Stated<T> = { readonly value: T; readonly provenance: ProvenanceText }

/** 理论知识 or 操作技能. */
export type Part = 'theory' | 'skill'

/** 职业概况 as far as the edition words it. `workTypes` names 工种, in some editions with the levels that have them. */
export type Occupation = {
  readonly code?: Stated<string>
  readonly definition?: Stated<string>
  readonly definitionVariant?: Stated<string>
  readonly environment?: Stated<readonly string[]>
  readonly baseEducation?: Stated<string | null>
  readonly abilities?: Stated<string | { readonly veryImportantOrImportant: readonly string[]; readonly rated: readonly string[] }>
  readonly audience?: Stated<string>
  readonly workTypes?: Stated<readonly string[] | readonly { readonly name: string; readonly levels: readonly LevelCode[] }[]>
  readonly note?: Stated<string>
}

/** 综合评审 of a level: what it consists of and how long it takes at least. */
export type LevelReview = {
  readonly kind: Stated<'thesisWrittenDefence' | 'comprehensiveReview' | 'documentsAndDefence'>
  readonly minutes: Stated<number>
  readonly time?: Stated<string>
  readonly thesisVia?: Stated<string>
  readonly required: Stated<boolean>
}

/** One level. Hours are standard hours, minutes are exam minutes, times are Beijing clock times `HH:MM-HH:MM`; null = the edition is silent. */
export type EditionLevel = {
  readonly code: Stated<LevelCode>
  readonly name: Stated<string>
  readonly nationalGrade: Stated<1 | 2 | 3 | 4 | 5 | null>
  readonly trainingHours: Stated<number | null>
  readonly eligibility: readonly EditionClause[]
  readonly theoryMinutes: Stated<number | null>
  readonly skillMinutes: Stated<number | null>
  readonly theoryTime: Stated<string | null>
  readonly skillTime: Stated<string | null>
  readonly review?: LevelReview
  readonly note?: Stated<string>
}

/** A clause (申报条件款) whose provenance is one of the known marks. */
export type EditionClause = Clause & { readonly provenance: ProvenanceText }

/** 基本要求: rules of conduct and areas of basic knowledge. */
export type Basics = {
  readonly ethics: readonly { readonly item: string; readonly provenance: ProvenanceText }[]
  readonly knowledgeAreas: readonly KnowledgeArea[]
}
export type KnowledgeArea = {
  readonly area: string
  readonly items: readonly string[]
  readonly variant?: readonly string[]
  readonly provenance: ProvenanceText
  readonly note?: string
}

/** 工作内容 with its 技能要求 and 相关知识. `nameProvenance` stands where the name is older than the contents. */
export type Task = {
  readonly name: string
  readonly nameProvenance?: ProvenanceText
  readonly skills: readonly string[]
  readonly knowledge: readonly string[]
  readonly provenance: ProvenanceText
}
/** 职业功能 of one level, and of one work type where the edition has them. */
export type OccupationalFunction = {
  readonly level: LevelCode
  readonly workType?: string
  readonly function: string
  readonly functionProvenance: ProvenanceText
  readonly tasks: readonly Task[]
  readonly note?: string
}

/** One row of a weight table in whole percent; children split the row's weight, and a row may weigh 0. */
export type WeightRow = {
  readonly area: string
  readonly weight: number
  readonly provenance: ProvenanceText
  readonly children?: readonly { readonly area: string; readonly weight: number; readonly provenance: ProvenanceText }[]
}
/** The two tables of a level (and work type); an empty table means that the part is not examined or not known. */
export type WeightTables = { readonly [P in Part]: readonly WeightRow[] }
/** A level, or a level and a work type. */
export type WeightKey = LevelCode | `${LevelCode}:${string}`

export type TrainingModule = { readonly code: string; readonly name: string }
/** 过程式模块测验. */
export type ProcessRules = {
  readonly modules: Stated<readonly TrainingModule[]>
  readonly moduleParts?: Stated<readonly Part[]>
  readonly organiser?: Stated<string>
  readonly registrationDeadlineDaysBefore?: Stated<number>
  readonly dataUpTo?: Stated<'province' | 'nation'>
  readonly gate?: Stated<string>
  readonly skillItemTypes?: Stated<readonly string[]>
}
/** 终结式综合考试. */
export type FinalRules = {
  readonly organiser: Stated<string>
  readonly registrationDeadlineDaysBefore: Stated<number>
  readonly dataUpTo: Stated<'province' | 'nation'>
  readonly covers: Stated<'allModules'>
  readonly skillItemTypes: Stated<readonly string[]>
}

/** When exams of a year fall: by a rule with a holiday shift, or in windows of months that somebody fixes each year. */
export type CalendarRule =
  | { readonly kind: 'rule'; readonly months: readonly number[]; readonly day: 'lastSunday'; readonly onPublicHoliday: 'shiftOneWeekLater' }
  | { readonly kind: 'windows'; readonly windows: readonly { readonly months: readonly number[] }[]; readonly perYear: string }

/** Whole marks out of `scale` that each part needs at least. */
export type StatedPassRule = {
  readonly scale: number
  readonly theoryMin: number
  readonly skillMin: number
  readonly reviewMin?: number
  readonly both?: boolean
  readonly all?: boolean
}
/** How the items of a theory paper divide: counts of single choice and true/false, whole marks each. */
export type TheoryItemPattern = { readonly single: number; readonly judge: number; readonly pointsEach: number }
/** People needed in rooms; `1:15` reads one per fifteen candidates. */
export type StatedRatios = {
  readonly theoryInvigilatorsPerCandidates: `${number}:${number}`
  readonly minInvigilatorsPerRoom: number
  readonly skillAssessorsPerCandidates: `${number}:${number}`
  readonly minSkillAssessors: number
  readonly skillAssessorsOdd: boolean
  readonly minReviewers: number
  readonly reviewersOdd: boolean
}

/** 鉴定 as far as the edition words it. */
export type EditionExam = {
  readonly delivery: Stated<string>
  readonly components?: Stated<readonly Part[]>
  readonly process?: ProcessRules
  readonly final?: FinalRules
  readonly theoryItemTypes?: Stated<readonly ('single' | 'multiple')[]>
  readonly passRule?: Stated<StatedPassRule>
  readonly reviewLevels?: Stated<readonly GradedLevel[]>
  readonly theoryItemPatterns?: Stated<readonly TheoryItemPattern[]>
  readonly theoryMinutesAllowed?: Stated<readonly number[]>
  readonly skillMinutesUsual?: Stated<number>
  readonly openLevels?: Stated<readonly GradedLevel[]>
  readonly calendar?: Stated<CalendarRule>
  readonly venues?: Stated<{ readonly theory: string; readonly skill: string; readonly review: string }>
  readonly ratios?: Stated<StatedRatios>
  readonly ratiosNote?: Stated<string>
  readonly room?: Stated<{
    readonly servers: number
    readonly managementMachines: number
    readonly candidateMachinesMin: number
    readonly cameras: number
  }>
}

/** Parts an overlay may take from its base edition. */
export type InheritableField = 'basics' | 'functions' | 'weights' | 'exam' | 'levels[].trainingHours' | 'levels[].eligibility'
/** The base edition, and the parts taken from it. */
export type InheritsFrom = { readonly value: EditionId; readonly fields: readonly InheritableField[]; readonly provenance: ProvenanceText }

/**
 * One published edition (标准版本) as its text stands; nothing inherited is filled in.
 * `cumulative`: a higher level includes all requirements of the lower ones.
 */
export type Edition<Id extends EditionId = EditionId> = {
  readonly id: Id
  readonly title: Stated<string>
  readonly source: Stated<string>
  readonly year: Stated<number>
  readonly status: Stated<string>
  readonly inheritsFrom?: InheritsFrom
  readonly occupation?: Occupation
  readonly levels: readonly EditionLevel[]
  readonly levelsNote?: Stated<string>
  readonly basics: Basics
  readonly functions: readonly OccupationalFunction[]
  readonly weights: { readonly [Key in WeightKey]?: WeightTables }
  readonly weightsKey?: Stated<string>
  readonly weightsNote?: Stated<string>
  readonly teachers?: Stated<readonly { readonly levels: readonly GradedLevel[]; readonly requirement: string }[]>
  readonly venues?: Stated<readonly { readonly use: string; readonly text: string }[]>
  readonly textbook?: Stated<string>
  readonly exam?: EditionExam
  readonly cumulative?: Stated<boolean>
}
