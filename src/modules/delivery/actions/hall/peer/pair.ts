import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Ports } from '../../../../../platform/context.ts'
import { type ServerName, firstNumber } from '../../../core/protocol/pair/numbers.ts'
import { PEER_EVIDENCE } from '../../../core/hall/site-state.ts'
import type { PeerView } from '../../../core/protocol/pair/wire.ts'
import { papersRun } from '../../../store/attempts.ts'
import { sittingsOfPackage } from '../../../store/hall/hall.ts'
import { findSelf, markPaired, putDisk, putSelf } from '../../../store/hall/peer/self.ts'
import { currentPackage, dropEvidence, lastBeat, putEvidence } from '../../../store/hall/site.ts'
import { openDoorkeeper } from './authentic.ts'
import { meetDisk, noteDirty, tellRound } from './exchange.ts'
import type { Exchange } from './exchange-state.ts'
import { type PairLink, type Question, setLink } from './link.ts'
import { PeerSilent, openSender } from './send.ts'

export type PairOrder = {
  readonly name: ServerName
  /** Where the other server listens; null where this one keeps the site alone. */
  readonly peer: string | null
  /** The later of two times is taken over by the clock of the site. */
  readonly hearTime: (peerNow: number) => void
}

const IDLE_MS = 500
const FIRST_ROUND_MS = 3_000
/** A peer that is starting again too is waited for so long; whoever works sees it as a slow start. */
const AMIDST_MS = 2_500
const GATHER_MS = 25
const RETRY_MS = [200, 2_000] as const

/**
 * Gives this server its place in the pair, and from now on brings to the peer whatever it has not confirmed. The first round is over when
 * this resolves, or the peer did not answer. Null where no peer is configured: then what is stored here is final.
 */
export async function openPair(ports: Ports, order: PairOrder): Promise<PairLink | null> {
  await takePlace(ports, order)
  if (order.peer === null) return null
  const link = startLink(ports, { ...order, peer: order.peer })
  setLink(ports.database, link)
  // amidst running papers the clock of the site is with the server that kept running: it is heard before anybody is served
  await heardFrom(link, (await ports.database.transact(papersRun)) ? AMIDST_MS : 0)
  return link
}

/** At least the first round; then until the peer has answered, or so many milliseconds. */
async function heardFrom(link: PairLink, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs
  await link.told(FIRST_ROUND_MS)
  while (link.peerStartedAt() === null && performance.now() < until) await pause(50)
}

async function takePlace(ports: Ports, { name, peer, hearTime }: PairOrder): Promise<void> {
  await ports.database.transact(async tx => {
    const now = ports.clock.now()
    const known = await findSelf(tx)
    if (known && known.serverName !== name)
      throw new Error(
        `这个数据目录属于服务器${known.serverName}，不能以${name}启动 (this data folder belongs to server ${known.serverName})`,
      )
    const beat = await lastBeat(tx, name)
    if (beat !== null) hearTime(beat)
    const fresh = { serverName: name, diskId: randomUUID(), number: firstNumber(name), inStep: true, peerDiskId: null, peerSeenAt: null }
    const self = { ...(known ?? fresh), paired: peer !== null }
    await putSelf(tx, self)
    await putDisk(tx, { name: self.serverName, diskId: self.diskId, number: self.number }, now)
    const kept = await currentPackage(tx)
    // a site that is kept by one server from now on has nobody to be reached
    if (peer === null && kept) await dropEvidence(tx, kept.sitePackageId, PEER_EVIDENCE)
    for (const { sittingId } of kept ? await sittingsOfPackage(tx, kept.sitePackageId) : []) await markPaired(tx, sittingId, self.paired)
  })
}

type PeerOrder = PairOrder & { readonly peer: string }
type Run = {
  inStep: boolean
  state: PeerView['state']
  seenAt: number | null
  stopped: boolean
  wake: () => void
  kicked: boolean
  tried: boolean
  /** What was noted last of how the peer stands. */
  noted: string | null
}

function openExchange(ports: Ports, { name, peer, hearTime }: PeerOrder, setInStep: (inStep: boolean) => void): Exchange {
  return {
    ports,
    send: openSender({ address: peer.replace(/\/+$/, ''), name }),
    startedAt: ports.clock.now(),
    dirty: new Map(),
    beyond: new Set(),
    complete: false,
    sweptAt: -Infinity,
    stateAt: -Infinity,
    actsAt: -Infinity,
    eventsAt: -Infinity,
    actsClear: false,
    torn: new Set(),
    unreadable: new Set(),
    kept: null,
    peerDiskId: null,
    beatsTold: new Map(),
    beatsAt: -Infinity,
    foreignUntil: -Infinity,
    hearTime,
    setInStep,
    peerStartedAt: null,
  }
}

