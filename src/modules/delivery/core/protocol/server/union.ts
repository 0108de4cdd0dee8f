import { instant } from '../../../../../kernel/instant.ts'
import { laterCredit } from './acts.ts'
import { type Book, type Start, type StoredEvent, closingOf, currentEpoch, isPremature, keyOf, lateness, reachFrom } from './book.ts'

/** What the peer holds and may be added: parts of its book of the same attempt. */
export type Portion = Pick<Book, 'entries' | 'starts' | 'credits' | 'closings' | 'clashes'> & { readonly events: readonly StoredEvent[] }

/**
 * Adds what the peer holds. Order and repetition do not matter: every part is a union, and where both hold something different
 * under one name, the same rule decides on both sides and the other content stays in sight.
 */
export function unite(book: Book, portion: Portion): Book {
  const united = {
    ...uniteEvents(book, portion),
    entries: uniteBy(book.entries, portion.entries, mine => mine),
    starts: uniteBy(book.starts, portion.starts, laterStart),
    credits: uniteBy(book.credits, portion.credits, laterCredit),
    closings: uniteBy(book.closings, portion.closings, mine => mine),
  }
  const isSame = (Object.keys(united) as (keyof typeof united)[]).every(part => united[part] === book[part])
  return isSame ? book : { ...book, ...united }
}

/** The parts themselves where nothing is new. */
function uniteEvents(book: Book, portion: Portion): Pick<Book, 'events' | 'clashes' | 'through'> {
  const isNews = (event: StoredEvent) => {
    const known = book.events.get(keyOf(event))
    return known === undefined || event.receivedAt < known.receivedAt || known.text !== event.text
  }
  const news = portion.events.filter(isNews)
  const clashNews = [...portion.clashes].filter(([key, event]) => !(Number(book.clashes.get(key)?.receivedAt) <= event.receivedAt))
  if (news.length + clashNews.length === 0) return book
  const events = new Map(book.events)
  const clashes = new Map(book.clashes)
  const touched = new Set<number>()
  for (const event of news) if (addEvent(events, clashes, event)) touched.add(event.epoch)
  for (const [key, event] of clashNews) clashes.set(key, earlier(clashes.get(key), event))
  const through = new Map(book.through)
  for (const epoch of touched) through.set(epoch, reachFrom(events, epoch, through.get(epoch) ?? 0))
  return { events, clashes, through }
}

/** True when the number of the event was free. Of two contents the smaller text stays, because both servers can tell it. */
function addEvent(events: Map<string, StoredEvent>, clashes: Map<string, StoredEvent>, event: StoredEvent): boolean {
  const key = keyOf(event)
  const known = events.get(key)
  if (known === undefined) {
    events.set(key, event)
    return true
  }
  if (known.text === event.text) events.set(key, earlier(known, event))
  else {
    const [stays, goes] = known.text < event.text ? [known, event] : [event, known]
    events.set(key, stays)
    const name = `${key} ${goes.text}`
    clashes.set(name, earlier(clashes.get(name), goes))
  }
  return false
}

/** The same event with the earliest time at which one of the servers took it. */
function earlier(known: StoredEvent | undefined, event: StoredEvent): StoredEvent {
  return known === undefined ? event : { ...known, receivedAt: instant(Math.min(known.receivedAt, event.receivedAt)) }
}

/** The same map when nothing in it changes. */
function uniteBy<K, V>(mine: ReadonlyMap<K, V>, theirs: ReadonlyMap<K, V>, later: (a: V, b: V) => V): ReadonlyMap<K, V> {
  let both: Map<K, V> | null = null
  for (const [key, value] of theirs) {
    const known = mine.get(key)
    const stays = known === undefined ? value : later(known, value)
    if (stays === known) continue
    both ??= new Map(mine)
    both.set(key, stays)
  }
  return both ?? mine
}

function laterStart(a: Start, b: Start): Start {
  return b.startedAt > a.startedAt ? b : a
}

/** Something that two servers decided differently while cut apart, or that contradicts itself: for people to look at. */
export type Review =
  | { readonly kind: 'two-closings'; readonly origins: readonly number[] }
  | { readonly kind: 'closed-too-early'; readonly origin: number }
  | { readonly kind: 'closed-by-fenced'; readonly epoch: number }
  | { readonly kind: 'two-starts'; readonly apartMs: number }
  | { readonly kind: 'clash'; readonly epoch: number; readonly seq: number }
  /** Events that came after the end, or that no closing server held: they count only by a decision of two persons. */
  | { readonly kind: 'late'; readonly events: number }

/** Two starts further apart than a lost reply explains. */
const STARTS_APART_MS = 60_000

export function reviewOf(book: Book): Review[] {
  const closings = [...book.closings.values()].toSorted((a, b) => a.origin - b.origin)
  const closing = closingOf(book)
  const late = [...book.events.values()].filter(lateness(book)).length
  const starts = [...book.starts.values()].map(start => start.startedAt)
  const apartMs = starts.length < 2 ? 0 : Math.max(...starts) - Math.min(...starts)
  return [
    ...(closings.length > 1 ? [{ kind: 'two-closings' as const, origins: closings.map(one => one.origin) }] : []),
    ...closings.filter(one => isPremature(book, one)).map(one => ({ kind: 'closed-too-early' as const, origin: one.origin })),
    ...(closing && closing.epoch !== null && closing.epoch < currentEpoch(book)
      ? [{ kind: 'closed-by-fenced' as const, epoch: closing.epoch }]
      : []),
    ...(apartMs > STARTS_APART_MS ? [{ kind: 'two-starts' as const, apartMs }] : []),
    ...[...book.clashes.values()]
      .map(({ epoch, seq }) => ({ kind: 'clash' as const, epoch, seq }))
      .toSorted((a, b) => a.epoch - b.epoch || a.seq - b.seq),
    ...(late > 0 ? [{ kind: 'late' as const, events: late }] : []),
  ]
}
