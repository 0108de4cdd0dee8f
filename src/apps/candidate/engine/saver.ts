import type { Dice } from '../../../kernel/dice.ts'
import {
  type AttemptStateView,
  type Change,
  type NextSave,
  type Outbox,
  type Pace,
  type PlacedEvent,
  type SaveStatus,
  type SaveView,
  type Step,
  effectsBetween,
  heard,
  identity,
  isFinal,
  keepingFailed,
  kept,
  lastSeq,
  lost,
  pump,
  record,
  sealDraft,
  statusOf,
  stored,
  waitingOf,
} from '../../../modules/delivery/contract.ts'
import type { Told } from '../../../ui/client.ts'
import { type ExamServer, mayRetry } from '../ports/exam-server.ts'
import type { LocalLog } from '../ports/local-log.ts'
import type { Time } from '../ports/time.ts'

export type SaverParts = {
  readonly server: Pick<ExamServer, 'save'>
  readonly token: string
  readonly log: LocalLog
  readonly outbox: Outbox
  readonly time: Time
  readonly dice: Dice
  readonly onStatus: (status: SaveStatus) => void
  readonly onReply: (reply: SaveView, timing: { readonly sentMs: number; readonly receivedMs: number }) => void
  /** The server refused for good: nothing more is sent. */
  readonly onRefused: (told: Told) => void
  /** The machine cannot write events down any more. */
  readonly onLogLost: () => void
  /** The page goes away: what the machine may not have written yet, for the memory of the tab. */
  readonly onLeaving: (events: readonly PlacedEvent[]) => void
}

/** Brings changes to the log of this machine and to the server, for as long as it takes: the outbox decides, this carries out. */
export type Saver = {
  record(change: Change, pace: Pace): void
  /** Sends at once what is there; `leaving` when the page goes away. */
  flush(leaving: boolean): void
  /** What a state of the attempt tells of the store of the server at this place. */
  hear(told: AttemptStateView['stored'], place: number): void
  /** The log was found wiped: from now on nothing waits for it. */
  logLost(): void
  /** Nothing waits any more: a server has confirmed everything. */
  drained(): boolean
  /** Everything is where it cannot be lost: with both servers, or with the only one. */
  isFinal(): boolean
  /** The events that no server has confirmed. */
  unsent(): readonly PlacedEvent[]
  lastSeq(): number
  stop(): void
}

type Line = { readonly parts: SaverParts; outbox: Outbox; stopped: boolean; callOff: () => void }

export function createSaver(parts: SaverParts): Saver {
  const line: Line = { parts, outbox: parts.outbox, stopped: false, callOff: () => {} }
  return {
    record: (change, pace) => move(line, recorded(line, change, pace)),
    flush(leaving) {
      const sealed = sealDraft(line.outbox, parts.time.now())
      if (leaving)
        parts.onLeaving(waitingOf(sealed).filter(event => sealed.unkept.has(identity(event)) || event.seq >= line.outbox.nextSeq))
      move(line, sealed, leaving)
    },
    // a save under way belongs to the server it was sent to
    hear: (told, place) => line.outbox.inFlight || move(line, heard({ ...line.outbox, server: place }, told)),
    logLost: () => loseLog(line),
    drained: () => waitingOf(line.outbox).length === 0 && line.outbox.draft === null,
    isFinal: () => isFinal(line.outbox),
    unsent: () => waitingOf(sealDraft(line.outbox, parts.time.now())),
    lastSeq: () => lastSeq(line.outbox),
    stop() {
      line.stopped = true
      line.callOff()
    },
  }
}

/** A machine that keeps nothing has only the server: there a choice does not wait for a change of mind, and writing hardly. */
function recorded(line: Line, change: Change, pace: Pace): Outbox {
  const now = line.parts.time.now()
  if (line.outbox.keeps) return record(line.outbox, change, now, pace)
  const next = record(line.outbox, change, now, 'choice')
  return pace === 'choice' ? sealDraft(next, now) : next
}

/** Takes the next outbox, brings what is new to the log of this machine, and does what is due. */
function move(line: Line, next: Outbox, leaving = false): void {
  const effects = effectsBetween(line.outbox, next)
  carryOut(line, { outbox: next, effects }, false)
  if (line.stopped) return
  line.callOff()
  carryOut(line, pump(line.outbox, line.parts.time.now(), leaving), leaving)
  line.parts.onStatus(statusOf(line.outbox))
}

function carryOut(line: Line, step: Step, leaving: boolean): void {
  const { time } = line.parts
  line.outbox = step.outbox
  for (const effect of step.effects) {
    if (effect.do === 'keep') keep(line, effect.events)
    else if (effect.do === 'send') void send(line, effect.save, leaving)
    else if (effect.do === 'wake') line.callOff = time.after(Math.max(0, effect.at - time.now()), () => move(line, line.outbox))
    // `forget` is not followed: until the receipt the log is all a page has that comes up without a server
  }
}

/** A log that fails, or one in memory, leaves the events unkept, and the status says so. */
function keep(line: Line, events: readonly PlacedEvent[]): void {
  const { log } = line.parts
  log.keep(events).then(
    () => log.durable && line.outbox.keeps && move(line, kept(line.outbox, events)),
    () => loseLog(line),
  )
}

function loseLog(line: Line): void {
  if (!line.outbox.keeps) return
  const unkept = new Set([...line.outbox.unkept, ...line.outbox.held.map(identity)])
  line.parts.onLogLost()
  move(line, keepingFailed({ ...line.outbox, unkept }))
}

async function send(line: Line, save: NextSave, leaving: boolean): Promise<void> {
  const { time, dice } = line.parts
  const sentMs = time.now()
  const reply = await line.parts.server.save(line.parts.token, save, leaving)
  if (line.stopped) return
  const at = { now: time.now(), dice }
  if (reply.ok) {
    const { epoch, storedThrough: through, pairThrough: pair } = reply.value
    move(line, stored(line.outbox, save, { epoch, through, pair }, at))
    return line.parts.onReply(reply.value, { sentMs, receivedMs: at.now })
  }
  if (mayRetry(reply.refusal)) return move(line, lost(line.outbox, at))
  line.outbox = lost(line.outbox, at)
  line.stopped = true
  line.parts.onStatus(statusOf(line.outbox))
  line.parts.onRefused(reply.refusal)
}
