import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { hundredths } from '../../../kernel/marks.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { CheckEvidence, TaskScore } from '../core/task/score/score.ts'
import type { WorldPlace } from './worlds.ts'

const sql = sqlFile(import.meta.url, './scores.sql')

/** For what a world was scored: it was submitted, or its person wanted to know. */
export type ScoreKind = 'submission' | 'self-check'
export type KeptScore = Omit<TaskScore, 'checks' | 'off' | 'cap'> & {
  readonly seq: number
  readonly kind: ScoreKind
  readonly lap: number
  readonly scoredAt: Instant
}
export type NewScore = WorldPlace & Pick<KeptScore, 'seq' | 'kind' | 'lap'> & { readonly score: TaskScore; readonly now: Instant }

const ScoreRow = z
  .object({
    seq: z.number(),
    kind: z.enum(['submission', 'self-check']),
    lap: z.number(),
    got: z.number(),
    most: z.number(),
    waiting: z.number(),
    faults: z.array(z.string()),
    scored_at: z.number(),
  })
  .transform(({ got, most, waiting, scored_at, ...row }): KeptScore => ({
    ...row,
    got: hundredths(got),
    max: hundredths(most),
    waiting: hundredths(waiting),
    scoredAt: instant(scored_at),
  }))

const EvidenceRow = z
  .object({
    place: z.number(),
    check_id: z.string(),
    got: z.number(),
    most: z.number(),
    status: z.enum(['full', 'partial', 'none', 'gated', 'manual', 'not-asked']),
    expected: z.string(),
    actual: z.string(),
    witness: z.array(z.number()),
    counter: z.array(z.number()),
    say: z.string(),
    hint: z.string().nullable(),
    claim: z.string().nullable(),
  })
  .transform(({ place: _place, check_id, got, most, ...row }): CheckEvidence => ({
    id: check_id,
    got: hundredths(got),
    max: hundredths(most),
    ...row,
  }))

/** Keeps a score with its evidence; scoring the same event again changes nothing. */
export async function insertScore(tx: Tx, { score, ...at }: NewScore): Promise<void> {
  const { got, max, waiting, faults, checks } = score
  await sql.run(tx, 'insert-score', { ...at, got, max, waiting, faults: JSON.stringify(faults) })
  await sql.run(tx, 'insert-evidence', { ...at, checks: JSON.stringify(checks.map((check, i) => ({ place: i + 1, ...check }))) })
}

/** The scores of a world, oldest first. */
export function scoresOf(tx: Tx, place: WorldPlace): Promise<KeptScore[]> {
  return sql.many(tx, 'scores-of', place, ScoreRow)
}

export function evidenceOf(tx: Tx, place: WorldPlace, { seq, kind }: Pick<KeptScore, 'seq' | 'kind'>): Promise<CheckEvidence[]> {
  return sql.many(tx, 'evidence-of', { ...place, seq, kind }, EvidenceRow)
}

/** How often a world was scored for this in one lap. */
export async function countScores(tx: Tx, at: WorldPlace & Pick<KeptScore, 'kind' | 'lap'>): Promise<number> {
  return (await sql.one(tx, 'count-scores', at, z.object({ n: z.number() }))).n
}
