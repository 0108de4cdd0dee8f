import { type LocalDate, daysBetween, earlier, later, plusDays, plusYears } from '../../../../kernel/local-date.ts'
import type { TitleRank, WorkPredicate } from '../../../standard/contract.ts'
import type { EvidenceId } from '../dossier.ts'
import type { Gap, Ground, Uncounted, UnprovenFact } from './finding.ts'
import { atLeastRank } from './title.ts'
import { type Reading, type Standing, type WorkedSpan, counts, stands, stretchesOf } from './reading.ts'
import { NEVER, type Span } from './span.ts'

/** From when work counts: the day a certificate or title was obtained, and the days on which it may be relied on. */
type Since = Span & { readonly evidenceId: EvidenceId | null; readonly fact: 'certificate' | 'title' }
/** Work as counted up to a day; `fullOn` is the first day on which the years are full, null when they never are. */
type Tally = { readonly span: Span; readonly countedDays: number; readonly fullOn: LocalDate | null }

/**
 * The days on which the years of work are full.
 *
 * Continuous: one stretch that began on F is N years long on the day of the same date N years after F
 * (29 February: 28 February in a common year). The last day worked counts in full, the reference date itself not.
 *
 * Cumulative: the days of all stretches, each day once, are laid end to end from the first day of work F; the years are
 * full when these days reach the same date N years after F. A single stretch thus counts exactly as a continuous one,
 * another day of work never makes the count worse, and nothing is lost as time passes
 * (a count against the N years before the reference date would lose a day whenever a 29 February enters it).
 *
 * After a certificate or title: only days from the day of issue on, and only while it stands. With several the earliest
 * that stands on the day decides. A certificate of a related occupation counts where work in a related one does.
 */
export function workSpans(predicate: WorkPredicate, reading: Reading, standing: Standing): Span[] {
  const stretches = stretchesOf(reading, predicate, standing)
  const spans: Span[] = []
  for (const since of sinces(predicate, reading, standing)) {
    const full = fullOn(predicate, stretches, since?.from ?? null)
    if (full !== null) spans.push({ from: full, before: since?.before ?? NEVER })
  }
  return spans
}

/** The work on which the predicate is true on a day. */
export function workGround(predicate: WorkPredicate, reading: Reading, standing: Standing, on: LocalDate): Ground {
  const stretches = stretchesOf(reading, predicate, standing)
  for (const since of sinces(predicate, reading, standing)) {
    if (since !== null && (since.from > on || since.before <= on)) continue
    const tally = tallyOn(predicate, stretches, since?.from ?? null, on)
    if (tally === null || tally.fullOn === null || tally.fullOn > on) continue
    const { from, before } = tally.span
    const counted = reading.worked.filter(
      w => counts(w.employment, predicate) && stands(w.employment, standing) && w.from < before && w.before > from && w.from <= on,
    )
    return { basis: { p: 'work', countedFrom: from, countedDays: tally.countedDays }, ...proofOf(counted, since) }
  }
  throw new Error('no work on which the predicate is true')
}

/** What is missing of the work on a day. */
export function workGap(predicate: WorkPredicate, reading: Reading, on: LocalDate): Gap {
  const since = sinces(predicate, reading, 'stated').find(s => s === null || (s.from <= on && s.before > on))
  const uncounted = uncountedWork(predicate, reading, since?.from ?? null, on)
  if (since === undefined) return { p: 'work', lacks: 'since', uncounted }
  const tally = tallyOn(predicate, stretchesOf(reading, predicate, 'stated'), since?.from ?? null, on)
  if (tally === null || tally.span.from >= on) return { p: 'work', lacks: 'work', uncounted }
  const { from } = tally.span
  const neededDays = daysBetween(from, plusYears(from, predicate.minYears))
  return { p: 'work', lacks: 'time', countedFrom: from, countedDays: tally.countedDays, neededDays, uncounted }
}

