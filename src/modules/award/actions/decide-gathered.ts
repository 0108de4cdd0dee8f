import { createHash } from 'node:crypto'
import type { LocalDate } from '../../../kernel/local-date.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../audit/index.ts'
import type { PassRule } from '../core/award-decision.ts'
import { passLine } from '../core/pass-line.ts'
import { mayDecide } from '../core/publication.ts'
import {
  type AttemptOutcome,
  countStates,
  type DecidedCandidate,
  decideSession,
  type EarlierPass,
  resultsText,
  type SeatFact,
  type StateCounts,
} from '../core/session-results.ts'
import { listOfPeople, saveDecision } from '../store/decisions.ts'
import { listPublications } from '../store/publications.ts'

/** A session with what its halls and markers report: seats, and what came of each attempt. */
export type Gathered = {
  readonly session: {
    readonly sessionId: string
    readonly sessionCode: string
    readonly scheme: string
    readonly editionId: string
    readonly referenceOn: LocalDate
  }
  readonly seats: readonly SeatFact[]
  readonly outcomes: readonly AttemptOutcome[]
}
export type Decided = { readonly candidates: readonly DecidedCandidate[]; readonly digest: string; readonly counts: StateCounts }

/** Decides on everybody gathered, without keeping it. Refuses `pass-rule-missing`. */
export async function judge(tx: Tx, { session, seats, outcomes }: Gathered): Promise<Result<Decided>> {
  const rules: Record<string, PassRule> = {}
  for (const level of new Set(seats.map(s => s.level))) {
    const rule = passLine(session.editionId, level)
    if (!rule.ok) return rule
    rules[level] = rule.value
  }
  const earlier = await earlierPasses(tx, [...new Set(seats.map(s => s.personId))], session.sessionId)
  const candidates = decideSession({ seats, outcomes, earlier, rules, referenceOn: session.referenceOn })
  return ok({ candidates, digest: createHash('sha256').update(resultsText(candidates)).digest('hex'), counts: countStates(candidates) })
}

/** Papers passed in other sessions that may be carried; of several the latest. */
async function earlierPasses(tx: Tx, personIds: readonly string[], sessionId: string): Promise<EarlierPass[]> {
  const decisions = await listOfPeople(tx, personIds, sessionId)
  const passes = decisions.flatMap(d =>
    d.carries.map(({ paper, mark, referenceOn }) => ({ personId: d.personId, level: d.level, paper, mark, referenceOn })),
  )
  return passes.toSorted((a, b) => (a.referenceOn < b.referenceOn ? -1 : 1))
}

/** Decides and keeps the results; until they are proposed this may be repeated. Refuses `publication-open`, `pass-rule-missing`. */
export async function decideGathered(tx: Tx, ctx: Ctx, gathered: Gathered): Promise<Result<Decided>> {
  const { referenceOn: _, ...session } = gathered.session
  const open = mayDecide(await listPublications(tx, [session.sessionId]))
  if (!open.ok) return open
  const judged = await judge(tx, gathered)
  if (!judged.ok) return judged
  for (const candidate of judged.value.candidates) await saveDecision(tx, session, candidate, ctx.now)
  const { digest, counts } = judged.value
  await record(tx, ctx, { type: 'results-decided', subject: { kind: 'session', id: session.sessionId }, facts: { digest, ...counts } })
  return judged
}
