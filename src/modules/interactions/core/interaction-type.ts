import { z } from 'zod'

/** The response controls that can also stand as a part of a case. */
export const PART_TYPES = [
  'single-choice',
  'multiple-choice',
  'true-false',
  'blank',
  'inline-choice',
  'table-fill',
  'matching',
  'ordering',
  'hot-area',
  'short-answer',
  'essay',
] as const

/** The response controls an item can have. One folder in `types/` and one line in each registry per entry. */
export const INTERACTION_TYPES = [...PART_TYPES, 'file-answer', 'lab-task', 'case'] as const
export const InteractionType = z.enum(INTERACTION_TYPES)
export type InteractionType = z.infer<typeof InteractionType>

/** Who finds the marks: the machine from the key, a person from criteria, the laboratory from the world, or the parts each in their way. */
export const MARKED_BY = ['machine', 'person', 'laboratory', 'parts'] as const
export type MarkedBy = (typeof MARKED_BY)[number]

/** What the types are called on papers, in statistics and in the item studio. */
export const INTERACTION_NAMES: Readonly<Record<InteractionType, { readonly zh: string; readonly en: string }>> = {
  'single-choice': { zh: '单项选择题', en: 'Single choice' },
  'multiple-choice': { zh: '多项选择题', en: 'Multiple choice' },
  'true-false': { zh: '判断题', en: 'True or false' },
  blank: { zh: '填空题', en: 'Fill in' },
  'inline-choice': { zh: '选词填空题', en: 'Choose in the text' },
  'table-fill': { zh: '单证填制题', en: 'Fill in a document' },
  matching: { zh: '匹配题', en: 'Matching' },
  ordering: { zh: '排序题', en: 'Put in order' },
  'hot-area': { zh: '图上点选题', en: 'Choose in a picture' },
  'short-answer': { zh: '简答题', en: 'Short response' },
  essay: { zh: '论述题', en: 'Essay' },
  'file-answer': { zh: '文件作答题', en: 'Response by file' },
  'lab-task': { zh: '实验操作题', en: 'Laboratory task' },
  case: { zh: '案例分析题', en: 'Case' },
}
