import { instant } from '../../../../../kernel/instant.ts'
import { type Ports, systemContext } from '../../../../../platform/context.ts'
import { tellPeerActs, tellPeerEvents, tellPeerState } from '../../../contract.ts'
import { ActsTaken, type ActsTold, EventsTaken, HALL_ROW_KINDS, type PeerEvent, StateTold } from '../../../core/protocol/pair/wire.ts'
import { untoldFiles } from '../../../store/attempt-files.ts'
import { type HallSitting, findHallSitting, sittingsOfPackage } from '../../../store/hall/hall.ts'
import {
  type EpochKey,
  type EventNews,
  attemptsWithNews,
  beatsSince,
  confirmReaches,
  epochsWithNews,
  eventsWithNews,
  rowsWithNews,
  sebWithNews,
  toldAttempts,
  toldRows,
  toldSeb,
} from '../../../store/hall/peer/news.ts'
import { findSelf, markPaired } from '../../../store/hall/peer/self.ts'
import { eventKey } from '../../../store/hall/peer/take.ts'
import { currentPackage } from '../../../store/hall/site.ts'
import type { Exchange } from './exchange-state.ts'
import { PeerSilent } from './send.ts'
import { SEB_PURPOSE, sealForPeer } from './secret.ts'
import { tellFiles } from './tell-files.ts'
import { tellSite } from './tell-site.ts'
import { takeEvents } from './take-events.ts'
import { stateHere, takeState } from './take-state.ts'

const STATE_EVERY_MS = 1_000
const ACTS_EVERY_MS = 500
const BEATS_EVERY_MS = 3_000
const SWEEP_EVERY_MS = 10_000
/** Under a flood of acts events have their turn after so long all the same. */
const EVENTS_WAIT_MS = 250
const FOREIGN_PAUSE_MS = 2_000
const MOST_ENTRIES = 200
const MOST_EVENTS = 400
const MOST_BYTES = 768 * 1024
const keyText = (key: EpochKey) => `${key.attemptId} ${key.epoch}`

export function noteDirty(exchange: Exchange, sittingId: string, key: EpochKey): void {
  const known = exchange.dirty.get(sittingId) ?? new Map<string, EpochKey>()
  known.set(keyText(key), key)
  exchange.dirty.set(sittingId, known)
}

/** One round with the peer: how both are, then acts, then events. True when there is more to tell. Throws `PeerSilent`. */
export async function tellRound(exchange: Exchange): Promise<boolean> {
  const now = performance.now()
  if (now - exchange.stateAt >= STATE_EVERY_MS) {
    exchange.kept = await readKept(exchange.ports)
    if (exchange.kept) await tellState(exchange, exchange.kept.pairKey)
  }
  if (!exchange.kept || now < exchange.foreignUntil) return false
  const { pairKey, sittings } = exchange.kept
  // what is saved in a drill by simulated candidates is nobody's work: their sitting is not one of the package
  for (const sittingId of exchange.dirty.keys()) if (sittings.every(one => one.sittingId !== sittingId)) exchange.dirty.delete(sittingId)
  const tellsActs = now - exchange.actsAt >= ACTS_EVERY_MS
  const tellsBeats = tellsActs && now - exchange.beatsAt >= BEATS_EVERY_MS
  if (tellsActs) exchange.actsAt = now
  if (tellsBeats) exchange.beatsAt = now
  if (now - exchange.sweptAt >= SWEEP_EVERY_MS) await sweep(exchange, sittings)
  let more = false
  let actsLeft = false
  for (const sitting of sittings) {
    if (tellsActs) actsLeft = (await tellActs(exchange, sitting, { pairKey, tellsBeats })) || actsLeft
  }
  // something was done meanwhile, a start perhaps: what was saved after it goes after it, so that it never stands at the peer without
  const actsFirst = exchange.actsAt === -Infinity && now - exchange.eventsAt < EVENTS_WAIT_MS
  for (const { sittingId } of actsFirst ? [] : sittings) {
    more = (await tellFiles(exchange, pairKey, sittingId)) || more
    more = (await tellEvents(exchange, pairKey, sittingId)) || more
  }
  if (!actsFirst) exchange.eventsAt = now
  if (tellsActs) {
    const siteLeft = await tellSite(exchange, exchange.kept)
    exchange.actsClear = !actsLeft && !siteLeft && exchange.actsAt === now
    if (siteLeft) exchange.actsAt = -Infinity
    more = more || siteLeft
  }
  const waiting = [...exchange.dirty.values()].some(keys => keys.size > 0)
  exchange.complete = exchange.actsClear && !more && !waiting && performance.now() >= exchange.foreignUntil
  return more || actsLeft || actsFirst
}

