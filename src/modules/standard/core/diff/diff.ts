import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { levelOrder } from '../level/levels.ts'
import type { EditionId } from '../edition.ts'
import type { ProvenanceText } from '../provenance.ts'
import type { ResolvedEdition } from '../resolve.ts'
import { type Fact, SECTIONS, type SectionId, factsOf } from './facts.ts'

/** What one edition says, where that comes from, and whose text it is. */
export type Side = { readonly value: unknown; readonly provenance: ProvenanceText; readonly edition: EditionId }

/** A difference at a path (level code, clause id, function and task name, weight area). */
export type Change =
  | { readonly kind: 'added'; readonly path: readonly string[]; readonly to: Side }
  | { readonly kind: 'removed'; readonly path: readonly string[]; readonly from: Side }
  | { readonly kind: 'changed'; readonly path: readonly string[]; readonly from: Side; readonly to: Side }

/** Differences by section of the standard, low levels first; sections without a difference are left out. */
export type EditionDiff = {
  readonly from: EditionId
  readonly to: EditionId
  readonly sections: readonly {
    readonly id: SectionId
    readonly zh: string
    readonly en: string
    readonly changes: readonly Change[]
  }[]
}

/** Where two facts meet: the one of each edition at the same path, if any. */
type Pair = { readonly at: Fact; readonly from: Fact | undefined; readonly to: Fact | undefined }

/**
 * Compares what two editions say. Only a different value is a difference: the same value from another source is none.
 */
export function diffEditions(from: ResolvedEdition, to: ResolvedEdition): EditionDiff {
  const pairs = pairUp(factsOf(from), factsOf(to))
  const sections = SECTIONS.map(section => {
    const mine = pairs.filter(pair => pair.at.section === section.id).sort(byLevel)
    return { ...section, changes: mine.flatMap(changeOf) }
  })
  return { from: from.id, to: to.id, sections: sections.filter(section => section.changes.length > 0) }
}

function pairUp(from: readonly Fact[], to: readonly Fact[]): Pair[] {
  const key = (fact: Fact) => JSON.stringify([fact.section, ...fact.path])
  const later = new Map(to.map(fact => [key(fact), fact]))
  const earlier = new Set(from.map(key))
  return [
    ...from.map(fact => ({ at: fact, from: fact, to: later.get(key(fact)) })),
    ...to.filter(fact => !earlier.has(key(fact))).map(fact => ({ at: fact, from: undefined, to: fact })),
  ]
}

function changeOf({ at, from, to }: Pair): readonly Change[] {
  const { path } = at
  if (from === undefined) return to === undefined ? [] : [{ kind: 'added', path, to: side(to) }]
  if (to === undefined) return [{ kind: 'removed', path, from: side(from) }]
  return canonicalJson(from.value) === canonicalJson(to.value) ? [] : [{ kind: 'changed', path, from: side(from), to: side(to) }]
}

function side({ value, provenance, from }: Fact): Side {
  return { value, provenance, edition: from }
}

function byLevel(a: Pair, b: Pair): number {
  return (a.at.level === null ? -1 : levelOrder(a.at.level)) - (b.at.level === null ? -1 : levelOrder(b.at.level))
}
