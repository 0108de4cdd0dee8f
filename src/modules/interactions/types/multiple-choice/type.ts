import { z } from 'zod'
import { ChoiceRubric } from '../../core/credit/choice-credit.ts'
import { OptionId, Options, PlainOptions } from '../../core/option.ts'
import { Prose } from '../../core/text/prose.ts'

/** Multiple choice: one or more options are right. QTI 3: `qti-choice-interaction` with `max-choices="0"`. */
export const MULTIPLE_CHOICE_VERSION = 2

const Version2 = z.strictObject({ version: z.literal(2), stem: Prose, options: Options })
const Version1 = z
  .strictObject({ version: z.literal(1), stem: Prose, options: PlainOptions })
  .transform(old => ({ version: 2 as const, stem: old.stem, options: old.options.map(o => ({ ...o, pinned: false })) }))

export const MultipleChoiceContent = z.union([Version2, Version1])
export type MultipleChoiceContent = z.infer<typeof MultipleChoiceContent>

const distinct = (ids: readonly string[]) => new Set(ids).size === ids.length
export const MOST_OPTIONS = 8
const OptionIds = z.array(OptionId).max(MOST_OPTIONS).refine(distinct, { error: 'option ids repeat' })

export const MultipleChoiceKey = z.strictObject({
  version: z.literal(1),
  optionIds: OptionIds.min(1),
  explanation: Prose.nullable().default(null),
})
export type MultipleChoiceKey = z.infer<typeof MultipleChoiceKey>

/** A set of option ids, written in the order of their names so that equal sets are equal text. */
export const MultipleChoiceResponse = z.strictObject({ version: z.literal(1), optionIds: OptionIds.transform(ids => [...ids].sort()) })
export type MultipleChoiceResponse = z.infer<typeof MultipleChoiceResponse>

export const MultipleChoicePublic = z.strictObject({ version: z.literal(2), stem: Prose, options: Options })
export type MultipleChoicePublic = z.infer<typeof MultipleChoicePublic>

export const MultipleChoiceRubric = ChoiceRubric
export type MultipleChoiceRubric = z.infer<typeof MultipleChoiceRubric>
