import { localDate } from '../../../kernel/local-date.ts'
import { hundredths } from '../../../kernel/marks.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { seatsOf, sittingsOf } from '../../exam/index.ts'
import type { PaperResult } from '../../marking/contract.ts'
import { paperResults } from '../../marking/index.ts'
import { roundOf } from '../../registration/index.ts'
import type { Paper } from '../core/award-decision.ts'
import { knownSession } from '../core/publication.ts'
import type { AttemptOutcome, SeatFact } from '../core/session-results.ts'
import type { Gathered } from './decide-gathered.ts'

/** Gathers the seats of a session and what came of every attempt, sitting by sitting. Refuses `session-unknown`. */
export async function gatherSession(tx: Tx, sessionId: string): Promise<Result<Gathered>> {
  const round = knownSession(await roundOf(tx, sessionId))
  if (!round.ok) return round
  const { code, scheme, editionId, referenceDate } = round.value
  const seats = (await seatsOf(tx, { sessionId })).map(
    ({ personId, applicationId, level, ticketNumber, siteCode, attemptId, paper }): SeatFact => ({
      personId,
      applicationId,
      level,
      ticketNumber,
      siteCode,
      attemptId,
      paper: paperOf(paper),
    }),
  )
  const outcomes: AttemptOutcome[] = []
  for (const { sittingId } of await sittingsOf(tx, sessionId)) outcomes.push(...(await paperResults(tx, { sittingId })).map(outcomeOf))
  return ok({ session: { sessionId, sessionCode: code, scheme, editionId, referenceOn: localDate(referenceDate) }, seats, outcomes })
}

/** A paper stopped for malpractice (违纪) is void whatever it scored. */
function outcomeOf({ attemptId, paper, state, score, byArea, bySkill, closing }: PaperResult): AttemptOutcome {
  if (closing === 'malpractice') return { attemptId, outcome: { kind: 'voided', reason: '违纪' }, areas: [], skills: [] }
  const areas = byArea.map(({ area, score: mark, maximum }) => ({ paper: paperOf(paper), area, mark, maximum }))
  const skills = bySkill.map(({ score: mark, ...skill }) => ({ ...skill, mark }))
  switch (state) {
    case 'absent':
      return { attemptId, outcome: { kind: 'absent' }, areas: [], skills: [] }
    case 'pending':
      return { attemptId, outcome: { kind: 'withheld' }, areas: [], skills: [] }
    case 'scored':
    case 'marked':
      return { attemptId, outcome: { kind: 'marked', mark: hundredths(score ?? 0) }, areas, skills }
  }
}

/** The practical paper is the skill part of the edition. */
function paperOf(paper: 'theory' | 'practical' | 'skill'): Paper {
  return paper === 'theory' ? 'theory' : 'skill'
}
