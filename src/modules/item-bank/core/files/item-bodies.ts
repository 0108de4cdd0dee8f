import { z } from 'zod'
import { Letter, Marks, Stem, list, prose, text } from './item-fields.ts'

const one = (name: string, en: string) => z.strictObject({ id: Letter, text: text(name, en, 500) })
const Options = list(one('选项文字', 'the option text'), '选项', 'the options', [3, 6])
const Letters = z.array(text('答案键', 'the key', 8), { error: '缺少答案键|the key is missing' })
const RightOnes = Letters.min(1, { error: '答案键为空|the key is empty' })
const decimal = (name: string, en: string) =>
  z.string({ error: `缺少${name}|${en} is missing` }).regex(/^-?\d+(\.\d+)?$/, { error: `${name}应为数字|${en} is not a number` })
const credits = <const Kinds extends readonly [string, ...string[]]>(kinds: Kinds) =>
  z.enum(kinds, { error: `给分方式应为${kinds.join('、')}之一|the credit is none of ${kinds.join(', ')}` }).optional()

const Blank = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      id: Letter,
      kind: z.literal('number'),
      value: decimal('数值', 'the value'),
      tolerance: decimal('允许误差', 'the tolerance').optional(),
      unit: text('单位', 'the unit', 20).nullable().optional(),
      units: list(text('单位', 'the unit', 20), '可写的单位', 'the units', [0, 20]).optional(),
    }),
    z.strictObject({
      id: Letter,
      kind: z.literal('text'),
      accept: list(text('可接受的填写', 'an accepted text', 200), '可接受的填写', 'the accepted texts', [1, 30]),
      unit: text('单位', 'the unit', 20).nullable().optional(),
    }),
  ],
  { error: '空的类型应为number或text|a blank is of kind number or text' },
)
const Blanks = list(Blank, '空', 'the blanks', [1, 30])
const Gap = z.strictObject({
  id: Letter,
  options: list(one('选项文字', 'the option text'), '选项', 'the options', [2, 8]),
  key: text('答案键', 'the key', 8),
})
const coords = list(z.int().min(0).max(10_000), '坐标', 'the coordinates', [3, 80])
const Area = z.strictObject({
  id: Letter,
  label: text('区域名称', 'the label of the area', 100),
  shape: z.enum(['rect', 'circle', 'polygon'], { error: '区域形状应为rect、circle或polygon|an area is a rect, circle or polygon' }),
  coords,
})
const side = z.int().min(1).max(10_000)
const Picture = z.strictObject({
  file: z
    .string({ error: '缺少图片文件名|the picture file is missing' })
    .regex(/^[\w.-]{1,80}$/, { error: '图片文件名不合规|the name of the picture file is malformed' }),
  alt: text('图片说明', 'the words for the picture', 500),
  width: side,
  height: side,
})
const limit = z.int().min(1).max(3000)
const Criterion = z.strictObject({
  id: Letter,
  text: text('评分要点', 'a criterion', 500),
  marks: Marks,
  levels: z
    .array(z.strictObject({ marks: z.int().min(0).max(100), text: text('档次说明', 'a level', 500) }))
    .max(10)
    .optional(),
})
const reference = {
  reference: prose('参考答案', 'the reference', 8000),
  criteria: list(Criterion, '评分要点', 'the criteria', [1, 20]),
}
const written = { stem: Stem, words: z.strictObject({ least: limit.nullable().optional(), most: limit }), ...reference }
const choice = { stem: Stem, options: Options, fixedOrder: z.boolean().default(false) }
const gapCredit = credits(['per-gap', 'all-or-nothing'])

/** A check of the laboratory keeps the id it has in the rubric of its task. */
const LabCheck = z.strictObject({
  id: text('检查点编号', 'the id of a check', 36),
  text: text('检查点', 'a check', 500),
  share: z.int().min(1).max(100_000),
  skill: z.strictObject({ code: z.string(), name: z.string() }).optional(),
})

/** What an item of each type states beside the common fields, in the author's short form. */
export const bodies = {
  'single-choice': {
    ...choice,
    key: Letters.length(1, { error: '单项选择题的答案键应恰好一项|a single choice has exactly one right option' }),
  },
  'multiple-choice': {
    ...choice,
    key: Letters.min(2, { error: '多项选择题的答案键应至少两项|a multiple choice has at least two right options' }),
    credit: credits(['all-or-nothing', 'partial-no-wrong', 'per-option', 'right-minus-wrong']),
    wrongCost: z.int().min(0).max(1000).optional(),
  },
  'true-false': {
    stem: Stem,
    key: z.boolean({ error: '判断题的答案键应为true或false|the key of a true/false item is true or false' }),
  },
  blank: { stem: Stem, blanks: Blanks, credit: gapCredit },
  'inline-choice': { stem: Stem, gaps: list(Gap, '空', 'the gaps', [1, 30]), credit: gapCredit },
  'table-fill': {
    stem: Stem,
    table: z.strictObject({ head: z.array(z.string()).min(1).max(12), rows: z.array(z.array(z.string())).min(1).max(40) }),
    blanks: Blanks,
    credit: gapCredit,
  },
  matching: {
    stem: Stem,
    left: list(one('左列文字', 'a text on the left'), '左列', 'the left side', [2, 12]),
    right: list(one('右列文字', 'a text on the right'), '右列', 'the right side', [2, 12]),
    pairs: list(z.tuple([Letter, Letter]), '配对', 'the pairs', [1, 12]),
    reuse: z.boolean().default(false),
    credit: credits(['per-pair', 'per-pair-minus-wrong', 'all-or-nothing']),
  },
  ordering: {
    stem: Stem,
    entries: list(one('待排内容', 'an entry'), '待排内容', 'the entries', [2, 12]),
    key: Letters,
    credit: credits(['all-or-nothing', 'positions', 'neighbours']),
  },
  'hot-area': {
    stem: Stem,
    picture: Picture,
    areas: list(Area, '区域', 'the areas', [2, 30]),
    key: RightOnes,
    most: z.int().min(1).max(30).default(1),
    credit: credits(['all-or-nothing', 'partial-no-wrong', 'per-option', 'right-minus-wrong']),
  },
  'short-answer': written,
  essay: written,
  'file-answer': {
    stem: Stem,
    accept: z.array(z.string()).min(1).max(20),
    mostBytes: z.int().min(1024),
    mostFiles: z.int().min(1).max(10).default(1),
    ...reference,
  },
  'lab-task': {
    brief: prose('任务书', 'the brief', 8000),
    scenario: text('场景', 'the scenario', 80),
    scenarioVersion: z.int().min(1).max(10_000),
    seed: z.string().min(1).max(80).nullable().default(null),
    task: z
      .string()
      .regex(/^L[1-4]-\d{2}$/, { error: '任务编号应如L4-05|a task is named like L4-05' })
      .nullable()
      .default(null),
    checks: list(LabCheck, '检查点', 'the checks', [1, 40]),
  },
} as const
