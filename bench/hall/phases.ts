import { type Dice, pick } from '../../src/kernel/dice.ts'
import { type Client, beat, comeBack, handIn, save, stage, start } from './client.ts'
import { type Tally, arrivals, fire, newTally, within } from './measure.ts'
import type { Server } from './server-process.ts'

/** How long and how hard each phase is. */
export type Scale = {
  readonly seats: number
  readonly stageSeconds: number
  readonly startSeconds: number
  readonly steadySeconds: number
  readonly burstSeconds: number
  readonly savesPerSecond: number
  readonly handInSeconds: number
  readonly peakSeconds: number
  readonly peakClients: number
}
export type Hall = {
  readonly server: Server
  readonly clients: readonly Client[]
  readonly spare: readonly Client[]
  readonly scale: Scale
  readonly dice: Dice
}
/** What a phase measured: the requests it is judged by, and figures of its own. */
export type Phase = {
  readonly tally: Tally
  readonly figures: Readonly<Record<string, number>>
  readonly alsoTallies?: Readonly<Record<string, Tally>>
}

/** A change of an item each half minute, a heartbeat each quarter. */
const SAVES_PER_MINUTE = 2
const BEAT_EVERY_S = 15
const QUEUED_EVENTS = 20
/** Clients try again within this time after the server stands again: their pauses have grown to eight seconds by then. */
const COME_BACK_WITHIN_S = 8
const BATCH = 10

export async function stageAll({ clients, scale, dice }: Hall): Promise<Phase> {
  return each(clients, within(clients.length, scale.stageSeconds, dice), stage)
}

export async function startAll({ clients, scale, dice }: Hall): Promise<Phase> {
  return each(clients, within(clients.length, scale.startSeconds, dice), start)
}

async function each(clients: readonly Client[], times: readonly number[], act: typeof start): Promise<Phase> {
  const tally = newTally()
  const from = performance.now()
  await fire(times, async (n, due) => {
    const client = clients[n]
    if (client) await act(client, tally, due)
  })
  return { tally, figures: { seconds: secondsSince(from) } }
}

export async function steady({ clients, scale, dice }: Hall): Promise<Phase> {
  const [tally, beats] = [newTally(), newTally()]
  const saves = arrivals((clients.length * SAVES_PER_MINUTE) / 60, scale.steadySeconds, dice)
  const signs = arrivals(clients.length / BEAT_EVERY_S, scale.steadySeconds, dice)
  await Promise.all([
    fire(saves, (_, due) => save(pick(clients, dice), tally, { due })),
    fire(signs, (_, due) => beat(pick(clients, dice), beats, due)),
  ])
  return { tally, figures: { savesPerSecond: saves.length / scale.steadySeconds }, alsoTallies: { beats } }
}

export async function burst({ clients, scale, dice }: Hall): Promise<Phase> {
  const tally = newTally()
  const saves = arrivals(scale.savesPerSecond, scale.burstSeconds, dice)
  const from = performance.now()
  await fire(saves, (_, due) => save(pick(clients, dice), tally, { due }))
  return { tally, figures: { savesPerSecond: Math.round(tally.latencies.length / secondsSince(from)) } }
}

/** The server is killed and comes again; everybody has twenty events waiting and comes back within seconds. */
export async function storm({ server, clients, dice }: Hall): Promise<Phase> {
  for (const client of clients) client.line.close()
  const restartSeconds = await server.restart()
  const tally = newTally()
  const times = within(clients.length, Math.min(COME_BACK_WITHIN_S, 1 + clients.length / 50), dice)
  const from = performance.now()
  await fire(times, async (n, due) => {
    const client = clients[n]
    if (client) await comeBack(client, tally, { due, queued: QUEUED_EVENTS })
  })
  return { tally, figures: { restartSeconds: Math.round(restartSeconds * 10) / 10, drainedSeconds: secondsSince(from) } }
}

export async function handInAll({ clients, scale, dice }: Hall): Promise<Phase> {
  const tally = newTally()
  await fire(within(clients.length, scale.handInSeconds, dice), async (n, due) => {
    const client = clients[n]
    if (client) await handIn(client, tally, due)
  })
  return { tally, figures: {} }
}

/** As fast as clients can that each wait for their reply: one event a save, then ten; beside the database by itself. */
export async function peak({ server, spare, scale }: Hall): Promise<Phase> {
  const clients = spare.slice(0, scale.peakClients)
  const tally = newTally()
  const single = await asFastAsCan(clients, tally, { seconds: scale.peakSeconds, events: 1 })
  const tenfold = await asFastAsCan(clients, newTally(), { seconds: scale.peakSeconds / 2, events: BATCH })
  const rawSingle = await raw(server, clients, { seconds: scale.peakSeconds / 2, events: 1 })
  const rawTenfold = await raw(server, clients, { seconds: scale.peakSeconds / 2, events: BATCH })
  return {
    tally,
    figures: {
      savesPerSecond: Math.round(single),
      rawSavesPerSecond: Math.round(rawSingle),
      eventsPerSecondInTens: Math.round(tenfold * BATCH),
      rawEventsPerSecondInTens: Math.round(rawTenfold * BATCH),
      shareOfRaw: Math.round((single / rawSingle) * 100) / 100,
    },
  }
}

type Run = { readonly seconds: number; readonly events: number }

async function asFastAsCan(clients: readonly Client[], tally: Tally, { seconds, events }: Run): Promise<number> {
  const from = performance.now()
  const until = from + seconds * 1000
  const before = tally.latencies.length
  await Promise.all(
    clients.map(async client => {
      while (performance.now() < until) await save(client, tally, { due: performance.now(), events })
    }),
  )
  return (tally.latencies.length - before) / secondsSince(from)
}

async function raw(server: Server, clients: readonly Client[], { seconds, events }: Run): Promise<number> {
  // all go on from the same number, so that one order serves them
  const seats = clients.map(client => client.seat)
  const level = Math.max(...clients.map(client => client.seq))
  await Promise.all(clients.map(client => raiseTo(client, level)))
  const { savesPerSecond, lastSeq } = await server.raw({ seats, firstSeq: level + 1, events, runMs: seconds * 1000 })
  clients.forEach((client, n) => (client.seq = lastSeq[n] ?? client.seq))
  return savesPerSecond
}

async function raiseTo(client: Client, level: number): Promise<void> {
  const tally = newTally()
  while (client.seq < level) await save(client, tally, { due: performance.now(), events: Math.min(50, level - client.seq) })
}

function secondsSince(from: number): number {
  return Math.round((performance.now() - from) / 100) / 10
}
