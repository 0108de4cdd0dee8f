import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { isLocalDate } from '../../kernel/local-date.ts'
import { CoverageView, LessonId, LessonItemView, LessonView, ProgrammeView } from './core/lesson/lesson-views.ts'

export type { CompletionProof } from './core/completion-proof.ts'
export type { LessonBlock, PlainBlock, Span } from './core/lesson/lesson.ts'
export type { LessonCard } from './core/lesson/lesson-views.ts'
export { courseRefusals } from './core/refusals.ts'

const CompletionView = z.object({
  completionId: z.string(),
  number: z.string(),
  editionId: z.string(),
  level: z.string(),
  institution: z.string(),
  hours: z.number(),
  completedOn: z.string(),
  quizzesPassed: z.array(z.string()),
})

/** The completion proofs of the person who asks. */
export const listOwnCompletions = endpoint({
  method: 'GET',
  path: '/api/course/own-completions',
  summary: '我的结业证书 / my completion proofs',
  reply: z.object({ completions: z.array(CompletionView) }),
})

/** Issues a completion proof for a trainee of the institution. */
export const issueCompletion = endpoint({
  method: 'POST',
  path: '/api/course/completions',
  summary: '签发结业证书 / issue a completion proof',
  body: z.object({
    personId: z.string().min(1),
    editionId: z.string().min(1),
    level: z.string().min(1),
    institution: z.string().regex(/^\d{8}$/, '机构代码为8位数字。|Eight digits.'),
    hours: z.number().int().min(1).max(2000),
    completedOn: z.string().refine(isLocalDate, '日期不存在。|No such date.'),
    quizzesPassed: z.array(z.string().max(8)).max(20),
  }),
  reply: CompletionView,
  refusals: ['hours-short', 'quizzes-open', 'completion-in-future', 'no-standard-hours', 'completion-level-unknown', 'not-permitted'],
})

const ofLesson = { params: z.object({ lessonId: LessonId }) }
const LESSON = '/api/course/lessons/:lessonId'

/** The lessons of each level in their order, with how far the person who asks is. */
export const listLessons = endpoint({
  method: 'GET',
  path: '/api/course/lessons',
  summary: '课程目录 / the lessons of every level',
  reply: z.object({ programmes: z.array(ProgrammeView) }),
})

export const readLesson = endpoint({
  ...ofLesson,
  method: 'GET',
  path: LESSON,
  summary: '课文 / a lesson',
  reply: LessonView,
  refusals: ['lesson-not-found'],
})

/** A drawing of a lesson. */
export const readLessonFigure = endpoint({
  method: 'GET',
  path: `${LESSON}/figures/:file`,
  summary: '课文插图 / a figure of a lesson',
  params: z.object({ lessonId: LessonId, file: z.string().regex(/^[a-z0-9-]{1,60}\.svg$/) }),
  replies: 'file',
  refusals: ['lesson-not-found'],
})

/** Keeps where somebody is in a lesson; `finished` when its end was reached. */
export const keepLessonPlace = endpoint({
  ...ofLesson,
  method: 'PUT',
  path: `${LESSON}/place`,
  summary: '记住读到哪里 / keep the reading position',
  body: z.object({ place: z.number().int().min(0).max(1000), finished: z.boolean().default(false) }),
  refusals: ['lesson-not-found'],
})

/** An answer to an item of a lesson, explained at once; it may be given again. */
export const respondToLessonItem = endpoint({
  method: 'POST',
  path: `${LESSON}/items/:itemId/responses`,
  summary: '回答课内练习 / answer an item of a lesson',
  params: z.object({ lessonId: LessonId, itemId: z.string().min(1).max(40) }),
  body: z.object({ response: z.record(z.string(), z.unknown()) }),
  reply: LessonItemView,
  refusals: ['lesson-not-found', 'lesson-item-not-found', 'response-invalid', 'lesson-tries-used'],
})

export const searchLessonTexts = endpoint({
  method: 'GET',
  path: '/api/course/lesson-search',
  summary: '检索课文 / search the lessons',
  query: z.object({ q: z.string().trim().min(1).max(60) }),
  reply: z.object({
    hits: z.array(z.object({ lessonId: z.string(), title: z.string(), anchor: z.string().nullable(), excerpt: z.string() })),
  }),
})

/** Which lessons teach each assessment point. */
export const readLessonCoverage = endpoint({
  method: 'GET',
  path: '/api/course/lesson-coverage',
  summary: '课文对鉴定点的覆盖 / coverage of the specification by lessons',
  reply: z.object({ levels: z.array(CoverageView) }),
})
