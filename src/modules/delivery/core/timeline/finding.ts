import type { Text } from './limits.ts'

/** `block`: the site cannot be armed. `warn`: it can, and somebody has read this. */
export type Severity = 'block' | 'warn'

/** One thing that does not fit: for the people of one room in one sitting, told by the person it hits hardest. */
export type TimelineFinding = {
  readonly code: string
  readonly severity: Severity
  readonly sittingId: string | null
  readonly roomLabel: string | null
  readonly ticketNumber: string | null
  /** How many candidates it concerns. */
  readonly count: number
  readonly text: Text
}
