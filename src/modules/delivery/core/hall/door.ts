import { type Instant, clockOf, plusMinutes } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'

/** When a sitting's door opens and closes, in minutes around its official start. */
export type Door = {
  readonly opensAt: Instant
  readonly entryMinutesBefore: number
  readonly lateLimitMinutes: number
  readonly absentMinutesAfter: number
  readonly closedAt: Instant | null
}
export type Comer = { readonly checkedInAt: Instant | null; readonly absentAt: Instant | null }

/** May a person be checked in now? Who is inside may come again (a new code). Refusals: `sitting-closed`, `marked-absent`, `door-not-open`, `door-closed`. */
export function mayCheckIn(door: Door, comer: Comer, now: Instant): Result<true> {
  if (door.closedAt !== null) return refuse('sitting-closed')
  if (comer.absentAt !== null) return refuse('marked-absent')
  const from = plusMinutes(door.opensAt, -door.entryMinutesBefore)
  if (now < from) return refuse('door-not-open', { from: clockOf(from) })
  if (comer.checkedInAt !== null) return ok(true)
  const until = plusMinutes(door.opensAt, door.lateLimitMinutes)
  return now > until ? refuse('door-closed', { until: clockOf(until), minutes: door.lateLimitMinutes }) : ok(true)
}

/** Who has not come by then is absent. Refusals: `sitting-closed`, `already-inside`, `too-early-for-absence`. */
export function mayMarkAbsent(door: Door, comer: Comer, now: Instant): Result<true> {
  if (door.closedAt !== null) return refuse('sitting-closed')
  if (comer.checkedInAt !== null) return refuse('already-inside')
  const from = plusMinutes(door.opensAt, door.absentMinutesAfter)
  return now < from ? refuse('too-early-for-absence', { from: clockOf(from), minutes: door.absentMinutesAfter }) : ok(true)
}
