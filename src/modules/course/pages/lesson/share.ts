import type { LessonCard } from '../../contract.ts'

/** How much of a lesson somebody has read, in percent: parts reached of parts there are. */
export function shareRead({ parts, progress }: Pick<LessonCard, 'parts' | 'progress'>): number {
  if (progress === null) return 0
  if (progress.finishedAt !== null) return 100
  return parts <= 1 ? 0 : Math.min(99, Math.round((progress.furthest / (parts - 1)) * 100))
}

/** The lesson somebody read last and has not finished. */
export function lessonToResume(lessons: readonly LessonCard[]): LessonCard | undefined {
  return lessons
    .filter(one => one.progress !== null && one.progress.finishedAt === null)
    .toSorted((a, b) => (b.progress?.readAt ?? 0) - (a.progress?.readAt ?? 0))[0]
}
