import { rememberClock } from './clock-memory.ts'
import { type Desk, readState, remainingMs, set, showEnd, takeAttempt } from './desk.ts'
import { mindKey } from './form/stage-form.ts'
import { handIn } from './hand-over.ts'
import { warningDue } from './server-clock.ts'
import { beat } from './site/beats.ts'

const TICK_MS = 500
const LOOK_MS = 30_000
const BEAT_MS = 15_000
/** While no server answers, it is asked more often: between four and six seconds. */
const PROBE_MS = 4_000

/** Twice a second: warnings and the end of time. Now and then: what only the server knows (pauses, credits, an attempt ended from outside). */
export function startTicking(desk: Desk): void {
  const { time } = desk.parts
  let before: number | null = null
  const tick = () => {
    before = mindTime(desk, before)
    mindKey(desk)
    time.after(TICK_MS, tick)
  }
  time.after(TICK_MS, tick)
  followLink(desk)
  void keepBeating(desk)
  void keepLooking(desk)
}

function mindTime(desk: Desk, before: number | null): number | null {
  rememberClock(desk)
  const left = remainingMs(desk)
  if (left === null) return null
  const warning = before === null ? null : warningDue(before, left)
  if (warning !== null) set(desk, { warning })
  if (left === 0 && desk.state.phase.kind === 'paper') void handIn(desk, 'clock')
  return left
}

const MOST_UNREACHED = 2

/** Two requests in a row without an answer, and the link counts as down; any answer brings it up again. */
function followLink(desk: Desk): void {
  desk.parts.server.follow(reached => {
    desk.unreached = reached ? 0 : desk.unreached + 1
    const link = desk.unreached >= MOST_UNREACHED ? 'down' : 'up'
    if (reached && desk.state.link === 'down') void look(desk)
    if ((reached || link === 'down') && desk.state.link !== link) set(desk, { link })
  })
}

const ALIVE: ReadonlySet<string> = new Set(['ready', 'paper', 'handing-in'])

async function keepBeating(desk: Desk): Promise<void> {
  const { time, dice } = desk.parts
  for (;;) {
    const ms = desk.state.link === 'down' ? PROBE_MS * (1 + dice() / 2) : BEAT_MS
    await new Promise<void>(done => void time.after(ms, done))
    const { entry } = desk
    if (entry === null || entry.lease === 'elsewhere' || !ALIVE.has(desk.state.phase.kind)) continue
    if ((await beat(desk, entry)) && desk.state.phase.kind === 'paper') await look(desk)
  }
}

async function keepLooking(desk: Desk): Promise<void> {
  for (;;) {
    await new Promise<void>(done => void desk.parts.time.after(LOOK_MS, done))
    await look(desk)
  }
}

async function look(desk: Desk): Promise<void> {
  const { entry } = desk
  if (entry === null || desk.state.phase.kind !== 'paper') return
  const reply = await readState(desk, entry.token)
  const { phase, standing } = desk.state
  if (!reply.ok || phase.kind !== 'paper' || desk.entry !== entry) return
  const { attempt, receipt, epoch, lateCount } = reply.value
  if (receipt) return showEnd(desk, { attempt, receipt, lateCount })
  if (standing === 'waiting') {
    desk.entry = null
    return desk.acts.resume(desk, entry.token)
  }
  entry.saver?.hear(reply.value.stored, desk.parts.server.place())
  // a server that does not know of the start yet has nothing to say about the time
  if (attempt.state === 'running') takeAttempt(desk, attempt)
  if (epoch < attempt.epoch) set(desk, { standing: 'fenced' })
}
