import { z } from 'zod'
import { CriteriaEvidence, CriteriaKey, CriteriaRubric } from '../../core/credit/criteria.ts'
import { Prose } from '../../core/text/prose.ts'
import { WordLimits, WrittenText } from '../../core/text/written-text.ts'

/** A longer text, marked by a person. QTI 3: `qti-extended-text-interaction`. */
export const ESSAY_VERSION = 1

export const EssayContent = z.strictObject({ version: z.literal(1), stem: Prose, words: WordLimits })
export type EssayContent = z.infer<typeof EssayContent>

export const EssayKey = CriteriaKey
export type EssayKey = z.infer<typeof EssayKey>

export const EssayResponse = WrittenText
export type EssayResponse = z.infer<typeof EssayResponse>

export const EssayPublic = EssayContent
export type EssayPublic = z.infer<typeof EssayPublic>

export const EssayRubric = CriteriaRubric
export type EssayRubric = z.infer<typeof EssayRubric>

export const EssayEvidence = CriteriaEvidence
export type EssayEvidence = z.infer<typeof EssayEvidence>
