import { z } from 'zod'
import { type Instant, clockOf, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'

const Moment = z
  .number()
  .int()
  .nonnegative()
  .transform(ms => instant(ms))

/**
 * The rules one attempt is played by; whoever prepares the attempt hands them over as data, and they are stored with it.
 * Defaults are those of the national final: entry until 25 minutes after the start without extra time, hand-in from
 * 30 minutes after the start.
 */
export const AttemptRules = z.strictObject({
  /** Official start: nobody starts earlier. */
  opensAt: Moment,
  /** Minutes after `opensAt` until which a person may still start. */
  lateLimitMinutes: z.number().int().min(0).max(100_000).default(25),
  /** `sitting`: time runs from the official start for everybody. `own`: from one's own start (module quizzes). */
  clock: z.enum(['sitting', 'own']).default('sitting'),
  /** Minutes after the start of the clock before which nobody hands in. */
  earliestHandInMinutes: z.number().int().min(0).max(600).default(30),
  /** Seconds after the end in which saves that were on their way are still taken. */
  graceSeconds: z.number().int().min(0).max(86_400).default(600),
  shuffleItems: z.boolean().default(true),
  shuffleOptions: z.boolean().default(true),
  /** Whether the paper is taken in Safe Exam Browser only. */
  seb: z.enum(['off', 'required']).default('off'),
  /** Whether the exam client offers a calculator. */
  calculator: z.boolean().default(false),
})
export type AttemptRules = z.infer<typeof AttemptRules>

/** The last instant at which a person may start. */
export function startUntil(rules: AttemptRules): Instant {
  return plusMinutes(rules.opensAt, rules.lateLimitMinutes)
}

/** Is the door open? Refusals: `too-early-to-start`, `too-late-to-start`. */
export function mayStartAt(rules: AttemptRules, now: Instant): Result<true> {
  if (now < rules.opensAt) return refuse('too-early-to-start', { opens: clockOf(rules.opensAt) })
  if (now > startUntil(rules)) return refuse('too-late-to-start', { until: clockOf(startUntil(rules)), minutes: rules.lateLimitMinutes })
  return ok(true)
}
