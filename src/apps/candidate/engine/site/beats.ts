import { type Desk, type Entry, moveEnd, set } from '../desk.ts'

/** How this machine is, for the wall of the invigilators; the reply tells of pauses, credits and fencing. True when the attempt has ended. */
export async function beat(desk: Desk, entry: Entry): Promise<boolean> {
  const { machine, server } = desk.parts
  if (entry.log.durable && desk.state.durableLog && !(await entry.log.isWhole())) {
    desk.parts.memory.set('vouched', 'no')
    set(desk, { durableLog: false })
    entry.saver?.logLost()
  }
  const battery = await machine.battery()
  const reply = await server.beat(entry.token, {
    epoch: entry.epoch,
    rttMs: desk.state.clock === null ? null : Math.min(600_000, Math.round(desk.state.clock.roundTripMs)),
    batteryPercent: battery?.percent ?? null,
    charging: battery?.charging ?? null,
    focusLost: machine.focusLost(),
    unsent: entry.saver?.unsent().length ?? 0,
    keepsLog: desk.state.durableLog,
  })
  if (!reply.ok || desk.entry !== entry) return false
  const { standing, endsAt, pausedSince, pauseReason, state } = reply.value
  set(desk, {
    pause: pausedSince === null ? null : { since: pausedSince, reason: pauseReason ?? null },
    ...(standing === 'fenced' && { standing: 'fenced' as const }),
  })
  moveEnd(desk, endsAt)
  return state === 'handed-in' || state === 'closed'
}

/** Raises a hand; whoever is called comes anyway, so that there is nothing to take back. */
export async function callForHelp(desk: Desk): Promise<void> {
  const { entry } = desk
  if (entry === null || desk.state.help === 'calling') return
  set(desk, { help: 'calling' })
  const reply = await desk.parts.server.callForHelp(entry.token)
  set(desk, { help: reply.ok ? 'raised' : 'failed' })
}
