import type { Brand } from '../../../../kernel/brand.ts'
import { type Instant, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type Transitions, advance } from '../../../../kernel/states.ts'
import type { Paper } from '../paper/package.ts'
import { type AttemptRules, mayStartAt } from './rules.ts'

export type AttemptId = Brand<string, 'AttemptId'>
export type SittingId = Brand<string, 'SittingId'>

/** Minutes a candidate is entitled to. Only the server adds to it, and every addition has a reason on record. */
export type TimeLedger = { readonly allottedMinutes: number; readonly allowanceMinutes: number; readonly creditMinutes: number }

/** Who plays what, where, by which rules. `epoch` counts entries: each one fences those before it. */
export type Placing = {
  readonly attemptId: AttemptId
  readonly sittingId: SittingId
  readonly candidateRef: string
  readonly paper: Paper
  readonly packageId: string
  readonly ticketNumber: string
  readonly maskedName: string
  readonly roomLabel: string
  readonly seatLabel: string
  readonly rules: AttemptRules
  readonly ledger: TimeLedger
  readonly epoch: number
  /** While the room or the site is paused the clock stands at this moment. */
  readonly pausedSince?: Instant | null
}

export type ClosingReason = 'time-up' | 'absent' | 'stopped' | 'malpractice'

export type Progress =
  | { readonly state: 'ready' }
  | { readonly state: 'running'; readonly startedAt: Instant; readonly startRef: string }
  | {
      readonly state: 'handed-in'
      readonly startedAt: Instant
      readonly endedAt: Instant
      readonly by: 'candidate' | 'clock'
      readonly receiptCode: string
    }
  | {
      readonly state: 'closed'
      readonly startedAt: Instant | null
      readonly endedAt: Instant
      readonly reason: ClosingReason
      readonly receiptCode: string
    }

/** One candidate playing one form once: ready → running → handed-in | closed. */
export type Attempt = Placing & Progress
export type Running = Placing & Extract<Progress, { state: 'running' }>
export type Ended = Placing & Extract<Progress, { state: 'handed-in' | 'closed' }>
export type AttemptState = Attempt['state']

export const ATTEMPT_TRANSITIONS: Transitions<AttemptState, 'start' | 'hand-in' | 'close'> = {
  ready: { start: 'running', close: 'closed' },
  running: { 'hand-in': 'handed-in', close: 'closed' },
  'handed-in': {},
  closed: {},
}

export function entitledMinutes(ledger: TimeLedger): number {
  return ledger.allottedMinutes + ledger.allowanceMinutes + ledger.creditMinutes
}

/** When the clock of this attempt began to run: the official start, or the person's own (`rules.clock`). */
export function clockStart(attempt: { readonly rules: AttemptRules }, startedAt: Instant): Instant {
  return attempt.rules.clock === 'sitting' ? attempt.rules.opensAt : startedAt
}

/** Soft deadline: from here on nothing may be edited. */
export function endsAt(attempt: Pick<Placing, 'rules' | 'ledger'>, startedAt: Instant): Instant {
  return plusMinutes(clockStart(attempt, startedAt), entitledMinutes(attempt.ledger))
}

const LONGEST_PAUSE_MS = 12 * 3_600_000

/** Hard deadline: until here the server still takes saves that were on their way. */
export function acceptsUntil(attempt: Pick<Placing, 'rules' | 'ledger' | 'pausedSince'>, startedAt: Instant): Instant {
  // while a room is paused nothing is late: the pause is credited when it ends
  const paused = (attempt.pausedSince ?? null) === null ? 0 : LONGEST_PAUSE_MS
  return instant(endsAt(attempt, startedAt) + attempt.rules.graceSeconds * 1000 + paused)
}

/** Milliseconds left for editing; never negative; all of the entitlement before the start, none after the end. */
export function remainingMs(attempt: Attempt, now: Instant): number {
  switch (attempt.state) {
    case 'ready':
      return entitledMinutes(attempt.ledger) * 60_000
    case 'running':
      return Math.max(0, endsAt(attempt, attempt.startedAt) - (attempt.pausedSince ?? now))
    case 'handed-in':
    case 'closed':
      return 0
  }
}

/** The earliest instant at which the candidate may hand in. */
export function handInFrom(attempt: Running): Instant {
  const rule = plusMinutes(clockStart(attempt, attempt.startedAt), attempt.rules.earliestHandInMinutes)
  return instant(Math.min(rule, endsAt(attempt, attempt.startedAt)))
}

export function hasEnded(attempt: Attempt): attempt is Ended {
  return attempt.state === 'handed-in' || attempt.state === 'closed'
}

/**
 * Starts the paper. `startRef` is made once by the client: the same reference again is the same start (a lost reply),
 * another one is a second start and refused. Refusals: `already-started`, `attempt-over`, `too-early-to-start`, `too-late-to-start`.
 */
export function start(attempt: Attempt, startRef: string, now: Instant): Result<Running> {
  if (attempt.state === 'running') return attempt.startRef === startRef ? ok(attempt) : refuse('already-started')
  if (attempt.state !== 'ready') return refuse('attempt-over')
  const open = mayStartAt(attempt.rules, now)
  return open.ok ? ok({ ...attempt, state: 'running', startedAt: now, startRef }) : open
}

/** Adds minutes to the ledger of an attempt that has not ended. Refusal: `attempt-over`. */
export function creditMinutes(attempt: Attempt, minutes: number): Result<Attempt> {
  if (hasEnded(attempt)) return refuse('attempt-over')
  return ok({ ...attempt, ledger: { ...attempt.ledger, creditMinutes: attempt.ledger.creditMinutes + minutes } })
}

/** Ends an attempt from outside: the clock ran out, nobody came, or the invigilator stopped it. Refusal: `wrong-state`. */
export function close(
  attempt: Attempt,
  closing: { readonly reason: ClosingReason; readonly receiptCode: string },
  now: Instant,
): Result<Ended> {
  const next = advance(ATTEMPT_TRANSITIONS, attempt.state, 'close')
  if (!next.ok) return next
  const startedAt = attempt.state === 'running' ? attempt.startedAt : null
  return ok({ ...attempt, state: 'closed', startedAt, endedAt: now, ...closing })
}

/** Has the hard deadline passed, so that the clock closes the attempt? */
export function isOverdue(attempt: Attempt, now: Instant): boolean {
  return attempt.state === 'running' && now > acceptsUntil(attempt, attempt.startedAt)
}
