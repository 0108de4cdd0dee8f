import { canonicalJson } from '../../../src/kernel/canonical-json.ts'
import type { AttemptStateView, PlacedEvent, ReceiptView, SaveView } from '../../../src/modules/delivery/contract.ts'
import { eventText } from '../../../src/modules/delivery/core/events.ts'
import type { NextSave } from '../../../src/modules/delivery/core/protocol/client/sending.ts'
import type { Given, Operation, Reply, Written } from '../../history/history.ts'
import type { Machine } from './machine.ts'
import type { Answer, Ask } from './wire.ts'

/** What a machine learns from a request: a value, the code of a refusal, or nothing. */
export type Heard<T> = { readonly value: T } | { readonly code: string } | null

export function written({ epoch, seq, itemId, kind, ...event }: PlacedEvent): Written {
  return { epoch, seq, itemId, kind, text: eventText({ epoch, seq, itemId, kind, ...event } as PlacedEvent) }
}

export function callSave(machine: Machine, save: NextSave): Promise<Heard<SaveView>> {
  const { attemptId } = machine.seat
  const operation: Operation = { op: 'save', attempt: attemptId, server: 0, epoch: save.epoch, events: save.events.map(written) }
  const body = { epoch: save.epoch, events: save.events.map(({ epoch: _epoch, ...event }) => event) }
  const ask: Ask = { method: 'POST', path: path(machine, 'events'), token: machine.memory.token, body }
  return call<SaveView>(machine, operation, ask, ({ epoch, storedThrough, pairThrough, standing }) => ({
    op: 'save',
    reach: { epoch, through: storedThrough, pair: pairThrough },
    late: standing === 'late',
  }))
}

export function callState(machine: Machine): Promise<Heard<AttemptStateView>> {
  const operation: Operation = { op: 'resume', attempt: machine.seat.attemptId, server: 0 }
  return call(machine, operation, { method: 'GET', path: path(machine, 'state'), token: machine.memory.token }, resumed)
}

/** Enters with ticket and code: what comes back is what a resume gives. */
export function callEnter(machine: Machine, entryCode: string): Promise<Heard<{ token: string; state: AttemptStateView }>> {
  const { ticketNumber, attemptId } = machine.seat
  const operation: Operation = { op: 'resume', attempt: attemptId, server: 0 }
  const ask: Ask = { method: 'POST', path: '/api/delivery/enter', body: { ticketNumber, entryCode } }
  return call<{ token: string; state: AttemptStateView }>(machine, operation, ask, ({ state }) => resumed(state))
}

export function callHandIn(machine: Machine, how: { readonly lastSeq: number; readonly by: 'candidate' | 'clock'; readonly epoch: number }): Promise<Heard<ReceiptView>> {
  const { epoch, ...body } = how
  const operation: Operation = { op: 'hand-in', attempt: machine.seat.attemptId, server: 0, epoch, lastSeq: how.lastSeq }
  const ask: Ask = { method: 'POST', path: path(machine, 'hand-in'), token: machine.memory.token, body }
  return call<ReceiptView>(machine, operation, ask, receipt => ({ op: 'hand-in', receipt: receiptOf(receipt) }))
}

/** What a receipt vouches for, in one line. */
export function receiptOf({ receiptCode, endedAt, how }: Pick<ReceiptView, 'receiptCode' | 'endedAt' | 'how'>): string {
  return `${receiptCode} ${endedAt} ${how}`
}

export function givenText(itemId: string, kind: string, value: unknown): string {
  return canonicalJson([itemId, kind, value])
}

function resumed(state: AttemptStateView): Reply {
  const given = (kind: string, list: readonly { itemId: string; value: unknown; epoch: number; seq: number }[]): Given[] =>
    list.map(({ itemId, value, epoch, seq }) => ({ itemId, kind, epoch, seq, text: givenText(itemId, kind, value) }))
  return {
    op: 'resume',
    reach: state.stored,
    responses: [...given('respond', state.responses), ...given('mark', state.marks)],
    closed: state.receipt !== null,
  }
}

function path(machine: Machine, what: string): string {
  return `/api/delivery/attempts/${machine.seat.attemptId}/${what}`
}

/** One request; what the checker judges goes into the history. A machine without its cable sends nothing. */
async function call<T>(machine: Machine, operation: Operation, ask: Ask, told: (body: T) => Reply): Promise<Heard<T>> {
  const { recorder, onAck, onServerTime } = machine.room
  if (machine.offline) return null
  const id = recorder.invoke(machine.name, operation)
  const sentAt = performance.now()
  const answer = await machine.wire.ask(ask)
  if (answer === null) return recorder.conclude(id, null), null
  if (answer.status !== 200) return refused(machine, id, answer)
  const value = answer.body as T
  recorder.conclude(id, { reply: told(value) })
  if (operation.op === 'save') onAck?.(sentAt)
  const serverMs = (value as { serverTime?: number }).serverTime
  if (serverMs !== undefined) onServerTime?.({ serverMs, sentAt, heardAt: performance.now() })
  return { value }
}

/** A refusal decides; what a server that is busy or broken says leaves the outcome open. */
function refused(machine: Machine, id: number, { status, body, retryAfter }: Answer): { readonly code: string } | null {
  const code = (body as { error?: { code?: string } } | null)?.error?.code ?? `status-${status}`
  machine.room.onRefusal?.({ status, retryAfter, code })
  machine.room.recorder.conclude(id, status >= 500 ? null : { code })
  return status >= 500 ? null : { code }
}
