import { z } from 'zod'
import { CriteriaEvidence, CriteriaKey, CriteriaRubric } from '../../core/credit/criteria.ts'
import { Prose } from '../../core/text/prose.ts'
import { WordLimits, WrittenText } from '../../core/text/written-text.ts'

/** A response of a few sentences, marked by a person. QTI 3: `qti-extended-text-interaction`. */
export const SHORT_ANSWER_VERSION = 1

export const ShortAnswerContent = z.strictObject({ version: z.literal(1), stem: Prose, words: WordLimits })
export type ShortAnswerContent = z.infer<typeof ShortAnswerContent>

export const ShortAnswerKey = CriteriaKey
export type ShortAnswerKey = z.infer<typeof ShortAnswerKey>

export const ShortAnswerResponse = WrittenText
export type ShortAnswerResponse = z.infer<typeof ShortAnswerResponse>

export const ShortAnswerPublic = ShortAnswerContent
export type ShortAnswerPublic = z.infer<typeof ShortAnswerPublic>

export const ShortAnswerRubric = CriteriaRubric
export type ShortAnswerRubric = z.infer<typeof ShortAnswerRubric>

export const ShortAnswerEvidence = CriteriaEvidence
export type ShortAnswerEvidence = z.infer<typeof ShortAnswerEvidence>
