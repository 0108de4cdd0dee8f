import { z } from 'zod'
import { ChoiceRubric } from '../../core/credit/choice-credit.ts'
import { OptionId } from '../../core/option.ts'
import { Picture } from '../../core/text/picture.ts'
import { Prose } from '../../core/text/prose.ts'

/** Areas of a picture to be chosen. QTI 3: `qti-hotspot-interaction`. */
export const HOT_AREA_VERSION = 1

const at = z.number().int().min(0).max(10_000)
const length = z.number().int().min(1).max(10_000)
const Shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rect'), x: at, y: at, width: length, height: length }),
  z.strictObject({ kind: z.literal('circle'), x: at, y: at, radius: length }),
  z.strictObject({
    kind: z.literal('polygon'),
    points: z
      .array(z.strictObject({ x: at, y: at }))
      .min(3)
      .max(40),
  }),
])
/** In pixels of the picture, from its upper left corner. */
export type Shape = z.infer<typeof Shape>

/** `label` is what a person reads who cannot see the picture: it names the area and does not say whether it is right. */
const Area = z.strictObject({ id: OptionId, label: z.string().trim().min(1).max(100), shape: Shape })
export type Area = z.infer<typeof Area>

const distinct = (ids: readonly string[]) => new Set(ids).size === ids.length

/** `most` is how many areas may be chosen. */
export const HotAreaContent = z
  .strictObject({
    version: z.literal(1),
    stem: Prose,
    picture: Picture,
    areas: z
      .array(Area)
      .min(2)
      .max(30)
      .refine(areas => distinct(areas.map(area => area.id)), { error: 'area ids repeat' }),
    most: z.number().int().min(1).max(30).default(1),
  })
  .superRefine(({ picture, areas }, context) => {
    for (const { id, shape } of areas)
      if (!isWithin(shape, picture)) context.addIssue({ code: 'custom', message: `area ${id} leaves the picture`, path: ['areas'] })
  })
export type HotAreaContent = z.infer<typeof HotAreaContent>

function isWithin(shape: Shape, { width, height }: Picture): boolean {
  switch (shape.kind) {
    case 'rect':
      return shape.x + shape.width <= width && shape.y + shape.height <= height
    case 'circle':
      return shape.x <= width && shape.y <= height
    case 'polygon':
      return shape.points.every(point => point.x <= width && point.y <= height)
  }
}

export const MOST_AREAS = 30
const AreaIds = z
  .array(OptionId)
  .max(MOST_AREAS)
  .refine(distinct, { error: 'area ids repeat' })
  .transform(ids => [...ids].sort())

export const HotAreaKey = z.strictObject({
  version: z.literal(1),
  areaIds: AreaIds.refine(ids => ids.length > 0, { error: 'no area is right' }),
  explanation: Prose.nullable().default(null),
})
export type HotAreaKey = z.infer<typeof HotAreaKey>

export const HotAreaResponse = z.strictObject({ version: z.literal(1), areaIds: AreaIds })
export type HotAreaResponse = z.infer<typeof HotAreaResponse>

export const HotAreaPublic = HotAreaContent
export type HotAreaPublic = z.infer<typeof HotAreaPublic>

export const HotAreaRubric = ChoiceRubric
export type HotAreaRubric = z.infer<typeof HotAreaRubric>
