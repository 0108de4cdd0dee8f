import { z } from 'zod'
import { GapId, MOST_GAPS } from './gaps.ts'
import { Prose } from '../text/prose.ts'

/** Gaps that are written into: shared by texts with gaps and by tables with gaps. */

/** `unit` is printed behind the gap; `width` is a hint for the eye and says nothing about the length of what is right. */
export const WrittenGap = z.strictObject({
  id: GapId,
  kind: z.enum(['text', 'number']),
  unit: z.string().trim().min(1).max(20).nullable().default(null),
  width: z.enum(['small', 'medium', 'large']).default('medium'),
})
export type WrittenGap = z.infer<typeof WrittenGap>
export const WrittenGaps = z.array(WrittenGap).min(1).max(MOST_GAPS)

/** A decimal number as text: what is right is never a binary fraction. */
export const DecimalText = z.string().regex(/^-?\d{1,30}(\.\d{1,20})?$/)

const NumberGapKey = z.strictObject({
  id: GapId,
  kind: z.literal('number'),
  value: DecimalText,
  /** Greatest distance from `value` that is still right. */
  tolerance: DecimalText.refine(text => !text.startsWith('-'), { error: 'a tolerance is not negative' }).default('0'),
  /** Units that may be written behind the number; a number without a unit is right as well, another unit is wrong. */
  units: z.array(z.string().trim().min(1).max(20)).max(20).default([]),
})
const TextGapKey = z.strictObject({
  id: GapId,
  kind: z.literal('text'),
  accept: z.array(z.string().trim().min(1).max(200)).min(1).max(30),
  ignoreCase: z.boolean().default(true),
  ignoreSpace: z.boolean().default(true),
})
export const WrittenGapKey = z.discriminatedUnion('kind', [NumberGapKey, TextGapKey])
export type WrittenGapKey = z.infer<typeof WrittenGapKey>
export type NumberGapKey = z.infer<typeof NumberGapKey>
export type TextGapKey = z.infer<typeof TextGapKey>

const distinct = (gaps: readonly { readonly id: string }[]) => new Set(gaps.map(gap => gap.id)).size === gaps.length

export const WrittenKey = z.strictObject({
  version: z.literal(1),
  gaps: z.array(WrittenGapKey).min(1).max(MOST_GAPS).refine(distinct, { error: 'gap ids repeat' }),
  explanation: Prose.nullable().default(null),
})
export type WrittenKey = z.infer<typeof WrittenKey>

export const MOST_GAP_CHARACTERS = 200

/** What was written into the gaps; gaps left empty are not named. */
export const WrittenResponse = z.strictObject({
  version: z.literal(1),
  gaps: z
    .array(z.strictObject({ id: GapId, text: z.string().max(MOST_GAP_CHARACTERS) }))
    .max(MOST_GAPS)
    .refine(distinct, { error: 'gap ids repeat' }),
})
export type WrittenResponse = z.infer<typeof WrittenResponse>
