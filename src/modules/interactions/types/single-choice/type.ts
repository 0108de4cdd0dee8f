import { z } from 'zod'
import { OptionId, Options, PlainOptions } from '../../core/option.ts'
import { Prose } from '../../core/text/prose.ts'

/** Single choice: exactly one option is right. QTI 3: `qti-choice-interaction` with `max-choices="1"`, `match_correct`. */
export const SINGLE_CHOICE_VERSION = 2

const Version2 = z.strictObject({ version: z.literal(2), stem: Prose, options: Options })
const Version1 = z
  .strictObject({ version: z.literal(1), stem: Prose, options: PlainOptions })
  .transform(old => ({ version: 2 as const, stem: old.stem, options: old.options.map(o => ({ ...o, pinned: false })) }))

export const SingleChoiceContent = z.union([Version2, Version1])
export type SingleChoiceContent = z.infer<typeof SingleChoiceContent>

export const SingleChoiceKey = z.strictObject({ version: z.literal(1), optionId: OptionId, explanation: Prose.nullable().default(null) })
export type SingleChoiceKey = z.infer<typeof SingleChoiceKey>

export const SingleChoiceResponse = z.strictObject({ version: z.literal(1), optionId: OptionId })
export type SingleChoiceResponse = z.infer<typeof SingleChoiceResponse>

export const SingleChoicePublic = z.strictObject({ version: z.literal(2), stem: Prose, options: Options })
export type SingleChoicePublic = z.infer<typeof SingleChoicePublic>

/** A single right option knows no part credit. */
export const SingleChoiceRubric = z.strictObject({ version: z.literal(1).default(1) })
