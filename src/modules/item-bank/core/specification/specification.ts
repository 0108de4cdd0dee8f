import { z } from 'zod'
import { IMPORTANCES, type Importance } from '../item.ts'

/** An assessment point (鉴定点) of a specification table (鉴定要素细目表), with the ranges above it. */
export type AssessmentPoint = {
  /** Letters of the ranges and number, joined: `A-A-B-003`. */
  readonly code: string
  readonly name: string
  readonly importance: Importance
  /** Page of the textbook, where it is known. */
  readonly page: number | null
  readonly ranges: readonly { readonly code: string; readonly name: string }[]
  /** Path in the weight table, from the middle range. */
  readonly area: readonly string[]
}
/** A specification table as its file states it. */
export type Specification = {
  readonly editionId: string
  readonly level: string
  readonly part: 'theory' | 'practice'
  readonly provenance: string
  readonly note: string
  readonly textbook: string
  readonly points: readonly AssessmentPoint[]
}

const words = (name: string, en: string, most: number) =>
  z
    .string({ error: `缺少${name}|${en} is missing` })
    .trim()
    .min(1, { error: `${name}为空|${en} is empty` })
    .max(most, { error: `${name}超过${most}个字符|${en} is longer than ${most} characters` })
const RangeCode = z.string().regex(/^[A-Z]{1,2}$/, { error: '范围代码应为大写字母|the code of a range is one or two capitals' })
const filled = <Each extends z.ZodType>(each: Each, name: string, en: string) =>
  z.array(each, { error: `缺少${name}|${en} missing` }).min(1, { error: `${name}为空|no ${en}` })

const Point = z.strictObject({
  code: z.string().regex(/^\d{3}$/, { error: '鉴定点编号应为三位数字|the number of a point has three digits' }),
  name: words('鉴定点名称', 'the name of the point', 80),
  importance: z.enum(IMPORTANCES, { error: '重要程度应为X、Y或Z|the importance is not X, Y or Z' }),
  page: z.int().min(1).nullable().default(null),
})
const SmallRange = z.strictObject({
  code: RangeCode,
  name: words('小范围名称', 'the name of the range', 80),
  points: filled(Point, '鉴定点', 'points'),
})
const MiddleRange = z.strictObject({
  code: RangeCode,
  name: words('中范围名称', 'the name of the range', 80),
  area: filled(words('知识范围', 'the area', 60), '知识范围', 'the area'),
  ranges: filled(SmallRange, '小范围', 'ranges'),
})
const GreatRange = z.strictObject({
  code: RangeCode,
  name: words('大范围名称', 'the name of the range', 80),
  ranges: filled(MiddleRange, '中范围', 'ranges'),
})

/** The file format of a specification table. */
export const SpecificationFile = z.strictObject({
  edition: words('标准版本', 'the edition', 64),
  level: words('职业等级', 'the level', 8),
  part: z.enum(['theory', 'practice'], { error: '科目应为theory或practice|the part is theory or practice' }).default('theory'),
  provenance: words('来源性质', 'the provenance', 40),
  note: z.string().max(500).default(''),
  textbook: z.string().max(200).default(''),
  ranges: filled(GreatRange, '大范围', 'ranges'),
})
export type SpecificationFile = z.infer<typeof SpecificationFile>

/** Every point of a file with its full code, in the order of the file. */
export function pointsOf({ ranges }: SpecificationFile): AssessmentPoint[] {
  return ranges.flatMap(great =>
    great.ranges.flatMap(middle =>
      middle.ranges.flatMap(small => {
        const above = [great, middle, small].map(({ code, name }) => ({ code, name }))
        return small.points.map(point => ({
          ...point,
          code: [...above.map(range => range.code), point.code].join('-'),
          ranges: above,
          area: middle.area,
        }))
      }),
    ),
  )
}
