import type { LessonHead } from './lesson.ts'

export type PointOfTable = { readonly code: string; readonly name: string; readonly importance: string; readonly area: readonly string[] }
export type CoveredPoint = PointOfTable & { readonly lessons: readonly string[] }
export type Coverage = { readonly level: string; readonly points: readonly CoveredPoint[]; readonly uncovered: number }

/** Which lessons teach each point of a specification table. */
export function coverageOf(level: string, points: readonly PointOfTable[], lessons: readonly LessonHead[]): Coverage {
  const teaching = new Map<string, string[]>()
  for (const lesson of lessons) {
    if (lesson.level !== level) continue
    for (const code of lesson.points) teaching.set(code, [...(teaching.get(code) ?? []), lesson.id])
  }
  const covered = points.map(point => ({ ...point, lessons: teaching.get(point.code) ?? [] }))
  return { level, points: covered, uncovered: covered.filter(point => point.lessons.length === 0).length }
}
