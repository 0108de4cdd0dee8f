import type { Dice } from '../../../../../kernel/dice.ts'
import { MOST_BYTES_PER_SAVE, MOST_EVENTS_PER_SAVE, type PlacedEvent } from '../../events.ts'
import { type Outbox, finalOf, identity, lastOf, reachKey, unsentOf, waitingOf } from './outbox.ts'

const FIRST_BACK_OFF_MS = 500
const LONGEST_BACK_OFF_MS = 8_000
/** Room for the frame of the request around the events. */
const FRAME_BYTES = 256

/** Events of one epoch on their way to one server. */
export type NextSave = { readonly server: number; readonly epoch: number; readonly events: readonly PlacedEvent[] }

/**
 * The events of the next save, all of one epoch and within the limits of the server; undefined when there is nothing to do now.
 * An event goes out only once this machine has written it down, so that after a reload it is never numbered twice; a page that is
 * going away, or a machine that cannot keep anything, does not wait (`sent` then withdraws the voucher for the epoch).
 */
export function nextSave(outbox: Outbox, now: number, leaving = false): NextSave | undefined {
  if (!leaving && (outbox.inFlight || now < outbox.retryAt)) return undefined
  const waits = (event: PlacedEvent) => outbox.keeps && !leaving && outbox.unkept.has(identity(event))
  const unsent = unsentOf(outbox)
  const first = unsent[0]
  const events: PlacedEvent[] = []
  let bytes = FRAME_BYTES
  for (const event of unsent) {
    bytes += 3 * JSON.stringify(event).length // a character takes at most three bytes
    if (event.epoch !== first?.epoch || events.length >= MOST_EVENTS_PER_SAVE || (events.length > 0 && bytes > MOST_BYTES_PER_SAVE)) break
    if (waits(event)) break
    events.push(event)
  }
  return first && events.length > 0 ? { server: outbox.server, epoch: first.epoch, events } : undefined
}

export function sent(outbox: Outbox, save: NextSave): Outbox {
  return { ...outbox, inFlight: true, vouched: outbox.vouched && !save.events.some(event => outbox.unkept.has(identity(event))) }
}

/** What a server tells of one epoch: how far it holds it, and how far its peer does; `pair` null: it has no peer. */
export type Told = { readonly epoch: number; readonly through: number; readonly pair?: number | null | undefined }

/**
 * The reply to a save: all of it is stored, and the number tells how far without a hole. A reply that moves nothing counts as a
 * failure, so that nobody spins.
 */
export function stored(outbox: Outbox, save: NextSave, told: Told, at: { readonly now: number; readonly dice: Dice }): Outbox {
  const behindHole = save.epoch < outbox.epoch ? save.events.filter(event => event.seq > told.through) : []
  const beyond = new Set([...outbox.beyond, ...behindHole.map(event => `${outbox.server}/${identity(event)}`)])
  const next = heard({ ...outbox, beyond }, [told])
  if (unsentOf(next).length >= unsentOf(outbox).length) return lost(next, at)
  return { ...next, inFlight: false, failures: 0, retryAt: 0 }
}

/**
 * What the server spoken to tells of its store. It counts as it is told, also when it is less than before: a server that
 * came back without something gets it again. What is final leaves the outbox.
 */
export function heard(outbox: Outbox, told: readonly Told[]): Outbox {
  const reached = new Map(outbox.reached)
  const final = new Map<number, number>()
  for (const { epoch, through, pair = null } of told) {
    reached.set(reachKey(outbox.server, epoch), through)
    final.set(epoch, finalOf({ through, pair }) ?? 0)
  }
  const held = outbox.held.filter(event => event.seq > (final.get(event.epoch) ?? 0))
  const left = new Set(held.map(identity))
  const unkept = new Set([...outbox.unkept].filter(key => left.has(key)))
  const own = told.find(one => one.epoch === outbox.epoch)
  const newest = lastOf(outbox.held, event => event.epoch === outbox.epoch && event.seq === outbox.nextSeq - 1)
  const anchor = newest && !left.has(identity(newest)) ? newest : outbox.anchor
  return { ...outbox, reached, held, unkept, anchor, pairedThrough: own ? (own.pair ?? null) : outbox.pairedThrough }
}

/** No reply, or none that helps: the other server is asked, after a jittered and growing pause. */
export function lost(outbox: Outbox, at: { readonly now: number; readonly dice: Dice }): Outbox {
  const failures = outbox.failures + 1
  const server = (outbox.server + 1) % outbox.servers
  return { ...outbox, server, inFlight: false, failures, retryAt: at.now + backOffMs(failures, at.dice) }
}

/** Between half and all of 0.5 s, 1 s, 2 s, 4 s, 8 s, 8 s, … */
export function backOffMs(failures: number, dice: Dice): number {
  const full = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (failures - 1))
  return Math.round(full * (0.5 + dice() / 2))
}

/** How the candidate's work stands, in the order of good news; the words are in the exam client. */
export type SaveStatus =
  | { readonly kind: 'saved-twice' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'kept'; readonly waiting: number }
  | { readonly kind: 'in-memory'; readonly waiting: number }

/** `saved` is said only when a server has confirmed everything, `saved-twice` when both have; `kept` only when this machine has written the rest down. */
export function statusOf(outbox: Outbox): SaveStatus {
  const waiting = waitingOf(outbox).length + (outbox.draft ? 1 : 0)
  if (waiting === 0) return { kind: isPaired(outbox) ? 'saved-twice' : 'saved' }
  if (outbox.failures === 0) return { kind: 'saving' }
  return waitingOf(outbox).every(event => !outbox.unkept.has(identity(event))) && !outbox.draft
    ? { kind: 'kept', waiting }
    : { kind: 'in-memory', waiting }
}

/** Also a page that holds nothing itself, because its machine forgot, says so only when the servers do. */
function isPaired(outbox: Outbox): boolean {
  return outbox.held.length === 0 && outbox.pairedThrough !== null && outbox.pairedThrough >= outbox.nextSeq - 1
}

/** Is everything with both servers, or with the only one? What stands behind a hole of an older entry cannot be waited for. */
export function isFinal(outbox: Outbox): boolean {
  return (
    outbox.draft === null &&
    outbox.held.every(event => event.epoch < outbox.epoch && outbox.beyond.has(`${outbox.server}/${identity(event)}`))
  )
}

/**
 * What a wanted hand-in has to do next: bring the rest, ask, or nothing. A receipt of one server is repeated at the other as long
 * as that one does not know of the end: the first may have been lost with its disk.
 */
export function handInStep(
  outbox: Outbox,
  facts: { readonly receipt: boolean; readonly closedHere: boolean | null },
): 'bring' | 'ask' | 'rest' {
  if (outbox.draft !== null || waitingOf(outbox).length > 0) return 'bring'
  return facts.receipt && facts.closedHere !== false ? 'rest' : 'ask'
}
