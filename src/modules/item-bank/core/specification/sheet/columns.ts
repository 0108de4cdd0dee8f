/** The columns of the sheet of points, in the order in which they stand. Codes are texts: a number would lose its leading zeros. */
export const COLUMNS = [
  { key: 'greatCode', heading: '大范围代码', needed: true },
  { key: 'greatName', heading: '大范围名称', needed: true },
  { key: 'middleCode', heading: '中范围代码', needed: true },
  { key: 'middleName', heading: '中范围名称', needed: true },
  { key: 'area', heading: '知识范围', needed: true },
  { key: 'smallCode', heading: '小范围代码', needed: true },
  { key: 'smallName', heading: '小范围名称', needed: true },
  { key: 'pointCode', heading: '鉴定点代码', needed: true },
  { key: 'pointName', heading: '鉴定点名称', needed: true },
  { key: 'importance', heading: '重要程度', needed: true },
  { key: 'page', heading: '教材页码', needed: false },
] as const
export type ColumnKey = (typeof COLUMNS)[number]['key']

export const POINT_SHEET = '细目表'
export const FACT_SHEET = '基本信息'
export const INSTRUCTION_SHEET = '填写说明'

/** Facts of the table as a whole, by the name they have in the workbook. */
export const FACTS = {
  edition: '标准版本',
  level: '职业等级',
  part: '科目',
  provenance: '来源性质',
  note: '说明',
  textbook: '教材',
} as const
export const PART_NAMES = { theory: '理论知识', practice: '操作技能' } as const

const PROVENANCES: Readonly<Record<string, string>> = { seed: '种子文本', public: '公开资料', reconstructed: '复原' }

export function provenanceName(provenance: string): string {
  return PROVENANCES[provenance] ?? provenance
}

export function provenanceNamed(name: string): string {
  return Object.keys(PROVENANCES).find(key => PROVENANCES[key] === name) ?? name
}
