import { atClock, type Instant } from '../../../../kernel/instant.ts'
import { type LocalDate, plusDays } from '../../../../kernel/local-date.ts'

export type PresetKey = 'dayBefore' | 'examMorning' | 'examBegins' | 'examAfternoon' | 'weekAfter'
export type Preset = { readonly key: PresetKey; readonly at: Instant }

const MOMENTS: readonly (readonly [PresetKey, number, string])[] = [
  ['dayBefore', -1, '09:00'],
  ['examMorning', 0, '08:25'],
  ['examBegins', 0, '08:30'],
  ['examAfternoon', 0, '13:55'],
  ['weekAfter', 7, '09:00'],
]

/** The moments a demonstration wants most, around an exam day. */
export function clockPresets(examDay: LocalDate): readonly Preset[] {
  return MOMENTS.map(([key, days, clock]) => ({ key, at: atClock(plusDays(examDay, days), clock) }))
}

/** A clock time as typed: `8:25`, `08：25` and `0825` are all 08:25; null for anything that is no time of day. */
export function clockTime(text: string): string | null {
  const match = /^(\d{1,2})[:：]?(\d{2})$/.exec(text.normalize('NFKC').trim())
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : null
}
