import { responsesText } from '../../../src/modules/delivery/core/attempt/hand-in.ts'
import { type PlacedEvent, eventText } from '../../../src/modules/delivery/core/events.ts'
import {
  type Book,
  type Closing,
  type StoredEvent,
  bookEnds,
  countedEvents,
  currentEpoch,
  derive,
  timeFacts,
} from '../../../src/modules/delivery/core/protocol/server/book.ts'
import type { Given } from '../../history/history.ts'
import { type World, has } from '../world.ts'
import type { ServerNode } from './server-node.ts'

/** What a server says that counts. The defects that touch the fold live here; without one it is the fold of the core. */
export function givenOf(world: World, server: ServerNode, book: Book): Given[] {
  if (has(world, 'last-by-wall-clock')) return lastBy(countedEvents(book), (a, b) => a.receivedAt - b.receivedAt)
  if (has(world, 'epoch-ignored')) return lastBy(countedEvents(book), (a, b) => a.seq - b.seq)
  if (has(world, 'closing-takes-all') && server.place === 1) return lastBy([...book.events.values()], byIdentity)
  if (has(world, 'resume-overwrites'))
    return lastBy(
      countedEvents(book).filter(event => event.epoch === currentEpoch(book)),
      byIdentity,
    )
  const folded = derive(book)
  const given = (kind: 'respond' | 'mark') => {
    const values = kind === 'respond' ? folded.responses : folded.marks
    return [...values].map(([itemId, { value, epoch, seq }]) => ({ itemId, kind, text: textOf({ itemId, kind, value }), epoch, seq }))
  }
  return sorted([...given('respond'), ...given('mark')])
}

function textOf(event: { itemId: string; kind: string; value: unknown }): string {
  return eventText(event as PlacedEvent)
}

function byIdentity(a: StoredEvent, b: StoredEvent): number {
  return a.epoch - b.epoch || a.seq - b.seq
}

function lastBy(events: readonly StoredEvent[], order: (a: StoredEvent, b: StoredEvent) => number): Given[] {
  const last = new Map<string, Given>()
  for (const event of events.toSorted(order)) {
    const { itemId, kind, epoch, seq } = event
    last.set(`${kind} ${itemId}`, { itemId, kind, text: event.text, epoch, seq })
  }
  return sorted([...last.values()])
}

function sorted(given: Given[]): Given[] {
  return given.sort((a, b) => (a.kind + a.itemId < b.kind + b.itemId ? -1 : 1))
}

/** What the receipt of a hand-in vouches for. */
export function receiptOf(world: World, server: ServerNode, book: Book): string {
  const given = givenOf(world, server, book).filter(one => one.kind === 'respond')
  return responsesText(given.map(one => ({ itemId: one.itemId, value: one.text })))
}

/**
 * The receipt of a closing: written when the paper was closed, and carried with the closing to the peer, which may hold it before the events
 * it vouches for.
 */
export function receiptFor(
  world: World,
  server: ServerNode,
  { book, closing }: { readonly book: Book; readonly closing: Closing },
): string {
  const key = `${book.attemptId} ${closing.origin}@${closing.endedAt}`
  const known = world.receipts.get(key)
  if (known !== undefined) return known
  const receipt = receiptOf(world, server, book)
  world.receipts.set(key, receipt)
  return receipt
}

export function endsOf(world: World, book: Book): number | null {
  const facts = timeFacts(book)
  if (!facts || !has(world, 'credits-added-up')) return bookEnds(book)
  if (facts.credits.some(credit => credit.until === null)) return null
  const sum = facts.credits.reduce((ms, credit) => ms + ((credit.until ?? 0) - Math.max(credit.from, facts.clockStart)), 0)
  return facts.clockStart + facts.allottedMs + facts.allowanceMs + sum
}
