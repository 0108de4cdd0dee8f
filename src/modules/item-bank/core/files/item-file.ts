import { z } from 'zod'
import { INTERACTION_TYPES } from '../../../interactions/contract.ts'
import { bodies } from './item-bodies.ts'
import { Explanation, Letter, Marks, common, list, prose, text } from './item-fields.ts'

/** A fault of an item file: where it stands and what the author reads. `code` is empty when it concerns the whole file. */
export type ItemFileFault = { readonly file: string; readonly code: string; readonly zh: string; readonly en: string }

const usual = { ...common, marks: Marks.optional() }
const stated = { ...common, marks: Marks }
const typeFault = { error: `题型应为${INTERACTION_TYPES.join('、')}之一|the type is none of ${INTERACTION_TYPES.join(', ')}` }
const partHead = { id: Letter, marks: Marks, explanation: Explanation }
const unexplained = { ...partHead, explanation: Explanation.nullable().default(null) }

/** A part of a case: an item of its own type without place and difficulty. */
export const FilePart = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('single-choice'), ...partHead, ...bodies['single-choice'] }),
    z.strictObject({ type: z.literal('multiple-choice'), ...partHead, ...bodies['multiple-choice'] }),
    z.strictObject({ type: z.literal('true-false'), ...partHead, ...bodies['true-false'] }),
    z.strictObject({ type: z.literal('blank'), ...partHead, ...bodies.blank }),
    z.strictObject({ type: z.literal('inline-choice'), ...partHead, ...bodies['inline-choice'] }),
    z.strictObject({ type: z.literal('table-fill'), ...partHead, ...bodies['table-fill'] }),
    z.strictObject({ type: z.literal('matching'), ...partHead, ...bodies.matching }),
    z.strictObject({ type: z.literal('ordering'), ...partHead, ...bodies.ordering }),
    z.strictObject({ type: z.literal('hot-area'), ...partHead, ...bodies['hot-area'] }),
    z.strictObject({ type: z.literal('short-answer'), ...unexplained, ...bodies['short-answer'] }),
    z.strictObject({ type: z.literal('essay'), ...unexplained, ...bodies.essay }),
  ],
  { error: '案例小题的题型不可用|the type of a part cannot stand in a case' },
)
export type FilePart = z.infer<typeof FilePart>

/** One item of a file in the author's short form. */
export const FileItem = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('single-choice'), ...usual, ...bodies['single-choice'] }),
    z.strictObject({ type: z.literal('multiple-choice'), ...usual, ...bodies['multiple-choice'] }),
    z.strictObject({ type: z.literal('true-false'), ...usual, ...bodies['true-false'] }),
    z.strictObject({ type: z.literal('blank'), ...stated, ...bodies.blank }),
    z.strictObject({ type: z.literal('inline-choice'), ...stated, ...bodies['inline-choice'] }),
    z.strictObject({ type: z.literal('table-fill'), ...stated, ...bodies['table-fill'] }),
    z.strictObject({ type: z.literal('matching'), ...stated, ...bodies.matching }),
    z.strictObject({ type: z.literal('ordering'), ...stated, ...bodies.ordering }),
    z.strictObject({ type: z.literal('hot-area'), ...stated, ...bodies['hot-area'] }),
    z.strictObject({ type: z.literal('short-answer'), ...stated, ...bodies['short-answer'] }),
    z.strictObject({ type: z.literal('essay'), ...stated, ...bodies.essay }),
    z.strictObject({ type: z.literal('file-answer'), ...stated, ...bodies['file-answer'] }),
    z.strictObject({ type: z.literal('lab-task'), ...stated, ...bodies['lab-task'] }),
    z.strictObject({
      type: z.literal('case'),
      ...stated,
      stem: z.literal('').optional(),
      stimulus: prose('案例材料', 'the stimulus', 8000),
      parts: list(FilePart, '小题', 'the parts', [1, 12]),
    }),
  ],
  typeFault,
)
export type FileItem = z.infer<typeof FileItem>
/** An item or part with the fields of its type. */
export type FileBody = FileItem | FilePart

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
