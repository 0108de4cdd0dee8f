import { z } from 'zod'
import { IMPORTANCES, THEORY_TYPES } from './item.ts'

/** A fault of an item file: where it stands and what the author reads. `code` is empty when it concerns the whole file. */
export type ItemFileFault = { readonly file: string; readonly code: string; readonly zh: string; readonly en: string }

/** Texts are `中文|English`, as in every schema a person's input meets. */
const text = (name: string, en: string, most: number) =>
  z
    .string({ error: `缺少${name}|${en} is missing` })
    .trim()
    .min(1, { error: `${name}为空|${en} is empty` })
    .max(most, { error: `${name}超过${most}个字符|${en} is longer than ${most} characters` })

const Code = z
  .string({ error: '缺少试题编号|the item id is missing' })
  .regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+){2,4}$/, { error: '试题编号格式不对，应如L4-EC-001|the item id is not of the form L4-EC-001' })
const Area = z
  .array(text('知识范围', 'the area', 60), { error: '缺少知识范围|the area is missing' })
  .min(1, { error: '知识范围为空|the area is empty' })
  .max(4, { error: '知识范围超过4层|the area has more than 4 layers' })
const Options = z
  .array(z.strictObject({ id: text('选项编号', 'the option id', 8), text: text('选项文字', 'the option text', 400) }), {
    error: '缺少选项|the options are missing',
  })
  .min(3, { error: '选项少于3个|fewer than 3 options' })
  .max(6, { error: '选项多于6个|more than 6 options' })
const Letters = z.array(text('答案键', 'the key', 8), { error: '缺少答案键|the key is missing' })

const common = {
  id: Code,
  area: Area,
  stem: text('题干', 'the stem', 1000),
  explanation: text('解析', 'the explanation', 1000),
  difficulty: z
    .int({ error: '难度应为1至5的整数|the difficulty is not a whole number from 1 to 5' })
    .min(1, { error: '难度小于1|the difficulty is below 1' })
    .max(5, { error: '难度大于5|the difficulty is above 5' }),
  importance: z.enum(IMPORTANCES, { error: '重要程度应为X、Y或Z|the importance is not X, Y or Z' }),
  reviewed: z.literal(true, { error: '试题未经审定|the item has not been passed by its reviewer' }),
}
/** Options in an order of their own (numbers, dates) keep their places when others are shuffled. */
const choice = { ...common, options: Options, fixedOrder: z.boolean().default(false) }

/** One item of a file. Single choice has one right option, multiple choice at least two. */
export const FileItem = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      ...choice,
      type: z.literal('single-choice'),
      key: Letters.length(1, { error: '单项选择题的答案键应恰好一项|a single choice has exactly one right option' }),
    }),
    z.strictObject({
      ...choice,
      type: z.literal('multiple-choice'),
      key: Letters.min(2, { error: '多项选择题的答案键应至少两项|a multiple choice has at least two right options' }),
    }),
    z.strictObject({
      ...common,
      type: z.literal('true-false'),
      key: z.boolean({ error: '判断题的答案键应为true或false|the key of a true/false item is true or false' }),
    }),
  ],
  { error: `题型应为${THEORY_TYPES.join('、')}之一|the type is none of ${THEORY_TYPES.join(', ')}` },
)
export type FileItem = z.infer<typeof FileItem>

/** The head of a file: one edition, one level, one writer, and one reviewer who is somebody else. */
export const FileHead = z.strictObject({
  edition: text('标准版本', 'the edition', 64),
  level: text('职业等级', 'the level', 8),
  writer: text('命题员', 'the writer', 60),
  reviewer: text('审题员', 'the reviewer', 60),
  items: z
    .array(z.unknown(), { error: '缺少试题列表|the list of items is missing' })
    .min(1, { error: '试题列表为空|the list of items is empty' }),
})
export type FileHead = z.infer<typeof FileHead>
