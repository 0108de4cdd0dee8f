import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import { hundredths } from '../../../kernel/marks.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { Paper } from '../../delivery/contract.ts'
import type { PaperScore } from '../core/paper-result.ts'

const sql = sqlFile(import.meta.url, './scores.sql')
const Marks = z
  .number()
  .int()
  .transform(n => hundredths(n))
const Area = z.object({ area: z.string(), score: Marks, maximum: Marks, items: z.number().int() })
const Item = z.object({
  itemId: z.string(),
  itemVersionId: z.string(),
  area: z.string(),
  score: Marks,
  maximum: Marks,
  outcome: z.enum(['full', 'partial', 'none', 'unanswered', 'invalid']),
})
const Skill = z.object({ code: z.string(), name: z.string(), score: Marks, maximum: Marks })
const ScoreRow = z
  .object({
    sitting_id: z.string(),
    attempt_id: z.string(),
    candidate_ref: z.string(),
    paper: Paper,
    scored_by: z.enum(['machine', 'assessor']),
    edition_id: z.string().nullable(),
    level: z.string(),
    score: Marks,
    maximum: Marks,
    areas: z.array(Area),
    items: z.array(Item),
    skills: z.array(Skill),
  })
  .transform((row): PaperScore => ({
    sittingId: row.sitting_id,
    attemptId: row.attempt_id,
    candidateRef: row.candidate_ref,
    paper: row.paper,
    by: row.scored_by,
    editionId: row.edition_id,
    level: row.level,
    score: row.score,
    maximum: row.maximum,
    areas: row.areas,
    items: row.items,
    skills: row.skills,
  }))

/** False when the paper has its marks already; then nothing was written. */
export async function insertScore(tx: Tx, score: PaperScore, scoredAt: Instant): Promise<boolean> {
  const [areas, items, skills] = [score.areas, score.items, score.skills].map(part => JSON.stringify(part))
  return (await sql.run(tx, 'insert-score', { ...score, areas, items, skills, scoredAt })) === 1
}

export function findScore(tx: Tx, place: { sittingId: string; attemptId: string }): Promise<PaperScore | undefined> {
  return sql.maybe(tx, 'find-score', place, ScoreRow)
}

/** Every score of a sitting, by attempt. */
export async function listScores(tx: Tx, sittingId: string): Promise<ReadonlyMap<string, PaperScore>> {
  return new Map((await sql.many(tx, 'list-scores', { sittingId }, ScoreRow)).map(score => [score.attemptId, score]))
}
