import { type Instant, clockOf, dayOf } from '../../kernel/instant.ts'

/** `2026-11-23 08:25`, Beijing time. */
export function showMinute(at: Instant): string {
  return `${dayOf(at)} ${clockOf(at)}`
}
