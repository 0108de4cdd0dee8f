import { z } from 'zod'
import { STATIONS } from '../../../delivery/contract.ts'

/** Who is named at an arrow: by ticket and masked name, because the page is read aloud. */
const Named = z.object({ ticketNumber: z.string(), name: z.string() })
export const ArrowView = z.object({
  from: z.enum(STATIONS),
  to: z.enum(STATIONS),
  before: z.number(),
  after: z.number(),
  excused: z.array(z.object({ reason: z.string(), count: z.number() })),
  unexplained: z.array(Named),
  invented: z.array(Named),
  sums: z.boolean(),
})
export type ArrowView = z.infer<typeof ArrowView>
