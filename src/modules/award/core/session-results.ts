import type { LocalDate } from '../../../kernel/local-date.ts'
import type { Hundredths } from '../../../kernel/marks.ts'
import { type AwardDecision, CARRY_MONTHS, decideAward, type Paper, type PaperOutcome, type PassRule } from './award-decision.ts'

/** What an area of the weight table contributed to a paper, in hundredths of the paper's marks. */
export type AreaMark = { readonly paper: Paper; readonly area: string; readonly mark: Hundredths; readonly maximum: Hundredths }

/** What a skill of the edition contributed, in hundredths of the paper's marks; `code` is the number of its 工作内容. */
export type SkillMark = { readonly code: string; readonly name: string; readonly mark: Hundredths; readonly maximum: Hundredths }

/** A candidate's seat for one paper. */
export type SeatFact = {
  readonly personId: string
  readonly applicationId: string
  readonly level: string
  readonly ticketNumber: string
  readonly siteCode: string
  readonly attemptId: string
  readonly paper: Paper
}
/** What came of one attempt. `void` is a proven breach (违纪), with its reason. */
export type AttemptOutcome = {
  readonly attemptId: string
  readonly outcome: Exclude<PaperOutcome, { readonly kind: 'carried' }>
  readonly areas: readonly AreaMark[]
  readonly skills: readonly SkillMark[]
}
/** A paper passed in an earlier session. */
export type EarlierPass = {
  readonly personId: string
  readonly level: string
  readonly paper: Paper
  readonly mark: Hundredths
  readonly referenceOn: LocalDate
}

/** A candidate with everything the decision rests on. `pending` while some paper has no confirmed result. */
export type DecidedCandidate = {
  readonly personId: string
  readonly applicationId: string
  readonly level: string
  readonly ticketNumber: string
  readonly siteCode: string
  readonly outcomes: Partial<Readonly<Record<Paper, PaperOutcome>>>
  readonly areas: readonly AreaMark[]
  readonly skills: readonly SkillMark[]
  readonly state: AwardDecision['state'] | 'pending'
  readonly reasons: AwardDecision['reasons']
  readonly carries: AwardDecision['carries']
}

export type SessionFacts = {
  readonly seats: readonly SeatFact[]
  readonly outcomes: readonly AttemptOutcome[]
  readonly earlier: readonly EarlierPass[]
  /** the rule of each level that is examined */
  readonly rules: Readonly<Record<string, PassRule>>
  /** registration deadline of this session */
  readonly referenceOn: LocalDate
}

/**
 * Decides on every seated candidate of a session, in the order of person and level. A paper with a seat counts by its attempt,
 * a required paper without one by an earlier pass; without either the candidate stays pending.
 */
export function decideSession(facts: SessionFacts): readonly DecidedCandidate[] {
  const outcomes = new Map(facts.outcomes.map(o => [o.attemptId, o]))
  const earlier = new Map(facts.earlier.map(p => [`${p.personId} ${p.level} ${p.paper}`, p]))
  const groups = new Map<string, SeatFact[]>()
  for (const seat of facts.seats) {
    const key = `${seat.personId} ${seat.level}`
    groups.set(key, [...(groups.get(key) ?? []), seat])
  }
  return [...groups.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, seats]) => decideOne(seats, facts, outcomes, earlier))
}

function decideOne(
  seats: readonly SeatFact[],
  facts: SessionFacts,
  outcomes: ReadonlyMap<string, AttemptOutcome>,
  earlier: ReadonlyMap<string, EarlierPass>,
): DecidedCandidate {
  const first = seats[0]
  const rule = first && facts.rules[first.level]
  if (!first || !rule) throw new Error(`no pass rule for level ${first?.level ?? '?'}`)
  const { personId, applicationId, level, siteCode } = first
  const found: Partial<Record<Paper, PaperOutcome>> = {}
  for (const { paper } of rule.required) {
    const seat = seats.find(s => s.paper === paper)
    const pass = seat ? undefined : earlier.get(`${personId} ${level} ${paper}`)
    const outcome: PaperOutcome | undefined = seat
      ? (outcomes.get(seat.attemptId)?.outcome ?? { kind: 'withheld' })
      : pass && { kind: 'carried', mark: pass.mark, referenceOn: pass.referenceOn }
    if (outcome) found[paper] = outcome
  }
  const sat = rule.required.flatMap(({ paper }) => outcomes.get(seats.find(s => s.paper === paper)?.attemptId ?? '') ?? [])
  const [areas, skills] = [sat.flatMap(one => one.areas), sat.flatMap(one => one.skills)]
  const decision = decideAward({ rule, outcomes: found, referenceOn: facts.referenceOn, carryMonths: CARRY_MONTHS })
  const who = { personId, applicationId, level, ticketNumber: first.ticketNumber, siteCode, outcomes: found, areas, skills }
  return decision.ok ? { ...who, ...decision.value } : { ...who, state: 'pending', reasons: [], carries: [] }
}

/** One line for each candidate: equal results give equal text, so that a hash stands for exactly what was proposed. */
export function resultsText(candidates: readonly DecidedCandidate[]): string {
  const word = (outcome: PaperOutcome | undefined) =>
    outcome === undefined ? '-' : 'mark' in outcome ? `${outcome.kind}:${outcome.mark}` : outcome.kind
  return candidates
    .map(c => [c.personId, c.level, c.state, word(c.outcomes.theory), word(c.outcomes.skill), word(c.outcomes.review)].join(' '))
    .toSorted()
    .join('\n')
}

/** How many stand where. */
export type StateCounts = Readonly<Record<DecidedCandidate['state'], number>>
export function countStates(candidates: readonly { readonly state: DecidedCandidate['state'] }[]): StateCounts {
  const counts = { pending: 0, passed: 0, failed: 0, absent: 0, voided: 0 }
  for (const { state } of candidates) counts[state] += 1
  return counts
}
