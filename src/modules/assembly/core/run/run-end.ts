import type { z } from 'zod'
import { fieldPath } from '../blueprint/blueprint-field.ts'
import type { Finding, Verdict } from '../check/check-assembly.ts'
import type { Objective } from '../check/objective.ts'
import type { Translated } from '../translate/problem-of.ts'
import type { Said } from '../words/say-condition.ts'
import type { CertificateView, ConflictView, FindingView, RunProgressView } from '../views/run-views.ts'
import type { RunState } from './run-states.ts'

export type RunProgress = z.output<typeof RunProgressView>
export type Certificate = z.output<typeof CertificateView>
export type RunConflict = z.output<typeof ConflictView>
export type KeptFinding = z.output<typeof FindingView>

/** How a run ended, as it is kept. */
export type RunEnd = {
  readonly state: RunState
  readonly progress: RunProgress | null
  readonly failure: Said | null
  readonly certificate: Certificate | null
  readonly conflict: RunConflict | null
  readonly findings: readonly KeptFinding[] | null
}

/** What the engine may hand back, as far as the end of a run looks at it. */
export type EngineOutcome =
  | {
      readonly kind: 'assembled'
      readonly way: string
      readonly verdict: Verdict
      readonly bound: { readonly value: number; readonly by: 'own-arithmetic' | 'solver' } | null
      readonly gap: number | null
      readonly certificate: Said
      readonly seconds: number
    }
  | {
      readonly kind: 'impossible'
      readonly constraints: readonly { readonly id: string; readonly said: Said }[]
      readonly minimal: boolean
      readonly certificate: Said
      readonly seconds: number
    }
  | { readonly kind: 'not-found'; readonly certificate: Said; readonly seconds: number }

/** What a certificate names beside the outcome. */
export type CertificateFacts = Pick<Certificate, 'goal' | 'problemDigest' | 'items' | 'constraints' | 'forms' | 'solver' | 'seed'> & {
  /** The gap that was asked for, as a share. */
  readonly askedGap: number
}

/** The sentences of constraints, and the fields of the blueprint they come from. */
export type Words = Pick<Translated, 'said' | 'fields'>

/** Turns the outcome of the engine into what is kept of the run; sentences are those of the blueprint where it has one. */
export function runEnd(outcome: EngineOutcome, facts: CertificateFacts, { said, fields }: Words): RunEnd {
  const certificate = certificateOf(outcome, facts)
  const none = { progress: null, failure: null, conflict: null, findings: null }
  if (outcome.kind === 'assembled') return { ...none, state: 'done', certificate, findings: keptFindings(outcome.verdict.findings, said) }
  if (outcome.kind === 'not-found') return { ...none, state: 'not-found', certificate }
  const constraints = outcome.constraints.map(({ id, said: own }) => {
    const field = fields.get(id) ?? null
    return { constraintId: id, said: said.get(id) ?? own, field, path: field && fieldPath(field) }
  })
  return { ...none, state: 'infeasible', certificate, conflict: { minimal: outcome.minimal, constraints } }
}

function certificateOf(outcome: EngineOutcome, { askedGap, ...facts }: CertificateFacts): Certificate {
  const common = { ...facts, said: outcome.certificate, milliseconds: Math.round(outcome.seconds * 1000) }
  const none = { objective: null, bound: null, boundBy: null, gap: null, way: null }
  if (outcome.kind === 'impossible') return { ...common, ...none, status: 'infeasible' }
  if (outcome.kind === 'not-found') return { ...common, ...none, status: 'not-found' }
  const { verdict, bound, gap, way } = outcome
  return {
    ...common,
    status: statusOf(verdict.objective, gap, askedGap),
    objective: verdict.objective.shape === 'none' ? null : verdict.objective.value,
    bound: bound?.value ?? null,
    boundBy: bound?.by ?? null,
    gap: gap === null ? null : basisPoints(gap),
    way,
  }
}

function statusOf({ shape }: Pick<Objective, 'shape'>, gap: number | null, askedGap: number): Certificate['status'] {
  if (shape === 'none' || gap === null) return 'feasible'
  if (gap === 0) return 'proved-best'
  return gap <= askedGap ? 'within-gap' : 'feasible'
}

/** Rounded up: a proof never says more than it is. */
function basisPoints(share: number): number {
  return Math.max(0, Math.min(1_000_000_000, Math.ceil(share * 10_000 - 1e-9)))
}

/** The checker's table with sentences; lines that do not hold come first. */
export function keptFindings(findings: readonly Finding[], said: ReadonlyMap<string, Said>): readonly KeptFinding[] {
  const lines = findings.map(each => ({ ...each, said: said.get(each.constraintId) ?? { zh: each.constraintId, en: each.constraintId } }))
  return [...lines.filter(line => !line.holds), ...lines.filter(line => line.holds)]
}
