/** What an item reviewer confirms before a version passes. Our own list, after the usual practice of 审题. */
export const CHECKLIST = {
  'key-right': { zh: '答案键正确，没有争议', en: 'the key is right beyond dispute' },
  'one-reading': { zh: '题意明确，只有一种理解', en: 'the stem can be read in one way only' },
  'options-apart': { zh: '选项互不重叠，干扰项合理', en: 'options do not overlap and distractors are plausible' },
  'no-cue': { zh: '没有长度、语气、用词等提示', en: 'nothing gives the key away' },
  'point-fits': { zh: '鉴定点、重要程度、难度标注恰当', en: 'point, importance and difficulty fit' },
  current: { zh: '依据的法规、标准、事实现行有效', en: 'law, standard and facts are in force' },
  language: { zh: '用语规范，标点正确', en: 'language and punctuation are correct' },
  fair: { zh: '不涉歧视、偏见和不当内容', en: 'nothing is unfair or improper' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>
export type ChecklistPoint = keyof typeof CHECKLIST
export const CHECKLIST_POINTS = Object.keys(CHECKLIST) as readonly ChecklistPoint[]

/** Points that were not confirmed. */
export function openPoints(confirmed: readonly string[]): readonly ChecklistPoint[] {
  return CHECKLIST_POINTS.filter(point => !confirmed.includes(point))
}
