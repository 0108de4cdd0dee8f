import { keepBeat, noteRestart } from '../../modules/delivery/index.ts'
import { type Ports, systemContext } from '../../platform/context.ts'

const EVERY_MS = 10_000

/** Notes how long this server was away, and from now on gives a sign of life every ten seconds. Gives what ends it. */
export async function startHeartbeat(ports: Ports, serverName: string, peerStartedAt: number | null = null): Promise<() => Promise<void>> {
  const { database, clock, log } = ports
  const ctx = systemContext(ports, 'site')
  await database.transact(tx => noteRestart(tx, ctx, serverName, peerStartedAt))
  const beat = () =>
    database
      .transact(tx => keepBeat(tx, { serverName, startedAt: ctx.now, now: clock.now() }))
      .catch((error: unknown) => log.warn({ err: error as Error }, 'no sign of life could be kept'))
  const timer = setInterval(() => void beat(), EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await beat()
  }
}
