import { z } from 'zod'

/** A decision about late events, with both who made it. */
export const LateDecisionView = z.object({
  actId: z.string(),
  attemptId: z.string(),
  take: z.boolean(),
  events: z.number(),
  reason: z.string(),
  note: z.string(),
  by: z.string(),
  witness: z.string(),
  at: z.number(),
})
export type LateDecisionView = z.infer<typeof LateDecisionView>
