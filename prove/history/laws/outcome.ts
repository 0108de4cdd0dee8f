import type { Breach, FinalBook, FinalEvent, Given } from '../history.ts'
import { type Reading, isLater, nameOf } from '../reading.ts'

/** 5: responses are, for each item, the latest event that counts by epoch and number; and all holders say the same. */
export function derived(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  const first = new Map<string, { holder: string; text: string }>()
  for (const holder of reading.history.finals)
    for (const book of holder.books) {
      const { attempt } = book
      const own = givenText(latestOf(book.events))
      const told = givenText(book.responses)
      if (own !== told) breaches.push({ law: 'derived', attempt, witness: `${holder.name} derives ${told}; its events give ${own}` })
      const known = first.get(attempt)
      if (known === undefined) first.set(attempt, { holder: holder.name, text: told })
      else if (known.text !== told)
        breaches.push({ law: 'derived', attempt, witness: `${known.holder} says ${known.text}, ${holder.name} says ${told}` })
    }
  return breaches
}

function latestOf(events: readonly FinalEvent[]): Given[] {
  const latest = new Map<string, FinalEvent>()
  for (const event of events) {
    if (event.late) continue
    const key = `${event.kind} ${event.itemId}`
    const known = latest.get(key)
    if (!known || isLater(event, known)) latest.set(key, event)
  }
  return [...latest.values()]
}

function givenText(given: readonly Given[]): string {
  return given
    .map(one => `${one.kind} ${one.itemId} ${one.epoch}.${one.seq} ${one.text}`)
    .toSorted()
    .join('; ')
}

/** 7: the receipt that was given stands, and everything its epoch had written before it counts. */
export function final(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  const counted = new Map<string, boolean>()
  for (const book of reading.books.values()) for (const event of book.events) counted.set(nameOf(book.attempt, event), !event.late)
  for (const { operation, reply, endedAt } of reading.done) {
    if (operation.op !== 'hand-in' || reply?.op !== 'hand-in') continue
    const { attempt, epoch, lastSeq } = operation
    if (isExcused(reading, attempt, operation.server, endedAt)) continue
    const book = reading.books.get(attempt)
    if (book?.closing?.receipt !== reply.receipt)
      breaches.push({
        law: 'final',
        attempt,
        witness: `the receipt of ${endedAt} vouches for ${reply.receipt}; in the end it is ${book?.closing?.receipt}`,
      })
    if (book?.closing && book.closing.how !== 'candidate' && book.closing.how !== 'clock') continue
    for (let seq = 1; seq <= lastSeq; seq++) {
      const name = nameOf(attempt, { epoch, seq })
      if (counted.get(name) !== true && reading.final.has(name))
        breaches.push({ law: 'final', attempt, witness: `${name} was written before the hand-in at ${endedAt} and does not count` })
    }
  }
  return breaches
}

/**
 * What two servers decided differently lies before people; so does what only a server held whose disk is gone, if its events came late. A hand-in
 * that no server knows of any more, because it lay on that disk alone, cannot stand; the runbook has people compare the receipt codes then.
 */
function isExcused(reading: Reading, attempt: string, server: number, endedAt: number | null): boolean {
  const review = reading.reviewed.get(attempt) ?? []
  const wasLost = (reading.destroyed.get(`server ${server}`) ?? []).some(time => time >= (endedAt ?? 0))
  return review.some(kind => kind !== 'late') || (wasLost && (review.length > 0 || !reading.closedBy.get(attempt)?.has(server)))
}

/** 9: no event stands twice, and servers and record hold the same ones. */
export function ledger(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  const sets = new Map<string, { holder: string; names: Set<string> }>()
  for (const holder of reading.history.finals)
    for (const book of holder.books) {
      const { attempt } = book
      const names = new Set(book.events.map(event => `${nameOf(attempt, event)} ${event.late ? 'late ' : ''}${event.text}`))
      const numbers = new Set(book.events.map(event => nameOf(attempt, event)))
      if (numbers.size !== book.events.length)
        breaches.push({
          law: 'ledger',
          attempt,
          witness: `${holder.name} holds ${book.events.length} events under ${numbers.size} numbers`,
        })
      const known = sets.get(attempt)
      if (known === undefined) sets.set(attempt, { holder: holder.name, names })
      else breaches.push(...difference(attempt, known, { holder: holder.name, names }))
    }
  return breaches
}

type Held = { readonly holder: string; readonly names: ReadonlySet<string> }

function difference(attempt: string, one: Held, other: Held): Breach[] {
  const only = (a: Held, b: Held) => [...a.names].filter(name => !b.names.has(name)).map(name => `only ${a.holder} holds ${name}`)
  const [witness] = [...only(one, other), ...only(other, one)]
  return witness === undefined ? [] : [{ law: 'ledger', attempt, witness }]
}

export function booksOf(reading: Reading): { readonly holder: string; readonly book: FinalBook }[] {
  return reading.history.finals.flatMap(holder => holder.books.map(book => ({ holder: holder.name, book })))
}
