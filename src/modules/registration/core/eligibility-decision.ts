import type { Instant } from '../../../kernel/instant.ts'
import type { LocalDate } from '../../../kernel/local-date.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { EditionId, LevelCode } from '../../standard/contract.ts'
import type { EvidenceId } from './dossier.ts'
import type { ClauseFinding, Eligibility } from './eligibility.ts'
import type { Verdict } from './predicates/finding.ts'

/** Why an application was rejected or returned; about one clause, or about the application as a whole. */
export type DecisionReason = { readonly clauseId: string | null; readonly text: string }

/** What the registrar decided: approved under one clause on named evidence, rejected, or returned for completion. */
export type DecisionOutcome =
  | { readonly kind: 'approved'; readonly clauseId: string; readonly evidenceIds: readonly EvidenceId[] }
  | { readonly kind: 'rejected'; readonly reasons: readonly DecisionReason[] }
  | { readonly kind: 'returned'; readonly reasons: readonly DecisionReason[] }

/**
 * An eligibility decision as it is stored: the edition, the day, everything that was found then, and the outcome.
 * It is never recomputed: later editions, later facts and later rules leave it as it was.
 */
export type EligibilityDecision = {
  readonly version: 1
  readonly editionId: EditionId
  readonly level: LevelCode
  readonly referenceDate: LocalDate
  readonly verdict: Verdict
  readonly findings: readonly ClauseFinding[]
  readonly outcome: DecisionOutcome
  /** the actor as `actorRef` writes it */
  readonly decidedBy: string
  readonly decidedAt: Instant
}

/** What the registrar chose, before it is checked against the findings. */
export type DecisionChoice =
  | { readonly kind: 'approve'; readonly clauseId: string }
  | { readonly kind: 'reject' | 'return'; readonly reasons: readonly DecisionReason[] }

/**
 * Turns a choice into the decision that is stored. Refuses `clause-unknown`, `clause-not-met` (with the first day it is),
 * `clause-needs-evidence` and `reasons-missing`. A registrar may reject what the findings call met: evidence can be forged.
 */
export function decideEligibility(input: {
  readonly editionId: EditionId
  readonly level: LevelCode
  readonly eligibility: Eligibility
  readonly choice: DecisionChoice
  readonly decidedBy: string
  readonly decidedAt: Instant
}): Result<EligibilityDecision> {
  const { eligibility, editionId, level, decidedBy, decidedAt } = input
  const outcome = outcomeOf(input.choice, eligibility.findings)
  if (!outcome.ok) return outcome
  const { on: referenceDate, verdict, findings } = eligibility
  return ok({ version: 1, editionId, level, referenceDate, verdict, findings, outcome: outcome.value, decidedBy, decidedAt })
}

function outcomeOf(choice: DecisionChoice, findings: readonly ClauseFinding[]): Result<DecisionOutcome> {
  if (choice.kind === 'approve') return approval(choice.clauseId, findings)
  const { kind, reasons } = choice
  if (reasons.length === 0 || reasons.some(r => r.text.trim() === '')) return refuse('reasons-missing')
  const stranger = reasons.find(r => r.clauseId !== null && !findings.some(f => f.clauseId === r.clauseId))
  if (stranger) return refuse('clause-unknown', { clause: stranger.clauseId ?? '' })
  return ok({ kind: kind === 'reject' ? 'rejected' : 'returned', reasons })
}

function approval(clauseId: string, findings: readonly ClauseFinding[]): Result<DecisionOutcome> {
  const finding = findings.find(f => f.clauseId === clauseId)
  if (finding === undefined) return refuse('clause-unknown', { clause: clauseId })
  switch (finding.verdict) {
    case 'met':
      return ok({ kind: 'approved', clauseId, evidenceIds: finding.evidenceIds })
    case 'needs-evidence':
      return refuse('clause-needs-evidence', { clause: clauseId, number: finding.number })
    case 'not-met':
      return refuse('clause-not-met', { clause: clauseId, number: finding.number, metOn: finding.metOn ?? '—' })
  }
}
