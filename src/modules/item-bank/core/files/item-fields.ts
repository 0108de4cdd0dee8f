import { z } from 'zod'
import { Prose, paragraphs } from '../../../interactions/contract.ts'
import { IMPORTANCES } from '../item.ts'

/** Texts are `中文|English`, as in every schema a person's input meets. */
export const text = (name: string, en: string, most: number) =>
  z
    .string({ error: `缺少${name}|${en} is missing` })
    .trim()
    .min(1, { error: `${name}为空|${en} is empty` })
    .max(most, { error: `${name}超过${most}个字符|${en} is longer than ${most} characters` })

/** A text, or blocks of paragraphs, code and tables. */
export const prose = (name: string, en: string, most: number) =>
  z.unknown().transform((value, context): Prose => {
    const schema = Array.isArray(value) ? Prose : text(name, en, most).transform(paragraphs)
    const read = schema.safeParse(value)
    if (read.success) return read.data
    for (const issue of read.error.issues) {
      const own = issue.message.includes('|')
      const place = issue.path.join('.')
      context.addIssue({
        code: 'custom',
        message: own ? issue.message : `${name}的内容块${place}不符合格式|${en}: block ${place}: ${issue.message.replaceAll('|', '/')}`,
      })
    }
    return z.NEVER
  })

export const list = <Each extends z.ZodType>(each: Each, name: string, en: string, limits: readonly [least: number, most: number]) =>
  z
    .array(each, { error: `缺少${name}|${en} missing` })
    .min(limits[0], { error: `${name}少于${limits[0]}个|fewer than ${limits[0]} of ${en}` })
    .max(limits[1], { error: `${name}多于${limits[1]}个|more than ${limits[1]} of ${en}` })

const whole = (name: string, en: string, most: number) =>
  z
    .int({ error: issue => (issue.input === undefined ? `缺少${name}|${en} is missing` : `${name}应为整数|${en} is not a whole number`) })
    .min(1, { error: `${name}小于1|${en} is below 1` })
    .max(most, { error: `${name}大于${most}|${en} is above ${most}` })

export const Letter = text('选项编号', 'the option id', 8)
export const Marks = whole('分值', 'the marks', 100)
export const Explanation = prose('解析', 'the explanation', 2000)
export const Stem = prose('题干', 'the stem', 4000)

const Code = z
  .string({ error: '缺少试题编号|the item id is missing' })
  .regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+){2,4}$/, { error: '试题编号格式不对，应如L4-EC-001|the item id is not of the form L4-EC-001' })
const Point = z
  .string()
  .regex(/^[A-Z](-[A-Z]{1,2}){1,3}-\d{3}$/, { error: '鉴定点代码格式不对，应如A-A-B-003|an assessment point is not of the form A-A-B-003' })

/** What every item states, whatever its type. `points`, `seconds`, `source` and `enemies` may be missing in older files. */
export const common = {
  id: Code,
  area: list(text('知识范围', 'the area', 60), '知识范围', 'the area', [1, 4]),
  points: list(Point, '鉴定点', 'the assessment points', [0, 4]).default([]),
  explanation: Explanation,
  difficulty: z
    .int({ error: '难度应为1至5的整数|the difficulty is not a whole number from 1 to 5' })
    .min(1, { error: '难度小于1|the difficulty is below 1' })
    .max(5, { error: '难度大于5|the difficulty is above 5' }),
  seconds: whole('用时（秒）', 'the time in seconds', 7200).nullable().default(null),
  importance: z.enum(IMPORTANCES, { error: '重要程度应为X、Y或Z|the importance is not X, Y or Z' }),
  source: text('出处', 'the source', 300).nullable().default(null),
  enemies: list(Code, '互斥试题', 'the enemies', [0, 20]).default([]),
  reviewed: z.literal(true, { error: '试题未经审定|the item has not been passed by its reviewer' }),
}
