import { z } from 'zod'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { CommandValue } from './paper/lab/command.ts'

export const MOST_EVENTS_PER_SAVE = 50
export const MOST_BYTES_PER_SAVE = 48 * 1024
/** A case holds several written responses; a value of this length fits into one save whatever its characters. */
export const MOST_VALUE_CHARACTERS = 15_000

const common = {
  /** Gapless per epoch, from 1. */
  seq: z.number().int().min(1).max(1_000_000),
  itemId: z.string().min(1).max(64),
  /** Milliseconds of the client's monotonic clock since it entered. */
  clientMs: z.number().int().min(0).max(10_000_000_000),
}
const RespondValue = z
  .record(z.string(), z.unknown())
  .refine(value => JSON.stringify(value).length <= MOST_VALUE_CHARACTERS, { error: '作答内容过长。|The response is too long.' })
  .nullable()

/** One thing the candidate did: gave or cleared a response, marked an item for a second look, or did a step in the world of an item. */
export const ResponseEvent = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('respond'), value: RespondValue }),
  z.strictObject({ ...common, kind: z.literal('mark'), value: z.boolean() }),
  z.strictObject({ ...common, kind: z.literal('command'), value: CommandValue }),
])
export type ResponseEvent = z.infer<typeof ResponseEvent>

/** An event with the epoch of its writer: `(attempt, epoch, seq)` is its identity. */
export type PlacedEvent = ResponseEvent & { readonly epoch: number }

/** What must be equal when the same identity arrives twice. */
export function eventText(event: ResponseEvent): string {
  return canonicalJson([event.itemId, event.kind, event.value])
}

/** Is `a` later than `b`? Order of epochs first, then of events within one. Wall clocks play no part. */
export function isLater(a: { readonly epoch: number; readonly seq: number }, b: { readonly epoch: number; readonly seq: number }): boolean {
  return a.epoch === b.epoch ? a.seq > b.seq : a.epoch > b.epoch
}

/** A grow-only set of events of one attempt. */
export type EventSet = ReadonlyMap<string, PlacedEvent>
export const EMPTY_SET: EventSet = new Map()

const keyOf = (event: { readonly epoch: number; readonly seq: number }) => `${event.epoch}.${event.seq}`

/** Adds an event; the same one again changes nothing, another under the same identity is refused with `event-clash`. */
export function append(set: EventSet, event: PlacedEvent): Result<EventSet> {
  const known = set.get(keyOf(event))
  if (known === undefined) return ok(new Map(set).set(keyOf(event), event))
  return eventText(known) === eventText(event) ? ok(set) : refuse('event-clash', { seq: event.seq, epoch: event.epoch })
}

export type FoldedValue<V> = { readonly value: V; readonly epoch: number; readonly seq: number }
/** The state that follows from a set of events; it does not depend on the order of arrival. */
export type Folded = {
  readonly responses: ReadonlyMap<string, FoldedValue<Readonly<Record<string, unknown>> | null>>
  readonly marks: ReadonlyMap<string, FoldedValue<boolean>>
  /** The last command in the world of each item; which ones are carried out is decided by `commandLine`. */
  readonly commands: ReadonlyMap<string, FoldedValue<CommandValue>>
  /** The item touched last, where a person takes up work again on another machine. */
  readonly lastItemId: string | null
}

/** For each item the latest event by `(epoch, seq)` wins. */
export function fold(events: Iterable<PlacedEvent>): Folded {
  const responses = new Map<string, FoldedValue<Readonly<Record<string, unknown>> | null>>()
  const marks = new Map<string, FoldedValue<boolean>>()
  const commands = new Map<string, FoldedValue<CommandValue>>()
  let last: PlacedEvent | null = null
  for (const event of events) {
    if (event.kind === 'respond') keepLater(responses, event.itemId, event)
    else if (event.kind === 'mark') keepLater(marks, event.itemId, event)
    else keepLater(commands, event.itemId, event)
    if (last === null || isLater(event, last)) last = event
  }
  return { responses, marks, commands, lastItemId: last?.itemId ?? null }
}

function keepLater<V>(
  into: Map<string, FoldedValue<V>>,
  itemId: string,
  event: { readonly value: V; readonly epoch: number; readonly seq: number },
): void {
  const known = into.get(itemId)
  if (known === undefined || isLater(event, known)) into.set(itemId, { value: event.value, epoch: event.epoch, seq: event.seq })
}

/** The greatest seq up to which an epoch has no hole; 0 when its first event is missing. */
export function storedThrough(set: EventSet, epoch: number): number {
  let seq = 0
  while (set.has(keyOf({ epoch, seq: seq + 1 }))) seq += 1
  return seq
}
