import { randomUUID } from 'node:crypto'
import { eventText } from '../../src/modules/delivery/core/events.ts'
import type { ResponseEvent } from '../../src/modules/delivery/contract.ts'
import type { Entry, Operation, Reply, Written } from '../history/history.ts'
import { type Told, call } from './calls.ts'

/** What happened, as the checker of histories reads it. */
export type Record = { readonly entries: Entry[]; nextId: number; readonly since: number }
export function openRecord(): Record {
  return { entries: [], nextId: 1, since: performance.now() }
}

const nowOf = (record: Record) => performance.now() - record.since

/** A machine of a candidate: one epoch, gapless numbers, two servers; whatever is not acknowledged is sent again, here or there. */
export type Machine = {
  readonly attemptId: string
  readonly by: string
  readonly token: string
  readonly epoch: number
  readonly startRef: string
  /** Addresses of the two servers, the one in use first asked. */
  readonly servers: readonly [string, string]
  at: number
  acked: number
  pair: number | null
  sent: number
  fenced: boolean
  /** Longest time from sending something until it was acknowledged, in milliseconds. */
  longestMs: number
}

export async function enter(
  record: Record,
  servers: readonly [string, string],
  door: { readonly at: number; readonly ticketNumber: string; readonly entryCode: string; readonly by: string },
): Promise<Machine> {
  const entered = await call(`${servers[door.at as 0 | 1]}/api/delivery/enter`, {
    body: { ticketNumber: door.ticketNumber, entryCode: door.entryCode },
    patienceMs: 10_000,
  })
  if (entered.status !== 200) throw new Error(`entry: ${entered.status} ${entered.code}`)
  const { token, state } = entered.body as { token: string; state: { epoch: number; attempt: { attemptId: string } } }
  const { attemptId } = state.attempt
  const machine = { attemptId, by: door.by, token, epoch: state.epoch, startRef: randomUUID(), servers, at: door.at }
  return { ...machine, acked: 0, pair: null, sent: 0, fenced: false, longestMs: 0 }
}

const headersOf = (machine: Machine) => ({ authorization: `Bearer ${machine.token}` })
const urlOf = (machine: Machine, what: string) =>
  `${machine.servers[machine.at as 0 | 1]}/api/delivery/attempts/${machine.attemptId}/${what}`

export async function start(record: Record, machine: Machine): Promise<Told> {
  const told = await call(urlOf(machine, 'start'), { headers: headersOf(machine), body: { startRef: machine.startRef } })
  return told
}

/** The event with this number; its value is like no other, so that a loss or a mix-up cannot hide. */
export function eventOf(machine: Pick<Machine, 'attemptId' | 'epoch'>, seq: number): ResponseEvent {
  const value = { version: 2, optionId: `${machine.attemptId.slice(0, 8)}-${machine.epoch}-${seq}` }
  return { seq, itemId: `item-s${1 + (seq % 4)}`, kind: 'respond', value, clientMs: seq }
}

export function writtenOf(epoch: number, event: ResponseEvent): Written {
  return { epoch, seq: event.seq, itemId: event.itemId, kind: event.kind, text: eventText(event) }
}

export function begin(record: Record, by: string, operation: Operation): (reply: Reply | null, code?: string) => void {
  const id = record.nextId++
  record.entries.push({ kind: 'invoke', id, at: nowOf(record), by, operation })
  return (reply, code) => {
    const at = nowOf(record)
    if (reply) record.entries.push({ kind: 'ok', id, at, reply })
    else record.entries.push(code === undefined ? { kind: 'unknown', id, at } : { kind: 'fail', id, at, code })
  }
}

