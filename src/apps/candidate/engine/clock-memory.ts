import { type Desk, nowOf, set } from './desk.ts'

/** A reply that comes later is always trusted more than a clock brought over a reload. */
const UNSURE_MS = 10_000

/** Writes the server's time down beside the wall clock of the machine, to have it again after a reload without a server. */
export function rememberClock(desk: Desk): void {
  if (desk.state.clock === null || desk.entry === null) return
  desk.parts.memory.set('clock', JSON.stringify({ serverMs: nowOf(desk), wallMs: desk.parts.time.wall() }))
}

/** The wall clock bridges the moment of the reload only; set back meanwhile, it counts as standing. */
export function restoreClock(desk: Desk): void {
  const text = desk.parts.memory.get('clock')
  if (text === null || desk.state.clock !== null) return
  const { serverMs, wallMs } = JSON.parse(text) as { readonly serverMs: number; readonly wallMs: number }
  const passed = Math.max(0, desk.parts.time.wall() - wallMs)
  set(desk, { clock: { serverMs: serverMs + passed, localMs: desk.parts.time.now(), roundTripMs: UNSURE_MS } })
}
