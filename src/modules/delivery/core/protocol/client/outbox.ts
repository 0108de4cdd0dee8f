import type { ItemDocument } from '../../../../interactions/contract.ts'
import type { PlacedEvent } from '../../events.ts'
import type { CommandValue } from '../../paper/lab/command.ts'

/** What the candidate did to one item. */
export type Change =
  | { readonly kind: 'respond'; readonly itemId: string; readonly value: ItemDocument | null }
  | { readonly kind: 'mark'; readonly itemId: string; readonly value: boolean }
  | { readonly kind: 'command'; readonly itemId: string; readonly value: CommandValue }

/** How a change comes about: a click is over at once, writing goes on for a while. */
export type Pace = 'choice' | 'text'
type Draft = { readonly change: Change; readonly dueAt: number; readonly latestAt: number }

/**
 * What the candidate has done and no server holds for good yet. Pure: time and dice are arguments, all effects are the caller's.
 * `draft` waits a moment for a change of mind; `held` is recorded and not final; `unkept` is the part of it that this machine
 * has not written down yet; `reached` says how far each server has told to hold each epoch.
 */
export type Outbox = {
  readonly epoch: number
  readonly nextSeq: number
  readonly draft: Draft | null
  readonly held: readonly PlacedEvent[]
  readonly unkept: ReadonlySet<string>
  /** A final event that the machine holds all the same: from the newest one a reloaded page knows where numbers go on. */
  readonly anchor: PlacedEvent | null
  /** The machine writes events down durably; if not, they are sent without waiting for it. */
  readonly keeps: boolean
  /** Nothing was sent that the machine might not remember: after a reload the epoch may go on. */
  readonly vouched: boolean
  readonly reached: ReadonlyMap<string, number>
  /** Events of older entries that a server has taken although numbers before them are missing for ever. */
  readonly beyond: ReadonlySet<string>
  /** Which of the servers is spoken to, and how many there are. */
  readonly server: number
  readonly servers: number
  /** How far both servers hold this epoch; null where a server has no peer and what it holds is final. */
  readonly pairedThrough: number | null
  readonly inFlight: boolean
  readonly failures: number
  readonly retryAt: number
}

export const CHOICE_MS = 250
export const TEXT_IDLE_MS = 1_500
export const TEXT_LONGEST_MS = 5_000

export type Opening = {
  readonly epoch: number
  readonly stored: readonly { readonly epoch: number; readonly through: number; readonly pair?: number | null }[]
  readonly kept: readonly PlacedEvent[]
  readonly keeps?: boolean
  readonly server?: number
  readonly servers?: number
  /** The last number this page surely gave, where the page remembers it beside its log. */
  readonly last?: number
}

/** The outbox of an entry: what this machine has written down beyond what a server holds for good is brought again. */
export function openOutbox(facts: Opening): Outbox {
  const server = facts.server ?? 0
  const keeps = facts.keeps ?? true
  const of = (epoch: number) => facts.stored.find(one => one.epoch === epoch)
  const own = facts.kept.filter(event => event.epoch === facts.epoch).map(event => event.seq)
  return {
    epoch: facts.epoch,
    nextSeq: Math.max(of(facts.epoch)?.through ?? 0, facts.last ?? 0, ...own) + 1,
    draft: null,
    held: facts.kept
      .filter(event => event.epoch <= facts.epoch && event.seq > (finalOf(of(event.epoch)) ?? 0))
      .sort((a, b) => a.epoch - b.epoch || a.seq - b.seq),
    unkept: new Set(),
    anchor: lastOf(facts.kept, event => event.epoch === facts.epoch && event.seq === Math.max(...own)) ?? null,
    keeps,
    vouched: keeps,
    reached: new Map(facts.stored.map(one => [reachKey(server, one.epoch), one.through])),
    beyond: new Set(),
    server,
    servers: facts.servers ?? 1,
    pairedThrough: of(facts.epoch)?.pair ?? null,
    inFlight: false,
    failures: 0,
    retryAt: 0,
  }
}

/** Up to where an epoch is final: with both servers, or with the only one. */
export function finalOf(stored: { readonly through: number; readonly pair?: number | null } | undefined): number | undefined {
  return stored && (stored.pair ?? stored.through)
}

