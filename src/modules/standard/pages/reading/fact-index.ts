import {
  type EditionId,
  type Fact,
  factsOf,
  parseProvenance,
  type Provenance,
  type ProvenanceText,
  type ResolvedEdition,
} from '../../contract.ts'
import { readable } from '../saying/readable.ts'

export type Kind = Provenance['kind']
/** Where a text comes from, and whose text it is. */
export type Origin = { readonly provenance: ProvenanceText; readonly from: EditionId }
/** What the reader wants to see: everything, or only statements of one provenance. */
export type Only = Kind | null

export const KINDS: readonly Kind[] = ['seed', 'found', 'reconstructed']

/** The statements of an edition by their path. */
export type FactIndex = { readonly at: (...path: readonly string[]) => Fact | undefined; readonly all: readonly Fact[] }

export function factIndex(edition: ResolvedEdition): FactIndex {
  const all = factsOf(edition)
  const byPath = new Map(all.map(fact => [JSON.stringify(fact.path), fact]))
  return { all, at: (...path) => byPath.get(JSON.stringify(path)) }
}

export function kindOf(provenance: ProvenanceText): Kind {
  return parseProvenance(provenance).kind
}

/** Does a statement pass the filter? */
export function passes(provenance: ProvenanceText, only: Only): boolean {
  return only === null || kindOf(provenance) === only
}

/** How many statements come from where. */
export function countsOf(facts: readonly Fact[]): Readonly<Record<Kind, number>> {
  const counts = { seed: 0, found: 0, reconstructed: 0 }
  for (const { provenance } of facts) counts[kindOf(provenance)] += 1
  return counts
}

/** A public source with the number of statements taken from it, most used first; `url` is null where only the title is known. */
export type Source = { readonly source: string; readonly url: string | null; readonly count: number }

export function sourcesOf(facts: readonly Fact[]): readonly Source[] {
  const found = Map.groupBy(facts, fact => fact.provenance)
  return [...found]
    .flatMap(([text, cited]) => {
      const provenance = parseProvenance(text)
      return provenance.kind === 'found' ? [{ source: readable(provenance.source), url: provenance.url, count: cited.length }] : []
    })
    .toSorted((a, b) => b.count - a.count)
}

/** Parts taken from other editions, edition by edition. */
export function inherited(facts: readonly Fact[], own: EditionId): readonly EditionId[] {
  return [...new Set(facts.map(fact => fact.from).filter(from => from !== own))]
}
