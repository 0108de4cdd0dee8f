import { LOCKED_TEXT } from '../words/locked.ts'
import { passSeb } from './pass-seb.ts'
import { type AttemptStateView, backOffMs } from '../../../modules/delivery/contract.ts'
import type { Told } from '../../../ui/client.ts'
import { restoreClock } from './clock-memory.ts'
import { type Desk, type Entry, pause, readState, refused, set, show, showEnd, takeClock } from './desk.ts'
import { type Known, keptOf, newEntry, openSaver, showPaper } from './entry.ts'
import { makeReady } from './form/begin.ts'
import { keepPaper, paperHere } from './form/paper-here.ts'
import { fetchKey, stageForm } from './form/stage-form.ts'
import { mayRetry } from '../ports/exam-server.ts'
import { writeJson } from '../ports/local-shelf.ts'
import { takeUpAlone } from './take-up-alone.ts'

/** Takes up what this tab remembers, or asks for ticket and code. */
export async function open(desk: Desk): Promise<void> {
  const { memory, server } = desk.parts
  const remembered = memory.get('token')
  if (remembered === null) return show(desk, { kind: 'sign-in', busy: false, told: null })
  server.meet(memory.get('peer'))
  restoreClock(desk)
  await resume(desk, remembered)
}

export async function signIn(desk: Desk, ticketNumber: string, entryCode: string): Promise<void> {
  show(desk, { kind: 'sign-in', busy: true, told: null })
  const sentMs = desk.parts.time.now()
  const reply = await desk.parts.server.enter(ticketNumber, entryCode)
  if (!reply.ok) return show(desk, { kind: 'sign-in', busy: false, told: reply.refusal })
  takeClock(desk, { serverMs: reply.value.state.serverTime, sentMs, receivedMs: desk.parts.time.now() })
  await adopt(desk, reply.value.token, reply.value.state)
}

/** Asks until the server answers, or goes on with what lies on this machine; a refusal ends it. */
export async function resume(desk: Desk, token: string): Promise<void> {
  for (;;) {
    const reply = await readState(desk, token)
    if (reply.ok) return adopt(desk, token, reply.value)
    if (!mayRetry(reply.refusal)) return refused(desk, reply.refusal)
    if (await takeUpAlone(desk, token)) return
    show(desk, { kind: 'opening', told: reply.refusal })
    await pause(desk, backOffMs(++desk.failures, desk.parts.dice))
  }
}

async function adopt(desk: Desk, token: string, known: AttemptStateView): Promise<void> {
  const { memory } = desk.parts
  desk.failures = 0
  memory.set('token', token)
  memory.set('epoch', String(known.epoch))
  meetPeer(desk, known)
  if (known.seb === 'locked-integrity') return refused(desk, LOCKED)
  if (known.seb === 'unverified') return proveBrowser(desk, token, known)
  const left = desk.entry?.attemptId === known.attempt.attemptId ? (desk.entry.saver?.unsent() ?? []) : []
  desk.entry?.saver?.stop()
  memory.set('log-key', known.logKey)
  const entry = await entryOf(desk, token, known)
  desk.entry = entry
  const kept = await keptOf(desk, entry, left)
  const fenced = known.epoch < known.attempt.epoch
  set(desk, {
    durableLog: entry.log.durable,
    calculator: known.calculator,
    standing: fenced ? 'fenced' : entry.lease === 'elsewhere' ? 'second-tab' : 'writing',
  })
  openSaver(desk, entry, { known, kept })
  if (known.receipt) showEnd(desk, { attempt: known.attempt, receipt: known.receipt, lateCount: known.lateCount })
  if (entry.lease === 'held') entry.saver?.flush(false)
  if (known.receipt) return
  await writeJson(entry.log.shelf, 'state', known)
  if (known.attempt.state === 'ready') await makeReady(desk, entry)
  else await bringPaper(desk, entry, { known, kept })
}

function meetPeer(desk: Desk, known: AttemptStateView): void {
  if (known.peerAddress === null) return
  desk.parts.server.meet(known.peerAddress)
  desk.parts.memory.set('peer', desk.parts.server.peer())
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
  if (desk.entry?.attemptId === attemptId)
    return { ...desk.entry, token, epoch: known.epoch, known, saver: null, startPending: false, asksKey: false, alone: false }
  const log = await desk.parts.openLog(attemptId, known.logKey)
  return newEntry(desk, { token, known, log, lease: known.receipt === null })
}

/** A running paper: from this machine, by its key from a server, or in the open. */
async function bringPaper(desk: Desk, entry: Entry, work: Known): Promise<void> {
  const { server } = desk.parts
  if (desk.state.phase.kind !== 'paper') show(desk, { kind: 'fetching', attempt: work.known.attempt, told: null })
  // what lies here already needs no server
  const kept = await paperHere(desk, entry)
  if (kept) return showPaper(desk, entry, { ...work, paper: kept })
  await stageForm(desk, entry)
  if (entry.form) await fetchKey(desk, entry)
  for (;;) {
    const here = await paperHere(desk, entry)
    if (here) return showPaper(desk, entry, { ...work, paper: here })
    const paper = await server.paper(entry.token)
    if (paper.ok) {
      keepPaper(entry, paper.value)
      return showPaper(desk, entry, { ...work, paper: paper.value })
    }
    if (paper.refusal.code === 'attempt-over') return resume(desk, entry.token)
    if (!mayRetry(paper.refusal)) return refused(desk, paper.refusal)
    show(desk, { kind: 'fetching', attempt: work.known.attempt, told: paper.refusal })
    await pause(desk, backOffMs(++desk.failures, desk.parts.dice))
  }
}
