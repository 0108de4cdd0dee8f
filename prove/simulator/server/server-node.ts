import { type Instant, instant } from '../../../src/kernel/instant.ts'
import type { Book } from '../../../src/modules/delivery/core/protocol/server/book.ts'
import type { Confirmed } from '../../../src/modules/delivery/core/protocol/server/offer.ts'
import { type SiteClock, openSiteClock, restartSiteClock, siteNow } from '../../../src/modules/delivery/core/protocol/time/site-clock.ts'
import type { FinalEvent } from '../../history/history.ts'
import { OPENS_AT, type World, between, chance, has, later } from '../world.ts'

export type Books = ReadonlyMap<string, Book>
type Disk = { books: Books; siteTime: Instant }
/** What a group of requests does: the books after it, and the replies that follow the commit. */
export type Work = { readonly run: (books: Books) => Books; readonly reply: () => void }

/** What is known of the other server: under which number it confirmed which events, and the books it has taken in as they were. */
type Peer = { readonly origin: number | null; readonly confirmed: Map<string, Confirmed>; readonly taken: Map<string, Book> }

export function strangerPeer(origin: number | null = null): Peer {
  return { origin, confirmed: new Map(), taken: new Map() }
}

/** A server with its disk. A kill loses what is not on the disk; a reply that was on its way is lost with it. */
export type ServerNode = {
  /** Its place in the pair, 0 or 1, as clients know it. */
  readonly place: number
  /** Its number in what it decides; one that lost its disk comes back under a new one. */
  origin: number
  up: boolean
  boot: number
  /** After a loss of the disk it serves nobody until it holds what the peer holds. */
  inStep: boolean
  full: boolean
  books: Books
  disk: Disk
  waiting: Work[]
  busy: boolean
  /** The books of the group that is on its way to the disk. */
  unsettled: Books | null
  clock: SiteClock
  bootedAt: number
  readonly drift: number
  wallOffset: number
  peer: Peer
  /** When it last spoke to its peer. */
  offeredAt: number
  /** Rows that a table without a key would hold; empty unless that defect is planted. */
  readonly doubles: Map<string, FinalEvent[]>
}

export const EPOCH_ROWS = 4
const MOST_PER_GROUP = 16
const FLUSH_LATER_MS = 4_000

export function createServer(world: World, place: number, books: Books): ServerNode {
  const offset = between(world, -400, 400)
  const siteTime = instant(OPENS_AT - 20_000 + offset)
  return {
    place,
    origin: place,
    up: true,
    boot: 0,
    inStep: true,
    full: false,
    books,
    disk: { books, siteTime },
    waiting: [],
    busy: false,
    unsettled: null,
    clock: openSiteClock(siteTime, 0),
    bootedAt: 0,
    drift: between(world, -500, 500) / 1e6,
    wallOffset: offset,
    peer: strangerPeer(),
    offeredAt: 0,
    doubles: new Map(),
  }
}

function monoOf(world: World, server: ServerNode): number {
  return (world.now - server.bootedAt) * (1 + server.drift)
}

export function timeOf(world: World, server: ServerNode): Instant {
  if (has(world, 'wall-clock-time')) return instant(OPENS_AT - 20_000 + world.now + server.wallOffset)
  return siteNow(server.clock, monoOf(world, server))
}

/** Time never runs backwards, and of two servers the later time is taken over. */
export function hearTime(world: World, server: ServerNode, peerNow: Instant): void {
  if (peerNow > timeOf(world, server)) server.clock = { anchor: peerNow, anchorMono: monoOf(world, server) }
}

/** Group commit: while one group is on its way to the disk, whatever comes waits for the next. */
export function submit(world: World, server: ServerNode, work: Work): void {
  server.waiting.push(work)
  if (!server.busy) commitNext(world, server)
}

function commitNext(world: World, server: ServerNode): void {
  const group = server.waiting.splice(0, MOST_PER_GROUP)
  server.busy = group.length > 0
  if (group.length === 0) return
  const { boot } = server
  let { books } = server
  for (const work of group) {
    books = work.run(books)
    if (has(world, 'ack-before-commit')) work.reply()
  }
  const stalls = chance(world, 0.02) ? between(world, 300, 2_000) : between(world, 1, 6)
  const delay = world.slowDisks && !world.healing ? between(world, 30, 700) : stalls
  const landed = () => {
    if (server.boot !== boot) return
    server.books = books
    writeDisk(world, server)
    if (!has(world, 'ack-before-commit')) for (const work of group) work.reply()
    commitNext(world, server)
  }
  // what is on its way when the server dies may have reached the disk or not: nobody knows
  server.unsettled = books
  later(world, delay, landed)
}

function writeDisk(world: World, server: ServerNode): void {
  const written = { books: server.books, siteTime: timeOf(world, server) }
  server.unsettled = null
  if (!has(world, 'sync-off')) server.disk = written
  else {
    const { boot } = server
    later(world, FLUSH_LATER_MS, () => {
      if (server.boot === boot) server.disk = written
    })
  }
}

/** Pulls the plug. */
export function kill(world: World, server: ServerNode): void {
  if (!server.up) return
  if (server.unsettled !== null && !has(world, 'sync-off') && chance(world, 0.5))
    server.disk = { books: server.unsettled, siteTime: server.disk.siteTime }
  server.up = false
  server.boot += 1
  server.busy = false
  server.unsettled = null
  server.waiting = []
}

export function restart(world: World, server: ServerNode, peerNow: Instant | null): void {
  if (server.up) return
  server.up = true
  server.bootedAt = world.now
  server.books = has(world, 'credit-lost-on-reboot') ? withoutCredits(server.disk.books) : server.disk.books
  server.peer = strangerPeer()
  server.clock = restartSiteClock({ lastWritten: server.disk.siteTime, peerNow, monoNow: 0 })
}

function withoutCredits(books: Books): Books {
  return new Map([...books].map(([id, book]) => [id, { ...book, credits: new Map() }]))
}

/** The disk is gone: the machine comes back empty, under a new number. */
export function destroy(world: World, server: ServerNode, empty: Books): void {
  kill(world, server)
  server.disk = { books: empty, siteTime: instant(0) }
  server.origin += 2
  server.inStep = false
  server.doubles.clear()
  world.entries.push({ kind: 'destroyed', at: world.now, what: 'server', name: String(server.place) })
}
