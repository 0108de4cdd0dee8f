import type { Instant } from '../../../../kernel/instant.ts'
import type { LockCause } from '../seb/lock.ts'

/** What the tables say of one seat. */
export type SeatFacts = {
  readonly roomLabel: string
  readonly seatLabel: string
  readonly place: number
  readonly spare: boolean
  readonly outOfOrder: boolean
  readonly candidateRef: string | null
  readonly maskedName: string | null
  readonly ticketNumber: string | null
  readonly checkedInAt: Instant | null
  readonly absentAt: Instant | null
  readonly attemptId: string | null
  readonly attemptState: 'ready' | 'running' | 'handed-in' | 'closed' | null
  readonly endedBy: string | null
  readonly epoch: number
  readonly endsAt: Instant | null
  readonly pausedSince: Instant | null
  readonly lastSavedAt: Instant | null
  readonly pairSaved: boolean
  readonly beat: {
    readonly at: Instant
    readonly rttMs: number | null
    readonly batteryPercent: number | null
    readonly charging: boolean | null
    readonly focusLost: number
    readonly unsent: number
  } | null
  readonly helpSince: Instant | null
  /** Why the attempt stands still, when its browser was not the right one. */
  readonly lock: SeatLock | null
}
export type SeatLock = { readonly cause: LockCause; readonly since: Instant }

export const SEAT_STATES = [
  'free',
  'out-of-order',
  'expected',
  'checked-in',
  'entered',
  'working',
  'paused',
  'handed-in',
  'absent',
  'ended',
] as const
export type SeatState = (typeof SEAT_STATES)[number]
export const LINKS = ['none', 'good', 'weak', 'silent'] as const
export type Link = (typeof LINKS)[number]

/** A seat as the wall shows it. Minutes instead of milliseconds, so that a seat changes only when people would see it. */
export type SeatOnWall = {
  readonly roomLabel: string
  readonly seatLabel: string
  readonly place: number
  readonly spare: boolean
  readonly state: SeatState
  readonly candidateRef: string | null
  readonly maskedName: string | null
  readonly ticketNumber: string | null
  readonly attemptId: string | null
  readonly epoch: number
  readonly minutesLeft: number | null
  readonly lastSavedAt: number | null
  readonly saveLevel: 'none' | 'local' | 'pair'
  readonly link: Link
  readonly rttMs: number | null
  readonly batteryPercent: number | null
  readonly charging: boolean | null
  readonly focusLost: number
  readonly unsent: number
  readonly answered: number | null
  readonly helpSince: number | null
  readonly lock: { readonly cause: LockCause; readonly since: number } | null
}

const WEAK_RTT_MS = 300
/** Beats come every 15 seconds: two are missed. */
const SILENT_MS = 40_000
/** Batteries and round trips are shown in steps, so that their jitter moves nothing. */
const STEP = 5

export function seatOnWall(facts: SeatFacts, answered: number | null, now: Instant): SeatOnWall {
  const { roomLabel, seatLabel, place, spare, candidateRef, maskedName, ticketNumber, attemptId, epoch, beat } = facts
  const state = stateOf(facts)
  const sits = state === 'entered' || state === 'working' || state === 'paused'
  return {
    roomLabel,
    seatLabel,
    place,
    spare,
    candidateRef,
    maskedName,
    ticketNumber,
    attemptId,
    epoch,
    state,
    minutesLeft: minutesLeft(facts, now),
    lastSavedAt: facts.lastSavedAt,
    saveLevel: facts.lastSavedAt === null ? 'none' : facts.pairSaved ? 'pair' : 'local',
    link: sits ? linkOf(beat, now) : 'none',
    rttMs: inSteps(beat?.rttMs ?? null),
    batteryPercent: inSteps(beat?.batteryPercent ?? null),
    charging: beat?.charging ?? null,
    focusLost: beat?.focusLost ?? 0,
    unsent: beat?.unsent ?? 0,
    answered,
    helpSince: facts.helpSince,
    lock: facts.lock,
  }
}

function inSteps(value: number | null): number | null {
  return value === null ? null : Math.round(value / STEP) * STEP
}

function stateOf(facts: SeatFacts): SeatState {
  if (facts.candidateRef === null) return facts.outOfOrder ? 'out-of-order' : 'free'
  if (facts.attemptState === 'handed-in') return 'handed-in'
  if (facts.absentAt !== null) return 'absent'
  if (facts.attemptState === 'closed') return 'ended'
  if (facts.attemptState === 'running') return facts.pausedSince === null ? 'working' : 'paused'
  if (facts.epoch > 0) return 'entered'
  return facts.checkedInAt === null ? 'expected' : 'checked-in'
}

function minutesLeft({ attemptState, endsAt, pausedSince }: SeatFacts, now: Instant): number | null {
  if (attemptState !== 'running' || endsAt === null) return null
  return Math.max(0, Math.ceil((endsAt - (pausedSince ?? now)) / 60_000))
}

function linkOf(beat: SeatFacts['beat'], now: Instant): Link {
  if (beat === null || now - beat.at > SILENT_MS) return 'silent'
  return (beat.rttMs ?? 0) > WEAK_RTT_MS || beat.unsent > 0 ? 'weak' : 'good'
}

export function seatKey({ roomLabel, seatLabel }: Pick<SeatOnWall, 'roomLabel' | 'seatLabel'>): string {
  return JSON.stringify([roomLabel, seatLabel])
}

/** The seats that look otherwise than before. Seats never come or go within a sitting. */
export function changedSeats(before: readonly SeatOnWall[], after: readonly SeatOnWall[]): SeatOnWall[] {
  const known = new Map(before.map(seat => [seatKey(seat), JSON.stringify(seat)]))
  return after.filter(seat => known.get(seatKey(seat)) !== JSON.stringify(seat))
}
