import { z } from 'zod'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Json } from '../world/canonical.ts'
import { commandId, hash, worldTime } from '../world/ids.ts'
import type { LabEvent, Pins, Reply, Setup, TraceEntry } from '../world/state.ts'

/**
 * A world of an exam as it was: what it started from, everything that was tried, everything that happened. Two servers that carried out
 * the same commands write the same text. It holds what is hidden in the world and travels sealed for the centre.
 */
export type WorldRecord = {
  readonly task: string
  /** SHA-256 of the exam document it was opened with. */
  readonly document: string
  readonly setup: Setup
  readonly pins: Pins
  readonly events: readonly LabEvent[]
  readonly entries: readonly TraceEntry[]
  /** Hash of the last event. */
  readonly head: string
}

const whole = z.number().int().nonnegative()
const text = z.string()
const Plain = z.unknown().transform(value => value as Json)
const Event = z
  .strictObject({
    seq: whole,
    at: whole,
    type: text,
    by: text,
    cause: whole,
    data: Plain,
    counters: z.record(z.string(), whole).optional(),
    hash: text,
  })
  .transform(({ counters, ...event }): LabEvent => ({
    ...event,
    at: worldTime(event.at),
    ...(counters === undefined ? {} : { counters }),
    hash: hash(event.hash),
  }))
const Entry = z
  .strictObject({ id: text.nullable(), by: text, type: text, from: whole, at: whole, reply: z.unknown(), alarm: text.nullable() })
  .transform((entry): TraceEntry => ({
    ...entry,
    id: entry.id === null ? null : commandId(entry.id),
    at: worldTime(entry.at),
    reply: entry.reply as Reply,
  }))
const Record = z.strictObject({
  format: z.literal('zhiheng-lab-world'),
  version: z.literal(1),
  task: text,
  document: text,
  setup: text,
  pins: z.unknown(),
  events: z.array(Event),
  entries: z.array(Entry),
  head: text,
})

/**
 * The text of a record; its SHA-256 stands in the result of a sitting. Setup, data and replies keep the order of keys they were written
 * in, because a fold depends on it.
 */
export function worldRecordText({ task, document, setup, pins, events, entries, head }: WorldRecord): string {
  return JSON.stringify({
    format: 'zhiheng-lab-world',
    version: 1,
    task,
    document,
    setup: JSON.stringify(setup),
    pins,
    events,
    entries: entries.map(({ id, by, type, from, at, reply, alarm }) => ({ id, by, type, from, at, reply, alarm })),
    head,
  })
}

/** Reads a record. Refusal: `lab-record-invalid`. */
export function readWorldRecord(written: string): Result<WorldRecord> {
  const read = Record.safeParse(jsonOf(written))
  if (!read.success) return refuse('lab-record-invalid')
  const { format: _format, version: _version, setup, pins, ...record } = read.data
  const ground = jsonOf(setup)
  return ground === null ? refuse('lab-record-invalid') : ok({ ...record, setup: ground as Setup, pins: pins as Pins })
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return null
  }
}
