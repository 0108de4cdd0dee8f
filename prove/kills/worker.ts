import type { Seat } from '../hall/open-hall.ts'
import { WORLD_ITEM } from '../../src/modules/delivery/fixtures.ts'

type Place = { readonly epoch: number; readonly seq: number }

/** Somebody who works in a world over HTTP: every step is sent until it is acknowledged, then carried out. */
export type Worker = {
  readonly seat: Seat
  /** Steps that a server has acknowledged, in their order. */
  readonly acknowledged: number[]
  /** Works until `until`; a server that is away is asked again. */
  work(until: () => boolean): Promise<void>
  /** Takes the world up and says what was carried out last. */
  open(): Promise<{ readonly through: Place | null; readonly view: string }>
}

const AGAIN_MS = 100
const pause = (ms: number) => new Promise<void>(done => void setTimeout(done, ms))

export function workerAt(address: () => string, seat: Seat): Worker {
  const acknowledged: number[] = []
  let seq = 0
  let pending: object | null = null
  const root = `/api/delivery/attempts/${seat.attemptId}`
  const post = async (path: string, body?: object): Promise<{ readonly status: number; readonly body: never } | null> => {
    try {
      const reply = await fetch(`${address()}${root}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${seat.token}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
      return { status: reply.status, body: (await reply.json()) as never }
    } catch {
      return null
    }
  }
  const insist = async (path: string, body?: object) => {
    for (;;) {
      const reply = await post(path, body)
      if (reply?.status === 200) return reply.body
      if (reply !== null && reply.status < 500) throw new Error(`${path}: ${JSON.stringify(reply.body)}`)
      await pause(AGAIN_MS)
    }
  }
  const open: Worker['open'] = async () => {
    const { world, through } = (await insist(`/worlds/${WORLD_ITEM}`)) as { world: { view: unknown }; through: Place | null }
    return { through, view: JSON.stringify(world.view) }
  }
  return {
    seat,
    acknowledged,
    open,
    async work(until) {
      const taken = (await insist(`/worlds/${WORLD_ITEM}`)) as { world: { lastSeq: number }; through: Place | null }
      let seen = { seq: taken.world.lastSeq, after: taken.through }
      while (!until()) {
        seq += pending === null ? 1 : 0
        const data = { id: null, text: `备忘-${seat.attemptId.slice(0, 8)}-${seq}` }
        pending ??= {
          seq,
          itemId: WORLD_ITEM,
          kind: 'command',
          clientMs: seq,
          value: { type: 'desk.note.save', data, expectedSeq: seen.seq, after: seen.after },
        }
        await insist('/events', { epoch: 1, events: [pending] })
        acknowledged.push(seq)
        pending = null
        const turn = (await insist(`/worlds/${WORLD_ITEM}/turns`, { epoch: 1, seq })) as {
          outcome: { ok: boolean; view: { seq: number } }
          through: Place
        }
        if (!turn.outcome.ok) throw new Error(`step ${seq} was refused by the world`)
        seen = { seq: turn.outcome.view.seq, after: turn.through }
      }
    },
  }
}
