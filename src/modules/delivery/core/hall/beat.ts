import { z } from 'zod'

/** What a machine tells of itself every fifteen seconds. Apart from the consoles' inputs, because the exam client carries it. */
export const BeatInput = z.strictObject({
  epoch: z.number().int().min(1).max(999_999),
  rttMs: z.number().int().min(0).max(600_000).nullable().default(null),
  batteryPercent: z.number().int().min(0).max(100).nullable().default(null),
  charging: z.boolean().nullable().default(null),
  focusLost: z.number().int().min(0).max(100_000).default(0),
  unsent: z.number().int().min(0).max(1_000_000).default(0),
  /** False once the machine cannot write responses down: its storage is full, wiped or forbidden. */
  keepsLog: z.boolean().default(true),
})

/** How the attempt stands. */
export const BeatView = z.object({
  serverTime: z.number(),
  state: z.enum(['ready', 'running', 'handed-in', 'closed']),
  standing: z.enum(['current', 'fenced']),
  endsAt: z.number().nullable(),
  /** While the room is paused the clock stands at this moment. */
  pausedSince: z.number().nullable(),
  /** Why: a reason of the hall's list; null when there is no pause or no reason is known. */
  pauseReason: z.string().nullable().default(null),
})