async function readKept(ports: Ports): Promise<Exchange['kept']> {
  return ports.database.transact(async tx => {
    const kept = await currentPackage(tx)
    if (!kept) return null
    const { siteCode, sitePackageId } = kept
    return { siteCode, sitePackageId, pairKey: ports.keys.open(kept.pairKeySealed), sittings: await sittingsOfPackage(tx, sitePackageId) }
  })
}

async function tellState(exchange: Exchange, pairKey: string): Promise<void> {
  const { ports } = exchange
  const ctx = systemContext(ports, 'peer')
  const run = { startedAt: exchange.startedAt, complete: exchange.complete }
  const told = await ports.database.transact(async tx => {
    const self = await findSelf(tx)
    return self && stateHere(tx, ctx, self, run)
  })
  if (!told) return
  const reply = StateTold.parse(await exchange.send({ path: tellPeerState.path, pairKey, sentAt: ctx.now, value: told }))
  exchange.hearTime(reply.now)
  exchange.peerStartedAt = reply.startedAt
  const taken = await ports.database.transact(async tx => {
    const self = await findSelf(tx)
    if (!self) throw new Error('a server without a row of its own')
    return takeState(tx, systemContext(ports, 'peer'), self, reply)
  })
  if (!taken.ok) throw new PeerSilent(taken.refusal.code)
  meetDisk(exchange, reply.diskId)
  exchange.setInStep(taken.value.inStep)
  exchange.stateAt = performance.now()
}

/** A peer with another disk than before holds nothing of what this run took for told. */
export function meetDisk(exchange: Exchange, diskId: string): void {
  if (exchange.peerDiskId === diskId) return
  exchange.peerDiskId = diskId
  exchange.beyond.clear()
  exchange.beatsTold.clear()
  exchange.sweptAt = -Infinity
  exchange.actsAt = -Infinity
  exchange.actsClear = false
  exchange.complete = false
}

/** Asks the tables themselves, so that nothing depends on having been noted. */
async function sweep(exchange: Exchange, sittings: readonly HallSitting[]): Promise<void> {
  for (const { sittingId } of sittings) {
    const keys = await exchange.ports.database.transact(async tx => {
      await markPaired(tx, sittingId, true)
      return epochsWithNews(tx, sittingId)
    })
    for (const key of keys) noteDirty(exchange, sittingId, key)
  }
  exchange.sweptAt = performance.now()
}

async function tellActs(
  exchange: Exchange,
  sitting: HallSitting,
  { pairKey, tellsBeats }: { readonly pairKey: string; readonly tellsBeats: boolean },
): Promise<boolean> {
  const { ports } = exchange
  const { sittingId } = sitting
  const seb = await ports.database.transact(tx => sebWithNews(tx, sittingId))
  const told: ActsTold = await ports.database.transact(async tx => ({
    sittingId,
    // read with the acts: what is told once is not told again
    closedAt: (await findHallSitting(tx, sittingId))?.closedAt ?? null,
    attempts: await attemptsWithNews(tx, sittingId),
    rows: await rowsWithNews(tx, sittingId),
    beats: tellsBeats ? await beatsSince(tx, sittingId, exchange.beatsTold.get(sittingId) ?? 0) : [],
    seb: seb === undefined ? null : { sealed: sealForPeer(pairKey, SEB_PURPOSE, ports.keys.open(seb.sealed)), madeAt: seb.madeAt },
  }))
  const isNews = told.attempts.length > 0 || told.seb !== null || HALL_ROW_KINDS.some(kind => told.rows[kind].length > 0)
  if (!isNews && told.beats.length === 0) return false
  const { foreign } = ActsTaken.parse(await exchange.send({ path: tellPeerActs.path, pairKey, sentAt: ports.clock.now(), value: told }))
  const strange = new Set(foreign)
  const lastBeat = told.beats.at(-1)
  if (lastBeat) exchange.beatsTold.set(sittingId, lastBeat.beat_at)
  if (!isNews) return false
  await ports.database.transact(async tx => {
    await toldAttempts(
      tx,
      sittingId,
      told.attempts.filter(one => !strange.has(one.attemptId)),
    )
    if (seb !== undefined) await toldSeb(tx, sittingId, seb.news)
    await toldRows(tx, sittingId, { ...told.rows, calls: told.rows.calls.filter(call => !strange.has(call.id)) })
  })
  if (foreign.length === 0) {
    // there may be more of them than one message holds
    exchange.actsAt = -Infinity
    return true
  }
  exchange.foreignUntil = performance.now() + FOREIGN_PAUSE_MS
  return false
}

