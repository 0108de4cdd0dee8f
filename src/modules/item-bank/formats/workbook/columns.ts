import { INTERACTION_NAMES, INTERACTION_TYPES, type InteractionType } from '../../../interactions/contract.ts'

/** The columns of the sheet of items, in the order in which they stand. `asText` ones hold identifiers and stay texts. */
export const COLUMNS = [
  { key: 'code', heading: '试题编号', asText: true, width: 16 },
  { key: 'type', heading: '题型', asText: true, width: 12 },
  { key: 'editionId', heading: '标准版本', asText: true, width: 12 },
  { key: 'level', heading: '职业等级', asText: true, width: 10 },
  { key: 'area', heading: '知识范围', asText: true, width: 24 },
  { key: 'points', heading: '鉴定点', asText: true, width: 16 },
  { key: 'title', heading: '标题', asText: true, width: 16 },
  { key: 'stem', heading: '题干', asText: true, width: 50 },
  { key: 'a', heading: '选项A', asText: true, width: 24 },
  { key: 'b', heading: '选项B', asText: true, width: 24 },
  { key: 'c', heading: '选项C', asText: true, width: 24 },
  { key: 'd', heading: '选项D', asText: true, width: 24 },
  { key: 'e', heading: '选项E', asText: true, width: 24 },
  { key: 'f', heading: '选项F', asText: true, width: 24 },
  { key: 'g', heading: '选项G', asText: true, width: 24 },
  { key: 'h', heading: '选项H', asText: true, width: 24 },
  { key: 'pinned', heading: '固定选项', asText: true, width: 10 },
  { key: 'right', heading: '右列', asText: true, width: 30 },
  { key: 'table', heading: '表格', asText: true, width: 40 },
  { key: 'key', heading: '答案', asText: true, width: 30 },
  { key: 'credit', heading: '计分规则', asText: true, width: 18 },
  { key: 'criteria', heading: '评分标准', asText: true, width: 40 },
  { key: 'words', heading: '字数', asText: true, width: 10 },
  { key: 'explanation', heading: '解析', asText: true, width: 50 },
  { key: 'marks', heading: '分值', asText: false, width: 8 },
  { key: 'difficulty', heading: '难度', asText: false, width: 8 },
  { key: 'importance', heading: '重要程度', asText: true, width: 8 },
  { key: 'seconds', heading: '用时（秒）', asText: false, width: 10 },
  { key: 'source', heading: '依据', asText: true, width: 30 },
] as const
export type ColumnKey = (typeof COLUMNS)[number]['key']
export const OPTION_KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

export const ITEM_SHEET = '试题'
export const GUIDE_SHEET = '填写说明'

/** Types a row can hold, by the name in the column 题型. */
export const ROW_TYPES = [
  'single-choice',
  'multiple-choice',
  'true-false',
  'blank',
  'inline-choice',
  'table-fill',
  'matching',
  'ordering',
  'short-answer',
  'essay',
] as const satisfies readonly InteractionType[]
export type RowType = (typeof ROW_TYPES)[number]

/** Also the short names people write. */
const SHORT: Readonly<Record<string, RowType>> = {
  单选题: 'single-choice',
  多选题: 'multiple-choice',
  单选: 'single-choice',
  多选: 'multiple-choice',
  判断: 'true-false',
  填空: 'blank',
  简答: 'short-answer',
  论述: 'essay',
}

export function typeNamed(name: string): RowType | undefined {
  return ROW_TYPES.find(type => INTERACTION_NAMES[type].zh === name) ?? (Object.hasOwn(SHORT, name) ? SHORT[name] : undefined)
}

/** A type of ours that no row can hold, so that the fault can say so. */
export function otherTypeNamed(name: string): InteractionType | undefined {
  return INTERACTION_TYPES.find(type => INTERACTION_NAMES[type].zh === name)
}

const CREDITS = {
  'all-or-nothing': '全对得分',
  'partial-no-wrong': '少选得部分分',
  'per-option': '逐项得失分',
  'right-minus-wrong': '错选按比例扣分',
  'per-pair': '逐对得分',
  'per-pair-minus-wrong': '逐对得失分',
  positions: '按位置得分',
  neighbours: '按相邻得分',
  'per-gap': '逐空得分',
} as const
export type Credit = keyof typeof CREDITS

export function creditName(credit: Credit): string {
  return CREDITS[credit]
}

export function creditNamed(name: string): Credit | undefined {
  return (Object.keys(CREDITS) as Credit[]).find(credit => CREDITS[credit] === name)
}
