import { plusMinutes, type Instant } from '../../../../kernel/instant.ts'
import { ok, refuse, type Refused, type Result } from '../../../../kernel/result.ts'
import { advance, type Transitions } from '../../../../kernel/states.ts'
import { type CheckInRule, presenceVerdict } from './check-in.ts'

/** expected ──check-in──▶ checked-in ──finish──▶ finished; expected ──miss──▶ absent. Checking in again keeps the state: a machine failed. */
export type SeatState = 'expected' | 'checked-in' | 'absent' | 'finished'
export type SeatEvent = 'check-in' | 'miss' | 'finish'
export const SEAT_STATES: Transitions<SeatState, SeatEvent> = {
  expected: { 'check-in': 'checked-in', miss: 'absent' },
  'checked-in': { 'check-in': 'checked-in', finish: 'finished' },
  absent: {},
  finished: {},
}

/** Refuses `seat-wrong-state`: the seat is done with, or nobody has come to it. */
export function advanceSeat(state: SeatState, event: SeatEvent): Result<SeatState> {
  const next = advance(SEAT_STATES, state, event)
  return next.ok ? next : seatIs(state)
}

/** `seat-wrong-state` in people's words. */
export function seatIs(state: SeatState): Refused {
  return refuse('seat-wrong-state', { state: SEAT_STATE_NAMES[state].zh, stateEn: SEAT_STATE_NAMES[state].en })
}
export const SEAT_STATE_NAMES: Readonly<Record<SeatState, { readonly zh: string; readonly en: string }>> = {
  expected: { zh: '未到', en: 'not here yet' },
  'checked-in': { zh: '已入场', en: 'checked in' },
  absent: { zh: '缺考', en: 'absent' },
  finished: { zh: '已交卷', en: 'handed in' },
}

/** Who has not come may be marked absent only when the rule says so. Refuses `absent-too-early` and `seat-wrong-state`. */
export function missSeat(
  state: SeatState,
  times: { readonly startsAt: Instant; readonly now: Instant },
  rule: CheckInRule,
): Result<SeatState> {
  const presence = presenceVerdict(times.startsAt, null, times.now, rule)
  if (state === 'expected' && presence.kind === 'expected') return refuse('absent-too-early', { minutes: rule.absentMinutesAfter })
  return advanceSeat(state, 'miss')
}

/** A sitting is closed by the hall once it is over. Refuses `sitting-not-over` and `sitting-closed-already`. */
export function closableAt(sitting: { readonly endsAt: Instant; readonly closedAt: Instant | null }, now: Instant): Result<true> {
  if (sitting.closedAt !== null) return refuse('sitting-closed-already')
  return now < sitting.endsAt ? refuse('sitting-not-over', { endsAt: sitting.endsAt }) : ok(true)
}

/** How long an entry code opens the machine: until late entry ends or, once inside, for an hour. */
export function entryCodeMinutes(startsAt: Instant, now: Instant, rule: CheckInRule): number {
  const untilLate = Math.ceil((plusMinutes(startsAt, rule.lateMinutesAfter) - now) / 60_000)
  return Math.max(60, untilLate)
}

/** What the wall shows: the seat as the door knows it, and the attempt as the machine knows it. `null` attempt: nothing is played here. */
export type WallState = 'empty' | 'expected' | 'checked-in' | 'answering' | 'handed-in' | 'absent'
export const WALL_STATES = ['empty', 'expected', 'checked-in', 'answering', 'handed-in', 'absent'] as const

export function wallState(seat: SeatState | null, attempt: 'ready' | 'running' | 'handed-in' | 'closed' | null): WallState {
  if (seat === null) return 'empty'
  if (seat === 'absent') return 'absent'
  if (seat === 'finished' || attempt === 'handed-in' || attempt === 'closed') return 'handed-in'
  if (attempt === 'running') return 'answering'
  return seat
}
