import { LOCKED_TEXT } from '../words/locked.ts'
import { passSeb } from './pass-seb.ts'
import { type AttemptStateView, type PlacedEvent, backOffMs, identity, openOutbox } from '../../../modules/delivery/contract.ts'
import type { Told } from '../../../ui/client.ts'
import { type Desk, type Entry, pause, readState, set, show, showEnd, takeClock } from './desk.ts'
import { mayRetry } from '../ports/exam-server.ts'
import { createSaver } from './saver.ts'
import { openSheet } from './sheet.ts'

/** Takes up what this tab remembers, or asks for ticket and code. */
export async function open(desk: Desk): Promise<void> {
  const remembered = desk.parts.memory.get('token')
  if (remembered === null) show(desk, { kind: 'sign-in', busy: false, told: null })
  else await resume(desk, remembered)
}

export async function signIn(desk: Desk, ticketNumber: string, entryCode: string): Promise<void> {
  show(desk, { kind: 'sign-in', busy: true, told: null })
  const sentMs = desk.parts.time.now()
  const reply = await desk.parts.server.enter(ticketNumber, entryCode)
  if (!reply.ok) return show(desk, { kind: 'sign-in', busy: false, told: reply.refusal })
  takeClock(desk, { serverMs: reply.value.state.serverTime, sentMs, receivedMs: desk.parts.time.now() })
  await adopt(desk, reply.value.token, reply.value.state)
}

/** Starts the clock of the attempt; the reference makes a repeated request the same start. */
export async function startPaper(desk: Desk): Promise<void> {
  const { phase } = desk.state
  const { memory, server, newRef } = desk.parts
  if (phase.kind !== 'ready' || phase.busy || desk.entry === null) return
  const { token } = desk.entry
  const startRef = memory.get('start-ref') ?? newRef()
  memory.set('start-ref', startRef)
  show(desk, { ...phase, busy: true, told: null })
  const reply = await server.start(token, startRef)
  if (reply.ok || reply.refusal.code === 'already-started' || reply.refusal.code === 'attempt-over') await resume(desk, token)
  else if (reply.refusal.code === 'token-refused' || reply.refusal.code === 'fenced') refused(desk, reply.refusal)
  else show(desk, { ...phase, busy: false, told: reply.refusal })
}

/** Asks until the server answers; a refusal ends it. */
export async function resume(desk: Desk, token: string): Promise<void> {
  for (;;) {
    const reply = await readState(desk, token)
    if (reply.ok) return adopt(desk, token, reply.value)
    if (!mayRetry(reply.refusal)) return refused(desk, reply.refusal)
    show(desk, { kind: 'opening', told: reply.refusal })
    await pause(desk, backOffMs(++desk.failures, desk.parts.dice))
  }
}

/** A refusal that ends work at this machine: back to the door, or a full stop with its text. */
export function refused(desk: Desk, told: Told): void {
  desk.entry?.saver?.stop()
  if (told.code !== 'token-refused') return show(desk, { kind: 'stopped', told })
  desk.parts.memory.set('token', null)
  show(desk, { kind: 'sign-in', busy: false, told })
}

async function adopt(desk: Desk, token: string, known: AttemptStateView): Promise<void> {
  desk.failures = 0
  desk.parts.memory.set('token', token)
  if (known.seb === 'locked-integrity') return refused(desk, LOCKED)
  if (known.seb === 'unverified') return proveBrowser(desk, token, known)
  const left = desk.entry?.attemptId === known.attempt.attemptId ? (desk.entry.saver?.unsent() ?? []) : []
  desk.entry?.saver?.stop()
  const entry = await entryOf(desk, token, known)
  desk.entry = entry
  const kept = together(await entry.log.read().catch(() => []), left)
  const fenced = known.epoch < known.attempt.epoch
  set(desk, { durableLog: entry.log.durable, standing: fenced ? 'fenced' : entry.lease === 'elsewhere' ? 'second-tab' : 'writing' })
  openSaver(desk, entry, { known, kept })
  if (known.receipt) showEnd(desk, { attempt: known.attempt, receipt: known.receipt, lateCount: known.lateCount })
  if (entry.lease === 'held') entry.saver?.flush(false)
  if (known.receipt) return
  if (known.attempt.state === 'ready') show(desk, { kind: 'ready', attempt: known.attempt, busy: false, told: null })
  else await fetchPaper(desk, entry, { known, kept })
}