/** Saves the next events once; what comes back decides whether they are sent again, and where. */
export async function saveOnce(record: Record, machine: Machine): Promise<void> {
  const count = 1 + (machine.acked % 3)
  const events = Array.from({ length: count }, (_, at) => eventOf(machine, machine.acked + 1 + at))
  const { attemptId: attempt, epoch } = machine
  machine.sent = Math.max(machine.sent, machine.acked + count)
  const written = events.map(event => writtenOf(epoch, event))
  const end = begin(record, machine.by, { op: 'save', attempt, server: machine.at, epoch, events: written })
  const told = await call(urlOf(machine, 'events'), { headers: headersOf(machine), body: { epoch, events } })
  if (told.status !== 200) {
    end(null, told.status === 0 ? undefined : told.code)
    return meet(record, machine, told)
  }
  const { storedThrough, pairThrough, standing } = told.body as { storedThrough: number; pairThrough: number | null; standing: string }
  end({ op: 'save', reach: { epoch, through: storedThrough, pair: pairThrough }, late: standing === 'late' })
  machine.fenced ||= standing === 'fenced'
  machine.pair = pairThrough
  // a server that holds less than was told elsewhere gets it again
  machine.acked = Math.max(machine.acked, storedThrough >= machine.acked ? storedThrough : 0)
  if (storedThrough < machine.acked) await resend(record, machine, storedThrough)
}

/** Brings to this server what the other one acknowledged and it does not hold yet. */
async function resend(record: Record, machine: Machine, from: number): Promise<void> {
  for (let seq = from + 1; seq <= machine.acked; seq += 40) {
    const events = Array.from({ length: Math.min(40, machine.acked - seq + 1) }, (_, at) => eventOf(machine, seq + at))
    const { attemptId: attempt, epoch } = machine
    const written = events.map(event => writtenOf(epoch, event))
    const end = begin(record, machine.by, { op: 'save', attempt, server: machine.at, epoch, events: written })
    const told = await call(urlOf(machine, 'events'), { headers: headersOf(machine), body: { epoch, events } })
    if (told.status !== 200) return end(null, told.status === 0 ? undefined : told.code)
    const { storedThrough, pairThrough, standing } = told.body as { storedThrough: number; pairThrough: number | null; standing: string }
    end({ op: 'save', reach: { epoch, through: storedThrough, pair: pairThrough }, late: standing === 'late' })
  }
}

async function meet(record: Record, machine: Machine, told: Told): Promise<void> {
  if (told.code === 'not-started') await start(record, machine)
  else if (told.code === 'attempt-over') machine.fenced = true
  else {
    machine.at = 1 - machine.at
    await new Promise(later => setTimeout(later, 50))
  }
}

/** Asks a server how it holds the attempt. */
export async function resume(record: Record, machine: Machine): Promise<Told> {
  const end = begin(record, machine.by, { op: 'resume', attempt: machine.attemptId, server: machine.at })
  const told = await call(urlOf(machine, 'state'), { headers: headersOf(machine) })
  if (told.status !== 200) end(null, told.status === 0 ? undefined : told.code)
  else end(resumeReply(told))
  return told
}

type StateBody = {
  readonly attempt: { readonly state: string }
  readonly stored: readonly { readonly epoch: number; readonly through: number; readonly pair: number | null }[]
  readonly responses: readonly { readonly itemId: string; readonly value: unknown; readonly epoch: number; readonly seq: number }[]
}

function resumeReply(told: Told): Reply {
  const { attempt, stored, responses } = told.body as unknown as StateBody
  const given = responses.map(({ itemId, value, epoch, seq }) => ({
    itemId,
    kind: 'respond',
    text: eventText({ itemId, kind: 'respond', value } as ResponseEvent),
    epoch,
    seq,
  }))
  return { op: 'resume', reach: stored, responses: given, closed: attempt.state !== 'running' && attempt.state !== 'ready' }
}

export async function handIn(record: Record, machine: Machine, by: 'candidate' | 'clock' = 'candidate'): Promise<Told> {
  const { attemptId: attempt, epoch, acked: lastSeq } = machine
  const end = begin(record, machine.by, { op: 'hand-in', attempt, server: machine.at, epoch, lastSeq })
  const told = await call(urlOf(machine, 'hand-in'), { headers: headersOf(machine), body: { lastSeq, by } })
  if (told.status !== 200) end(null, told.status === 0 ? undefined : told.code)
  else end({ op: 'hand-in', receipt: String(told.body['receiptCode']) })
  return told
}
