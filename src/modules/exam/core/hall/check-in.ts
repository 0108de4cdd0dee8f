import { type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'

/** Minutes around the planned start. Entry from 30 before, late entry until 25 after, absent from 30 after (Anhui 2016). */
export type CheckInRule = { readonly entryMinutesBefore: number; readonly lateMinutesAfter: number; readonly absentMinutesAfter: number }
export const COMPUTER_ROOM_RULE: CheckInRule = { entryMinutesBefore: 30, lateMinutesAfter: 25, absentMinutesAfter: 30 }

/** Documents that prove identity at the door beside the admission ticket. */
export const ID_DOCUMENTS = ['resident-id-card', 'officer-card', 'soldier-card', 'passport'] as const
export type IdDocument = (typeof ID_DOCUMENTS)[number]

/** What the door says at an instant. `too-late` lasts until the candidate counts as absent. A late candidate gets no extra time. */
export type EntryVerdict =
  | { readonly kind: 'too-early'; readonly opensAt: Instant }
  | { readonly kind: 'on-time' }
  | { readonly kind: 'late'; readonly minutesLate: number }
  | { readonly kind: 'too-late'; readonly closedAt: Instant }

/** Whether a candidate counts as there: who has not signed in and confirmed in time is absent. */
export type PresenceVerdict =
  | { readonly kind: 'expected'; readonly absentAt: Instant }
  | { readonly kind: 'present' }
  | { readonly kind: 'absent' }

/** The last instant of late entry is inside. `minutesLate` counts begun minutes after the start. */
export function entryVerdict(startsAt: Instant, now: Instant, rule: CheckInRule): EntryVerdict {
  assertRule(rule)
  const opensAt = plusMinutes(startsAt, -rule.entryMinutesBefore)
  const closedAt = plusMinutes(startsAt, rule.lateMinutesAfter)
  if (now < opensAt) return { kind: 'too-early', opensAt }
  if (now <= startsAt) return { kind: 'on-time' }
  return now <= closedAt ? { kind: 'late', minutesLate: Math.ceil((now - startsAt) / 60_000) } : { kind: 'too-late', closedAt }
}

/** `confirmedAt` is when the candidate signed in at the machine and confirmed the identity shown; null while they have not. */
export function presenceVerdict(startsAt: Instant, confirmedAt: Instant | null, now: Instant, rule: CheckInRule): PresenceVerdict {
  assertRule(rule)
  const absentAt = plusMinutes(startsAt, rule.absentMinutesAfter)
  if (confirmedAt !== null && confirmedAt < absentAt) return { kind: 'present' }
  return now < absentAt ? { kind: 'expected', absentAt } : { kind: 'absent' }
}

/**
 * Admits a candidate at the door. Refuses `check-in-too-early`, `check-in-too-late`, `ticket-not-shown`,
 * `id-document-not-accepted`, `identity-not-matched`.
 */
export function admit(
  entry: {
    readonly startsAt: Instant
    readonly now: Instant
    readonly ticketShown: boolean
    readonly document: string
    readonly identityMatches: boolean
  },
  rule: CheckInRule,
): Result<Extract<EntryVerdict, { kind: 'on-time' | 'late' }>> {
  const verdict = entryVerdict(entry.startsAt, entry.now, rule)
  if (verdict.kind === 'too-early') return refuse('check-in-too-early', { opensAt: verdict.opensAt, minutes: rule.entryMinutesBefore })
  if (verdict.kind === 'too-late') return refuse('check-in-too-late', { closedAt: verdict.closedAt, minutes: rule.lateMinutesAfter })
  if (!entry.ticketShown) return refuse('ticket-not-shown')
  if (!ID_DOCUMENTS.some(d => d === entry.document)) return refuse('id-document-not-accepted', { document: entry.document })
  return entry.identityMatches ? ok(verdict) : refuse('identity-not-matched')
}

function assertRule(rule: CheckInRule): void {
  const whole = [rule.entryMinutesBefore, rule.lateMinutesAfter, rule.absentMinutesAfter].every(n => Number.isInteger(n) && n >= 0)
  if (!whole || rule.lateMinutesAfter > rule.absentMinutesAfter) throw new RangeError(`not a check-in rule: ${JSON.stringify(rule)}`)
}
