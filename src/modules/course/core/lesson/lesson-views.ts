import { z } from 'zod'
import { InteractionType } from '../../../interactions/contract.ts'
import { LESSON_ID, LessonBlock } from './lesson.ts'

export const LessonId = z.string().regex(LESSON_ID, '没有这样的课文编号。|No such lesson number.')

/** How far somebody is: parts reached of parts there are, items answered of items there are. */
export const LessonProgress = z.object({
  furthest: z.number(),
  answered: z.number(),
  readAt: z.number(),
  finishedAt: z.number().nullable(),
})

export const LessonCard = z.object({
  lessonId: z.string(),
  title: z.string(),
  function: z.string(),
  summary: z.string(),
  minutes: z.number(),
  parts: z.number(),
  items: z.number(),
  labs: z.array(z.object({ task: z.string(), mode: z.string() })),
  progress: LessonProgress.nullable(),
})
export type LessonCard = z.infer<typeof LessonCard>

export const LessonItemView = z.object({
  itemId: z.string(),
  type: InteractionType,
  /** Public content: neither key nor explanation. */
  content: z.unknown(),
  marks: z.number(),
  /** The last response with what is right; null before the first. */
  given: z
    .object({
      response: z.unknown(),
      earned: z.number(),
      most: z.number(),
      tries: z.number(),
      right: z.unknown(),
      score: z.unknown(),
    })
    .nullable(),
})
export type LessonItemView = z.infer<typeof LessonItemView>

export const LessonView = z.object({
  lessonId: z.string(),
  editionId: z.string(),
  level: z.string(),
  title: z.string(),
  function: z.string(),
  summary: z.string(),
  minutes: z.number(),
  goals: z.array(z.string()),
  points: z.array(z.object({ code: z.string(), name: z.string() })),
  blocks: z.array(LessonBlock),
  items: z.array(LessonItemView),
  place: z.number(),
  before: z.object({ lessonId: z.string(), title: z.string() }).nullable(),
  next: z.object({ lessonId: z.string(), title: z.string() }).nullable(),
})

export const ProgrammeView = z.object({
  editionId: z.string(),
  level: z.string(),
  functions: z.array(z.object({ name: z.string(), lessons: z.array(LessonCard) })),
  minutes: z.number(),
})

export const CoverageView = z.object({
  editionId: z.string(),
  level: z.string(),
  uncovered: z.number(),
  points: z.array(
    z.object({ code: z.string(), name: z.string(), importance: z.string(), area: z.array(z.string()), lessons: z.array(z.string()) }),
  ),
})
