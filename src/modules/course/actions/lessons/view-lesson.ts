import { hundredths } from '../../../../kernel/marks.ts'
import { interactionOf } from '../../../interactions/contract.ts'
import type { ItemDraft } from '../../../item-bank/contract.ts'
import { activitiesOf } from '../../core/lesson/lesson.ts'
import type { LessonCard, LessonItemView } from '../../core/lesson/lesson-views.ts'
import type { LessonResponse, Reading } from '../../store/lessons.ts'
import type { WrittenLesson } from './read-lessons.ts'

/** A lesson in the list, with how far somebody is. */
export function viewCard({ lesson, items }: WrittenLesson, reading: Reading | undefined, responded: number): LessonCard {
  return {
    lessonId: lesson.id,
    title: lesson.title,
    function: lesson.function,
    summary: lesson.summary,
    minutes: lesson.minutes,
    parts: lesson.blocks.length,
    items: items.size,
    labs: activitiesOf(lesson).flatMap(one => (one.kind === 'lab' ? [{ task: one.task, mode: one.mode }] : [])),
    progress: reading ? { furthest: reading.furthest, answered: responded, readAt: reading.readAt, finishedAt: reading.finishedAt } : null,
  }
}

/** An item as it is answered; with the last answer, what is right and why. The key is in no view before the first answer. */
export function viewItem(item: ItemDraft, given: readonly LessonResponse[]): LessonItemView {
  const type = interactionOf(item.type)
  const last = given.filter(one => one.itemId === item.code).at(-1)
  return {
    itemId: item.code,
    type: item.type,
    content: type.strip(item.content),
    marks: item.marks,
    given: last
      ? {
          response: last.response,
          earned: last.earned,
          most: last.most,
          tries: last.number,
          right: item.key,
          score: scoreOf(item, last.response),
        }
      : null,
  }
}

export function scoreOf(item: ItemDraft, response: unknown) {
  return interactionOf(item.type).score({
    content: item.content,
    key: item.key,
    rubric: item.rubric,
    max: hundredths(item.marks),
    response,
  })
}
