import type { TitlePredicate, TitleRank } from '../../../standard/contract.ts'
import type { Title } from '../dossier.ts'
import type { Gap, Ground } from './finding.ts'
import { type Reading, type Standing, stands } from './reading.ts'
import { NEVER, type Span } from './span.ts'

const RANKS: readonly TitleRank[] = ['junior', 'intermediate', 'senior']

/** Does a title correspond to the occupation and reach the rank? */
export function atLeastRank(title: Title, rank: TitleRank): boolean {
  return title.match && RANKS.indexOf(title.rank) >= RANKS.indexOf(rank)
}

/** From the day a corresponding title of at least the rank was obtained. */
export function titleSpans(predicate: TitlePredicate, reading: Reading, standing: Standing): Span[] {
  return reading.titles.filter(t => atLeastRank(t, predicate.rank) && stands(t, standing)).map(t => ({ from: t.obtainedOn, before: NEVER }))
}

/** The first title that reaches the rank. */
export function titleGround(predicate: TitlePredicate, reading: Reading, standing: Standing): Ground {
  const held = reading.titles.find(t => atLeastRank(t, predicate.rank) && stands(t, standing))
  if (held === undefined) throw new Error('no title on which the predicate is true')
  const { rank, obtainedOn, evidenceId } = held
  return {
    basis: { p: 'title', rank, obtainedOn },
    evidenceIds: evidenceId === null ? [] : [evidenceId],
    unproven: evidenceId === null ? [{ fact: 'title', on: obtainedOn }] : [],
  }
}

/** Why no title counts: not yet awarded, then too low, then not corresponding. */
export function titleGap(predicate: TitlePredicate, reading: Reading): Gap {
  const coming = reading.titles.find(t => atLeastRank(t, predicate.rank))
  if (coming) return { p: 'title', lacks: 'award', have: coming.rank, on: coming.obtainedOn }
  const low = reading.titles.findLast(t => t.match)
  if (low) return { p: 'title', lacks: 'rank', have: low.rank, on: low.obtainedOn }
  return { p: 'title', lacks: reading.titles.length > 0 ? 'match' : 'title' }
}
