import { type Lesson, countHan, activitiesOf, wordsOf } from './lesson.ts'

/** What a lesson is measured by; the limits are those the training platform promises. */
export const LESSON_BOUNDS = { leastHan: 1_500, mostHan: 3_200, leastActivities: 5, leastFigures: 1 } as const

/** What is known beside the lesson itself. */
export type LessonSurroundings = {
  readonly itemIds: ReadonlySet<string>
  readonly figures: ReadonlySet<string>
  readonly tasks: ReadonlySet<string>
  readonly points: ReadonlySet<string>
}
export type LessonFault = { readonly code: string; readonly zh: string }

/** Everything that keeps a lesson from being published; empty for a sound one. */
export function judgeLesson(lesson: Lesson, around: LessonSurroundings): LessonFault[] {
  const faults: LessonFault[] = []
  const say = (code: string, zh: string) => void faults.push({ code, zh })
  const han = countHan(lesson.blocks.map(wordsOf).join('\n'))
  if (han < LESSON_BOUNDS.leastHan || han > LESSON_BOUNDS.mostHan)
    say('length', `正文${han}字，应为${LESSON_BOUNDS.leastHan}至${LESSON_BOUNDS.mostHan}字`)
  const activities = activitiesOf(lesson)
  if (activities.length < LESSON_BOUNDS.leastActivities)
    say('activities', `课内练习${activities.length}个，至少${LESSON_BOUNDS.leastActivities}个`)
  const used = activities.flatMap(one => (one.kind === 'item' ? [one.itemId] : []))
  for (const id of used) if (!around.itemIds.has(id)) say('item-unknown', `课内题${id}不在本课的题目文件中`)
  for (const id of around.itemIds) if (!used.includes(id)) say('item-unused', `题目${id}没有放进正文`)
  if (new Set(used).size !== used.length) say('item-twice', '同一道题放了两次')
  for (const one of activities) if (one.kind === 'lab' && !around.tasks.has(one.task)) say('task-unknown', `没有实训任务${one.task}`)
  const figures = lesson.blocks.flatMap(block => (block.kind === 'figure' ? [block] : []))
  if (figures.length < LESSON_BOUNDS.leastFigures) say('figures', '至少要有一幅图')
  for (const { file, alt } of figures) {
    if (!around.figures.has(file)) say('figure-unknown', `图${file}不存在`)
    if (alt.trim().length < 8) say('figure-alt', `图${file}缺少给看不见的人读的说明`)
  }
  for (const point of lesson.points) if (!around.points.has(point)) say('point-unknown', `鉴定点${point}不在细目表中`)
  if (lesson.blocks[0]?.kind !== 'heading') say('opening', '正文应以标题开头')
  return faults
}
