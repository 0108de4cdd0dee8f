import { type Server, type Socket, connect, createServer } from 'node:net'
import { type Dice, diceOf } from '../../src/kernel/dice.ts'
import { type ConnectionPlan, FAIR, type LinkState, type Weather, openLink, pass, planConnection } from './plan.ts'

/** A line between clients and a server that can be bad; the server never knows. */
export type ChaosProxy = {
  readonly port: number
  /** From now on new connections get this weather; those that are open keep theirs. */
  weather(next: Weather): void
  /** The switch is off: every connection is reset and none is taken, until `mend`. */
  cutAll(): void
  /** Connections stay and new ones are taken, but nothing comes through in either direction, until `mend`. */
  freezeAll(): void
  mend(): void
  readonly counts: () => Counts
  close(): Promise<void>
}
export type Counts = { connections: number; refused: number; cut: number; halfOpen: number; truncated: number }

type Line = {
  readonly pairs: Set<readonly [Socket, Socket]>
  readonly dice: Dice
  readonly counts: Counts
  weather: Weather
  state: 'open' | 'cut' | 'frozen'
}

/** `plan` replaces the dice: what happens to the n-th connection, from 0. */
export type ProxyOptions = {
  readonly target: () => number
  readonly seed: string
  readonly plan?: (connection: number) => ConnectionPlan
}

export async function openChaosProxy({ target, seed, plan }: ProxyOptions): Promise<ChaosProxy> {
  const line: Line = {
    pairs: new Set(),
    dice: diceOf(seed),
    counts: { connections: 0, refused: 0, cut: 0, halfOpen: 0, truncated: 0 },
    weather: FAIR,
    state: 'open',
  }
  const server = createServer({ allowHalfOpen: true, noDelay: true }, client => {
    const drawn = plan?.(line.counts.connections) ?? planConnection(line.weather, line.dice)
    line.counts.connections += 1
    if (drawn.refused || line.state === 'cut') {
      line.counts.refused += 1
      return void client.on('error', () => undefined).resetAndDestroy()
    }
    join(line, client, connect({ port: target(), host: '127.0.0.1', allowHalfOpen: true, noDelay: true }), drawn)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    weather: next => void (line.weather = next),
    cutAll() {
      line.state = 'cut'
      for (const pair of line.pairs) resetBoth(pair)
    },
    freezeAll: () => void (line.state = 'frozen'),
    mend() {
      // what was swallowed is gone: a connection that lost bytes must not go on as if it had not
      if (line.state === 'frozen') for (const pair of line.pairs) resetBoth(pair)
      line.state = 'open'
    },
    counts: () => line.counts,
    close: () => end(server, line),
  }
}

function join(line: Line, client: Socket, server: Socket, plan: ConnectionPlan): void {
  const pair = [client, server] as const
  line.pairs.add(pair)
  for (const socket of pair) {
    socket.on('error', () => resetBoth(pair))
    socket.once('close', () => void (resetBoth(pair), line.pairs.delete(pair)))
  }
  carry(line, pair, { from: client, to: server, link: openLink(plan.up) })
  carry(line, pair, { from: server, to: client, link: openLink(plan.down) })
}

type Direction = { readonly from: Socket; readonly to: Socket; link: LinkState }

function carry(line: Line, pair: readonly [Socket, Socket], direction: Direction): void {
  const { from, to } = direction
  const at = (time: number, run: () => void) => void setTimeout(run, Math.max(0, time - performance.now()))
  from.on('data', (chunk: Buffer) => {
    if (line.state === 'frozen') return
    const { link, pieces, end } = pass(direction.link, { bytes: chunk.length, now: performance.now() }, line.dice)
    direction.link = link
    for (const piece of pieces) at(piece.at, () => void (to.writable && to.write(chunk.subarray(piece.from, piece.to))))
    if (end) at(end.at, () => finish(line, pair, to, end.how))
  })
  from.once('end', () => {
    if (!direction.link.ended) at(direction.link.lastAt, () => to.end())
  })
}

function finish(line: Line, pair: readonly [Socket, Socket], to: Socket, how: 'cut' | 'half-open' | 'truncate'): void {
  if (how === 'half-open') line.counts.halfOpen += 1
  else if (how === 'truncate') {
    line.counts.truncated += 1
    to.end()
  } else {
    line.counts.cut += 1
    resetBoth(pair)
  }
}

function resetBoth(pair: readonly [Socket, Socket]): void {
  for (const socket of pair) if (!socket.destroyed) socket.resetAndDestroy()
}

function end(server: Server, line: Line): Promise<void> {
  for (const pair of line.pairs) resetBoth(pair)
  return new Promise(done => server.close(() => done()))
}
