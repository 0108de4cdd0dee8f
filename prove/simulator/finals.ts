import { type Book, closingOf, currentEpoch, lateness, timeFacts } from '../../src/modules/delivery/core/protocol/server/book.ts'
import { reviewOf } from '../../src/modules/delivery/core/protocol/server/union.ts'
import { balanceAt } from '../../src/modules/delivery/core/protocol/time/ledger.ts'
import type { FinalBook, Holder } from '../history/history.ts'
import { endsOf, givenOf, receiptOf } from './server/derive.ts'
import { type ServerNode, timeOf } from './server/server-node.ts'
import { type World, has } from './world.ts'

/** What both servers hold once all is quiet, and the record that leaves the site from the first of them. */
export function finalsOf(world: World): Holder[] {
  const holders = world.servers.map(server => ({
    name: `s${server.place}`,
    books: [...server.books.values()].map(book => finalOf(world, server, book)),
  }))
  const record = holders[0]?.books.map(book => (has(world, 'record-without-fenced') ? withoutFenced(book) : book)) ?? []
  return [...holders, { name: 'record', books: record }]
}

function withoutFenced(book: FinalBook): FinalBook {
  const current = Math.max(...book.events.map(event => event.epoch))
  return { ...book, events: book.events.filter(event => event.epoch === current) }
}

function finalOf(world: World, server: ServerNode, book: Book): FinalBook {
  const isLate = lateness(book)
  const closing = closingOf(book)
  const all = has(world, 'closing-takes-all') && server.place === 1
  const events = [...book.events.values()].map(event => ({
    epoch: event.epoch,
    seq: event.seq,
    itemId: event.itemId,
    kind: event.kind,
    text: event.text,
    late: !all && isLate(event),
  }))
  const seen = has(world, 'resume-overwrites')
    ? { ...book, entries: new Map([...book.entries].filter(([epoch]) => epoch === currentEpoch(book))) }
    : book
  return {
    attempt: book.attemptId,
    events: [...events, ...(server.doubles.get(book.attemptId) ?? [])],
    responses: givenOf(world, server, seen),
    closing: closing ? { how: closing.how, siteTime: closing.endedAt, receipt: receiptOf(world, server, book) } : null,
    closedBy: [...book.closings.values()].map(one => one.origin),
    review: reviewOf(book).map(one => one.kind),
    time: timeOfBook(world, server, book),
  }
}

function timeOfBook(world: World, server: ServerNode, book: Book): FinalBook['time'] {
  const facts = timeFacts(book)
  if (!facts) return null
  const credits = facts.credits.map(({ creditId, from, until, grantedAt }) => ({ creditId, from, until, grantedAt }))
  return {
    clockStart: facts.clockStart,
    entitledMs: facts.allottedMs + facts.allowanceMs,
    credits,
    endsAt: endsOf(world, book),
    ...balanceAt(facts, timeOf(world, server)),
  }
}