/** What the predicate's `since` may rest on, earliest first; a single null where it asks for nothing. */
function sinces(predicate: WorkPredicate, reading: Reading, standing: Standing): readonly (Since | null)[] {
  if (predicate.since === null) return [null]
  if (predicate.since.startsWith('title:')) {
    const rank = predicate.since.slice(6) as TitleRank
    return reading.titles
      .filter(t => atLeastRank(t, rank) && stands(t, standing))
      .map(t => ({ from: t.obtainedOn, before: NEVER, evidenceId: t.evidenceId, fact: 'title' }))
  }
  const level = predicate.since.slice(5)
  const found: Since[] = []
  for (const { certificate: c, from, before } of reading.certificates) {
    if (c.level !== level || (c.occupation !== 'own' && predicate.scope !== 'related') || !stands(c, standing)) continue
    found.push({ from, before, evidenceId: c.evidenceId, fact: 'certificate' })
  }
  return found
}

function fullOn(predicate: WorkPredicate, stretches: readonly Span[], since: LocalDate | null): LocalDate | null {
  let start: LocalDate | null = null
  let needed = 0
  let counted = 0
  for (const stretch of stretches) {
    const from = since === null ? stretch.from : later(stretch.from, since)
    if (from >= stretch.before) continue
    if (predicate.continuous || start === null) {
      const full = plusYears(from, predicate.minYears)
      if (full <= stretch.before) return full
      if (predicate.continuous) continue
      start = from
      needed = daysBetween(from, full)
    }
    const length = daysBetween(from, stretch.before)
    if (counted + length >= needed) return plusDays(from, needed - counted)
    counted += length
  }
  return null
}

/** The count a person should see: the stretch that is or will first be full, else the longest so far; cumulative: all of it. */
function tallyOn(predicate: WorkPredicate, stretches: readonly Span[], since: LocalDate | null, on: LocalDate): Tally | null {
  const clipped = stretches
    .map(s => ({ from: since === null ? s.from : later(s.from, since), before: s.before }))
    .filter(s => s.from < s.before)
  const first = clipped[0]
  if (first === undefined) return null
  const worked = (s: Span) => Math.max(0, daysBetween(s.from, earlier(s.before, on)))
  if (!predicate.continuous) {
    const countedDays = clipped.reduce((sum, s) => sum + worked(s), 0)
    return { span: { from: first.from, before: clipped.at(-1)?.before ?? NEVER }, countedDays, fullOn: fullOn(predicate, stretches, since) }
  }
  let longest: Tally | null = null
  for (const span of clipped) {
    const tally = { span, countedDays: worked(span), fullOn: fullOn(predicate, [span], null) }
    if (tally.fullOn !== null) return tally
    if (longest === null || tally.countedDays > longest.countedDays) longest = tally
  }
  return longest
}

function proofOf(counted: readonly WorkedSpan[], since: Since | null): Omit<Ground, 'basis'> {
  const evidenceIds: EvidenceId[] = []
  const unproven: UnprovenFact[] = []
  const rely = (id: EvidenceId | null, fact: UnprovenFact) => (id === null ? unproven.push(fact) : evidenceIds.push(id))
  for (const { employment, from } of counted) rely(employment.evidenceId, { fact: 'employment', on: from })
  if (since !== null) rely(since.evidenceId, { fact: since.fact, on: since.from })
  return { evidenceIds, unproven }
}

const REASONS: readonly Uncounted[] = ['related', 'other', 'probation', 'before-since']

function uncountedWork(predicate: WorkPredicate, reading: Reading, since: LocalDate | null, on: LocalDate): Uncounted[] {
  const reasons = new Set<Uncounted>()
  for (const { employment, from } of reading.worked) {
    if (from > on) continue
    if (employment.occupation === 'other' || (employment.occupation === 'related' && predicate.scope === 'occupation'))
      reasons.add(employment.occupation)
    else if (employment.mode === 'probation' && predicate.mode === 'regular') reasons.add('probation')
    else if (since !== null && from < since) reasons.add('before-since')
  }
  return REASONS.filter(r => reasons.has(r))
}
