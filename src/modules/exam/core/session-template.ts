import { atClock, type Instant, plusMinutes } from '../../../kernel/instant.ts'
import type { LocalDate } from '../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'

/** 理论知识, 操作技能, 综合评审. */
export type Paper = 'theory' | 'skill' | 'review'
export const PAPER_NAMES: Readonly<Record<Paper, { readonly zh: string; readonly en: string }>> = {
  theory: { zh: '理论知识', en: 'theory' },
  skill: { zh: '操作技能', en: 'practical' },
  review: { zh: '综合评审', en: 'review' },
}

/** When a paper starts and how long it lasts, as the edition states it; null where the edition is silent. Beijing clock `HH:MM`. */
export type ExamTime = { readonly paper: Paper; readonly start: string | null; readonly minutes: number | null }

/** A sitting as planned: the same for every site. */
export type PlannedSitting = {
  readonly paper: Paper
  readonly level: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly minutes: number
}

const DAY_MINUTES = 24 * 60

/**
 * Reads `08:30-10:00` (any of the dashes in use). Refuses `exam-time-malformed`, also when the end is not after the start.
 */
export function examTimeOf(paper: Paper, span: string): Result<ExamTime> {
  const found = /^(\d{1,2}):(\d{2})\s*[-–—~～]\s*(\d{1,2}):(\d{2})$/.exec(span.normalize('NFKC').trim())
  const [h = 99, m = 99, h2 = 99, m2 = 99] = (found ?? []).slice(1).map(Number)
  const valid = h < 24 && h2 < 24 && m < 60 && m2 < 60
  const minutes = h2 * 60 + m2 - (h * 60 + m)
  if (!valid || minutes <= 0) return refuse('exam-time-malformed', { ...named(paper), span })
  return ok({ paper, start: `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`, minutes })
}

/**
 * The sittings of a level on a day, in order of time. `fallback` supplies what the edition leaves open.
 * Refuses `exam-times-missing` (neither states it), `exam-times-overlap`, `exam-time-past-midnight`.
 */
export function plannedSittings(plan: {
  readonly day: LocalDate
  readonly level: string
  readonly times: readonly ExamTime[]
  readonly fallback?: readonly ExamTime[]
}): Result<readonly PlannedSitting[]> {
  const { day, level } = plan
  if (plan.times.length === 0) return refuse('exam-times-missing', { level, ...named('theory') })
  const sittings: PlannedSitting[] = []
  for (const stated of plan.times) {
    const other = plan.fallback?.find(t => t.paper === stated.paper)
    const start = stated.start ?? other?.start
    const minutes = stated.minutes ?? other?.minutes
    if (start === undefined || start === null || minutes === undefined || minutes === null)
      return refuse('exam-times-missing', { level, ...named(stated.paper) })
    if (!Number.isInteger(minutes) || minutes <= 0) throw new RangeError(`not a duration: ${minutes}`)
    const startsAt = atClock(day, start)
    const endsAt = plusMinutes(startsAt, minutes)
    if (endsAt > plusMinutes(atClock(day, '00:00'), DAY_MINUTES))
      return refuse('exam-time-past-midnight', { level, ...named(stated.paper) })
    sittings.push({ paper: stated.paper, level, startsAt, endsAt, minutes })
  }
  return inOrder(sittings)
}

/** Refuses a candidate's two papers at one time: a later one may start the minute the earlier one ends. */
function inOrder(sittings: readonly PlannedSitting[]): Result<readonly PlannedSitting[]> {
  const ordered = [...sittings].sort((a, b) => a.startsAt - b.startsAt)
  for (const [i, sitting] of ordered.entries()) {
    const next = ordered[i + 1]
    if (!next || next.startsAt >= sitting.endsAt) continue
    const after = PAPER_NAMES[next.paper]
    return refuse('exam-times-overlap', { level: sitting.level, ...named(sitting.paper), next: after.zh, nextEn: after.en })
  }
  return ok(ordered)
}

function named(paper: Paper): { readonly paper: string; readonly paperEn: string } {
  return { paper: PAPER_NAMES[paper].zh, paperEn: PAPER_NAMES[paper].en }
}
