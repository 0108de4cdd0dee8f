import { z } from 'zod'
import { GapId, GapRubric, MOST_GAPS, gapFault, gapTexts } from '../../core/gaps/gaps.ts'
import { OptionId } from '../../core/option.ts'
import { Prose } from '../../core/text/prose.ts'

/** A text with gaps, each to be filled from its own list. QTI 3: `qti-inline-choice-interaction`, one for each gap. */
export const INLINE_CHOICE_VERSION = 1

const distinct = (list: readonly { readonly id: string }[]) => new Set(list.map(one => one.id)).size === list.length
const InlineOption = z.strictObject({ id: OptionId, text: z.string().trim().min(1).max(200) })
const InlineGap = z.strictObject({
  id: GapId,
  options: z.array(InlineOption).min(2).max(12).refine(distinct, { error: 'option ids repeat' }),
})
export type InlineGap = z.infer<typeof InlineGap>

export const InlineChoiceContent = z
  .strictObject({ version: z.literal(1), stem: Prose, gaps: z.array(InlineGap).min(1).max(MOST_GAPS) })
  .superRefine(({ stem, gaps }, context) => {
    const fault = gapFault(
      gaps.map(gap => gap.id),
      stem.flatMap(gapTexts),
    )
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault, path: ['gaps'] })
  })
export type InlineChoiceContent = z.infer<typeof InlineChoiceContent>

const Filled = z
  .array(z.strictObject({ id: GapId, optionId: OptionId }))
  .max(MOST_GAPS)
  .refine(distinct, { error: 'gap ids repeat' })

export const InlineChoiceKey = z.strictObject({ version: z.literal(1), gaps: Filled.min(1), explanation: Prose.nullable().default(null) })
export type InlineChoiceKey = z.infer<typeof InlineChoiceKey>

/** What was chosen; gaps left open are not named. */
export const InlineChoiceResponse = z.strictObject({ version: z.literal(1), gaps: Filled })
export type InlineChoiceResponse = z.infer<typeof InlineChoiceResponse>

export const InlineChoicePublic = InlineChoiceContent
export type InlineChoicePublic = z.infer<typeof InlineChoicePublic>

export const InlineChoiceRubric = GapRubric
export type InlineChoiceRubric = z.infer<typeof InlineChoiceRubric>
