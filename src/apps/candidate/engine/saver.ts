import type { Dice } from '../../../kernel/dice.ts'
import type { PlacedEvent, SaveView } from '../../../modules/delivery/contract.ts'
import type { Told } from '../../../ui/client.ts'
import { type ExamServer, mayRetry } from '../ports/exam-server.ts'
import type { LocalLog } from '../ports/local-log.ts'
import type { Time } from '../ports/time.ts'
import {
  type Change,
  type Outbox,
  type SaveStatus,
  kept,
  lastSeq,
  lost,
  nextSave,
  record,
  sealDraft,
  sent,
  statusOf,
  stored,
} from './outbox.ts'

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
}

/** Brings changes to the log of this machine and to the server, for as long as it takes. */
export type Saver = {
  record(change: Change): void
  /** Sends at once what is there; `leaving` when the page goes away. */
  flush(leaving: boolean): void
  /** Nothing waits any more: the server has confirmed everything. */
  drained(): boolean
  /** The events that the server has not confirmed. */
  unsent(): readonly PlacedEvent[]
  lastSeq(): number
  stop(): void
}

type Line = { readonly parts: SaverParts; outbox: Outbox; stopped: boolean; callOff: () => void }

export function createSaver(parts: SaverParts): Saver {
  const line: Line = { parts, outbox: parts.outbox, stopped: false, callOff: () => {} }
  return {
    record(change) {
      take(line, record(line.outbox, change, parts.time.now()))
      pump(line, false)
    },
    flush(leaving) {
      take(line, sealDraft(line.outbox, parts.time.now()))
      pump(line, leaving)
    },
    drained: () => line.outbox.unsent.length === 0 && line.outbox.draft === null,
    unsent: () => sealDraft(line.outbox, parts.time.now()).unsent,
    lastSeq: () => lastSeq(line.outbox),
    stop() {
      line.stopped = true
      line.callOff()
    },
  }
}

/** Takes the next outbox and brings its new events to the log of this machine. */
function take(line: Line, next: Outbox): void {
  const events = next.unsent.slice(line.outbox.unsent.length)
  line.outbox = next
  if (events.length === 0) return
  const tell = () => line.parts.onStatus(statusOf(line.outbox))
  // a log that fails, or one in memory, leaves the events unkept, and the status says so
  line.parts.log.keep(events).then(() => {
    if (line.parts.log.durable) line.outbox = kept(line.outbox, events)
    tell()
  }, tell)
}

/** Does what is due and comes back when the next thing is. A page that goes away does not wait for anything. */
function pump(line: Line, leaving: boolean): void {
  if (line.stopped) return
  const { time } = line.parts
  line.callOff()
  const now = time.now()
  if (line.outbox.draft && line.outbox.draft.dueAt <= now) take(line, sealDraft(line.outbox, now))
  const save = nextSave(leaving ? { ...line.outbox, inFlight: false, retryAt: 0 } : line.outbox, now)
  if (save) void send(line, save, leaving)
  const { draft, unsent, inFlight, retryAt } = line.outbox
  const waits = [...(draft ? [draft.dueAt] : []), ...(unsent.length > 0 && !inFlight ? [retryAt] : [])]
  if (waits.length > 0) line.callOff = time.after(Math.max(0, Math.min(...waits) - now), () => pump(line, false))
  line.parts.onStatus(statusOf(line.outbox))
}

async function send(
  line: Line,
  save: { readonly epoch: number; readonly events: readonly PlacedEvent[] },
  leaving: boolean,
): Promise<void> {
  const { time, dice } = line.parts
  line.outbox = sent(line.outbox)
  const sentMs = time.now()
  const reply = await line.parts.server.save(line.parts.token, save, leaving)
  if (line.stopped) return
  const at = { now: time.now(), dice }
  line.outbox = reply.ok ? stored(line.outbox, { epoch: reply.value.epoch, through: reply.value.storedThrough }, at) : lost(line.outbox, at)
  if (reply.ok) line.parts.onReply(reply.value, { sentMs, receivedMs: at.now })
  else if (!mayRetry(reply.refusal)) {
    line.stopped = true
    line.parts.onStatus(statusOf(line.outbox))
    return line.parts.onRefused(reply.refusal)
  }
  pump(line, false)
}
