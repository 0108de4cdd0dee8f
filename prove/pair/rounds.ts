import { setTimeout as pause } from 'node:timers/promises'
import { checkHistory } from '../history/check-history.ts'
import { differences, finalsOf } from './finals.ts'
import { ROOM, SITTING, withTables } from './hall.ts'
import { type Load, reviewAt, startLoad } from './load.ts'
import { type Machine, eventOf, writtenOf } from './machine.ts'
import { type PairSite, openPairSite } from './pair-site.ts'

/** What happens in a round. `server`: SIGKILL to one server; `machine`: to its database too; `cut`: the cable between them, with a seat
 * swap on either side; `cut-and-kill`: both; `disk`: one comes back with an empty disk. */
export const FAULTS = ['server', 'machine', 'cut', 'cut-and-kill', 'disk'] as const
export type Fault = (typeof FAULTS)[number]

export type Round = {
  readonly fault: Fault
  /** Events that some reply had acknowledged and that were looked for at both servers. */
  readonly acknowledged: number
  /** Of them, not there at one of the two servers once they agreed again. */
  readonly lost: number
  /** Rows that only one of the two servers holds, and breaches of the laws of histories. */
  readonly differences: readonly string[]
  /** From the fault until every machine had something acknowledged that it sent afterwards. */
  readonly waitedMs: number
  /** From the end of the fault until both servers said to hold the same. */
  readonly settledMs: number
}

export type Order = {
  readonly rounds: number
  readonly faults: readonly Fault[]
  readonly seats: number
  readonly onRound: (round: Round) => void
}

const QUIET_MS = [200, 1_000] as const
const FAULT_MS = [400, 1_500] as const
const PATIENCE_MS = 10_000
const between = ([least, most]: readonly [number, number]) => least + Math.random() * (most - least)

/** Faults under load, round by round; after each the machines finish, the servers agree, and everything acknowledged is looked for. */
export async function runRounds(order: Order): Promise<void> {
  const site = await openPairSite({ seats: order.seats })
  try {
    const machines: Machine[] = []
    for (let n = 1; n <= order.seats; n++) machines.push(await site.seat(n, n % 2))
    for (let round = 0; round < order.rounds; round++) {
      const fault = order.faults[round % order.faults.length] ?? 'server'
      const load = startLoad(site.record, machines)
      await pause(between(QUIET_MS))
      const waitedMs = await suffer(site, { fault, victim: round % 2, load })
      await pause(between(QUIET_MS))
      await load.stop()
      const since = performance.now()
      await site.settled(60_000)
      const settledMs = performance.now() - since
      order.onRound({ fault, waitedMs, settledMs, ...(await verify(site, machines)) })
    }
  } finally {
    await site.close()
  }
}

type Suffering = { readonly fault: Fault; readonly victim: number; readonly load: Load }

/** The fault itself, from its beginning to its end. */
async function suffer(site: PairSite, { fault, victim, load }: Suffering): Promise<number> {
  const isCut = fault === 'cut' || fault === 'cut-and-kill'
  if (isCut) site.cut()
  const since = performance.now()
  const kills = fault !== 'cut'
  if (kills) await site.kill(victim, fault === 'server' ? 'server' : 'machine')
  const waitedMs = await load.ackedSince(since, PATIENCE_MS)
  if (isCut) await swapSeats(site, kills ? [1 - victim] : [0, 1])
  await pause(between(FAULT_MS))
  if (fault === 'disk') await site.replaceDisk(victim)
  else if (kills) await site.restart(victim)
  if (isCut) site.mend()
  return waitedMs
}

let swaps = 0

/** The invigilators at both servers give the same spare seat to two persons who sit idle. */
async function swapSeats(site: PairSite, servers: readonly number[]): Promise<void> {
  swaps += 1
  for (const at of servers) {
    const seat = { roomLabel: ROOM, seatLabel: `备${1 + (swaps % 8)}` }
    const done = [
      await site.act(at, 'credits', { scope: 'room', roomLabel: ROOM, minutes: 1, reason: 'network', note: '' }),
      await site.act(at, 'seat-swaps', {
        candidateRef: `candidate-${site.roster.candidates.length - at}`,
        ...seat,
        reason: 'ill',
        note: '',
      }),
    ]
    const wrong = done.find(one => one.status !== 200 && one.code !== 'seat-taken')
    if (wrong) throw new Error(`an act of the hall was refused: ${wrong.status} ${wrong.code}`)
  }
}

async function verify(site: PairSite, machines: readonly Machine[]): Promise<Pick<Round, 'acknowledged' | 'lost' | 'differences'>> {
  const folders = site.servers.map(server => server.folder) as [string, string]
  const held = await Promise.all(folders.map(textsOf))
  let [acknowledged, lost] = [0, 0]
  for (const machine of machines) {
    acknowledged += machine.acked
    for (let seq = 1; seq <= machine.acked; seq++) {
      const { text } = writtenOf(machine.epoch, eventOf(machine, seq))
      if (held.some(one => one.get(`${machine.attemptId} ${machine.epoch}.${seq}`) !== text)) lost += 1
    }
  }
  const { byAttempt } = await reviewAt(site, 0)
  const finals = await Promise.all(folders.map((folder, at) => finalsOf(folder, `s${at}`, byAttempt)))
  const breaches = checkHistory({ entries: site.record.entries, finals }).map(one => `${one.law}: ${one.witness}`)
  return { acknowledged, lost, differences: [...(await differences(...folders)), ...breaches] }
}

/** The events in the tables of one server: identity and content. */
function textsOf(folder: string): Promise<Map<string, string>> {
  return withTables(folder, async client => {
    const { rows } = await client.query('select attempt_id, epoch, seq, item_id, kind, value from response_event where sitting_id = $1', [
      SITTING,
    ])
    const name = (row: { attempt_id: string; epoch: number; seq: number }) => `${row.attempt_id} ${row.epoch}.${row.seq}`
    return new Map(
      rows.map(row => [
        name(row),
        writtenOf(row.epoch, { seq: row.seq, itemId: row.item_id, kind: row.kind, value: row.value, clientMs: 0 }).text,
      ]),
    )
  })
}
