import type { z } from 'zod'
import { CriteriaEvidence, CriteriaKey, CriteriaRubric } from '../../core/credit/criteria.ts'
import { WrittenContent } from '../../core/text/written-item.ts'
import { WrittenText } from '../../core/text/written-text.ts'

/** A response of a few sentences, marked by a person. QTI 3: `qti-extended-text-interaction`. */
export const SHORT_ANSWER_VERSION = 1

export const ShortAnswerContent = WrittenContent
export type ShortAnswerContent = z.infer<typeof ShortAnswerContent>

export const ShortAnswerKey = CriteriaKey
export type ShortAnswerKey = z.infer<typeof ShortAnswerKey>

export const ShortAnswerResponse = WrittenText
export type ShortAnswerResponse = z.infer<typeof ShortAnswerResponse>

/** What candidates get: nothing of the content is secret, what is right stands in the key alone. */
export type ShortAnswerPublic = ShortAnswerContent

export const ShortAnswerRubric = CriteriaRubric
export type ShortAnswerRubric = z.infer<typeof ShortAnswerRubric>

export const ShortAnswerEvidence = CriteriaEvidence
export type ShortAnswerEvidence = z.infer<typeof ShortAnswerEvidence>
