import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { Credentials, DoneView, People, SittingParams } from '../hall/inputs.ts'
import { IncidentReason } from '../hall/reasons.ts'
import { LateDecisionView } from '../record/late-views.ts'

const SITTING = '/api/delivery/hall/sittings/:sittingId' as const
const Person = { candidateRef: z.string(), ticketNumber: z.string(), maskedName: z.string(), roomLabel: z.string(), seatLabel: z.string() }

/** What came late of one candidate and waits for a decision; contents are not shown in a hall. */
export const LateAttemptView = z.object({
  ...Person,
  attemptId: z.string(),
  endedAt: z.number(),
  /** How many events wait, and of how many items the response would become another one if they were taken. */
  events: z.number(),
  itemsChanged: z.number(),
  firstAt: z.number(),
  lastAt: z.number(),
  /** Names the events; sent back with the decision, so that it is about what was shown. */
  places: z.string(),
})
export const LateEventsView = z.object({ waiting: z.array(LateAttemptView), decisions: z.array(LateDecisionView), people: People })
export const LateDecisionInput = z.strictObject({
  actId: z.uuid(),
  witness: Credentials.nullable().default(null),
  take: z.boolean(),
  places: z.string().max(20_000),
  reason: IncidentReason,
  note: z.string().trim().max(500),
})

export const readLateEvents = endpoint({
  method: 'GET',
  path: `${SITTING}/late-events`,
  summary: 'Work that arrived after the end and waits for a decision, and what was decided',
  params: SittingParams,
  reply: LateEventsView,
  refusals: ['not-found'],
})
export const decideLateEvents = endpoint({
  method: 'POST',
  path: `${SITTING}/late-events/:attemptId/decisions`,
  summary: 'Take or leave what arrived late of one candidate, by two and with a reason',
  params: SittingParams.extend({ attemptId: z.uuid() }),
  body: LateDecisionInput,
  reply: DoneView,
  refusals: [
    'not-found',
    'attempt-not-over',
    'late-events-none',
    'late-events-changed',
    'late-reason-needed',
    'second-person-needed',
    'second-person-same',
    'second-person-lacks-duty',
    'second-person-refused',
    'staff-locked',
  ],
})
