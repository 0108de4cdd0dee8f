import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../../../platform/log.ts'
import { projectFile } from '../../../../platform/project-file.ts'
import { levelAreas, parseSpecification } from '../../../item-bank/contract.ts'
import type { PointOfTable } from '../../core/lesson/coverage.ts'
import { type WrittenLesson, readLessons } from './read-lessons.ts'

export type LessonCatalogue = {
  readonly lessons: ReadonlyMap<string, WrittenLesson>
  /** Points of the specification table by level. */
  readonly points: ReadonlyMap<string, readonly PointOfTable[]>
}

let known: LessonCatalogue | undefined

/** The lessons of this build, read once. One with a fault is told in the log and shown to nobody. */
export function lessonCatalogue(log: Log): LessonCatalogue {
  known ??= readCatalogue(log)
  return known
}

function readCatalogue(log: Log): LessonCatalogue {
  const points = readPoints()
  const codes = new Map([...points].map(([level, list]) => [level, new Set(list.map(point => point.code))]))
  const tasks = new Set(readdirSync(projectFile('data/lab/tasks')).map(file => file.replace(/\.yaml$/, '').toUpperCase()))
  const { lessons, faults } = readLessons(projectFile('data/lessons'), { tasks, pointsOf: level => codes.get(level) ?? new Set() })
  for (const { file, zh } of faults) log.error({ file, fault: zh }, 'a lesson has a fault')
  const broken = new Set(faults.map(fault => fault.file.split('/')[1]))
  return { points, lessons: new Map(lessons.filter(one => !broken.has(one.lesson.id)).map(one => [one.lesson.id, one])) }
}

function readPoints(): Map<string, readonly PointOfTable[]> {
  const folder = projectFile('data/specification')
  return new Map(
    readdirSync(folder).flatMap(file => {
      const parsed = parseSpecification({ text: readFileSync(join(folder, file), 'utf8'), areasOf: levelAreas })
      return parsed.ok && parsed.value.part === 'theory' ? [[parsed.value.level, parsed.value.points] as const] : []
    }),
  )
}