/** First the browser, then the work: only a proven page gets to see it. */
async function proveBrowser(desk: Desk, token: string, known: AttemptStateView): Promise<void> {
  const outcome = await passSeb(desk, token, known)
  if (outcome === 'passed') return resume(desk, token)
  if (outcome === 'leaving') return show(desk, { kind: 'opening', told: null })
  refused(desk, outcome)
}

/** As the server tells it to whoever tries to write. */
const LOCKED: Told = { code: 'locked-integrity', status: 423, facts: {}, ...LOCKED_TEXT }

/** Log and lease belong to the page and are taken once for an attempt. */
async function entryOf(desk: Desk, token: string, known: AttemptStateView): Promise<Entry> {
  const { attemptId } = known.attempt
  if (desk.entry?.attemptId === attemptId) return { ...desk.entry, token, saver: null }
  const log = await desk.parts.openLog(attemptId, known.logKey)
  const onGained = () => {
    if (desk.entry?.attemptId !== attemptId) return
    desk.entry = { ...desk.entry, lease: 'held' }
    void resume(desk, token)
  }
  return { token, attemptId, log, saver: null, lease: known.receipt ? 'held' : await desk.parts.takeLease(attemptId, onGained) }
}

type Known = { readonly known: AttemptStateView; readonly kept: readonly PlacedEvent[] }

function openSaver(desk: Desk, entry: Entry, { known, kept }: Known): void {
  const { server, time, dice } = desk.parts
  entry.saver = createSaver({
    server,
    time,
    dice,
    token: entry.token,
    log: entry.log,
    outbox: openOutbox({ epoch: known.epoch, stored: known.stored, kept, keeps: entry.log.durable }),
    onStatus: save => set(desk, { save }),
    onReply: (reply, timing) => {
      takeClock(desk, { serverMs: reply.serverTime, ...timing })
      if (reply.standing === 'fenced') set(desk, { standing: 'fenced' })
      if (reply.standing === 'late') void endedMeanwhile(desk, entry.token)
      moveEnd(desk, reply.endsAt)
    },
    // the attempt may have been ended from outside: then its state has a receipt
    onRefused: told => {
      // once the receipt is shown there is nothing to ask any more; what was not taken is counted there
      if (desk.state.phase.kind === 'ended') return
      if (told.code === 'attempt-over') void resume(desk, entry.token)
      else refused(desk, told)
    },
  })
}

/** A save was taken after the end: the attempt was closed from outside, or its time is over. */
async function endedMeanwhile(desk: Desk, token: string): Promise<void> {
  const reply = await readState(desk, token)
  if (!reply.ok || desk.entry?.token !== token || !reply.value.receipt) return
  const { attempt, receipt, lateCount } = reply.value
  showEnd(desk, { attempt, receipt, lateCount })
}

async function fetchPaper(desk: Desk, entry: Entry, { known, kept }: Known): Promise<void> {
  for (;;) {
    const paper = await desk.parts.server.paper(entry.token)
    if (paper.ok)
      return show(desk, {
        kind: 'paper',
        attempt: known.attempt,
        sheet: openSheet(paper.value, known, kept, desk.parts.memory.get('item')),
        told: null,
      })
    if (paper.refusal.code === 'attempt-over') return resume(desk, entry.token)
    if (!mayRetry(paper.refusal)) return refused(desk, paper.refusal)
    show(desk, { kind: 'fetching', attempt: known.attempt, told: paper.refusal })
    await pause(desk, backOffMs(++desk.failures, desk.parts.dice))
  }
}

function moveEnd(desk: Desk, endsAt: number): void {
  const { phase } = desk.state
  if ((phase.kind === 'paper' || phase.kind === 'handing-in') && phase.attempt.endsAt !== endsAt)
    show(desk, { ...phase, attempt: { ...phase.attempt, endsAt } })
}

/** Both lists without repetition: what the log could not take is still known to the page. */
function together(log: readonly PlacedEvent[], page: readonly PlacedEvent[]): PlacedEvent[] {
  const known = new Set(log.map(identity))
  return [...log, ...page.filter(event => !known.has(identity(event)))]
}
