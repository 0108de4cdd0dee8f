import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import type { EditionDiff } from './core/diff/diff.ts'
import { SECTIONS } from './core/diff/facts.ts'
import { resolvedEditionSchema, statedSchema } from './core/schema/edition-schema.ts'
import { EDITION_IDS } from './core/registry.ts'
import type { EditionSummary } from './core/summary.ts'

export type {
  AgePredicate,
  ApprenticeshipPredicate,
  CertificatePredicate,
  Clause,
  EducationDegree,
  EducationPredicate,
  GradedLevel,
  LevelCode,
  Predicate,
  TitlePredicate,
  TitleRank,
  TrainingPredicate,
  WorkPredicate,
} from './core/clause.ts'
export type {
  Basics,
  CalendarRule,
  Edition,
  EditionClause,
  EditionExam,
  EditionId,
  EditionLevel,
  InheritableField,
  KnowledgeArea,
  LevelReview,
  Occupation,
  OccupationalFunction,
  Part,
  Stated,
  Task,
  TrainingModule,
  WeightKey,
  WeightRow,
  WeightTables,
} from './core/edition.ts'
export { EDITIONS, EDITION_IDS, allEditions, editionOf, findEdition, isEditionId } from './core/registry.ts'
export { type Origin, type ResolvedEdition, originOf } from './core/resolve.ts'
export { editionSchema, resolvedEditionSchema } from './core/schema/edition-schema.ts'
export { type EditionSummary, summaryOf } from './core/summary.ts'
export {
  PROVENANCE_WORDS,
  type Provenance,
  type ProvenanceText,
  isProvenanceText,
  parseProvenance,
  provenanceText,
} from './core/provenance.ts'

export {
  LEVEL_CODES,
  type WorkType,
  chosenWorkType,
  includedLevels,
  isCumulative,
  isLevelCode,
  levelCodes,
  levelOf,
  levelOrder,
  levelsNamed,
  requirementsOf,
  workTypes,
  workTypesOf,
} from './core/level/levels.ts'
export { type HoursDemand, type TrainingTrack, hoursDemand, hoursMissing, trainingHours } from './core/level/hours.ts'
export {
  WHOLE,
  type WeightFault,
  type WeightLeaf,
  totalWeight,
  weightFaults,
  weightLeaves,
  weightTable,
  weightTables,
} from './core/level/weights.ts'
export { type WorkContent, findWorkContent, workContents } from './core/level/work-contents.ts'
export { EVIDENCE_WORDS, type EvidenceKind, evidenceFor, levelsNeeded, reachableLevels } from './core/level/evidence.ts'

export {
  type ClockSpan,
  type ExamTimes,
  type PartTime,
  type ReviewTime,
  examTimes,
  isSkillOnly,
  reviewLevels,
} from './core/exam/exam-times.ts'
export { type ItemPattern, type PassRule, type ReviewMinimum, itemPatterns, passRule } from './core/exam/pass-rule.ts'
export {
  type ExamStructure,
  type RegistrationDeadlines,
  type StaffRatios,
  calendarRule,
  examStructure,
  registrationDeadlines,
  staffRatios,
  trainingModules,
} from './core/exam/structure.ts'

export type {
  ExaminedScheme,
  NumberFormatId,
  Scheme,
  SchemeCalendar,
  SchemeId,
  SchemeParameters,
  SchemeYears,
  SessionKind,
} from './core/scheme/scheme.ts'
export { SCHEMES } from './core/scheme/schemes.ts'
export {
  type OpenLevel,
  examinedHere,
  findScheme,
  isLevelOpen,
  isSchemeId,
  numberFormatOn,
  schemeDeadlines,
  schemeStructure,
  schemeYear,
  usableEdition,
} from './core/scheme/scheme-rules.ts'

export { type Alias, headingCorrection, leastYearsIn, partNamed, trainingModuleName, wordsFor } from './core/terms/aliases.ts'
export { EQUIVALENCES, type Equivalence, type IndustryStep, certainLevel, nationalLevels } from './core/terms/equivalence.ts'
export { COURSE_KINDS, type CourseKind, type CourseLength, earnsCompletionProof } from './core/terms/course-kinds.ts'

export { type Change, type EditionDiff, type Side, diffEditions } from './core/diff/diff.ts'
export { type Fact, SECTIONS, type SectionId, factsOf } from './core/diff/facts.ts'
export { mayReadStandard } from './core/policy.ts'
export { type StandardRefusalCode, standardRefusals } from './core/refusals.ts'

const editionId = z.enum(EDITION_IDS)
const levelCode = z.enum(['L5', 'L4', 'L3', 'L2', 'L1', 'S'])
const summarySchema = z.strictObject({
  id: editionId,
  title: statedSchema(z.string()),
  year: statedSchema(z.int()),
  status: statedSchema(z.string()),
  inheritsFrom: editionId.nullable(),
  levels: z.array(z.strictObject({ code: levelCode, name: statedSchema(z.string()) })),
  workTypes: z.array(z.string()),
}) as unknown as z.ZodType<EditionSummary, EditionSummary>

const side = z.strictObject({ value: z.unknown(), provenance: z.string(), edition: editionId })
const path = z.array(z.string())
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), path, to: side }),
  z.strictObject({ kind: z.literal('removed'), path, from: side }),
  z.strictObject({ kind: z.literal('changed'), path, from: side, to: side }),
])
const sectionId = z.enum(SECTIONS.map(section => section.id))
const diffSchema = z.strictObject({
  from: editionId,
  to: editionId,
  sections: z.array(z.strictObject({ id: sectionId, zh: z.string(), en: z.string(), changes: z.array(change) })),
}) as unknown as z.ZodType<EditionDiff, EditionDiff>

export const listEditions = endpoint({
  method: 'GET',
  path: '/api/standard/editions',
  summary: '标准版本目录',
  reply: z.strictObject({ editions: z.array(summarySchema).readonly() }),
})

export const showEdition = endpoint({
  method: 'GET',
  path: '/api/standard/editions/:editionId',
  summary: '一个标准版本的全部内容及其来源（含继承部分）',
  params: z.strictObject({ editionId: z.string().max(100) }),
  reply: resolvedEditionSchema,
  refusals: ['edition-unknown'],
})

export const compareEditions = endpoint({
  method: 'GET',
  path: '/api/standard/diff',
  summary: '两个标准版本的逐项对比',
  query: z.strictObject({ from: z.string().max(100), to: z.string().max(100) }),
  reply: diffSchema,
  refusals: ['edition-unknown'],
})
