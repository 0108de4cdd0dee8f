import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import { type LevelCode, EDITION_IDS, LEVEL_CODES } from '../../standard/contract.ts'
import type { Round, RoundId } from '../core/application/round.ts'

const sql = sqlFile(import.meta.url, './registration.sql')
const RoundRow = z
  .object({
    round_id: z.string(),
    code: z.string(),
    scheme: z.string(),
    edition_id: z.enum(EDITION_IDS),
    flag: z.enum(['national', 'trial']),
    levels: z.array(z.enum(LEVEL_CODES as readonly LevelCode[])),
    reference_date: z.string(),
    opens_at: z.number(),
    closes_at: z.number(),
    sites: z.array(z.object({ code: z.string(), name: z.string(), province: z.string() })),
  })
  .transform((row): Round => ({
    roundId: row.round_id as RoundId,
    code: row.code,
    scheme: row.scheme,
    editionId: row.edition_id,
    flag: row.flag,
    levels: row.levels,
    referenceDate: localDate(row.reference_date),
    opensAt: instant(row.opens_at),
    closesAt: instant(row.closes_at),
    sites: row.sites,
  }))

/** False when the round exists already; then nothing was written. */
export async function insertRound(tx: Tx, round: Round, openedAt: Instant): Promise<boolean> {
  const written = await sql.run(tx, 'insert-round', {
    ...round,
    levels: JSON.stringify(round.levels),
    sites: JSON.stringify(round.sites),
    openedAt,
  })
  return written > 0
}

export function findRound(tx: Tx, roundId: string): Promise<Round | undefined> {
  return sql.maybe(tx, 'find-round', { roundId }, RoundRow)
}

/** Rounds that close after an instant, the next to close first. */
export function listRounds(tx: Tx, closesAfter: number): Promise<Round[]> {
  return sql.many(tx, 'list-rounds', { closesAfter }, RoundRow)
}
