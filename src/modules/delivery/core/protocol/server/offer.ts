import type { Book, StoredEvent } from './book.ts'
import { keyOf } from './book.ts'
import type { Portion } from './union.ts'

/**
 * How the peer holds each event of one attempt, as it confirmed after its own commit: by number and mark. Lost at a restart and
 * asked for again.
 */
export type Confirmed = ReadonlyMap<string, string>

/** An event held with another content or another time of receipt has to be exchanged too, or both sides would differ for ever. */
function markOf(event: StoredEvent): string {
  return `${event.receivedAt} ${event.text}`
}

/** What goes to the peer next: all acts, which are few, and events it has not confirmed as they are here, at most so many. */
export function offerOf(book: Book, confirmed: Confirmed, most: number): Portion {
  const events: StoredEvent[] = []
  for (const [key, event] of book.events) {
    if (confirmed.get(key) === markOf(event)) continue
    events.push(event)
    if (events.length >= most) break
  }
  const { entries, starts, credits, closings, clashes } = book
  return { entries, starts, credits, closings, clashes, events }
}

/** The peer has committed these: from now on a loss of this server does not lose them. */
export function confirm(confirmed: Confirmed, events: readonly StoredEvent[]): Confirmed {
  const more = new Map(confirmed)
  for (const event of events) more.set(keyOf(event), markOf(event))
  return more
}

/** After a cut or a restart the peer names what it holds; nothing else is known about it. */
export function summaryOf(book: Book): Confirmed {
  return confirm(new Map(), [...book.events.values()])
}

/** How far both servers hold an epoch without a hole: what a client may forget. */
export function pairThrough(book: Book, confirmed: Confirmed, epoch: number): number {
  const through = book.through.get(epoch) ?? 0
  let pair = 0
  while (pair < through && confirmed.has(keyOf({ epoch, seq: pair + 1 }))) pair += 1
  return pair
}
