import type { Brand } from './brand.ts'
import { type LocalDate, localDate } from './local-date.ts'

/** Milliseconds since 1970-01-01T00:00Z, an integer. The clock is always an argument. */
export type Instant = Brand<number, 'Instant'>
/** A whole number of minutes. */
export type Minutes = Brand<number, 'Minutes'>

const BEIJING_OFFSET_MS = 8 * 3_600_000 // China keeps one zone all year round: UTC+8

export function instant(ms: number): Instant {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`not an instant: ${ms}`)
  return ms as Instant
}

/** Parses ISO 8601 with a zone; throws on anything else. */
export function instantOf(iso: string): Instant {
  return instant(Date.parse(iso))
}

export function toIso(at: Instant): string {
  return new Date(at).toISOString()
}

export function plusMinutes(at: Instant, minutes: number): Instant {
  return instant(at + minutes * 60_000)
}

/** The calendar day in Beijing at an instant. */
export function dayOf(at: Instant): LocalDate {
  return localDate(new Date(at + BEIJING_OFFSET_MS).toISOString().slice(0, 10))
}

/** Beijing wall-clock time `HH:MM` at an instant. */
export function clockOf(at: Instant): string {
  return new Date(at + BEIJING_OFFSET_MS).toISOString().slice(11, 16)
}

/** The instant at which a Beijing wall clock shows `HH:MM` on a day. */
export function atClock(day: LocalDate, clock: string): Instant {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) throw new RangeError(`not a clock time: ${clock}`)
  return instant(Date.parse(`${day}T${clock}:00+08:00`))
}
