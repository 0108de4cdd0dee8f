import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Victim, kill, readSeats, startHall } from './running.ts'
import { type Claim, type Verdict, verify } from './verify.ts'
import { type Writer, startWriter } from './writer.ts'

export type Order = {
  readonly rounds: number
  readonly victims: readonly Victim[]
  readonly seats: number
  readonly defect: string
  readonly onRound: (round: Round) => void
}
export type Round = Verdict & {
  readonly victim: Victim
  /** Saves whose outcome the clients never learned. */ readonly unknown: number
  /** From the kill until a save sent after it was acknowledged. */ readonly recoveredMs: number
}

const QUIET_MS = [200, 1_500] as const
const AFTERWARDS_MS = 300
const PATIENCE_MS = 60_000

/** Kills under load, round by round, over one folder; every round holds everything acknowledged so far against the table. */
export async function runRounds(order: Order): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-kills-'))
  chmodSync(folder, 0o755)
  const hall = { folder, port: await freePort(), seats: order.seats, defect: order.defect }
  let child = await startHall(hall)
  const served = { sentAt: 0 }
  const writers = readSeats(folder).map(seat =>
    startWriter(hall.port, seat, sentAt => void (served.sentAt = Math.max(served.sentAt, sentAt))),
  )
  try {
    for (let round = 0; round < order.rounds; round++) {
      const victim = order.victims[round % order.victims.length] ?? 'app'
      await pause(QUIET_MS[0] + Math.random() * (QUIET_MS[1] - QUIET_MS[0]))
      const killedAt = performance.now()
      await kill(child, folder, victim)
      if (victim === 'app' || victim === 'both') child = await startHall(hall)
      const recoveredMs = (await servedAgain(served, killedAt)) - killedAt
      await pause(AFTERWARDS_MS)
      order.onRound({
        victim,
        recoveredMs: recoveredMs - killedAt,
        unknown: unknownOf(writers),
        ...(await verify(folder, claimsOf(writers))),
      })
    }
    await Promise.all(writers.map(writer => writer.stop()))
  } finally {
    child.kill('SIGTERM')
    await new Promise(done => child.once('exit', done))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `acked` is taken before the table is read: what is acknowledged meanwhile is looked for in the next round. */
function claimsOf(writers: readonly Writer[]): Claim[] {
  return writers.map(({ attemptId, acked, sent }) => ({ attemptId, acked: acked(), sent }))
}

function unknownOf(writers: readonly Writer[]): number {
  return writers.reduce((sum, writer) => sum + writer.unknown(), 0)
}

/** The instant at which a save that was sent after the kill had been acknowledged. */
async function servedAgain(served: { readonly sentAt: number }, since: number): Promise<number> {
  const until = performance.now() + PATIENCE_MS
  while (served.sentAt <= since) {
    if (performance.now() > until) throw new Error('nothing was acknowledged for a minute after the kill')
    await pause(5)
  }
  return performance.now()
}

function freePort(): Promise<number> {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
