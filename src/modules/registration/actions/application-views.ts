import type { ReplyOf } from '../../../kernel/endpoint.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { editionOf } from '../../standard/contract.ts'
import type { listRounds } from '../contract.ts'
import type { ApplicationState } from '../core/application/application.ts'
import type { Evidence } from '../core/application/evidence.ts'
import { type Round, roundStanding } from '../core/application/round.ts'
import { editionLevelNames, levelNames, tellVerdict } from '../core/application/verdict.ts'
import type { DecisionView, EvidenceView } from '../core/application/views.ts'
import type { KeptReview } from '../store/evidence.ts'

type ListedRound = ReplyOf<typeof listRounds>['rounds'][number]
export type StateView = {
  readonly kind: ApplicationState['kind']
  readonly at: number | null
  readonly reasons: { clauseId: string | null; text: string }[]
  readonly clauseId: string | null
  readonly reason: string | null
}

/** A state as flat data for tables and timelines. */
export function showState(state: ApplicationState): StateView {
  return {
    kind: state.kind,
    at: state.kind === 'draft' ? null : state.at,
    reasons: state.kind === 'returned' || state.kind === 'rejected' ? state.reasons.map(r => ({ ...r })) : [],
    clauseId: state.kind === 'approved' ? state.clauseId : null,
    reason: state.kind === 'withdrawn' ? state.reason : null,
  }
}

export function showRound(round: Round, now: Instant): Omit<ListedRound, 'ownApplicationId' | 'ownState'> {
  const edition = editionOf(round.editionId)
  const names = editionLevelNames(edition)
  return {
    ...round,
    editionTitle: edition.title.value,
    standing: roundStanding(round, now),
    levels: round.levels.map(code => ({ code, name: names[code] ?? code })),
  }
}

/** What the edition of a round calls a level. */
export function levelNameIn(round: Pick<Round, 'editionId'>, level: string): string {
  return editionLevelNames(editionOf(round.editionId))[level] ?? level
}

export function showEvidenceRow({ evidenceId, kind, factId, fileName, file, addedAt }: Evidence): EvidenceView {
  return { evidenceId, kind, factId, fileName, mediaType: file.mediaType, bytes: file.bytes, addedAt }
}

/** A decision as it was kept: told from its own findings, never judged anew. */
export function showDecision({ decision, decidedAt, seenOnSite }: KeptReview): DecisionView {
  const { outcome, editionId, referenceDate } = decision
  const names = levelNames(editionLevelNames(editionOf(editionId)))
  const opensOn = decision.findings.flatMap(f => (f.verdict === 'not-met' ? (f.metOn ?? []) : [referenceDate])).toSorted()[0] ?? null
  const found = { on: referenceDate, verdict: decision.verdict, opensOn, findings: decision.findings }
  return {
    decidedAt,
    outcome: outcome.kind,
    clauseId: outcome.kind === 'approved' ? outcome.clauseId : null,
    reasons: outcome.kind === 'approved' ? [] : outcome.reasons.map(r => ({ ...r })),
    editionId,
    referenceDate,
    verdict: copied(tellVerdict(decision.level, found, names)),
    evidenceIds: outcome.kind === 'approved' ? [...outcome.evidenceIds] : [],
    seenOnSite: [...seenOnSite],
  }
}

/** Plain data without read-only marks, as a reply schema wants it. */
function copied(verdict: ReturnType<typeof tellVerdict>): DecisionView['verdict'] {
  return { ...verdict, clauses: verdict.clauses.map(c => ({ ...c, parts: c.parts.map(p => ({ ...p })), evidenceIds: [...c.evidenceIds] })) }
}
