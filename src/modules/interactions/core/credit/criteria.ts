import { z } from 'zod'
import { OptionId } from '../option.ts'
import { Prose } from '../text/prose.ts'

const Level = z.strictObject({ marks: z.number().int().min(0).max(100_000), text: z.string().trim().min(1).max(500) })

/**
 * What a person looks at when marking. `marks` are hundredths; where they do not add up to the marks of the item they are shares of it.
 * `levels` describe what brings how many of them, best first.
 */
export const Criterion = z.strictObject({
  id: OptionId,
  text: z.string().trim().min(1).max(500),
  marks: z.number().int().min(1).max(100_000),
  levels: z.array(Level).max(10).default([]),
})
export type Criterion = z.infer<typeof Criterion>

const distinct = (list: readonly { readonly id: string }[]) => new Set(list.map(one => one.id)).size === list.length
const levelsWithin = (list: readonly Criterion[]) => list.every(one => one.levels.every(level => level.marks <= one.marks))

/** A key for a person: a reference to compare with, and the criteria that bring the marks. */
export const CriteriaKey = z.strictObject({
  version: z.literal(1),
  reference: Prose,
  criteria: z
    .array(Criterion)
    .min(1)
    .max(20)
    .refine(distinct, { error: 'criterion ids repeat' })
    .refine(levelsWithin, { error: 'a level brings more than its criterion' }),
  explanation: Prose.nullable().default(null),
})
export type CriteriaKey = z.infer<typeof CriteriaKey>

/** Marks a person gave: every criterion of the key once, from 0 to its own marks (hundredths). */
export const CriteriaEvidence = z.strictObject({
  version: z.literal(1),
  criteria: z
    .array(z.strictObject({ id: OptionId, marks: z.number().int().min(0).max(100_000) }))
    .max(20)
    .refine(distinct, { error: 'criterion ids repeat' }),
})
export type CriteriaEvidence = z.infer<typeof CriteriaEvidence>

export const CriteriaRubric = z.strictObject({ version: z.literal(1).default(1) })
export type CriteriaRubric = z.infer<typeof CriteriaRubric>
