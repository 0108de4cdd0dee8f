import type { Result } from '../../../../kernel/result.ts'
import type { SebBrought } from '../../../../modules/delivery/contract.ts'
import type { Told } from '../../../../ui/client.ts'
import type { ExamServer } from '../../ports/exam-server.ts'
import type { Time } from '../../ports/time.ts'

/** The servers of a site as one: whoever asks need not know which of them answers. */
export type SiteServers = ExamServer & {
  /** Tells of the other server; null where there is none. */
  meet(peerAddress: string | null): void
  /** The address of the other server, as far as it is known. */
  peer(): string | null
  count(): number
  /** The place of the server that is asked first. */
  place(): number
  /** Called after each request: did a server answer? */
  follow(listener: (reached: boolean) => void): void
}

type Outcome<T> = Result<T, Told>
/** Two tries at one server, or so long, and the other one is asked. */
const MOST_TRIES = 2
const PATIENCE_MS = 4_000
const BETWEEN_TRIES_MS = 300
/** So long a server may not know a token that the other one has given: the entry is on its way between them. */
const BEHIND_MS = 60_000

type Line = {
  readonly time: Time
  readonly listeners: Set<(reached: boolean) => void>
  servers: readonly ExamServer[]
  brought: SebBrought | null
  here: number
  /** Since when tokens are refused without any server having taken one; null: one was taken last. */
  refusedSince: number | null
}

/** `connect` opens a server at an address; the empty one is where the page came from, at `ownOrigin`. */
export function siteServers(connect: (origin: string) => ExamServer, time: Time, ownOrigin: string): SiteServers {
  const line: Line = { time, listeners: new Set(), servers: [connect('')], brought: null, here: 0, refusedSince: null }
  let peer: string | null = null
  const any = <T>(ask: (one: ExamServer) => Promise<Outcome<T>>) => askAny(line, ask)
  return {
    meet(address) {
      // each server names the other: to the second one, the other is where this page came from
      if (address === peer || address === ownOrigin) return
      peer = address
      line.servers = [...line.servers.slice(0, 1), ...(address === null ? [] : [connect(address)])]
      line.here = Math.min(line.here, line.servers.length - 1)
      if (line.brought) line.servers[1]?.bring(line.brought)
    },
    peer: () => peer,
    count: () => line.servers.length,
    place: () => line.here,
    follow: listener => void line.listeners.add(listener),
    enter: (ticket, code) => any(one => one.enter(ticket, code)),
    state: token => any(one => one.state(token)),
    start: (token, ref) => any(one => one.start(token, ref)),
    paper: token => any(one => one.paper(token)),
    form: token => any(one => one.form(token)),
    formKey: token => any(one => one.formKey(token)),
    beat: (token, beat) => any(one => one.beat(token, beat)),
    callForHelp: token => any(one => one.callForHelp(token)),
    addFile: (token, itemId, file) => any(one => one.addFile(token, itemId, file)),
    openWorld: (token, itemId) => any(one => one.openWorld(token, itemId)),
    carryOut: (token, itemId, place) => any(one => one.carryOut(token, itemId, place)),
    worldFile: (token, itemId, what) => any(one => one.worldFile(token, itemId, what)),
    mintNonce: token => any(one => one.mintNonce(token)),
    verifyPage: (token, nonce, hashes) => any(one => one.verifyPage(token, nonce, hashes)),
    bring(brought) {
      line.brought = brought
      for (const one of line.servers) one.bring(brought)
    },
    handIn: (token, how) => any(one => one.handIn(token, how)),
    save: (token, save, leaving) => askOne(line, save.server, one => one.save(token, save, leaving)),
  }
}

/** Where a save goes is decided by the outbox, which knows what each server holds. */
async function askOne<T>(line: Line, place: number, ask: (one: ExamServer) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const server = line.servers[place] ?? line.servers[0]
  const reply = server ? await ask(server) : NOBODY
  if (reply.ok) line.here = Math.min(place, line.servers.length - 1)
  return settle(line, reply)
}

async function askAny<T>(line: Line, ask: (one: ExamServer) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const first = line.here
  const reply = await tries(line, first, ask)
  const other = line.servers[1 - first]
  if (line.servers.length < 2 || other === undefined || !sendsOn(reply)) return settle(line, reply)
  const second = await ask(other)
  if (!sendsOn(second)) {
    line.here = 1 - first
    return settle(line, second)
  }
  // one refuses, the other is away: the refusal may only mean that it does not know yet
  const refused = [reply, second].filter(isRefusedToken)
  if (refused.length === 2) return heardOf(line, reply)
  return settle(line, refused[0] ?? second)
}

async function tries<T>(line: Line, place: number, ask: (one: ExamServer) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const server = line.servers[place]
  if (server === undefined) return NOBODY
  const from = line.time.now()
  for (let tried = 1; ; tried++) {
    const reply = await ask(server)
    const isAlone = line.servers.length < 2
    if (isAlone || !isUnreached(reply) || tried >= MOST_TRIES || line.time.now() - from >= PATIENCE_MS) return reply
    await new Promise<void>(done => void line.time.after(BETWEEN_TRIES_MS, done))
  }
}

function heardOf<T>(line: Line, reply: Outcome<T>): Outcome<T> {
  for (const listener of line.listeners) listener(!isUnreached(reply))
  if (reply.ok) line.refusedSince = null
  return reply
}

/** Holds a refusal of the token back while the other server may still know better. */
function settle<T>(line: Line, reply: Outcome<T>): Outcome<T> {
  heardOf(line, reply)
  if (!isRefusedToken(reply) || line.servers.length < 2) return reply
  line.refusedSince ??= line.time.now()
  return line.time.now() - line.refusedSince < BEHIND_MS ? BEHIND : reply
}

function sendsOn(reply: Outcome<unknown>): boolean {
  return isUnreached(reply) || isRefusedToken(reply)
}

function isUnreached(reply: Outcome<unknown>): boolean {
  return !reply.ok && (reply.refusal.status === 0 || reply.refusal.status >= 500)
}

function isRefusedToken(reply: Outcome<unknown>): boolean {
  return !reply.ok && reply.refusal.code === 'token-refused'
}

const NOBODY = {
  ok: false,
  refusal: { code: 'network-lost', status: 0, facts: {}, zh: '没有连上服务器。', en: 'No server could be reached.' },
} as const
const BEHIND = {
  ok: false,
  refusal: {
    code: 'peer-behind',
    status: 503,
    facts: {},
    zh: '正在与另一台服务器核对，请稍候。',
    en: 'The servers are still exchanging; one moment.',
  },
} as const
