import type { Instant } from '../../../src/kernel/instant.ts'
import { type Confirmed, confirm, offerOf, summaryOf } from '../../../src/modules/delivery/core/protocol/server/offer.ts'
import { type Portion, unite } from '../../../src/modules/delivery/core/protocol/server/union.ts'
import { ask } from '../network.ts'
import { type World, between, has, later } from '../world.ts'
import { type Books, type ServerNode, hearTime, strangerPeer, submit, timeOf } from './server-node.ts'

type Offer = {
  readonly portions: ReadonlyMap<string, Portion>
  /** Nothing else is left to be told. */
  readonly complete: boolean
  readonly inStep: boolean
  /** Whom the sender takes the peer for. */
  readonly to: number | null
  readonly peerNow: Instant
  readonly wantsSummary: boolean
}
type Taken = { readonly origin: number; readonly peerNow: Instant; readonly summary: ReadonlyMap<string, Confirmed> | null }

export const PAIR_LINK = 's0~s1'
const MOST_EVENTS = 40
/** With nothing to tell, a sign of life and time. */
const HEARTBEAT_MS = 4_000

/** Brings to the peer what it has not confirmed, again and again, for as long as the run lasts. */
export function keepPaired(world: World, server: ServerNode, peer: ServerNode): void {
  const hasNews = server.peer.origin === null || [...server.books].some(([attempt, book]) => server.peer.taken.get(attempt) !== book)
  if (server.up && (hasNews || world.now >= server.offeredAt + HEARTBEAT_MS)) offer(world, server, peer)
  later(world, between(world, 400, 1_200), () => keepPaired(world, server, peer))
}

function offer(world: World, server: ServerNode, peer: ServerNode): void {
  const { boot, origin } = server
  server.offeredAt = world.now
  const portions = new Map<string, Portion>()
  let complete = true
  for (const [attempt, book] of server.books) {
    if (server.peer.taken.get(attempt) === book) continue
    const portion = offerOf(book, server.peer.confirmed.get(attempt) ?? new Map(), MOST_EVENTS)
    portions.set(attempt, has(world, 'credit-lost-on-reboot') ? { ...portion, credits: new Map() } : portion)
    if (portion.events.length === MOST_EVENTS) complete = false
  }
  const { books } = server
  const wantsSummary = server.peer.origin === null
  const sent: Offer = { portions, wantsSummary, complete, inStep: server.inStep, to: server.peer.origin, peerNow: timeOf(world, server) }
  ask<Taken>(
    world,
    PAIR_LINK,
    reply => takeIn(world, peer, sent, reply),
    taken => {
      if (taken && server.boot === boot && server.origin === origin && server.up) hear(world, server, { books, sent }, taken)
    },
  )
}

/** The reply tells what is committed here, so that the other side may count on it. */
function takeIn(world: World, server: ServerNode, sent: Offer, reply: (taken: Taken) => void): void {
  if (!server.up || (server.full && sent.portions.size > 0)) return
  hearTime(world, server, sent.peerNow)
  const { origin } = server
  let summary: Map<string, Confirmed> | null = null
  submit(world, server, {
    run: books => {
      const after = sent.portions.size > 0 ? uniteAll(books, sent.portions) : books
      if (sent.wantsSummary) summary = new Map([...after].map(([attempt, book]) => [attempt, summaryOf(book)]))
      return after
    },
    reply: () => {
      if (sent.complete && sent.inStep && sent.to === server.origin) server.inStep = true
      reply({ origin, peerNow: timeOf(world, server), summary })
    },
  })
}

function uniteAll(books: Books, portions: Offer['portions']): Books {
  const after = new Map(books)
  for (const [attempt, portion] of portions) {
    const book = after.get(attempt)
    if (book) after.set(attempt, unite(book, portion))
  }
  return after
}

/** A peer with another number than before holds nothing of what was confirmed: it starts again from its summary. */
function hear(world: World, server: ServerNode, told: { readonly books: Books; readonly sent: Offer }, taken: Taken): void {
  hearTime(world, server, taken.peerNow)
  if (taken.summary !== null) {
    server.peer = strangerPeer(taken.origin)
    for (const [attempt, confirmed] of taken.summary) server.peer.confirmed.set(attempt, confirmed)
    return
  }
  if (server.peer.origin !== taken.origin) {
    server.peer = strangerPeer()
    return
  }
  for (const [attempt, { events }] of told.sent.portions) {
    const book = told.books.get(attempt)
    const confirmed = confirm(server.peer.confirmed.get(attempt) ?? new Map(), events)
    server.peer.confirmed.set(attempt, confirmed)
    if (book && events.length < MOST_EVENTS) server.peer.taken.set(attempt, book)
  }
}
