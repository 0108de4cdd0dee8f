import { z } from 'zod'
import { InteractionType } from '../../../interactions/contract.ts'
import { IMPORTANCES } from '../item.ts'

const DEEPEST = 30

/** Nothing of an item is nested deeper; what is would only be sent to break whoever walks through it. */
function isShallow(value: unknown, left: number = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true
  return left > 0 && Object.values(value).every(inner => isShallow(inner, left - 1))
}

const Document = z.record(z.string(), z.unknown()).refine(value => isShallow(value), '内容嵌套过深。|The content is nested too deeply.')
const PointCode = z.string().regex(/^[A-Z]{1,2}(-[A-Z]{1,2}){1,3}-\d{3}$/, '鉴定点代码应如A-A-B-003。|A point is of the form A-A-B-003.')
const edition = z.string().min(1).max(64)
const level = z.string().min(1).max(8)

/** A placing in another edition or level, by the codes of its specification table. */
export const OtherPlacing = z.strictObject({ editionId: edition, level, points: z.array(PointCode).min(1).max(4) })
export type OtherPlacing = z.infer<typeof OtherPlacing>

/** What a writer states of a draft. Content, key and rubric may still be unfinished: they are judged when the draft is sent. */
export const DraftBody = z.strictObject({
  type: InteractionType,
  content: Document,
  key: Document,
  rubric: Document.nullable().default(null),
  /** Hundredths. */
  marks: z.number().int().min(10).max(10_000),
  area: z.array(z.string().min(1).max(60)).max(4),
  points: z.array(PointCode).max(4).default([]),
  placings: z.array(OtherPlacing).max(10).default([]),
  difficulty: z.number().int().min(1).max(5),
  importance: z.enum(IMPORTANCES),
  seconds: z.number().int().min(1).max(7200).nullable().default(null),
  source: z.string().trim().min(1).max(300).nullable().default(null),
  stimulusVersionId: z.string().max(64).nullable().default(null),
})
export type DraftBody = z.infer<typeof DraftBody>

/** The place of a new item. */
export const DraftPlace = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+){2,4}$/, '试题编号应如L4-EC-001。|An item id is of the form L4-EC-001.'),
  editionId: edition,
  level,
})
export type DraftPlace = z.infer<typeof DraftPlace>
