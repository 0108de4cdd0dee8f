import { z } from 'zod'
import type { Instant } from '../../../../kernel/instant.ts'
import type { AttemptId, SittingId } from './attempt.ts'

/**
 * `takeover`: the attempt went on at another entry. `event-clash`: a client contradicted what is stored.
 * `integrity-lock`: the browser was not the one that was
 * verified. `machine`, `person`, `place`: what the invigilator records by hand.
 */
export const IncidentKind = z.enum(['takeover', 'event-clash', 'integrity-lock', 'machine', 'person', 'place'])
export type IncidentKind = z.infer<typeof IncidentKind>

/** Something out of the ordinary, with its time and plain facts. */
export type Incident = {
  readonly sittingId: SittingId
  readonly id: string
  readonly attemptId: AttemptId | null
  readonly kind: IncidentKind
  readonly note: string
  readonly facts: Readonly<Record<string, string | number | boolean>>
  readonly recordedBy: string
  readonly recordedAt: Instant
}
