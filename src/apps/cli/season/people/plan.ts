import type { LocalDate } from '../../../../kernel/local-date.ts'

/**
 * What a synthetic person is planted to live through.
 * `eligible`: everything in order · `missing`: forgets a document, is returned, brings it, is approved ·
 * `short`: misses the clause by a hair and is refused on handing in · `disguised`: sends a file that is not what it says,
 * hands in without, is returned and gives up · `contradicted`: the documents tell another story, the registrar rejects.
 */
export type Plan =
  | { readonly kind: 'eligible' | 'missing' | 'disguised' | 'contradicted'; readonly clauseId: string }
  | { readonly kind: 'short'; readonly clauseId: string; readonly metOn: LocalDate | null }
export type PlanKind = Plan['kind']

/** Shares of a hundred; three quarters are approved in the end. */
const SHARES: Readonly<Record<PlanKind, number>> = { eligible: 70, missing: 5, short: 13, disguised: 6, contradicted: 6 }
export const PLAN_KINDS = Object.keys(SHARES) as PlanKind[]

/** Is this person seated in the end? */
export function isSeated(plan: Plan): boolean {
  return plan.kind === 'eligible' || plan.kind === 'missing'
}

/** How many people live through each plan: by largest remainder, so that they add up to `n`. */
export function planCounts(n: number): Readonly<Record<PlanKind, number>> {
  const shares = PLAN_KINDS.map(kind => ({ kind, whole: Math.floor((n * SHARES[kind]) / 100), rest: (n * SHARES[kind]) % 100 }))
  const open = n - shares.reduce((sum, s) => sum + s.whole, 0)
  const raised = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, open)
      .map(s => s.kind),
  )
  const counts = Object.fromEntries(shares.map(({ kind, whole }) => [kind, whole + (raised.has(kind) ? 1 : 0)]))
  return counts as Record<PlanKind, number>
}
