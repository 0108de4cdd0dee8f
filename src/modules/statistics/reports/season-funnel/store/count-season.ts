import { z } from 'zod'
import type { Tx } from '../../../../../platform/db/database.ts'
import { sqlFile } from '../../../../../platform/db/sql.ts'
import type { SeasonCounts } from '../counts.ts'

const sql = sqlFile(import.meta.url, './query.sql')
const n = z.coerce.number().int()
const ApplicationRow = z.object({ level: z.string(), state: z.string(), clause: z.string(), count: n })
const PaperRow = z
  .object({
    level: z.string(),
    paper: z.string(),
    seats: n,
    without_attempt: n,
    not_started: n,
    absent: n,
    running: n,
    handed_in: n,
    closed: n,
    started: n,
    with_responses: n,
    responses: n,
    scored: n,
    scored_open: n,
  })
  .transform(({ without_attempt, not_started, handed_in, with_responses, scored_open, ...row }) => ({
    ...row,
    withoutAttempt: without_attempt,
    notStarted: not_started,
    handedIn: handed_in,
    withResponses: with_responses,
    scoredOpen: scored_open,
  }))
const PersonRow = z.object({ level: z.string(), seated: n, decided: n })
const DecisionRow = z
  .object({ level: z.string(), state: z.string(), count: n, without_seat: n, certified: n })
  .transform(({ without_seat, ...row }) => ({ ...row, withoutSeat: without_seat }))
const CertificateRow = z
  .object({ level: z.string(), state: z.string(), count: n, without_pass: n })
  .transform(({ without_pass, ...row }) => ({ ...row, withoutPass: without_pass }))

/** Counts one session from the published views; `provinces: null` is the whole nation. */
export async function countSeason(
  tx: Tx,
  scope: { readonly sessionId: string; readonly provinces: readonly string[] | null },
): Promise<SeasonCounts> {
  const values = { sessionId: scope.sessionId, everywhere: scope.provinces === null, provinces: scope.provinces ?? [] }
  return {
    applications: await sql.many(tx, 'count-applications', values, ApplicationRow),
    papers: await sql.many(tx, 'count-papers', values, PaperRow),
    people: await sql.many(tx, 'count-people', values, PersonRow),
    decisions: await sql.many(tx, 'count-decisions', values, DecisionRow),
    certificates: await sql.many(tx, 'count-certificates', values, CertificateRow),
  }
}
