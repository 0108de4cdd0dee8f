import { newId } from '../../src/platform/id.ts'
import type { Seat } from '../../prove/hall/open-hall.ts'
import { eventOf } from '../saves/load.ts'
import { Line, type Reply } from './line.ts'
import { type Tally, fail } from './measure.ts'

/** An exam client as the server meets it: its connection, and where its numbers stand. */
export type Client = { readonly seat: Seat; readonly line: Line; readonly startRef: string; seq: number }

export function newClient(port: number, seat: Seat): Client {
  return { seat, line: new Line(port), startRef: newId(), seq: 0 }
}

function at({ seat }: Pick<Client, 'seat'>, what: string): string {
  return `/api/delivery/attempts/${seat.attemptId}/${what}`
}

/** Fetches the sealed form, as every browser does between entering and the start. */
export async function stage({ line, seat }: Client, tally: Tally, due: number): Promise<void> {
  const reply = await line.ask('GET', at({ seat }, 'form'), seat.token)
  if (!isGood(reply, tally)) return
  if (!/"formFile":"[\w-]{1000,}"/.test(reply?.body() ?? '')) return fail(tally, 'no form')
  tally.latencies.push(performance.now() - due)
}

/** Fetches the key of the form it has and starts, as the exam client does; the first item can be shown after the reply. */
export async function start({ line, seat, startRef }: Client, tally: Tally, due: number): Promise<void> {
  const key = await line.ask('GET', at({ seat }, 'form-key'), seat.token)
  if (!isGood(key, tally)) return
  if (!/"formKey":"[0-9a-f]{64}"/.test(key?.body() ?? '')) return fail(tally, 'no key')
  if (!isGood(await line.ask('POST', at({ seat }, 'start'), seat.token, { startRef }), tally)) return
  tally.latencies.push(performance.now() - due)
}

/** Saves so many new events; they are stored when the number told has come as far. */
export async function save(
  client: Client,
  tally: Tally,
  { due, events = 1 }: { readonly due: number; readonly events?: number },
): Promise<void> {
  const { line, seat } = client
  const batch = Array.from({ length: events }, (_, n) => eventOf(client.seq + 1 + n))
  client.seq += events
  const through = client.seq
  const reply = await line.ask('POST', at(client, 'events'), seat.token, { epoch: 1, events: batch })
  if (!isGood(reply, tally)) return
  if (Number(/"storedThrough":(\d+)/.exec(reply?.body() ?? '')?.[1] ?? 0) < through) return fail(tally, 'not stored')
  tally.latencies.push(performance.now() - due)
}

export async function beat(client: Client, tally: Tally, due: number): Promise<void> {
  const reply = await client.line.ask('POST', at(client, 'beats'), client.seat.token, {
    epoch: 1,
    rttMs: 3,
    batteryPercent: 80,
    charging: true,
  })
  if (isGood(reply, tally)) tally.latencies.push(performance.now() - due)
}

/** Comes back after the server was away: reads the state, brings what it had queued. */
export async function comeBack(
  client: Client,
  tally: Tally,
  { due, queued }: { readonly due: number; readonly queued: number },
): Promise<void> {
  const state = await client.line.ask('GET', at(client, 'state'), client.seat.token)
  if (isGood(state, tally)) await save(client, tally, { due, events: queued })
}

export async function handIn(client: Client, tally: Tally, due: number): Promise<void> {
  const reply = await client.line.ask('POST', at(client, 'hand-in'), client.seat.token, { lastSeq: client.seq, by: 'candidate' })
  if (!isGood(reply, tally)) return
  if (!/"receiptCode":"[^"]+"/.test(reply?.body() ?? '')) return fail(tally, 'no receipt')
  tally.latencies.push(performance.now() - due)
}

function isGood(reply: Reply | null, tally: Tally): boolean {
  if (reply?.status === 200) return true
  fail(tally, reply === null ? 'connection lost' : (/"code":"([^"]+)"/.exec(reply.body())?.[1] ?? `status ${reply.status}`))
  return false
}
