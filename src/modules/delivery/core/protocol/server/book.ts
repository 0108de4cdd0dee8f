import { type Instant, instant } from '../../../../../kernel/instant.ts'
import type { AttemptRules } from '../../attempt/rules.ts'
import { type Folded, type PlacedEvent, fold } from '../../events.ts'
import { type Credit, type TimeFacts, editingEnds, transportEnds } from '../time/ledger.ts'

/** One of the servers of a site: 0, or 0 and 1. It stands in everything it decides, and in the epochs it opens. */
export type Origin = number

/** One entry of the candidate at a machine. `from`: the entry of the same page before it was opened again. */
export type Entry = { readonly epoch: number; readonly origin: Origin; readonly from: number | null; readonly openedAt: Instant }

export type Start = { readonly origin: Origin; readonly startedAt: Instant; readonly startRef: string }

/** Which events the closing server held; what comes from elsewhere afterwards is late. */
export type Frontier = ReadonlyMap<number, { readonly through: number; readonly beyond: readonly number[] }>

/** A hand-in, or an end from outside. */
export type Closing = {
  readonly origin: Origin
  readonly how: 'candidate' | 'clock' | 'time-up' | 'stopped' | 'malpractice' | 'absent'
  /** The epoch that handed in; null for an end from outside. */
  readonly epoch: number | null
  readonly endedAt: Instant
  readonly frontier: Frontier
}

/** An event with the earliest time at which a server took it, and the text that tells two contents apart. */
export type StoredEvent = PlacedEvent & { readonly receivedAt: Instant; readonly text: string }

/**
 * All that a server knows of one attempt. Every part only grows, and what counts is derived from the whole: two books that
 * hold the same say the same, whatever order it came in.
 */
export type Book = {
  readonly attemptId: string
  readonly rules: AttemptRules
  readonly allottedMs: number
  readonly allowanceMs: number
  readonly entries: ReadonlyMap<number, Entry>
  readonly starts: ReadonlyMap<Origin, Start>
  readonly credits: ReadonlyMap<string, Credit>
  /** By server and time; one that turns out void stays in sight. */
  readonly closings: ReadonlyMap<string, Closing>
  readonly events: ReadonlyMap<string, StoredEvent>
  /** Contents that came under an identity which holds another one; kept for people to look at. */
  readonly clashes: ReadonlyMap<string, StoredEvent>
  /** How far each epoch is stored without a hole. */
  readonly through: ReadonlyMap<number, number>
}

export type BookFacts = Pick<Book, 'attemptId' | 'rules' | 'allottedMs' | 'allowanceMs'>

export function openBook(facts: BookFacts): Book {
  const nothing = { entries: new Map(), starts: new Map(), credits: new Map(), closings: new Map(), events: new Map() }
  return { ...facts, ...nothing, clashes: new Map(), through: new Map() }
}

export const keyOf = (event: { readonly epoch: number; readonly seq: number }): string => `${event.epoch}.${event.seq}`

export function currentEpoch(book: Book): number {
  return Math.max(0, ...book.entries.keys())
}

/** Of two starts on two servers the later one counts: nobody loses time by a reply that got lost. */
export function startedAt(book: Book): Instant | null {
  const times = [...book.starts.values()].map(start => start.startedAt)
  return times.length === 0 ? null : instant(Math.max(...times))
}

export function timeFacts(book: Book): TimeFacts | null {
  const started = startedAt(book)
  if (started === null) return null
  const { allottedMs, allowanceMs } = book
  return {
    clockStart: book.rules.clock === 'sitting' ? book.rules.opensAt : started,
    allottedMs,
    allowanceMs,
    extraMs: 0,
    credits: [...book.credits.values()],
  }
}

/** When editing ends; null before the start and while the clock stands still. */
export function bookEnds(book: Book): Instant | null {
  const facts = timeFacts(book)
  return facts && editingEnds(facts)
}

export function bookAcceptsUntil(book: Book): Instant | null {
  const facts = timeFacts(book)
  return facts && transportEnds(facts, book.rules.graceSeconds * 1000)
}

/** A person's own hand-in goes before one by the clock, and the earlier before the later. */
const PRECEDENCE: Readonly<Record<Closing['how'], number>> = {
  candidate: 0,
  clock: 1,
  malpractice: 2,
  stopped: 3,
  'time-up': 4,
  absent: 5,
}

/**
 * The closing that counts. One by the clock that did not know of a credit granted before it is void, and so is the absence of somebody
 * who had entered at the other server.
 */
export function closingOf(book: Book): Closing | undefined {
  return [...book.closings.values()]
    .filter(closing => !isPremature(book, closing))
    .toSorted((a, b) => PRECEDENCE[a.how] - PRECEDENCE[b.how] || a.endedAt - b.endedAt || a.origin - b.origin)[0]
}

/** The clock of a client may run ahead by this much when it hands in at the end. */
export const CLOCK_TOLERANCE_MS = 3_000

export function isPremature(book: Book, closing: Closing): boolean {
  if (closing.how === 'absent') return book.entries.size > 0
  if (closing.how !== 'clock' && closing.how !== 'time-up') return false
  const facts = timeFacts(book)
  const ends = facts && editingEnds({ ...facts, credits: facts.credits.filter(credit => credit.grantedAt <= closing.endedAt) })
  return ends === null || closing.endedAt < ends - CLOCK_TOLERANCE_MS
}

/** Late: taken after the second deadline, or unknown to the server that closed the attempt. Such an event is kept and does not count. */
export function lateness(book: Book): (event: StoredEvent) => boolean {
  const [closing, until, started] = [closingOf(book), bookAcceptsUntil(book), startedAt(book)]
  return event =>
    started === null || (until !== null && event.receivedAt > until) || (closing !== undefined && !isWithin(closing.frontier, event))
}

export function isWithin(frontier: Frontier, event: { readonly epoch: number; readonly seq: number }): boolean {
  const held = frontier.get(event.epoch)
  return held !== undefined && (event.seq <= held.through || held.beyond.includes(event.seq))
}

/** What a server holds at this moment, as the mark of a closing. */
export function frontierOf(book: Book): Frontier {
  const frontier = new Map<number, { through: number; beyond: number[] }>()
  for (const { epoch, seq } of book.events.values()) {
    const held = frontier.get(epoch) ?? { through: book.through.get(epoch) ?? 0, beyond: [] }
    if (seq > held.through) held.beyond.push(seq)
    frontier.set(epoch, held)
  }
  return frontier
}

/** The events that count, and the state that follows from them. */
export function countedEvents(book: Book): StoredEvent[] {
  const late = lateness(book)
  return [...book.events.values()].filter(event => !late(event))
}

export function derive(book: Book): Folded {
  return fold(countedEvents(book))
}

/** Advances the hole-free number of an epoch over what is stored. */
export function reachFrom(events: Book['events'], epoch: number, from: number): number {
  let through = from
  while (events.has(keyOf({ epoch, seq: through + 1 }))) through += 1
  return through
}
