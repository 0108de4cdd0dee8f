import type { PlacedEvent } from '../../../src/modules/delivery/core/events.ts'
import { type Result, ok } from '../../../src/kernel/result.ts'
import {
  closeBook,
  creditBook,
  enterBook,
  handInBook,
  isBookOverdue,
  reenterBook,
  saveToBook,
  startBook,
} from '../../../src/modules/delivery/core/protocol/server/acts.ts'
import { type Book, closingOf, currentEpoch, keyOf, startedAt } from '../../../src/modules/delivery/core/protocol/server/book.ts'
import { pairThrough } from '../../../src/modules/delivery/core/protocol/server/offer.ts'
import type { Credit } from '../../../src/modules/delivery/core/protocol/time/ledger.ts'
import { eventText } from '../../../src/modules/delivery/core/events.ts'
import type { Given, Reach } from '../../history/history.ts'
import { type World, has } from '../world.ts'
import { endsOf, givenOf, receiptFor } from './derive.ts'
import { type Books, EPOCH_ROWS, type ServerNode, submit, timeOf } from './server-node.ts'

type Of = { readonly attempt: string; readonly tokenEpoch: number }
export type Request =
  | { readonly ask: 'enter'; readonly attempt: string }
  | ({ readonly ask: 'reenter' | 'state' } & Of)
  | ({ readonly ask: 'start'; readonly startRef: string } & Of)
  /** `staff`: what a machine had written down is brought in from a stick. */
  | ({ readonly ask: 'save'; readonly epoch: number; readonly events: readonly PlacedEvent[]; readonly staff: boolean } & Of)
  | ({ readonly ask: 'hand-in'; readonly lastSeq: number; readonly by: 'candidate' | 'clock' } & Of)
  | { readonly ask: 'credit'; readonly attempts: readonly string[]; readonly credit: Credit }
  | { readonly ask: 'stop'; readonly attempt: string }

export type StateAnswer = {
  readonly started: boolean
  readonly closed: boolean
  readonly current: number
  readonly endsAt: number | null
  readonly siteTime: number
  readonly reach: readonly Reach[]
  readonly responses: readonly Given[]
}
export type Answer =
  | { readonly code: string }
  | { readonly ok: 'enter'; readonly epoch: number }
  | { readonly ok: 'state'; readonly state: StateAnswer }
  | {
      readonly ok: 'save'
      readonly reach: Reach
      readonly late: boolean
      readonly current: number
      readonly endsAt: number | null
      readonly siteTime: number
    }
  | { readonly ok: 'hand-in'; readonly receipt: string }
  | { readonly ok: 'done' }

/** Takes a request in; the reply follows the commit. A server that is down, full or behind its peer does not take it. */
export function handle(world: World, server: ServerNode, request: Request, reply: (answer: Answer) => void): void {
  if (!server.up) return
  const writes = request.ask !== 'state'
  if (!server.inStep || (server.full && writes)) return reply({ code: 'unavailable' })
  let answer: Answer = { code: 'unavailable' }
  submit(world, server, {
    run: books => {
      const [after, told] = decide(world, server, books, request)
      answer = told
      return after
    },
    reply: () => reply(answer),
  })
}

function decide(world: World, server: ServerNode, books: Books, request: Request): [Books, Answer] {
  if (request.ask === 'credit') return [creditAll(books, request.attempts, request.credit), { ok: 'done' }]
  const book = books.get(request.attempt)
  if (!book) return [books, { code: 'not-found' }]
  const outcome = decideOne(world, server, book, request)
  if (!outcome.ok) return [books, { code: outcome.refusal.code }]
  const { book: after, answer } = outcome.value
  return [after === book ? books : new Map(books).set(request.attempt, after), answer]
}

type One = Result<{ readonly book: Book; readonly answer: Answer }>

function decideOne(world: World, server: ServerNode, book: Book, request: Exclude<Request, { ask: 'credit' }>): One {
  const acting = { origin: server.origin, servers: has(world, 'one-row-of-epochs') ? 1 : EPOCH_ROWS, now: timeOf(world, server) }
  switch (request.ask) {
    case 'enter':
    case 'reenter': {
      const entered = request.ask === 'enter' ? enterBook(book, acting) : reenterBook(book, request.tokenEpoch, acting)
      return entered.ok ? ok({ book: entered.value.book, answer: { ok: 'enter', epoch: entered.value.epoch } }) : entered
    }
    case 'start': {
      const before = startedAt(book)
      const started = startBook(book, request, acting)
      if (started.ok && before === null) noteStart(world, started.value)
      return started.ok ? ok({ book: started.value, answer: { ok: 'done' } }) : started
    }
    case 'state':
      return book.entries.has(request.tokenEpoch)
        ? ok({ book, answer: { ok: 'state', state: stateOf(world, server, book) } })
        : { ok: false, refusal: { code: 'token-refused', facts: {} } }
    case 'save':
      return save(world, server, book, request)
    case 'hand-in': {
      const handed = handInBook(book, has(world, 'hand-in-with-missing') ? { ...request, lastSeq: 0 } : request, acting)
      if (!handed.ok) return handed
      const receipt = receiptFor(world, server, handed.value)
      return ok({ book: handed.value.book, answer: { ok: 'hand-in', receipt } })
    }
    case 'stop': {
      const closed = closeBook(book, 'stopped', acting)
      if (closed.ok) receiptFor(world, server, closed.value)
      return closed.ok ? ok({ book: closed.value.book, answer: { ok: 'done' } }) : closed
    }
  }
}

