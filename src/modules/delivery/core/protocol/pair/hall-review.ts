import type { Instant } from '../../../../../kernel/instant.ts'
import type { Review } from '../server/union.ts'
import type { SeatConflict } from './seating.ts'

/** An act of hall staff, as either server recorded it. */
export type ReviewedAct = {
  readonly actId: string
  readonly kind: string
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
  readonly doneAt: Instant
}

/** Something that two servers decided differently while cut apart: for people to look at, nothing of it goes away. */
export type HallReview =
  | ({ readonly attemptId: string } & { readonly found: Review })
  | { readonly found: { readonly kind: 'two-resumptions'; readonly haltId: string; readonly acts: readonly string[] } }
  | { readonly found: { readonly kind: 'two-decisions'; readonly creditId: string; readonly acts: readonly string[] } }
  | { readonly found: { readonly kind: 'absent-and-present'; readonly candidateRef: string } }
  | { readonly found: { readonly kind: 'two-at-seat' } & SeatConflict }

/** Contradictions between acts that each server rightly did on its own. */
export function reviewActs(acts: readonly ReviewedAct[]): HallReview[] {
  const twice = (kind: string, fact: string) => {
    const by = new Map<string, ReviewedAct[]>()
    for (const act of acts) if (act.kind === kind) by.set(String(act.facts[fact]), [...(by.get(String(act.facts[fact])) ?? []), act])
    return [...by].filter(([, found]) => found.length > 1).toSorted(([a], [b]) => (a < b ? -1 : 1))
  }
  const ids = (found: readonly ReviewedAct[]) => found.map(act => act.actId).toSorted()
  const came = new Set(acts.filter(act => act.kind === 'checked-in').map(act => act.facts['candidate']))
  const absent = new Set(acts.filter(act => act.kind === 'marked-absent').map(act => act.facts['candidate']))
  return [
    ...twice('resumed', 'halt').map(([haltId, found]) => ({ found: { kind: 'two-resumptions' as const, haltId, acts: ids(found) } })),
    ...twice('credit-decided', 'credit').map(([creditId, found]) => ({
      found: { kind: 'two-decisions' as const, creditId, acts: ids(found) },
    })),
    ...[...absent]
      .filter(candidate => came.has(candidate))
      .map(candidate => ({ found: { kind: 'absent-and-present' as const, candidateRef: String(candidate) } })),
  ]
}
