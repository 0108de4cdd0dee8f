import { type Desk, type Entry, pause, readState, refused, remainingMs, show, showEnd } from './desk.ts'
import { mayRetry } from '../ports/exam-server.ts'

const RETRY_MS = 1_000

/** First everything recorded reaches the server, then the paper is handed in; tried until it is decided, also over a reload. */
export async function handIn(desk: Desk, by: 'candidate' | 'clock'): Promise<void> {
  const { phase, standing } = desk.state
  if (phase.kind !== 'paper' || desk.entry === null || standing !== 'writing') return
  desk.parts.memory.set('hand-in', by)
  show(desk, { ...phase, kind: 'handing-in', by, told: null })
  while (desk.state.phase.kind === 'handing-in') {
    const { entry } = desk
    entry?.saver?.flush(false)
    if (entry?.saver?.drained() && !entry.startPending && (await isDecided(desk, entry))) return
    await pause(desk, RETRY_MS)
  }
}

/** Asks once; false means: ask again. */
async function isDecided(desk: Desk, entry: Entry): Promise<boolean> {
  const { phase } = desk.state
  if (phase.kind !== 'handing-in') return true
  const by = remainingMs(desk) === 0 ? 'clock' : phase.by
  const reply = await desk.parts.server.handIn(entry.token, { lastSeq: entry.saver?.lastSeq() ?? 0, by })
  const now = desk.state.phase
  if (reply.ok) {
    showEnd(desk, { attempt: phase.attempt, receipt: reply.value, lateCount: 0 })
    return true
  }
  if (now.kind !== 'handing-in') return true
  const { code } = reply.refusal
  if (code === 'events-missing') return bringMissing(desk, entry)
  if (mayRetry(reply.refusal) || code === 'time-not-up') {
    show(desk, { ...now, told: reply.refusal })
    return false
  }
  desk.parts.memory.set('hand-in', null)
  if (code === 'too-early-to-hand-in') show(desk, { ...now, kind: 'paper', told: reply.refusal })
  else if (code === 'attempt-over') await desk.acts.resume(desk, entry.token)
  else refused(desk, reply.refusal)
  return true
}

/** The server that was asked does not hold what the other one does: it gets it, then it is asked again. */
async function bringMissing(desk: Desk, entry: Entry): Promise<boolean> {
  const state = await readState(desk, entry.token)
  if (state.ok) entry.saver?.hear(state.value.stored, desk.parts.server.place())
  return false
}

/** Back to the paper from a hand-in that has not gone through. Not when the clock has ended it. */
export function keepWorking(desk: Desk): void {
  const { phase } = desk.state
  if (phase.kind !== 'handing-in' || phase.by !== 'candidate') return
  desk.parts.memory.set('hand-in', null)
  show(desk, { ...phase, kind: 'paper', told: null })
}
