import type { Sitting } from '../desk/hall.ts'

type Times = Pick<Sitting, 'opensAt' | 'entryFrom' | 'lateUntil' | 'absentFrom' | 'closedAt'>
export type DoorPhase = {
  readonly phase: 'early' | 'open' | 'late' | 'shut' | 'closed'
  /** The moment that the text of the phase names. */
  readonly at: number
  /** What runs out next and how long it takes, in milliseconds; null when nothing does. */
  readonly next: { readonly what: 'entry' | 'start' | 'shut' | 'absence'; readonly leftMs: number } | null
  readonly mayMarkAbsent: boolean
}

/** How the door stands. The bounds are those of `core/hall/door.ts`: late-comers until and with `lateUntil`, absences from `absentFrom` on. */
export function doorPhase(times: Times, now: number): DoorPhase {
  const mayMarkAbsent = times.closedAt === null && now >= times.absentFrom
  const until = (what: 'entry' | 'start' | 'shut' | 'absence', moment: number) => ({ what, leftMs: moment - now })
  if (times.closedAt !== null) return { phase: 'closed', at: times.closedAt, next: null, mayMarkAbsent }
  if (now < times.entryFrom) return { phase: 'early', at: times.entryFrom, next: until('entry', times.entryFrom), mayMarkAbsent }
  if (now < times.opensAt) return { phase: 'open', at: times.opensAt, next: until('start', times.opensAt), mayMarkAbsent }
  if (now <= times.lateUntil) return { phase: 'late', at: times.lateUntil, next: until('shut', times.lateUntil), mayMarkAbsent }
  return { phase: 'shut', at: times.lateUntil, next: mayMarkAbsent ? null : until('absence', times.absentFrom), mayMarkAbsent }
}

/** Whole minutes after the start at which a bound lies, as the rule names it. */
export function minutesAfterStart(times: Pick<Times, 'opensAt'>, moment: number): number {
  return Math.round((moment - times.opensAt) / 60_000)
}
