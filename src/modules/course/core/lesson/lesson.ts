import { z } from 'zod'

/** A run of words in one style. */
export const Span = z.strictObject({ text: z.string(), style: z.enum(['plain', 'strong', 'emphasis', 'code']) })
export type Span = z.infer<typeof Span>
export const Spans = z.array(Span)

const plain = {
  paragraph: z.strictObject({ kind: z.literal('paragraph'), spans: Spans }),
  list: z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), entries: z.array(Spans) }),
  table: z.strictObject({ kind: z.literal('table'), head: z.array(Spans), rows: z.array(z.array(Spans)) }),
  code: z.strictObject({ kind: z.literal('code'), text: z.string() }),
  quote: z.strictObject({ kind: z.literal('quote'), spans: Spans }),
}
/** What may stand within a case or a note. */
export const PlainBlock = z.discriminatedUnion('kind', [plain.paragraph, plain.list, plain.table, plain.code, plain.quote])
export type PlainBlock = z.infer<typeof PlainBlock>

export const LESSON_LAB_MODES = ['guided', 'practice'] as const

/** A part of a lesson. `item` and `lab` are places where the trainee does something. */
export const LessonBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), depth: z.union([z.literal(2), z.literal(3)]), text: z.string(), anchor: z.string() }),
  z.strictObject({ kind: z.literal('figure'), file: z.string(), alt: z.string(), caption: z.string() }),
  z.strictObject({ kind: z.literal('note'), blocks: z.array(PlainBlock) }),
  z.strictObject({ kind: z.literal('case'), title: z.string(), blocks: z.array(PlainBlock) }),
  z.strictObject({ kind: z.literal('item'), itemId: z.string() }),
  z.strictObject({ kind: z.literal('lab'), task: z.string(), mode: z.enum(LESSON_LAB_MODES) }),
  ...PlainBlock.options,
])
export type LessonBlock = z.infer<typeof LessonBlock>

export const LESSON_ID = /^L[1-4]-\d{2}$/
const words = (most: number) => z.string().trim().min(1).max(most)

/** The head of a lesson file. `points` are codes of the specification table, `minutes` the planned time of study. */
export const LessonHead = z.strictObject({
  id: z.string().regex(LESSON_ID),
  title: words(40),
  level: z.enum(['L4', 'L3', 'L2', 'L1']),
  function: words(40),
  order: z.int().min(1).max(99),
  points: z
    .array(z.string().regex(/^[A-Z]{1,2}-[A-Z]{1,2}-[A-Z]{1,2}-\d{3}$/))
    .min(1)
    .max(20),
  minutes: z.int().min(20).max(120),
  summary: words(80),
  goals: z.array(words(80)).min(3).max(6),
  keywords: z.array(words(30)).min(3).max(16),
})
export type LessonHead = z.infer<typeof LessonHead>

export type Lesson = LessonHead & { readonly editionId: string; readonly blocks: readonly LessonBlock[] }

/** The words of a block as one string, for search and for counting. */
export function wordsOf(block: LessonBlock): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
    case 'quote':
      return textOf(block.spans)
    case 'list':
      return block.entries.map(textOf).join('\n')
    case 'table':
      return [block.head, ...block.rows].map(row => row.map(textOf).join(' ')).join('\n')
    case 'code':
      return block.text
    case 'figure':
      return `${block.caption}\n${block.alt}`
    case 'note':
      return block.blocks.map(wordsOf).join('\n')
    case 'case':
      return [block.title, ...block.blocks.map(wordsOf)].join('\n')
    case 'item':
    case 'lab':
      return ''
  }
}

export function textOf(spans: readonly Span[]): string {
  return spans.map(span => span.text).join('')
}

/** Chinese characters of a text, as lessons are measured by them. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}

/** The places of a lesson where something is done, in their order. */
export function activitiesOf(lesson: Pick<Lesson, 'blocks'>): readonly Extract<LessonBlock, { kind: 'item' | 'lab' }>[] {
  return lesson.blocks.filter(block => block.kind === 'item' || block.kind === 'lab')
}
