import type { SentEvent } from '../../../../platform/http/route.ts'
import { newId } from '../../../../platform/id.ts'
import type { Log } from '../../../../platform/log.ts'
import type { PeerView } from '../../core/protocol/pair/wire.ts'
import { type SeatOnWall, changedSeats, seatKey } from '../../core/hall/wall.ts'

type Send = (event: SentEvent) => void
export type WallFeed = {
  /** Starts a listener; `heard` is the last event id it knows from before. Gives what to do when it leaves. */
  listen(send: Send, heard: string | undefined): () => void
}
type Sources = {
  readonly read: () => Promise<SeatOnWall[]>
  /** How the other server of the site is. */
  readonly peer?: () => PeerView | null
  readonly now: () => number
  readonly log: Log
}
type Change = { readonly number: number; readonly seats: readonly SeatOnWall[] }

const EVERY_MS = 1_000
/** A console that was away for no longer than so many changes hears only what it missed. */
const CHANGES_KEPT = 600

/**
 * Reads the seats once a second while anybody listens and tells what changed. The tables are the truth: whoever comes, comes late or
 * comes back gets a whole wall or what was missed since, so nothing depends on a listener having been there.
 */
export function openWallFeed({ read, peer = () => null, now, log }: Sources): WallFeed {
  const feed = newId().slice(0, 8)
  const listeners = new Set<Send>()
  let wall: readonly SeatOnWall[] | null = null
  let changes: Change[] = []
  let number = 0
  let peerBefore = JSON.stringify(shownOf(peer()))
  let timer: NodeJS.Timeout | undefined
  let waiting: { send: Send; heard: string | undefined }[] = []

  const greet = (send: Send, heard: string | undefined, seats: readonly SeatOnWall[]) => {
    const missed = missedSince(heard)
    const data = { serverTime: now(), seats: missed ?? seats, peer: peer() }
    send({ name: missed === null ? 'wall' : 'seats', id: `${feed}.${number}`, data })
    listeners.add(send)
  }
  const missedSince = (heard: string | undefined): readonly SeatOnWall[] | null => {
    const [of, from] = (heard ?? '').split('.')
    const since = Number(from)
    if (of !== feed || !Number.isInteger(since) || since > number || since < number - changes.length) return null
    const latest = new Map(changes.filter(one => one.number > since).flatMap(one => one.seats.map(seat => [seatKey(seat), seat] as const)))
    return [...latest.values()]
  }
  const look = async () => {
    const seats = await read()
    const changed = wall === null ? [] : changedSeats(wall, seats)
    wall = seats
    const peerNow = JSON.stringify(shownOf(peer()))
    const isNews = changed.length > 0 || peerNow !== peerBefore
    peerBefore = peerNow
    if (isNews) {
      number += 1
      changes = [...changes, { number, seats: changed }].slice(-CHANGES_KEPT)
      for (const send of listeners)
        send({ name: 'seats', id: `${feed}.${number}`, data: { serverTime: now(), seats: changed, peer: peer() } })
    }
    const fresh = waiting
    waiting = []
    for (const { send, heard } of fresh) greet(send, heard, seats)
  }
  const run = async () => {
    await look().catch((error: unknown) => log.warn({ err: error as Error }, 'the wall could not be read'))
    timer = listeners.size + waiting.length > 0 ? setTimeout(() => void run(), EVERY_MS) : undefined
    timer?.unref()
  }
  return {
    listen(send, heard) {
      const one = { send, heard }
      waiting.push(one)
      if (timer === undefined) {
        timer = setTimeout(() => void run(), 0)
        timer.unref()
      }
      return () => {
        listeners.delete(send)
        waiting = waiting.filter(other => other !== one)
      }
    },
  }
}

/** What of the peer is worth a message by itself: not each second in which it was seen. */
function shownOf(view: PeerView | null): unknown {
  return view && { state: view.state, waiting: view.waiting > 0 }
}
