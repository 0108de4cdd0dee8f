import { actorRef } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import type { AttemptId, SittingId } from '../core/attempt/attempt.ts'
import type { Incident } from '../core/attempt/incident.ts'
import { incidentsOfSitting, insertIncident } from '../store/incidents.ts'

export type RecordIncident = {
  readonly sittingId: SittingId
  readonly attemptId: AttemptId | null
  readonly kind: 'machine' | 'person' | 'place'
  readonly note: string
}

/** Writes down what happened in the room. */
export async function recordIncident(tx: Tx, ctx: Ctx, order: RecordIncident): Promise<{ readonly incidentId: string }> {
  const incident: Incident = { ...order, id: newId(), facts: {}, recordedBy: actorRef(ctx.actor), recordedAt: ctx.now }
  await insertIncident(tx, incident)
  await record(tx, ctx, {
    type: 'incident-recorded',
    subject: { kind: 'incident', id: incident.id },
    facts: { sitting: order.sittingId, attempt: order.attemptId, kind: order.kind },
  })
  return { incidentId: incident.id }
}

export function listIncidents(tx: Tx, sittingId: SittingId): Promise<Incident[]> {
  return incidentsOfSitting(tx, sittingId)
}
