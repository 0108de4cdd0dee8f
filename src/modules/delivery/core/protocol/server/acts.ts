import { type Instant, clockOf, instant, plusMinutes } from '../../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../../kernel/result.ts'
import { mayStartAt } from '../../attempt/rules.ts'
import { nextEpoch } from '../../attempt/takeover.ts'
import type { Credit } from '../time/ledger.ts'
import {
  type Book,
  CLOCK_TOLERANCE_MS,
  type Closing,
  type Origin,
  type StoredEvent,
  bookAcceptsUntil,
  bookEnds,
  closingOf,
  currentEpoch,
  frontierOf,
  keyOf,
  reachFrom,
  startedAt,
  timeFacts,
} from './book.ts'
import { type Brought, type SaveDecision, decideSave } from './save.ts'

/** Which server acts, of how many, and when. */
export type Acting = { readonly origin: Origin; readonly servers: number; readonly now: Instant }

/**
 * A new entry by an entry code: it fences those before it. Two servers never open the same epoch, also while they are cut
 * apart: each takes the numbers of its own residue. Refusal: `attempt-over`.
 */
export function enterBook(book: Book, acting: Acting, from: number | null = null): Result<{ readonly book: Book; readonly epoch: number }> {
  if (closingOf(book)) return refuse('attempt-over')
  const epoch = nextEpoch({ epoch: currentEpoch(book) }, acting)
  const entry = { epoch, origin: acting.origin, from, openedAt: acting.now }
  return ok({ book: { ...book, entries: new Map(book.entries).set(epoch, entry) }, epoch })
}

/**
 * The page of a token is opened again and cannot vouch for its numbers: it gets the next epoch. Also when a reply got lost and
 * it asks with the token from before. A machine that somebody else has taken over from is refused.
 * Refusals: `token-refused`, `fenced`, `attempt-over`.
 */
export function reenterBook(book: Book, tokenEpoch: number, acting: Acting): Result<{ readonly book: Book; readonly epoch: number }> {
  if (!book.entries.has(tokenEpoch)) return refuse('token-refused')
  return descendsFrom(book, currentEpoch(book), tokenEpoch) ? enterBook(book, acting, tokenEpoch) : refuse('fenced')
}

/** Does the line of entries of an epoch lead back to this one? */
export function descendsFrom(book: Pick<Book, 'entries'>, epoch: number, ancestor: number): boolean {
  for (let at: number | null = epoch; at !== null; at = book.entries.get(at)?.from ?? null) if (at === ancestor) return true
  return false
}

/** Refusals: `token-refused`, `fenced`, `attempt-over`, and those of the rules. The same reference again is the same start. */
export function startBook(book: Book, order: { readonly tokenEpoch: number; readonly startRef: string }, acting: Acting): Result<Book> {
  const standing = standingIn(book, order.tokenEpoch)
  if (!standing.ok) return standing
  if (closingOf(book)) return refuse('attempt-over')
  if (startedAt(book) !== null)
    return [...book.starts.values()].some(start => start.startRef === order.startRef) ? ok(book) : refuse('already-started')
  const open = mayStartAt(book.rules, acting.now)
  if (!open.ok) return open
  const start = { origin: acting.origin, startedAt: acting.now, startRef: order.startRef }
  return ok({ ...book, starts: new Map(book.starts).set(acting.origin, start) })
}

function standingIn(book: Book, tokenEpoch: number): Result<true> {
  if (!book.entries.has(tokenEpoch)) return refuse('token-refused')
  return tokenEpoch < currentEpoch(book) ? refuse('fenced') : ok(true)
}

/**
 * Stores what a token brings: events of its own epoch, or of an older one that this server may not have heard of. From a `stick`
 * staff bring what a machine had written down; its epoch may be known to no server that is left.
 */
export function saveToBook(
  book: Book,
  bearer: number | 'stick',
  brought: Brought,
): { readonly book: Book; readonly decision: SaveDecision } {
  const known = bearer === 'stick' || (book.entries.has(bearer) && brought.epoch <= bearer)
  const started = startedAt(book)
  const closing = closingOf(book)
  const gate = {
    state: closing ? ('closed' as const) : started === null ? ('ready' as const) : ('running' as const),
    // the start may have been lost with the disk of the server that knew it: what a stick brings is kept, and counts for nobody yet
    startedAt: bearer === 'stick' ? (started ?? brought.receivedAt) : started,
    sealed: closing !== undefined,
    currentEpoch: currentEpoch(book),
    acceptsUntil: bookAcceptsUntil(book),
    storedThrough: book.through.get(brought.epoch) ?? 0,
  }
  const storedText = (seq: number) => book.events.get(keyOf({ epoch: brought.epoch, seq }))?.text
  const decision = decideSave(known ? gate : undefined, brought, storedText)
  if (decision.kind !== 'stored' || decision.rows.length === 0) return { book, decision }
  const rows = decision.rows.map(row => ({ ...row.event, text: row.text, epoch: brought.epoch, receivedAt: brought.receivedAt }))
  return { book: addEvents(book, rows), decision }
}

