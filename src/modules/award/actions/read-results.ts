import type { ParamsOf, QueryOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { peopleOf } from '../../identity/index.ts'
import type { listOwnResults, listResults } from '../contract.ts'
import { distribution } from '../core/distribution.ts'
import { provincesRead } from '../core/policy.ts'
import { isPublished } from '../core/publication.ts'
import { areaViews, levelWords, minimaOf, skillViews } from '../core/result-views.ts'
import { countStates } from '../core/session-results.ts'
import { type CountedDecision, type KeptDecision, listMarks, listOfPerson, listOfSession } from '../store/decisions.ts'
import { listPublications } from '../store/publications.ts'

/** The results of the person who asks: only of published sessions. Others are named as waiting, and nothing more. */
export async function listOwn(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listOwnResults>>> {
  const decisions = ctx.actor.kind === 'person' ? await listOfPerson(tx, ctx.actor.personId) : []
  const publications = await listPublications(tx, [...new Set(decisions.map(d => d.sessionId))])
  const visible = new Set(publications.filter(p => isPublished(p, ctx.now)).map(p => p.sessionId))
  const [shown, hidden] = [decisions.filter(d => visible.has(d.sessionId)), decisions.filter(d => !visible.has(d.sessionId))]
  return ok({
    results: shown.toReversed().map(ownView),
    waiting: hidden.map(d => ({ sessionCode: d.sessionCode, level: d.level, title: levelWords(d.editionId, d.level).title })),
  })
}

function ownView(d: KeptDecision): ReplyOf<typeof listOwnResults>['results'][number] {
  const minima = minimaOf(d.editionId, d.level)
  return {
    sessionId: d.sessionId,
    sessionCode: d.sessionCode,
    level: d.level,
    ...levelWords(d.editionId, d.level),
    ticketNumber: d.ticketNumber,
    state: d.state,
    papers: [
      { paper: 'theory' as const, ...d.theory, minimum: minima.theory ?? null },
      { paper: 'skill' as const, ...d.practical, minimum: minima.skill ?? null },
    ].filter(p => p.minimum !== null),
    areas: areaViews(d.areas),
    skills: skillViews(d.editionId, d.skills),
    reasons: d.reasons,
    carries: d.carries.map(({ paper, until }) => ({ paper, until })),
    certificateNumber: d.certificateNumber,
  }
}

/** The results of a session for officers of their scope, with counts and the spread of marks against the pass line. */
export async function listForOfficers(
  tx: Tx,
  request: { params: ParamsOf<typeof listResults>; query: QueryOf<typeof listResults> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listResults>>> {
  const query = { ...request.query, sessionId: request.params.sessionId, provinces: provincesRead(ctx.actor) }
  const decisions = await listOfSession(tx, query)
  const people = await peopleOf(
    tx,
    decisions.map(d => d.personId),
  )
  const counted = await listMarks(tx, query)
  const [first] = decisions
  const minima = first ? minimaOf(first.editionId, query.level === '' ? first.level : query.level) : {}
  return ok({
    results: decisions.map(d => ({
      ticketNumber: d.ticketNumber,
      name: people.get(d.personId)?.name ?? '',
      idMasked: people.get(d.personId)?.idMasked ?? '',
      level: d.level,
      title: levelWords(d.editionId, d.level).title,
      siteCode: d.siteCode,
      state: d.state,
      theory: d.theory,
      practical: d.practical,
      reasons: d.reasons,
      certificateNumber: d.certificateNumber,
    })),
    total: query.search === '' ? counted.filter(c => query.state === '' || c.state === query.state).length : decisions.length,
    counts: countStates(counted),
    certified: counted.filter(c => c.certified).length,
    spread: { theory: spreadOf(counted, 'theory'), skill: spreadOf(counted, 'practical') },
    minima: { theory: minima.theory ?? null, skill: minima.skill ?? null },
  })
}

/** Only papers sat for in this session: carried marks belong to another. */
function spreadOf(counted: readonly CountedDecision[], paper: 'theory' | 'practical') {
  return distribution(counted.flatMap(c => (c[paper].kind === 'marked' && c[paper].mark !== null ? [c[paper].mark] : [])))
}
