import { instant } from '../../../../../kernel/instant.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import type { AttemptId, SittingId } from '../../../core/attempt/attempt.ts'
import { eventText } from '../../../core/events.ts'
import type { EventsTaken, EventsTold, PeerEvent } from '../../../core/protocol/pair/wire.ts'
import {
  addClash,
  advanceEntries,
  eventKey,
  heldEvents,
  insertPeerEvents,
  lockEntries,
  peerHolds,
  putPeerEvent,
} from '../../../store/hall/peer/take.ts'
import { settleAttempt } from './settle-attempt.ts'

/**
 * Takes in what the peer holds. Order and repetition do not matter: new events are added, of two receipts the earlier stays, of two
 * contents the smaller text; the other one is kept as a clash. What stands here otherwise goes back in the reply.
 */
export async function takeEvents(tx: Tx, told: EventsTold): Promise<EventsTaken> {
  const { sittingId } = told
  const entries = await lockEntries(tx, sittingId, keysOf(told))
  const open = new Map(entries.map(entry => [`${entry.attemptId} ${entry.epoch}`, entry]))
  const entryOf = (one: { readonly attemptId: string; readonly epoch: number }) => open.get(`${one.attemptId} ${one.epoch}`)
  const here = told.events.flatMap(one => {
    const entry = entryOf(one)
    return entry ? [{ ...one, late: !entry.open || entry.acceptsUntil === null || one.receivedAt > entry.acceptsUntil }] : []
  })
  const fresh = await insertPeerEvents(tx, sittingId, here)
  const known = here.filter(one => !fresh.has(eventKey(one.attemptId, one.epoch, one.event.seq)))
  const { held, changed } = known.length === 0 ? { held: [], changed: new Set<string>() } : await reconcile(tx, sittingId, known)
  await advanceEntries(tx, sittingId, entries)
  await peerHolds(
    tx,
    sittingId,
    told.reaches.filter(reach => entryOf(reach) !== undefined),
  )
  const late = here.filter(one => one.late && fresh.has(eventKey(one.attemptId, one.epoch, one.event.seq)))
  for (const attemptId of [...new Set([...changed, ...late.map(one => one.attemptId)])].toSorted())
    await settleAttempt(tx, { sittingId: sittingId as SittingId, attemptId: attemptId as AttemptId })
  return { foreign: keysOf(told).filter(key => entryOf(key) === undefined), held }
}

function keysOf(told: EventsTold): { attemptId: string; epoch: number }[] {
  const keys = new Map(told.events.map(({ attemptId, epoch }) => [`${attemptId} ${epoch}`, { attemptId, epoch }]))
  return [...keys.values()]
}

/** Events that stand here already: those held otherwise are brought to what both servers will hold. */
async function reconcile(
  tx: Tx,
  sittingId: string,
  known: readonly PeerEvent[],
): Promise<{ readonly held: PeerEvent[]; readonly changed: ReadonlySet<string> }> {
  const mine = new Map((await heldEvents(tx, sittingId, known)).map(one => [eventKey(one.attemptId, one.epoch, one.event.seq), one]))
  const held: PeerEvent[] = []
  const changed = new Set<string>()
  for (const theirs of known) {
    const own = mine.get(eventKey(theirs.attemptId, theirs.epoch, theirs.event.seq))
    if (!own) continue
    const same = eventText(own.event) === eventText(theirs.event)
    const stays = same ? earlier(own, theirs) : eventText(own.event) < eventText(theirs.event) ? own : theirs
    if (!same) await addClash(tx, sittingId, stays === own ? theirs : own)
    if (!isSame(stays, own)) await putPeerEvent(tx, sittingId, stays)
    if (!same || !isSame(stays, own)) changed.add(own.attemptId)
    if (!same || !isSame(stays, theirs)) held.push(own)
  }
  return { held, changed }
}

/** The same event with the earliest receipt; how it stood to newer entries is as that server saw it. */
function earlier(a: PeerEvent, b: PeerEvent): PeerEvent {
  if (a.receivedAt === b.receivedAt) return { ...a, fenced: a.fenced || b.fenced }
  return { ...a, receivedAt: instant(Math.min(a.receivedAt, b.receivedAt)), fenced: a.receivedAt < b.receivedAt ? a.fenced : b.fenced }
}

function isSame(a: PeerEvent, b: PeerEvent): boolean {
  return a === b || (a.receivedAt === b.receivedAt && a.fenced === b.fenced && eventText(a.event) === eventText(b.event))
}
