import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'

const sql = sqlFile(import.meta.url, './lessons.sql')
const ReadingRow = z
  .object({
    lesson_id: z.string(),
    place: z.number(),
    furthest: z.number(),
    begun_at: z.number(),
    read_at: z.number(),
    finished_at: z.number().nullable(),
  })
  .transform(row => ({
    lessonId: row.lesson_id,
    place: row.place,
    furthest: row.furthest,
    begunAt: row.begun_at,
    readAt: row.read_at,
    finishedAt: row.finished_at,
  }))
export type Reading = z.output<typeof ReadingRow>

const ResponseRow = z
  .object({
    item_id: z.string(),
    number: z.number(),
    response: z.record(z.string(), z.unknown()),
    earned: z.number(),
    most: z.number(),
    given_at: z.number().transform(ms => instant(ms)),
  })
  .transform(row => ({
    itemId: row.item_id,
    number: row.number,
    response: row.response,
    earned: row.earned,
    most: row.most,
    givenAt: row.given_at,
  }))
export type LessonResponse = z.output<typeof ResponseRow>

type OfLesson = { readonly personId: string; readonly lessonId: string }
const CountRow = z.object({ lesson_id: z.string(), answered: z.number() })

export function readingsOfPerson(tx: Tx, personId: string): Promise<Reading[]> {
  return sql.many(tx, 'readings-of-person', { personId }, ReadingRow)
}

export function readingOfLesson(tx: Tx, of: OfLesson): Promise<Reading | undefined> {
  return sql.maybe(tx, 'reading-of-lesson', of, ReadingRow)
}

/** Keeps where somebody is; the first time, the reading begins. */
export async function keepPlace(tx: Tx, of: OfLesson, place: number, now: Instant): Promise<void> {
  await sql.run(tx, 'keep-place', { ...of, place, now })
}

/** Answers to one lesson stand in one order: each locks the reading first. */
export function lockReading(tx: Tx, of: OfLesson): Promise<Reading | undefined> {
  return sql.maybe(tx, 'lock-reading', of, ReadingRow)
}

export async function finishReading(tx: Tx, of: OfLesson, now: Instant): Promise<void> {
  await sql.run(tx, 'finish-reading', { ...of, now })
}

export function responsesOfLesson(tx: Tx, of: OfLesson): Promise<LessonResponse[]> {
  return sql.many(tx, 'responses-of-lesson', of, ResponseRow)
}

export async function insertResponse(tx: Tx, of: OfLesson, given: LessonResponse, now: Instant): Promise<void> {
  const { itemId, number, response, earned, most } = given
  await sql.run(tx, 'insert-response', { ...of, itemId, number, response: JSON.stringify(response), earned, most, now })
}

/** How many items of each lesson a person has answered at least once. */
export async function respondedCounts(tx: Tx, personId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.many(tx, 'responded-counts', { personId }, CountRow)
  return new Map(rows.map(row => [row.lesson_id, row.answered]))
}
