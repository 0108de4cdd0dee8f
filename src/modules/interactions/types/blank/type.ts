import { z } from 'zod'
import { WrittenGaps, WrittenKey, WrittenResponse } from '../../core/gaps/written-gaps.ts'
import { GapRubric, gapFault, gapTexts } from '../../core/gaps/gaps.ts'
import { Prose } from '../../core/text/prose.ts'

/** A text with gaps to write into. QTI 3: `qti-text-entry-interaction` in running text, one for each gap. */
export const BLANK_VERSION = 1

export const BlankContent = z
  .strictObject({ version: z.literal(1), stem: Prose, gaps: WrittenGaps })
  .superRefine(({ stem, gaps }, context) => {
    const fault = gapFault(
      gaps.map(gap => gap.id),
      stem.flatMap(gapTexts),
    )
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault, path: ['gaps'] })
  })
export type BlankContent = z.infer<typeof BlankContent>

export const BlankKey = WrittenKey
export type BlankKey = z.infer<typeof BlankKey>

export const BlankResponse = WrittenResponse
export type BlankResponse = z.infer<typeof BlankResponse>

/** Nothing of the content is secret: what is right stands in the key alone. */
export const BlankPublic = BlankContent
export type BlankPublic = z.infer<typeof BlankPublic>

export const BlankRubric = GapRubric
export type BlankRubric = z.infer<typeof BlankRubric>