/** Adds events that are not there yet, and advances the hole-free numbers. */
export function addEvents(book: Book, added: readonly StoredEvent[]): Book {
  const events = new Map(book.events)
  for (const event of added) events.set(keyOf(event), event)
  const through = new Map(book.through)
  for (const epoch of new Set(added.map(event => event.epoch))) through.set(epoch, reachFrom(events, epoch, through.get(epoch) ?? 0))
  return { ...book, events, through }
}

export type HandIn = { readonly tokenEpoch: number; readonly lastSeq: number; readonly by: 'candidate' | 'clock' }

/**
 * Ends the attempt if everything of the epoch is here. Repeated, it gives the same closing.
 * Refusals: `token-refused`, `fenced`, `not-started`, `too-early-to-hand-in`, `time-not-up`, `events-missing`.
 */
export function handInBook(book: Book, order: HandIn, acting: Acting): Result<{ readonly book: Book; readonly closing: Closing }> {
  const standing = standingIn(book, order.tokenEpoch)
  if (!standing.ok) return standing
  const before = closingOf(book)
  if (before) return ok({ book, closing: before })
  const facts = timeFacts(book)
  if (facts === null) return refuse('not-started')
  const ends = bookEnds(book)
  const from = Math.min(plusMinutes(facts.clockStart, book.rules.earliestHandInMinutes), ends ?? Infinity)
  if (order.by === 'candidate' && acting.now < from)
    return refuse('too-early-to-hand-in', { from: clockOf(instant(from)), minutes: book.rules.earliestHandInMinutes })
  if (order.by === 'clock' && (ends === null || ends - acting.now > CLOCK_TOLERANCE_MS))
    return refuse('time-not-up', { seconds: ends === null ? 0 : Math.ceil((ends - acting.now) / 1000) })
  const storedThrough = book.through.get(order.tokenEpoch) ?? 0
  if (storedThrough < order.lastSeq) return refuse('events-missing', { storedThrough, lastSeq: order.lastSeq })
  return ok(closeWith(book, { origin: acting.origin, how: order.by, epoch: order.tokenEpoch, endedAt: acting.now }))
}

/** Ends the attempt from outside. Refusal: `attempt-over`. */
export function closeBook(
  book: Book,
  how: 'time-up' | 'stopped',
  acting: Acting,
): Result<{ readonly book: Book; readonly closing: Closing }> {
  if (closingOf(book)) return refuse('attempt-over')
  return ok(closeWith(book, { origin: acting.origin, how, epoch: null, endedAt: acting.now }))
}

function closeWith(book: Book, closing: Omit<Closing, 'frontier'>): { readonly book: Book; readonly closing: Closing } {
  const whole = { ...closing, frontier: frontierOf(book) }
  return { book: { ...book, closings: new Map(book.closings).set(`${closing.origin}@${closing.endedAt}`, whole) }, closing: whole }
}

/** Is the second deadline over, so that the clock closes the attempt? */
export function isBookOverdue(book: Book, now: Instant): boolean {
  const until = bookAcceptsUntil(book)
  return until !== null && now > until && closingOf(book) === undefined
}

/** Puts a credit in, or ends one that was going on. The same again changes nothing. */
export function creditBook(book: Book, credit: Credit): Book {
  const known = book.credits.get(credit.creditId)
  if (known && laterCredit(known, credit) === known) return book
  return { ...book, credits: new Map(book.credits).set(credit.creditId, known ? laterCredit(known, credit) : credit) }
}

/** Of two states of one credit the ended one is later, and of two ends the later one; both servers decide the same, so a tie is broken too. */
export function laterCredit(a: Credit, b: Credit): Credit {
  if (a.until === b.until) return b.grantedAt < a.grantedAt ? b : a
  return a.until === null || (b.until !== null && b.until > a.until) ? b : a
}
