import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { type ItemStatistic, type KeptStatistic, STATISTIC_SOURCES } from '../../core/standing/statistic.ts'

const sql = sqlFile(import.meta.url, './records.sql')
const VERDICTS = ['passed', 'returned', 'approved'] as const
const VerdictRow = z
  .object({
    item_version_id: z.string(),
    duty: z.string(),
    verdict: z.enum(VERDICTS),
    person: z.string(),
    checklist: z.array(z.string()),
    note: z.string(),
    at: z.number().int(),
  })
  .transform(({ item_version_id: itemVersionId, at, ...row }) => ({ ...row, itemVersionId, at: instant(at) }))
const CommentRow = z
  .object({
    item_version_id: z.string(),
    comment_id: z.string(),
    reply_to: z.string().nullable(),
    place: z.string(),
    text: z.string(),
    person: z.string(),
    at: z.number().int(),
    resolved_at: z.number().int().nullable(),
    resolved_by: z.string().nullable(),
  })
  .transform(row => ({
    itemVersionId: row.item_version_id,
    commentId: row.comment_id,
    replyTo: row.reply_to,
    place: row.place,
    text: row.text,
    person: row.person,
    at: instant(row.at),
    resolvedAt: row.resolved_at === null ? null : instant(row.resolved_at),
    resolvedBy: row.resolved_by,
  }))
const StatisticRow = z
  .object({
    item_version_id: z.string(),
    source: z.enum(STATISTIC_SOURCES),
    difficulty_p: z.number().int().nullable(),
    difficulty_b: z.number().int().nullable(),
    discrimination: z.number().int().nullable(),
    mean_seconds: z.number().int().nullable(),
    n: z.number().int(),
    person: z.string(),
    at: z.number().int(),
  })
  .transform((row): KeptStatistic => ({
    itemVersionId: row.item_version_id,
    source: row.source,
    difficultyP: row.difficulty_p,
    difficultyB: row.difficulty_b,
    discrimination: row.discrimination,
    meanSeconds: row.mean_seconds,
    n: row.n,
    person: row.person,
    at: instant(row.at),
  }))
const OpenRow = z.object({ open: z.number().int() })
const CommentIdRow = z.object({ comment_id: z.string() })

/** What somebody decided about a version. */
export type NewVerdict = {
  readonly itemVersionId: string
  readonly verdictId: string
  readonly duty: string
  readonly verdict: (typeof VERDICTS)[number]
  readonly person: string
  readonly personId: string | null
  readonly checklist: readonly string[]
  readonly note: string
}

export async function insertVerdicts(tx: Tx, verdicts: readonly NewVerdict[], at: Instant): Promise<void> {
  const rows = verdicts.map(({ itemVersionId, verdictId, personId, ...rest }) => ({
    item_version_id: itemVersionId,
    verdict_id: verdictId,
    person_id: personId,
    ...rest,
  }))
  await sql.run(tx, 'insert-verdicts', { rows: JSON.stringify(rows), at })
}

export function listVerdicts(tx: Tx, itemId: string) {
  return sql.many(tx, 'list-verdicts', { itemId }, VerdictRow)
}

export type NewComment = {
  readonly itemVersionId: string
  readonly commentId: string
  readonly replyTo: string | null
  readonly place: string
  readonly text: string
  readonly person: string
  readonly personId: string
  readonly at: Instant
}

export async function insertComment(tx: Tx, comment: NewComment): Promise<void> {
  await sql.run(tx, 'insert-comment', comment)
}

export async function hasComment(tx: Tx, where: { itemVersionId: string; commentId: string }): Promise<boolean> {
  return (await sql.maybe(tx, 'find-comment', where, CommentIdRow)) !== undefined
}

/** Closes a thread; false when there is no such open thread. */
export async function resolveComment(
  tx: Tx,
  where: { itemVersionId: string; commentId: string; person: string; at: Instant },
): Promise<boolean> {
  return (await sql.run(tx, 'resolve-comment', where)) === 1
}

/** Remarks on all versions of an item, oldest first. */
export function listComments(tx: Tx, itemId: string) {
  return sql.many(tx, 'list-comments', { itemId }, CommentRow)
}

export async function countOpenComments(tx: Tx, itemVersionId: string): Promise<number> {
  return (await sql.one(tx, 'count-open-comments', { itemVersionId }, OpenRow)).open
}

export type NewStatistic = ItemStatistic & { readonly itemVersionId: string; readonly statisticId: string }

/** Enters figures; told again under the same id they are renewed. */
export async function insertStatistics(
  tx: Tx,
  statistics: readonly NewStatistic[],
  by: { readonly person: string; readonly at: Instant },
): Promise<void> {
  const rows = statistics.map(s => ({
    item_version_id: s.itemVersionId,
    statistic_id: s.statisticId,
    source: s.source,
    difficulty_p: s.difficultyP,
    difficulty_b: s.difficultyB,
    discrimination: s.discrimination,
    mean_seconds: s.meanSeconds,
    n: s.n,
  }))
  await sql.run(tx, 'insert-statistics', { rows: JSON.stringify(rows), ...by })
}

export function listStatistics(tx: Tx, itemVersionIds: readonly string[]): Promise<KeptStatistic[]> {
  return sql.many(tx, 'list-statistics', { itemVersionIds }, StatisticRow)
}