async function tellEvents(exchange: Exchange, pairKey: string, sittingId: string): Promise<boolean> {
  const { ports, dirty, beyond } = exchange
  const waiting = dirty.get(sittingId)
  if (!waiting || waiting.size === 0 || performance.now() < exchange.foreignUntil) return false
  const keys = [...waiting.values()].slice(0, MOST_ENTRIES)
  // taken out before the tables are read: what is saved meanwhile is noted again
  for (const key of keys) waiting.delete(keyText(key))
  try {
    const { news, held } = withoutTheirFiles(...(await newsOf(exchange, sittingId, keys)))
    for (const one of held) noteDirty(exchange, sittingId, one)
    const unknown = news.filter(one => !beyond.has(eventKey(one.attemptId, one.epoch, one.event.seq)))
    const sent = withinBounds(unknown)
    if (sent.length === 0) return waiting.size > held.length
    const reaches = [
      ...new Map(sent.map(one => [keyText(one), { attemptId: one.attemptId, epoch: one.epoch, through: one.storedThrough }])).values(),
    ]
    const value = { sittingId, events: sent.map(plain), reaches }
    const taken = EventsTaken.parse(await exchange.send({ path: tellPeerEvents.path, pairKey, sentAt: ports.clock.now(), value }))
    await conclude(exchange, sittingId, { sent, taken })
    if (taken.foreign.length > 0) exchange.foreignUntil = performance.now() + FOREIGN_PAUSE_MS
    for (const one of [...taken.foreign, ...unknown.slice(sent.length), ...fullOf(sent)]) noteDirty(exchange, sittingId, one)
    return (dirty.get(sittingId)?.size ?? 0) > held.length
  } catch (error) {
    for (const key of keys) noteDirty(exchange, sittingId, key)
    throw error
  }
}

type Untold = Awaited<ReturnType<typeof untoldFiles>>

/** Events to tell, and the files that the peer does not hold yet. */
function newsOf({ ports, unreadable }: Exchange, sittingId: string, keys: readonly EpochKey[]): Promise<[EventNews[], Untold]> {
  return ports.database.transact(async tx => {
    const attempts = keys.map(key => key.attemptId)
    const files = await untoldFiles(tx, sittingId, attempts)
    return [await eventsWithNews(tx, sittingId, keys), files.filter(one => !unreadable.has(one.sha256))]
  })
}

/** An event that names a file goes after the file, and what follows it in its entry goes after it: so a file that counts is on both servers. */
function withoutTheirFiles(news: readonly EventNews[], files: Untold): { readonly news: EventNews[]; readonly held: EpochKey[] } {
  const held = new Map<string, EpochKey>()
  const free = news.filter(one => {
    const value = files.length === 0 ? '' : JSON.stringify(one.event.value)
    if (files.some(file => file.attemptId === one.attemptId && value.includes(file.sha256))) held.set(keyText(one), one)
    return !held.has(keyText(one))
  })
  return { news: free, held: [...held.values()] }
}

function plain({ attemptId, epoch, receivedAt, fenced, event }: EventNews): PeerEvent {
  return { attemptId, epoch, receivedAt, fenced, event }
}

function withinBounds(news: readonly EventNews[]): EventNews[] {
  let bytes = 0
  const sent: EventNews[] = []
  for (const one of news) {
    bytes += 200 + JSON.stringify(one.event).length * 3
    if (sent.length >= MOST_EVENTS || (sent.length > 0 && bytes > MOST_BYTES)) break
    sent.push(one)
  }
  return sent
}

/** Entries of which the tables were read only in part. */
function fullOf(sent: readonly EventNews[]): EpochKey[] {
  const last = new Map(sent.map(one => [keyText(one), one]))
  return [...last.values()].filter(one => one.event.seq < one.storedThrough)
}

/** The peer has committed what was sent: from now on a loss of this server does not lose it. */
async function conclude(
  exchange: Exchange,
  sittingId: string,
  { sent, taken }: { readonly sent: readonly EventNews[]; readonly taken: EventsTaken },
): Promise<void> {
  const foreign = new Set(taken.foreign.map(keyText))
  const confirmed = sent.filter(one => !foreign.has(keyText(one)))
  for (const one of confirmed) exchange.beyond.add(eventKey(one.attemptId, one.epoch, one.event.seq))
  const reaches = [...new Map(confirmed.map(one => [keyText(one), one])).values()].map(({ attemptId, epoch, pairThrough }) => {
    let through = pairThrough
    while (exchange.beyond.delete(eventKey(attemptId, epoch, through + 1))) through += 1
    return { attemptId, epoch, through }
  })
  await exchange.ports.database.transact(async tx => {
    if (taken.held.length > 0)
      await takeEvents(tx, { sittingId, events: taken.held.map(one => ({ ...one, receivedAt: instant(one.receivedAt) })), reaches: [] })
    await confirmReaches(tx, sittingId, reaches)
  })
}
