import { z } from 'zod'
import type { Predicate } from '../clause.ts'
import type { Edition, Stated, WeightKey } from '../edition.ts'
import { isProvenanceText, type ProvenanceText } from '../provenance.ts'
import { EDITION_IDS } from '../registry.ts'
import type { ResolvedEdition } from '../resolve.ts'

/*
 * The shape of an edition as JSON: the import source is read with it, replies are described by it.
 * Objects are strict, so a misspelt or new field is noticed instead of lost.
 */
const provenance = z
  .string()
  .refine(isProvenanceText)
  .meta({ description: 'seed | found:<source> | reconstructed' }) as unknown as z.ZodType<ProvenanceText, ProvenanceText>
const editionId = z.enum(EDITION_IDS)
const graded = z.enum(['L5', 'L4', 'L3', 'L2', 'L1'])
const levelCode = z.enum(['L5', 'L4', 'L3', 'L2', 'L1', 'S'])
const part = z.enum(['theory', 'skill'])
const scope = z.enum(['occupation', 'related'])
const texts = z.array(z.string())
const count = z.int().min(0)

function stated<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, provenance })
}
const statedText = stated(z.string())
const since = z.templateLiteral([z.enum(['cert:', 'title:']), z.string()]).nullable()

const predicate = z.discriminatedUnion('p', [
  z.strictObject({ p: z.literal('work'), minYears: count, continuous: z.boolean(), scope, since, mode: z.enum(['regular', 'probation']) }),
  z.strictObject({ p: z.literal('certificate'), level: graded, scope }),
  z.strictObject({ p: z.literal('training'), level: graded, hours: z.literal('standard'), completion: z.literal(true) }),
  z.strictObject({
    p: z.literal('education'),
    min: z.enum(['secondary', 'associate', 'bachelor', 'master']),
    major: z.enum(['own', 'other', 'ownOrRelated', 'any']),
    aim: z.enum(['intermediate', 'advanced']).nullable(),
    institutions: texts.nullable(),
    approvedBy: z.enum(['labourAuthority', 'evaluation']).nullable(),
    status: z.enum(['graduate', 'graduateOrFinalYear', 'graduateOrFinalTerm', 'finalYear']),
  }),
  z.strictObject({ p: z.literal('apprenticeship'), scope, completed: z.literal(true) }),
  z.strictObject({ p: z.literal('title'), rank: z.enum(['junior', 'intermediate', 'senior']), match: z.literal('profession') }),
  z.strictObject({ p: z.literal('age'), min: count }),
]) as unknown as z.ZodType<Predicate, Predicate>

const occupation = z.strictObject({
  code: statedText.exactOptional(),
  definition: statedText.exactOptional(),
  definitionVariant: statedText.exactOptional(),
  environment: stated(texts).exactOptional(),
  baseEducation: stated(z.string().nullable()).exactOptional(),
  abilities: stated(z.union([z.string(), z.strictObject({ veryImportantOrImportant: texts, rated: texts })])).exactOptional(),
  audience: statedText.exactOptional(),
  workTypes: stated(z.union([texts, z.array(z.strictObject({ name: z.string(), levels: z.array(levelCode) }))])).exactOptional(),
  note: statedText.exactOptional(),
})

const review = z.strictObject({
  kind: stated(z.enum(['thesisWrittenDefence', 'comprehensiveReview', 'documentsAndDefence'])),
  minutes: stated(z.int().positive()),
  time: statedText.exactOptional(),
  thesisVia: statedText.exactOptional(),
  required: stated(z.boolean()),
})
const positive = z.int().positive().nullable()
const nationalGrade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.null()])
const clockSpan = z
  .string()
  .regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
  .nullable()
const level = z.strictObject({
  code: stated(levelCode),
  name: statedText,
  nationalGrade: stated(nationalGrade),
  trainingHours: stated(positive),
  eligibility: z.array(z.strictObject({ id: z.string(), text: z.string(), all: z.array(predicate).min(1), provenance })),
  theoryMinutes: stated(positive),
  skillMinutes: stated(positive),
  theoryTime: stated(clockSpan),
  skillTime: stated(clockSpan),
  review: review.exactOptional(),
  note: statedText.exactOptional(),
})

const knowledgeArea = z.strictObject({
  area: z.string(),
  items: texts,
  variant: texts.exactOptional(),
  provenance,
  note: z.string().exactOptional(),
})
const basics = z.strictObject({
  ethics: z.array(z.strictObject({ item: z.string(), provenance })),
  knowledgeAreas: z.array(knowledgeArea),
})
const task = z.strictObject({ name: z.string(), nameProvenance: provenance.exactOptional(), skills: texts, knowledge: texts, provenance })
const occupationalFunction = z.strictObject({
  level: levelCode,
  workType: z.string().exactOptional(),
  function: z.string(),
  functionProvenance: provenance,
  tasks: z.array(task).min(1),
  note: z.string().exactOptional(),
})
const percent = count.max(100)
const leaf = z.strictObject({ area: z.string(), weight: percent, provenance })
const weightRow = leaf.extend({ children: z.array(leaf).exactOptional() })
const weightTables = z.strictObject({ theory: z.array(weightRow), skill: z.array(weightRow) })
const weightKey = z.string().regex(/^(L[1-5]|S)(:.+)?$/) as unknown as z.ZodType<WeightKey, WeightKey> & z.core.$ZodRecordKey

