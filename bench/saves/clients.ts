import { type Socket, connect } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import type { Seat } from '../../prove/hall/open-hall.ts'
import { type LoadReport, eventOf } from './load.ts'

type Work = { readonly port: number; readonly seats: readonly Seat[]; readonly warmUpMs: number; readonly runMs: number }

/** Each client holds one connection and saves one event after the other, waiting for each reply. */
const { port, seats, warmUpMs, runMs } = workerData as Work
const latencies: number[] = []
let acked = 0
let failed = 0
const measureFrom = performance.now() + warmUpMs
const until = measureFrom + runMs
await Promise.all(seats.map(client))
// a worker's port has no origin
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage({ acked, failed, runMs, latencies } satisfies LoadReport)

async function client(seat: Seat): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((done, refused) => socket.once('connect', done).once('error', refused))
  const next = replies(socket)
  for (let seq = 1; performance.now() < until; seq++) {
    const sent = performance.now()
    socket.write(requestOf(seat, seq))
    const reply = await next()
    const now = performance.now()
    if (reply.status === 200 && reply.body.includes(`"storedThrough":${seq},`)) acked += 1
    else failed += 1
    if (now >= measureFrom) latencies.push(now - sent)
  }
  socket.destroy()
}

function requestOf(seat: Seat, seq: number): string {
  const body = JSON.stringify({ epoch: 1, events: [eventOf(seq)] })
  return `POST /api/delivery/attempts/${seat.attemptId}/events HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${seat.token}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

/** Replies in order; the server sends one for each request, with a content length. */
function replies(socket: Socket): () => Promise<{ status: number; body: string }> {
  let buffer = ''
  let waiting: ((reply: { status: number; body: string }) => void) | undefined
  socket.setEncoding('latin1')
  socket.on('data', chunk => {
    buffer += String(chunk)
    const head = buffer.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/content-length: (\d+)/i.exec(buffer)?.[1])
    if (buffer.length < head + 4 + length) return
    const reply = { status: Number(buffer.slice(9, 12)), body: buffer.slice(head + 4, head + 4 + length) }
    buffer = buffer.slice(head + 4 + length)
    waiting?.(reply)
  })
  return () => new Promise(done => (waiting = done))
}
