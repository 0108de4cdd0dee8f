import { type Desk, readState, remainingMs, set, showEnd } from './desk.ts'
import { handIn } from './hand-over.ts'
import { warningDue } from './server-clock.ts'

const TICK_MS = 500
const LOOK_MS = 30_000

/** Twice a second: warnings and the end of time. Every half minute: what only the server knows (credits, an attempt ended from outside). */
export function startTicking(desk: Desk): void {
  const { time } = desk.parts
  let before: number | null = null
  let looked = time.now()
  const tick = () => {
    before = mindTime(desk, before)
    if (time.now() - looked >= LOOK_MS) {
      looked = time.now()
      void look(desk)
    }
    time.after(TICK_MS, tick)
  }
  time.after(TICK_MS, tick)
}

function mindTime(desk: Desk, before: number | null): number | null {
  const left = remainingMs(desk)
  if (left === null) return null
  const warning = before === null ? null : warningDue(before, left)
  if (warning !== null) set(desk, { warning })
  if (left === 0 && desk.state.phase.kind === 'paper') void handIn(desk, 'clock')
  return left
}

async function look(desk: Desk): Promise<void> {
  const { entry } = desk
  if (entry === null || desk.state.phase.kind !== 'paper') return
  const reply = await readState(desk, entry.token)
  const { phase } = desk.state
  if (!reply.ok || phase.kind !== 'paper') return
  const { attempt, receipt, epoch, lateCount } = reply.value
  entry.saver?.hear(reply.value.stored)
  if (receipt) showEnd(desk, { attempt, receipt, lateCount })
  else set(desk, { phase: { ...phase, attempt }, standing: epoch < attempt.epoch ? 'fenced' : desk.state.standing })
}