function startLink(ports: Ports, order: PeerOrder): PairLink {
  const { name, hearTime } = order
  const run: Run = {
    inStep: true,
    state: 'away',
    seenAt: null,
    stopped: false,
    wake: () => undefined,
    kicked: false,
    tried: false,
    noted: null,
  }
  const exchange = openExchange(ports, order, inStep => (run.inStep = inStep))
  const waiters = new Set<() => void>()
  const wake = () => {
    run.kicked = true
    run.wake()
  }
  const kick = () => {
    exchange.actsAt = -Infinity
    exchange.actsClear = false
    exchange.complete = false
    wake()
  }
  const running = keepTelling(ports, { exchange, run, waiters })
  return {
    keeper: openDoorkeeper(randomUUID()),
    startedAt: exchange.startedAt,
    address: new URL(order.peer).origin,
    isComplete: () => exchange.complete,
    isInStep: () => run.inStep,
    setInStep: exchange.setInStep,
    meetDisk: diskId => meetDisk(exchange, diskId),
    noteSaved: (sittingId, key) => {
      noteDirty(exchange, sittingId, key)
      exchange.complete = false
      wake()
    },
    kick,
    announce: () => {
      exchange.stateAt = -Infinity
      kick()
    },
    told: withinMs => waitTold({ run, waiters, kick }, withinMs),
    ask: message => ask(ports, exchange, message),
    hearTime,
    peerStartedAt: () => exchange.peerStartedAt,
    view: () => viewOf(run, exchange, name),
    stop: async () => {
      run.stopped = true
      run.wake()
      setLink(ports.database, null)
      await running
    },
  }
}

/** A question beside the rounds. Throws `PeerSilent`. */
async function ask(ports: Ports, { kept, send }: Exchange, message: Question): Promise<unknown> {
  if (kept === null) throw new PeerSilent('away')
  return send({ ...message, pairKey: kept.pairKey, sentAt: ports.clock.now() })
}

function viewOf(run: Run, exchange: Exchange, name: ServerName): PeerView {
  const waiting = [...exchange.dirty.values()].reduce((sum, keys) => sum + keys.size, 0)
  return { state: stateShown(run, exchange), name, seenAt: run.seenAt, waiting }
}

function stateShown(run: Run, exchange: Exchange): PeerView['state'] {
  if (run.state !== 'paired') return run.state
  if (exchange.peerStartedAt === null) return 'away'
  return exchange.complete && run.inStep ? 'paired' : 'behind'
}

type Telling = { readonly exchange: Exchange; readonly run: Run; readonly waiters: Set<() => void> }

async function keepTelling(ports: Ports, telling: Telling): Promise<void> {
  const { run, waiters } = telling
  for (let failures = 0; !run.stopped;) {
    const asked = [...waiters]
    run.kicked = false
    const more = await tellOnce(ports, telling)
    await noteStanding(ports, telling)
    failures = more === null ? failures + 1 : 0
    run.tried = true
    if (more === true) continue
    for (const done of asked) done()
    await rest(run, more === null ? Math.min(RETRY_MS[1], RETRY_MS[0] * 2 ** Math.min(failures, 4)) : IDLE_MS, more === null)
  }
  for (const done of waiters) done()
}

/** Whether the peer is reached stands as evidence for the arming page and the report to the centre; written when it changes. */
async function noteStanding(ports: Ports, { exchange, run }: Telling): Promise<void> {
  const { kept } = exchange
  const reached = ['paired', 'behind'].includes(stateShown(run, exchange))
  const standing = kept && `${kept.sitePackageId} ${reached}`
  if (kept === null || standing === run.noted) return
  const evidence = { kind: PEER_EVIDENCE, passed: reached, validUntil: null, note: reached ? '另一台服务器已连接' : '另一台服务器连接不上' }
  try {
    await ports.database.transact(tx => putEvidence(tx, kept.sitePackageId, evidence, ports.clock.now()))
    run.noted = standing
  } catch (error) {
    ports.log.warn({ err: error as Error }, 'how the peer stands could not be noted')
  }
}

/** One round; null when the peer did not take it. */
async function tellOnce(ports: Ports, { exchange, run }: Telling): Promise<boolean | null> {
  try {
    const more = await tellRound(exchange)
    run.state = 'paired'
    run.seenAt = ports.clock.now()
    return more
  } catch (error) {
    const state = error instanceof PeerSilent ? stateOf(error.code) : 'away'
    if (state !== run.state || !(error instanceof PeerSilent)) ports.log.warn({ err: error as Error }, 'the peer is not reached')
    run.state = state
    // whoever is away may come back as another run or with another disk: it is asked first how it is
    exchange.stateAt = -Infinity
    exchange.complete = false
    return null
  }
}

function stateOf(code: string): PeerView['state'] {
  if (code === 'peer-other-package' || code === 'peer-same-name') return 'other-package'
  return code === 'peer-refused' ? 'refused' : 'away'
}

/** Waits until something is to be told, and a moment longer so that it goes in one message; a peer that is away is not hurried. */
async function rest(run: Run, ms: number, away: boolean): Promise<void> {
  if (!run.kicked || away)
    await new Promise<void>(done => {
      const timer = setTimeout(done, ms)
      timer.unref()
      run.wake = () => {
        if (away && !run.stopped) return
        clearTimeout(timer)
        done()
      }
    })
  run.wake = () => undefined
  if (run.kicked && !run.stopped) await new Promise(done => setTimeout(done, GATHER_MS))
}

function waitTold(
  { run, waiters, kick }: { readonly run: Run; readonly waiters: Set<() => void>; readonly kick: () => void },
  withinMs: number,
): Promise<void> {
  // the very first round is waited for although nobody has answered yet
  if (run.stopped || (run.state !== 'paired' && run.tried)) return Promise.resolve()
  return new Promise(done => {
    const finish = () => {
      clearTimeout(timer)
      waiters.delete(finish)
      done()
    }
    const timer = setTimeout(finish, withinMs)
    waiters.add(finish)
    kick()
  })
}
