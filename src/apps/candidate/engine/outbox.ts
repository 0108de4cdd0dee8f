import type { Dice } from '../../../kernel/dice.ts'
import { MOST_BYTES_PER_SAVE, MOST_EVENTS_PER_SAVE, type PlacedEvent } from '../../../modules/delivery/contract.ts'
import type { ItemDocument } from '../../../modules/interactions/contract.ts'

/** What the candidate did to one item. */
export type Change =
  | { readonly kind: 'respond'; readonly itemId: string; readonly value: ItemDocument | null }
  | { readonly kind: 'mark'; readonly itemId: string; readonly value: boolean }

/**
 * What is on its way to the server. Pure: time and dice are arguments, all effects are the caller's.
 * `draft` waits a moment for a change of mind; `unsent` is recorded and not yet stored by the server; `unkept` is the part of it
 * that this machine's log does not hold yet.
 */
export type Outbox = {
  readonly epoch: number
  readonly nextSeq: number
  readonly draft: { readonly change: Change; readonly dueAt: number } | null
  readonly unsent: readonly PlacedEvent[]
  readonly unkept: ReadonlySet<string>
  readonly inFlight: boolean
  readonly failures: number
  readonly retryAt: number
}

export const COALESCE_MS = 250
const FIRST_BACK_OFF_MS = 500
const LONGEST_BACK_OFF_MS = 8_000
/** Room for the frame of the request around the events. */
const FRAME_BYTES = 256

/** The outbox of an entry: what the log of this machine holds beyond what the server has stored is sent again. */
export function openOutbox(facts: {
  readonly epoch: number
  readonly stored: readonly { epoch: number; through: number }[]
  readonly kept: readonly PlacedEvent[]
}): Outbox {
  const through = (epoch: number) => facts.stored.find(one => one.epoch === epoch)?.through ?? 0
  const own = facts.kept.filter(event => event.epoch === facts.epoch).map(event => event.seq)
  return {
    epoch: facts.epoch,
    nextSeq: Math.max(through(facts.epoch), ...own) + 1,
    draft: null,
    unsent: facts.kept.filter(event => event.epoch <= facts.epoch && event.seq > through(event.epoch)).sort(byIdentity),
    unkept: new Set(),
    inFlight: false,
    failures: 0,
    retryAt: 0,
  }
}

/** Takes a change in. A second change of the same item within the coalescing time replaces the first, which nobody needs. */
export function record(outbox: Outbox, change: Change, now: number): Outbox {
  const { draft } = outbox
  if (draft && draft.change.itemId === change.itemId && draft.change.kind === change.kind) return { ...outbox, draft: { ...draft, change } }
  return { ...sealDraft(outbox, now), draft: { change, dueAt: now + COALESCE_MS } }
}

/** Turns the draft into a numbered event. */
export function sealDraft(outbox: Outbox, now: number): Outbox {
  if (!outbox.draft) return outbox
  const event: PlacedEvent = {
    ...outbox.draft.change,
    value: outbox.draft.change.value as never,
    epoch: outbox.epoch,
    seq: outbox.nextSeq,
    clientMs: Math.max(0, Math.round(now)),
  }
  return {
    ...outbox,
    draft: null,
    nextSeq: outbox.nextSeq + 1,
    unsent: [...outbox.unsent, event],
    unkept: new Set(outbox.unkept).add(identity(event)),
  }
}

/** The events of the next save, all of one epoch and within the limits of the server; undefined when there is nothing to do now. */
export function nextSave(outbox: Outbox, now: number): { readonly epoch: number; readonly events: readonly PlacedEvent[] } | undefined {
  const first = outbox.unsent[0]
  if (outbox.inFlight || first === undefined || now < outbox.retryAt) return undefined
  const events: PlacedEvent[] = []
  let bytes = FRAME_BYTES
  for (const event of outbox.unsent) {
    bytes += 3 * JSON.stringify(event).length // a character takes at most three bytes
    if (event.epoch !== first.epoch || events.length >= MOST_EVENTS_PER_SAVE || (events.length > 0 && bytes > MOST_BYTES_PER_SAVE)) break
    events.push(event)
  }
  return { epoch: first.epoch, events }
}

export function sent(outbox: Outbox): Outbox {
  return { ...outbox, inFlight: true }
}

/** The server holds an epoch through `through`. A reply that moves nothing counts as a failure, so that nobody spins. */
export function stored(
  outbox: Outbox,
  reply: { readonly epoch: number; readonly through: number },
  at: { readonly now: number; readonly dice: Dice },
): Outbox {
  const unsent = outbox.unsent.filter(event => event.epoch !== reply.epoch || event.seq > reply.through)
  if (unsent.length === outbox.unsent.length) return lost(outbox, at)
  const left = new Set(unsent.map(identity))
  return { ...outbox, unsent, unkept: new Set([...outbox.unkept].filter(key => left.has(key))), inFlight: false, failures: 0, retryAt: 0 }
}

/** No reply, or none that helps: try again after a jittered and growing pause. */
export function lost(outbox: Outbox, at: { readonly now: number; readonly dice: Dice }): Outbox {
  return { ...outbox, inFlight: false, failures: outbox.failures + 1, retryAt: at.now + backOffMs(outbox.failures + 1, at.dice) }
}

/** Between half and all of 0.5 s, 1 s, 2 s, 4 s, 8 s, 8 s, … */
export function backOffMs(failures: number, dice: Dice): number {
  const full = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (failures - 1))
  return Math.round(full * (0.5 + dice() / 2))
}

/** These events stand in the log of this machine now. */
export function kept(outbox: Outbox, events: readonly PlacedEvent[]): Outbox {
  const unkept = new Set(outbox.unkept)
  for (const event of events) unkept.delete(identity(event))
  return { ...outbox, unkept }
}

/** How the candidate's work stands, in the order of good news; the words are in `words/`. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'kept'; readonly waiting: number }
  | { readonly kind: 'in-memory'; readonly waiting: number }

/** `saved` is said only when the server has confirmed everything; `kept` only when the log of this machine holds the rest. */
export function statusOf(outbox: Outbox): SaveStatus {
  const waiting = outbox.unsent.length + (outbox.draft ? 1 : 0)
  if (waiting === 0) return { kind: 'saved' }
  if (outbox.failures === 0) return { kind: 'saving' }
  return outbox.unkept.size === 0 && !outbox.draft ? { kind: 'kept', waiting } : { kind: 'in-memory', waiting }
}

/** The number of the last event of this epoch. */
export function lastSeq(outbox: Outbox): number {
  return outbox.nextSeq - 1
}

export function identity(event: { readonly epoch: number; readonly seq: number }): string {
  return `${event.epoch}.${event.seq}`
}

function byIdentity(a: PlacedEvent, b: PlacedEvent): number {
  return a.epoch - b.epoch || a.seq - b.seq
}