function save(world: World, server: ServerNode, book: Book, request: Extract<Request, { ask: 'save' }>): One {
  const { tokenEpoch, epoch, events, staff } = request
  const brought = { epoch, events, receivedAt: timeOf(world, server) }
  const { book: after, decision } = saveToBook(book, staff ? 'stick' : tokenEpoch, brought)
  if (decision.kind === 'unknown') return { ok: false, refusal: { code: 'token-refused', facts: {} } }
  if (decision.kind === 'shut') return { ok: false, refusal: { code: decision.why, facts: {} } }
  if (decision.clashes > 0) return { ok: false, refusal: { code: 'event-clash', facts: {} } }
  if (has(world, 'dedupe-removed')) noteDoubles(server, book, request)
  const kept = has(world, 'late-dropped') && decision.late ? book : after
  const through = has(world, 'hole-in-prefix')
    ? Math.max(decision.storedThrough, ...events.map(event => event.seq))
    : decision.storedThrough
  const reach = { epoch, through, pair: pairOf(world, server, kept, epoch) }
  const answer: Answer = {
    ok: 'save',
    reach,
    late: decision.late,
    current: currentEpoch(book),
    endsAt: endsOf(world, book),
    siteTime: brought.receivedAt,
  }
  return ok({ book: kept, answer })
}

function noteDoubles(server: ServerNode, book: Book, request: Extract<Request, { ask: 'save' }>): void {
  const doubles = server.doubles.get(book.attemptId) ?? []
  server.doubles.set(book.attemptId, doubles)
  for (const event of request.events) {
    const placed = { ...event, epoch: request.epoch }
    if (book.events.has(keyOf(placed))) doubles.push({ ...placed, text: eventText(placed), late: false })
  }
}

function pairOf(world: World, server: ServerNode, book: Book, epoch: number): number {
  if (has(world, 'pair-on-send')) return book.through.get(epoch) ?? 0
  // `hole-in-prefix` does not touch the pair: what both hold is counted from the set
  return pairThrough(book, server.peer.confirmed.get(book.attemptId) ?? new Map(), epoch)
}

function stateOf(world: World, server: ServerNode, book: Book): StateAnswer {
  return {
    started: startedAt(book) !== null,
    closed: closingOf(book) !== undefined,
    current: currentEpoch(book),
    endsAt: endsOf(world, book),
    siteTime: timeOf(world, server),
    reach: [...book.entries.keys()].map(epoch => ({
      epoch,
      through: book.through.get(epoch) ?? 0,
      pair: pairOf(world, server, book, epoch),
    })),
    responses: givenOf(world, server, book),
  }
}

function noteStart(world: World, book: Book): void {
  const siteTime = startedAt(book)
  if (siteTime !== null) world.entries.push({ kind: 'started', at: world.now, attempt: book.attemptId, siteTime })
}

function creditAll(books: Books, attempts: readonly string[], credit: Credit): Books {
  const after = new Map(books)
  for (const attempt of attempts) {
    const book = after.get(attempt)
    if (book) after.set(attempt, creditBook(book, credit))
  }
  return after
}

/** The clock of the server ends what is overdue. */
export function closeOverdue(world: World, server: ServerNode): void {
  if (!server.up || !server.inStep || server.full) return
  const now = timeOf(world, server)
  if (![...server.books.values()].some(book => isBookOverdue(book, now))) return
  const closed: { attempt: string; siteTime: number }[] = []
  submit(world, server, {
    run: books => {
      const after = new Map(books)
      for (const [attempt, book] of books) {
        const acting = { origin: server.origin, servers: EPOCH_ROWS, now: timeOf(world, server) }
        if (!isBookOverdue(book, acting.now)) continue
        const outcome = closeBook(book, 'time-up', acting)
        if (!outcome.ok) continue
        receiptFor(world, server, outcome.value)
        after.set(attempt, outcome.value.book)
        closed.push({ attempt, siteTime: acting.now })
      }
      return after
    },
    reply: () => {
      for (const one of closed) world.entries.push({ kind: 'clock-closed', at: world.now, ...one })
    },
  })
}
