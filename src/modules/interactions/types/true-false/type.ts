import { z } from 'zod'
import { Prose } from '../../core/text/prose.ts'

/** A statement that is true or false. QTI 3: `qti-choice-interaction` with two fixed choices, `match_correct`. */
export const TRUE_FALSE_VERSION = 2

const Version2 = z.strictObject({ version: z.literal(2), stem: Prose })
const Version1 = z
  .strictObject({ version: z.literal(1), statement: Prose })
  .transform(old => ({ version: 2 as const, stem: old.statement }))

export const TrueFalseContent = z.union([Version2, Version1])
export type TrueFalseContent = z.infer<typeof TrueFalseContent>

/** The two fixed options; words, not letters or places. */
export const Verdict = z.enum(['true', 'false'])
export type Verdict = z.infer<typeof Verdict>

export const TrueFalseKey = z.strictObject({ version: z.literal(1), verdict: Verdict, explanation: Prose.nullable().default(null) })
export type TrueFalseKey = z.infer<typeof TrueFalseKey>

export const TrueFalseResponse = z.strictObject({ version: z.literal(1), verdict: Verdict })
export type TrueFalseResponse = z.infer<typeof TrueFalseResponse>

export const TrueFalsePublic = z.strictObject({ version: z.literal(2), stem: Prose })
export type TrueFalsePublic = z.infer<typeof TrueFalsePublic>

/** A single right option knows no part credit. */
export const TrueFalseRubric = z.strictObject({ version: z.literal(1).default(1) })