const trainingModule = z.strictObject({ code: z.string(), name: z.string() })
const dataUpTo = stated(z.enum(['province', 'nation']))
const processRules = z.strictObject({
  modules: stated(z.array(trainingModule)),
  moduleParts: stated(z.array(part)).exactOptional(),
  organiser: statedText.exactOptional(),
  registrationDeadlineDaysBefore: stated(count).exactOptional(),
  dataUpTo: dataUpTo.exactOptional(),
  gate: statedText.exactOptional(),
  skillItemTypes: stated(texts).exactOptional(),
})
const finalRules = z.strictObject({
  organiser: statedText,
  registrationDeadlineDaysBefore: stated(count),
  dataUpTo,
  covers: stated(z.literal('allModules')),
  skillItemTypes: stated(texts),
})
const months = z.array(z.int().min(1).max(12)).min(1)
const calendar = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rule'), months, day: z.literal('lastSunday'), onPublicHoliday: z.literal('shiftOneWeekLater') }),
  z.strictObject({ kind: z.literal('windows'), windows: z.array(z.strictObject({ months })), perYear: z.string() }),
])
const passRule = z.strictObject({
  scale: count,
  theoryMin: count,
  skillMin: count,
  reviewMin: count.exactOptional(),
  both: z.boolean().exactOptional(),
  all: z.boolean().exactOptional(),
})
const ratio = z.templateLiteral([z.number(), ':', z.number()])
const ratios = z.strictObject({
  theoryInvigilatorsPerCandidates: ratio,
  minInvigilatorsPerRoom: count,
  skillAssessorsPerCandidates: ratio,
  minSkillAssessors: count,
  skillAssessorsOdd: z.boolean(),
  minReviewers: count,
  reviewersOdd: z.boolean(),
})
const exam = z.strictObject({
  delivery: statedText,
  components: stated(z.array(part)).exactOptional(),
  process: processRules.exactOptional(),
  final: finalRules.exactOptional(),
  theoryItemTypes: stated(z.array(z.enum(['single', 'multiple']))).exactOptional(),
  passRule: stated(passRule).exactOptional(),
  reviewLevels: stated(z.array(graded)).exactOptional(),
  theoryItemPatterns: stated(z.array(z.strictObject({ single: count, judge: count, pointsEach: count }))).exactOptional(),
  theoryMinutesAllowed: stated(z.array(count)).exactOptional(),
  skillMinutesUsual: stated(count).exactOptional(),
  openLevels: stated(z.array(graded)).exactOptional(),
  calendar: stated(calendar).exactOptional(),
  venues: stated(z.strictObject({ theory: z.string(), skill: z.string(), review: z.string() })).exactOptional(),
  ratios: stated(ratios).exactOptional(),
  ratiosNote: statedText.exactOptional(),
  room: stated(z.strictObject({ servers: count, managementMachines: count, candidateMachinesMin: count, cameras: count })).exactOptional(),
})

const field = z.enum(['basics', 'functions', 'weights', 'exam', 'levels[].trainingHours', 'levels[].eligibility'])
const edition = z.strictObject({
  id: editionId,
  title: statedText,
  source: statedText,
  year: stated(z.int()),
  status: statedText,
  inheritsFrom: z.strictObject({ value: editionId, fields: z.array(field), provenance }).exactOptional(),
  occupation: occupation.exactOptional(),
  levels: z.array(level).min(1),
  levelsNote: statedText.exactOptional(),
  basics,
  functions: z.array(occupationalFunction),
  weights: z.record(weightKey, weightTables),
  weightsKey: statedText.exactOptional(),
  weightsNote: statedText.exactOptional(),
  teachers: stated(z.array(z.strictObject({ levels: z.array(graded), requirement: z.string() }))).exactOptional(),
  venues: stated(z.array(z.strictObject({ use: z.string(), text: z.string() }))).exactOptional(),
  textbook: statedText.exactOptional(),
  exam: exam.exactOptional(),
  cumulative: stated(z.boolean()).exactOptional(),
})

/** A value with its provenance, for replies that pick single fields of an edition. */
export function statedSchema<T extends z.ZodType>(value: T): z.ZodType<Stated<z.output<T>>, Stated<z.input<T>>> {
  return stated(value) as unknown as z.ZodType<Stated<z.output<T>>, Stated<z.input<T>>>
}

/** An edition as its text stands; the form of one entry of data/standards.json. */
export const editionSchema: z.ZodType<Edition, unknown> = edition

/** An edition with everything it inherits, and whose text each inherited part is. */
export const resolvedEditionSchema = edition.extend({
  origins: z.array(z.strictObject({ path: z.string(), from: editionId })),
}) as unknown as z.ZodType<ResolvedEdition, ResolvedEdition>
