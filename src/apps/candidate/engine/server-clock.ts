/** What is known of the server's clock, in terms of this machine's monotonic one; the wall clock of the machine plays no part. */
export type ServerClock = { readonly serverMs: number; readonly localMs: number; readonly roundTripMs: number } | null

/** An anchor loses so many milliseconds of trust a minute, because two clocks drift apart. */
const DRIFT_MS_PER_MINUTE = 30
/** A machine that slept shows a difference that no drift explains. */
const SLEPT_MS = 2_000

/** Keeps the sample with the shortest round trip; a sample shows that the server read its clock halfway. */
export function sample(
  clock: ServerClock,
  reply: { readonly serverMs: number; readonly sentMs: number; readonly receivedMs: number },
): ServerClock {
  const roundTripMs = reply.receivedMs - reply.sentMs
  const fresh = { serverMs: reply.serverMs + roundTripMs / 2, localMs: reply.receivedMs, roundTripMs }
  if (clock === null) return fresh
  const aged = clock.roundTripMs + ((reply.receivedMs - clock.localMs) / 60_000) * DRIFT_MS_PER_MINUTE
  const apart = Math.abs(serverNow(clock, reply.receivedMs) - fresh.serverMs)
  return roundTripMs <= aged || apart > SLEPT_MS + roundTripMs ? fresh : clock
}

/** The server's time at a monotonic instant of this machine. */
export function serverNow(clock: ServerClock, localMs: number): number {
  return clock === null ? 0 : clock.serverMs + (localMs - clock.localMs)
}

export const WARNING_MINUTES = [30, 10, 5, 1] as const

/** The warning that falls due when the time left drops from `before` to `now`; the smallest if several do. */
export function warningDue(beforeMs: number, nowMs: number): (typeof WARNING_MINUTES)[number] | null {
  const due = WARNING_MINUTES.filter(minutes => beforeMs > minutes * 60_000 && nowMs <= minutes * 60_000 && nowMs > 0)
  return due[due.length - 1] ?? null
}
