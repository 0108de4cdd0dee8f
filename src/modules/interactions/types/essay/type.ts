import type { z } from 'zod'
import { CriteriaEvidence, CriteriaKey, CriteriaRubric } from '../../core/credit/criteria.ts'
import { WrittenContent } from '../../core/text/written-item.ts'
import { WrittenText } from '../../core/text/written-text.ts'

/** A longer text, marked by a person. QTI 3: `qti-extended-text-interaction`. */
export const ESSAY_VERSION = 1

export const EssayContent = WrittenContent
export type EssayContent = z.infer<typeof EssayContent>

export const EssayKey = CriteriaKey
export type EssayKey = z.infer<typeof EssayKey>

export const EssayResponse = WrittenText
export type EssayResponse = z.infer<typeof EssayResponse>

/** What candidates get: nothing of the content is secret, what is right stands in the key alone. */
export type EssayPublic = EssayContent

export const EssayRubric = CriteriaRubric
export type EssayRubric = z.infer<typeof EssayRubric>

export const EssayEvidence = CriteriaEvidence
export type EssayEvidence = z.infer<typeof EssayEvidence>
