import { type PlacedEvent, eventText } from '../../../src/modules/delivery/core/events.ts'
import type { Operation, Reply, Written } from '../../history/history.ts'
import { ask, linkName } from '../network.ts'
import { type Answer, type Request, handle } from '../server/requests.ts'
import { type World, conclude, invoke } from '../world.ts'

const known = new WeakMap<PlacedEvent, Written>()

export function written(event: PlacedEvent): Written {
  const { epoch, seq, itemId, kind } = event
  const before = known.get(event)
  if (before) return before
  const fresh = { epoch, seq, itemId, kind, text: eventText(event) }
  known.set(event, fresh)
  return fresh
}

/** A request from a machine or a desk to one server; what the checker judges goes into the history. */
export function call(
  world: World,
  { from, place }: { readonly from: string; readonly place: number },
  request: Request,
  done: (answer: Answer | null) => void,
): void {
  const operation = operationOf(request, place)
  const id = operation && invoke(world, from, operation)
  ask<Answer>(
    world,
    linkName(from, `s${place}`),
    reply => {
      const server = world.servers[place]
      if (server) handle(world, server, request, reply)
    },
    answer => {
      if (typeof id === 'number') conclude(world, id, answer && outcomeOf(answer))
      done(answer)
    },
  )
}

function operationOf(request: Request, server: number): Operation | null {
  switch (request.ask) {
    case 'save':
      return {
        op: 'save',
        attempt: request.attempt,
        server,
        epoch: request.epoch,
        events: request.events.map(written),
      }
    case 'state':
      return { op: 'resume', attempt: request.attempt, server }
    case 'hand-in':
      return { op: 'hand-in', attempt: request.attempt, server, epoch: request.tokenEpoch, lastSeq: request.lastSeq }
    case 'credit':
      return request.credit.until === null ? null : { op: 'credit', attempts: request.attempts, server, creditId: request.credit.creditId }
    default:
      return null
  }
}

function outcomeOf(answer: Answer): { readonly reply: Reply } | { readonly code: string } {
  if ('code' in answer) return answer
  switch (answer.ok) {
    case 'save':
      return { reply: { op: 'save', reach: answer.reach, late: answer.late } }
    case 'state': {
      const { reach, responses, closed } = answer.state
      return { reply: { op: 'resume', reach, responses, closed } }
    }
    case 'hand-in':
      return { reply: { op: 'hand-in', receipt: answer.receipt } }
    default:
      return { reply: { op: 'credit' } }
  }
}
