import { randomInt } from 'node:crypto'
import { systemContext } from '../../../../platform/context.ts'
import type { Ports } from '../../../../platform/context.ts'
import { quantile } from '../../../../platform/host/disk-probe.ts'
import { newId } from '../../../../platform/id.ts'
import type { AttemptId, SittingId } from '../../core/attempt/attempt.ts'
import type { DrillValue } from '../../core/drill/certificate.ts'
import { itemsOf } from '../../core/paper/package.ts'
import { storedCounts } from '../../store/hall/drill.ts'
import { purgeRows } from '../../store/hall/results.ts'
import { findPackage } from '../../store/packages.ts'
import { admitCandidate } from '../admit-candidate.ts'
import { prepareAttempt } from '../prepare-attempt.ts'
import type { SiteStanding } from './standing.ts'

type Server = Pick<SiteStanding, 'inject' | 'monotonic'>

export type LoadOrder = {
  readonly packageId: string
  readonly seats: number
  /** How long everybody works. */
  readonly seconds: number
}
type Seated = { readonly attemptId: AttemptId; readonly ticketNumber: string; readonly entryCode: string; readonly ip: string }
type Seen = {
  readonly starts: number[]
  readonly saves: number[]
  readonly confirmed: Map<string, number>
  entered: number
  refused: number
}

const SAVES_EACH = 6
const AT_ONCE = 100

/**
 * Plays a hall against this server: everybody enters, all start at once, work and hand in, as machines of candidates would ask. It has a
 * sitting of its own that nobody else sees and that is gone afterwards. Then the tables are asked for everything that was confirmed.
 * The requests do not cross the network of the hall: what that adds is seen at the seats.
 */
export async function simulateLoad(ports: Ports, server: Server, order: LoadOrder): Promise<DrillValue[]> {
  const sittingId = newId() as SittingId
  const items = await itemIds(ports, order.packageId)
  const seen: Seen = { starts: [], saves: [], confirmed: new Map(), entered: 0, refused: 0 }
  try {
    const people = await seatAll(ports, sittingId, order)
    await Promise.all(people.map((who, n) => playOne({ server, seen, items }, who, { at: n / people.length, seconds: order.seconds })))
    const lost = await lostOf(ports, sittingId, seen)
    const value = (measureId: string, measured: number): DrillValue => ({ stepId: 'load', measureId, value: measured })
    return [
      value('seats-filled', Math.floor((100 * seen.entered) / order.seats)),
      value('save-p99', quantile(seen.saves, 99)),
      value('start-p99', quantile(seen.starts, 99)),
      // what was refused to somebody counts as lost: in an exam they would have lost it
      value('lost', lost + seen.refused),
    ]
  } finally {
    await ports.database.transact(tx => purgeRows(tx, sittingId, ports.clock.now()))
  }
}

async function itemIds(ports: Ports, packageId: string): Promise<string[]> {
  const paper = await ports.database.transact(tx => findPackage(tx, packageId, ports.files))
  if (!paper) throw new Error('the paper of the rehearsal is not installed')
  return itemsOf(paper).map(item => item.itemId)
}

async function seatAll(ports: Ports, sittingId: SittingId, { packageId, seats }: LoadOrder): Promise<Seated[]> {
  const mark = String(randomInt(1_000_000)).padStart(6, '0')
  const rules = { opensAt: ports.clock.now(), lateLimitMinutes: 600, clock: 'own', earliestHandInMinutes: 0, seb: 'off' } as const
  const people: Seated[] = []
  for (let from = 0; from < seats; from += AT_ONCE)
    await ports.database.transact(async tx => {
      const ctx = systemContext(ports, 'drill')
      for (let n = from; n < Math.min(seats, from + AT_ONCE); n++) {
        const person = {
          candidateRef: `drill-${n}`,
          ticketNumber: `DRILL${mark}${n}`,
          maskedName: '演*',
          roomLabel: '演练',
          seatLabel: String(n),
        }
        const made = await prepareAttempt(tx, ctx, { sittingId, packageId, rules, ...person })
        const code = made.ok ? await admitCandidate(tx, ctx, { sittingId, attemptId: made.value.attemptId }) : made
        if (!made.ok || !code.ok) throw new Error('a simulated candidate could not be seated')
        const ip = `10.253.${n >> 8}.${n & 255}`
        people.push({ attemptId: made.value.attemptId, ticketNumber: person.ticketNumber, entryCode: code.value.entryCode, ip })
      }
    })
  return people
}

type Play = { readonly server: Server; readonly seen: Seen; readonly items: readonly string[] }
type Pace = { readonly at: number; readonly seconds: number }

/** One simulated candidate: enters in the first third, starts with everybody, saves now and then, hands in at the end. */
async function playOne({ server: { inject, monotonic }, seen, items }: Play, who: Seated, { at, seconds }: Pace): Promise<void> {
  const ask = async (method: 'GET' | 'POST', url: string, token: string, body?: object) => {
    const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` }
    const reply = await inject({ method, url, headers, ip: who.ip, ...(body === undefined ? {} : { body }) })
    if (reply.status !== 200) seen.refused += 1
    return reply
  }
  const own = `/api/delivery/attempts/${who.attemptId}`
  const begun = performance.now()
  await until(begun, at * seconds * 300)
  const entered = await ask('POST', '/api/delivery/enter', '', { ticketNumber: who.ticketNumber, entryCode: who.entryCode })
  if (entered.status !== 200) return
  seen.entered += 1
  const { token } = JSON.parse(entered.body) as { token: string }
  await until(begun, seconds * 330)
  const started = monotonic()
  await ask('POST', `${own}/start`, token, { startRef: newId() })
  await ask('GET', `${own}/paper`, token)
  seen.starts.push(monotonic() - started)
  for (let seq = 1; seq <= SAVES_EACH; seq++) {
    await until(begun, seconds * (330 + (600 * (seq - 1 + at)) / SAVES_EACH))
    const sent = monotonic()
    const itemId = items[seq % items.length] ?? ''
    const event = { seq, itemId, kind: 'mark', value: seq % 2 === 0, clientMs: seq }
    const saved = await ask('POST', `${own}/events`, token, { epoch: 1, events: [event] })
    seen.saves.push(monotonic() - sent)
    if (saved.status === 200) seen.confirmed.set(who.attemptId, seq)
  }
  await ask('POST', `${own}/hand-in`, token, { lastSeq: SAVES_EACH, by: 'candidate' })
}

function until(begun: number, ms: number): Promise<void> {
  return new Promise(done => setTimeout(done, Math.max(0, ms - (performance.now() - begun))))
}

/** Saves that were confirmed and that the tables do not hold. */
async function lostOf(ports: Ports, sittingId: SittingId, { confirmed }: Seen): Promise<number> {
  const stored = await ports.database.transact(tx => storedCounts(tx, sittingId))
  return [...confirmed].reduce((sum, [attemptId, told]) => sum + Math.max(0, told - (stored.get(attemptId) ?? 0)), 0)
}