/** Takes a change in. A further change of the same item within the coalescing time replaces the one before, which nobody needs. */
export function record(outbox: Outbox, change: Change, now: number, pace: Pace = 'choice'): Outbox {
  const { draft } = outbox
  // every command is an event of its own, at once
  if (change.kind === 'command') return sealDraft({ ...sealDraft(outbox, now), draft: { change, dueAt: now, latestAt: now } }, now)
  if (draft && draft.change.itemId === change.itemId && draft.change.kind === change.kind) {
    const dueAt = pace === 'text' ? Math.min(now + TEXT_IDLE_MS, draft.latestAt) : draft.dueAt
    return { ...outbox, draft: { ...draft, change, dueAt } }
  }
  const [idle, longest] = pace === 'text' ? [TEXT_IDLE_MS, TEXT_LONGEST_MS] : [CHOICE_MS, CHOICE_MS]
  return { ...sealDraft(outbox, now), draft: { change, dueAt: now + idle, latestAt: now + longest } }
}

/** Turns the draft into a numbered event. */
export function sealDraft(outbox: Outbox, now: number): Outbox {
  if (!outbox.draft) return outbox
  const { change } = outbox.draft
  const placed = { epoch: outbox.epoch, seq: outbox.nextSeq, clientMs: Math.max(0, Math.round(now)) }
  const event: PlacedEvent = { ...change, ...placed }
  return {
    ...outbox,
    draft: null,
    nextSeq: outbox.nextSeq + 1,
    held: [...outbox.held, event],
    unkept: new Set(outbox.unkept).add(identity(event)),
  }
}

/** This machine has written these events down. */
export function kept(outbox: Outbox, events: readonly PlacedEvent[]): Outbox {
  const unkept = new Set(outbox.unkept)
  for (const event of events) unkept.delete(identity(event))
  const { anchor } = outbox
  const isOld = anchor !== null && events.some(event => event.epoch === anchor.epoch && event.seq > anchor.seq)
  return { ...outbox, unkept, anchor: isOld ? null : anchor }
}

/** This machine cannot write down any more: from now on events go out without waiting for it. */
export function keepingFailed(outbox: Outbox): Outbox {
  return { ...outbox, keeps: false }
}

/** The held events that the server spoken to has not told to hold, in order. */
export function unsentOf(outbox: Outbox): readonly PlacedEvent[] {
  return outbox.held.filter(event => !isAt(outbox, event, outbox.server))
}

function isAt(outbox: Outbox, event: PlacedEvent, server: number): boolean {
  const reached = outbox.reached.get(reachKey(server, event.epoch)) ?? 0
  return event.seq <= reached || outbox.beyond.has(`${server}/${identity(event)}`)
}

/** The held events that no server has told to hold. */
export function waitingOf(outbox: Outbox): readonly PlacedEvent[] {
  const servers = Array.from({ length: outbox.servers }, (_, server) => server)
  return outbox.held.filter(event => !servers.some(server => isAt(outbox, event, server)))
}

/** The number of the last event of this epoch. */
export function lastSeq(outbox: Outbox): number {
  return outbox.nextSeq - 1
}

export function identity(event: { readonly epoch: number; readonly seq: number }): string {
  return `${event.epoch}.${event.seq}`
}

export function reachKey(server: number, epoch: number): string {
  return `${server}/${epoch}`
}

/**
 * May a page that is opened again go on in its epoch? Only when this machine durably holds events of it without a hole, from
 * where the server stands, and nothing was sent that it might not hold; otherwise numbers could be given twice or be missing
 * for ever, and the page has to enter anew. `through` null: no server can be asked, the machine goes on by itself.
 */
export function mayGoOn(facts: {
  readonly epoch: number
  readonly keeps: boolean
  readonly vouched: boolean
  readonly kept: readonly PlacedEvent[]
  readonly through: number | null
}): boolean {
  const seqs = facts.kept.filter(event => event.epoch === facts.epoch).map(event => event.seq)
  const [first, last] = [Math.min(...seqs), Math.max(...seqs)]
  if (!facts.keeps || !facts.vouched || seqs.length === 0 || last - first + 1 !== new Set(seqs).size) return false
  return facts.through === null || (first <= facts.through + 1 && facts.through <= last)
}

/** A number of this epoch is missing that this machine does not hold: the server will never reach what comes after it. */
export function hasHole(outbox: Outbox): boolean {
  const first = unsentOf(outbox).find(event => event.epoch === outbox.epoch)
  const reached = outbox.reached.get(reachKey(outbox.server, outbox.epoch))
  return first !== undefined && reached !== undefined && first.seq > reached + 1
}

/** As `findLast`, which the browsers of older rooms do not have. */
export function lastOf<T>(list: readonly T[], fits: (one: T) => boolean): T | undefined {
  return list.filter(fits).pop()
}
