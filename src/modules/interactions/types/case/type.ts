import { z } from 'zod'
import { PART_TYPES } from '../../core/interaction-type.ts'
import { OptionId } from '../../core/option.ts'
import { Prose } from '../../core/text/prose.ts'

/** A stimulus with several parts, each an item of its own type. QTI 3: one `qti-assessment-item` with several interactions. */
export const CASE_VERSION = 1

export const PartType = z.enum(PART_TYPES)
export type PartType = z.infer<typeof PartType>

const distinct = (list: readonly { readonly id: string }[]) => new Set(list.map(one => one.id)).size === list.length
const PartDocument = z.record(z.string(), z.unknown())

/** `marks` are hundredths; where the parts do not add up to the marks of the item they are shares of it. */
const Part = z.strictObject({ id: OptionId, type: PartType, marks: z.number().int().min(1).max(100_000), content: PartDocument })
export type Part = z.infer<typeof Part>

/** The shape of a case. What stands inside the parts is judged by their own types, see `case.ts`. */
export const CaseContent = z.strictObject({
  version: z.literal(1),
  stimulus: Prose,
  parts: z.array(Part).min(1).max(12).refine(distinct, { error: 'part ids repeat' }),
})
export type CaseContent = z.infer<typeof CaseContent>

export const CaseKey = z.strictObject({
  version: z.literal(1),
  parts: z
    .array(z.strictObject({ id: OptionId, key: PartDocument }))
    .min(1)
    .max(12)
    .refine(distinct, { error: 'part ids repeat' }),
  explanation: Prose.nullable().default(null),
})
export type CaseKey = z.infer<typeof CaseKey>

/** The responses of the parts; parts left blank are not named. */
export const CaseResponse = z.strictObject({
  version: z.literal(1),
  parts: z
    .array(z.strictObject({ id: OptionId, response: PartDocument }))
    .max(12)
    .refine(distinct, { error: 'part ids repeat' }),
})
export type CaseResponse = z.infer<typeof CaseResponse>

export const CasePublic = CaseContent
export type CasePublic = z.infer<typeof CasePublic>

/** Rubrics of the parts; a part not named has the usual one of its type. */
export const CaseRubric = z.strictObject({
  version: z.literal(1).default(1),
  parts: z
    .array(z.strictObject({ id: OptionId, rubric: PartDocument }))
    .max(12)
    .refine(distinct, { error: 'part ids repeat' })
    .default([]),
})
export type CaseRubric = z.infer<typeof CaseRubric>

/** Evidence of the parts that a person marks; parts without any are not named. */
export const CaseEvidence = z.strictObject({
  version: z.literal(1),
  parts: z
    .array(z.strictObject({ id: OptionId, evidence: PartDocument }))
    .max(12)
    .refine(distinct, { error: 'part ids repeat' }),
})
export type CaseEvidence = z.infer<typeof CaseEvidence>
