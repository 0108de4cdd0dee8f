import { type Instant, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { acceptsUntil, endsAt } from '../attempt/attempt.ts'
import { startUntil } from '../attempt/rules.ts'
import type { RosterCandidate, SiteRoster, SiteSitting } from '../site/site-package.ts'

/** What a roster does not say: minutes of each form, and rest breaks that stop the clock, by ticket number. */
export type TimelineFacts = {
  readonly roster: Pick<SiteRoster, 'sittings' | 'candidates'>
  readonly minutesOfPackage: ReadonlyMap<string, number>
  readonly breakMinutesOfTicket: ReadonlyMap<string, number>
}

/** The longest course that a candidate's day can take by the rules: last start, all extra time, all breaks, all credit of one fault. */
export type CandidateTimeline = {
  readonly sitting: SiteSitting
  readonly candidate: RosterCandidate
  readonly allottedMinutes: number
  readonly breakMinutes: number
  readonly creditMinutes: number
  /** When the door opens for them, and until when they may start. */
  readonly entersFrom: Instant
  readonly startsUntil: Instant
  /** The end without any fault, and the last end that the rules allow. */
  readonly plannedEnd: Instant
  readonly endsAt: Instant
  /** Until when saves that were on their way are taken. */
  readonly acceptsUntil: Instant
}

/** What the roster leaves open, so that no course can be computed. */
export type Unsimulated = { readonly candidate: RosterCandidate; readonly why: 'sitting-unknown' | 'form-unknown' }

/** Every candidate's longest course (design §2.2). Credit is bounded by the fault rule: after that the sitting stops and is held again. */
export function simulateCandidates(facts: TimelineFacts): { readonly courses: CandidateTimeline[]; readonly open: Unsimulated[] } {
  const sittings = new Map(facts.roster.sittings.map(sitting => [sitting.sittingId, sitting]))
  const courses: CandidateTimeline[] = []
  const open: Unsimulated[] = []
  for (const candidate of facts.roster.candidates) {
    const sitting = sittings.get(candidate.sittingId)
    const minutes = facts.minutesOfPackage.get(candidate.packageId)
    if (sitting === undefined) open.push({ candidate, why: 'sitting-unknown' })
    else if (minutes === undefined) open.push({ candidate, why: 'form-unknown' })
    else courses.push(longestCourse(sitting, candidate, { minutes, breaks: facts.breakMinutesOfTicket.get(candidate.ticketNumber) ?? 0 }))
  }
  return { courses, open }
}

function longestCourse(
  sitting: SiteSitting,
  candidate: RosterCandidate,
  { minutes, breaks }: { readonly minutes: number; readonly breaks: number },
): CandidateTimeline {
  const { rules } = sitting
  const lastStart = startUntil(rules)
  const credit = sitting.fault.mostMinutes
  // a break stops the clock, so it lengthens the day as an allowance does
  const attempt = (creditMinutes: number) => ({
    rules,
    ledger: { allottedMinutes: minutes, allowanceMinutes: candidate.allowanceMinutes + breaks, creditMinutes },
  })
  return {
    sitting,
    candidate,
    allottedMinutes: minutes,
    breakMinutes: breaks,
    creditMinutes: credit,
    entersFrom: plusMinutes(rules.opensAt, -sitting.entryMinutesBefore),
    startsUntil: lastStart,
    plannedEnd: endsAt(attempt(0), lastStart),
    endsAt: endsAt(attempt(credit), lastStart),
    acceptsUntil: acceptsUntil(attempt(credit), lastStart),
  }
}

/** Whole minutes from one instant to another, rounded up; negative when the other comes first. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.ceil((instant(to) - from) / 60_000)
}
