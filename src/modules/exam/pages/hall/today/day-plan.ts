import { clockOf, instant, plusMinutes } from '../../../../../kernel/instant.ts'
import { fill, type SameKeys } from '../../../../../ui/words.ts'
import type { SittingView } from '../../../contract.ts'
import { COMPUTER_ROOM_RULE } from '../../../core/hall/check-in.ts'
import { sittingPhase, type SittingPhase } from '../hall-state.ts'
import type { zh } from '../words.zh.ts'

const { entryMinutesBefore, lateMinutesAfter } = COMPUTER_ROOM_RULE

/** Where a sitting of the day's list stands, by the rule of the computer room. */
export function phaseOf(sitting: SittingView, now: number): SittingPhase {
  const start = instant(sitting.startsAt)
  return sittingPhase({ sitting, entryFrom: plusMinutes(start, -entryMinutesBefore), lateUntil: plusMinutes(start, lateMinutesAfter) }, now)
}

const ORDER: Readonly<Record<SittingPhase, number>> = { over: 0, entry: 1, late: 1, running: 1, before: 2, closed: 3 }

/** What needs hands first: sittings over and not closed, then those under way, then those to come, then the closed ones; within, by time and site. */
export function byUrgency(sittings: readonly SittingView[], now: number): readonly SittingView[] {
  return sittings.toSorted(
    (a, b) =>
      ORDER[phaseOf(a, now)] - ORDER[phaseOf(b, now)] ||
      a.startsAt - b.startsAt ||
      (a.siteCode === b.siteCode ? (a.level < b.level ? 1 : -1) : a.siteCode < b.siteCode ? -1 : 1),
  )
}

/** The first line of the day: what is over, open, under way; else when the first one starts. */
export function dayWaiting(sittings: readonly SittingView[], now: number, words: SameKeys<typeof zh>['today']): string | undefined {
  const phases = sittings.map(s => phaseOf(s, now))
  const told = [
    [words.waiting.over, phases.filter(p => p === 'over').length],
    [words.waiting.entry, phases.filter(p => p === 'entry').length],
    [words.waiting.running, phases.filter(p => p === 'late' || p === 'running').length],
  ] as const
  const parts = told.filter(([, n]) => n > 0).map(([text, n]) => fill(text, { n }))
  if (parts.length > 0) return parts.join(words.join)
  const next = Math.min(...sittings.filter(s => phaseOf(s, now) === 'before').map(s => s.startsAt))
  return Number.isFinite(next) ? fill(words.waiting.before, { clock: clockOf(instant(next)) }) : undefined
}
