import type { Breach, FinalBook, FinalCredit } from '../history.ts'
import type { Reading } from '../reading.ts'
import { booksOf } from './outcome.ts'

/** Clocks of servers may drift by 500 ppm, a client may hand in three seconds ahead, and a reply takes its way. */
const TOLERANCE_MS = 5_000

/** 6: granted credits are there, the deadline is what they give, the balance is kept, and no clock ended an attempt before its time. */
export function time(reading: Reading): Breach[] {
  return [...missingCredits(reading), ...booksOf(reading).flatMap(({ holder, book }) => balance(holder, book)), ...closedEarly(reading)]
}

function missingCredits(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  for (const { operation, reply, endedAt } of reading.done) {
    if (operation.op !== 'credit' || reply === null) continue
    for (const { holder, book } of booksOf(reading)) {
      if (!operation.attempts.includes(book.attempt) || book.time === null) continue
      if (!book.time.credits.some(credit => credit.creditId === operation.creditId))
        breaches.push({
          law: 'time',
          attempt: book.attempt,
          witness: `credit ${operation.creditId}, granted at ${endedAt}, is not in the ledger of ${holder}`,
        })
    }
  }
  return breaches
}

function balance(holder: string, { attempt, time }: FinalBook): Breach[] {
  if (time === null) return []
  const ends = walk(time.clockStart, time.entitledMs, time.credits)
  const wrong: string[] = []
  if (time.endsAt !== ends) wrong.push(`${holder} ends at ${time.endsAt}; the credits give ${ends}`)
  if (time.usedMs + time.remainingMs !== time.entitledMs)
    wrong.push(`${holder}: used ${time.usedMs} and remaining ${time.remainingMs} are not ${time.entitledMs}`)
  if (Math.min(time.usedMs, time.remainingMs, time.creditedMs) < 0) wrong.push(`${holder}: a negative time in ${JSON.stringify(time)}`)
  return wrong.map(witness => ({ law: 'time', attempt, witness }))
}

/** The end by walking from edge to edge of the credits, with the clock standing still inside any of them: another way than the ledger's. */
function walk(start: number, entitledMs: number, credits: readonly FinalCredit[]): number | null {
  const edges = credits
    .flatMap(credit => [
      { at: Math.max(start, credit.from), open: 1 },
      { at: Math.max(start, credit.until ?? Infinity), open: -1 },
    ])
    .toSorted((a, b) => a.at - b.at)
  let [at, left, open] = [start, entitledMs, 0]
  for (const edge of edges) {
    if (open === 0) {
      if (edge.at >= at + left) return at + left
      left -= edge.at - at
    }
    at = edge.at
    open += edge.open
  }
  return at === Infinity ? null : at + left
}

/** In true time: from the start that counts to the end by the clock lies at least what the ledger gives. */
function closedEarly(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  const starts = new Map<string, { at: number; siteTime: number }>()
  for (const entry of reading.history.entries) {
    if (entry.kind === 'started' && (starts.get(entry.attempt)?.siteTime ?? -Infinity) < entry.siteTime) starts.set(entry.attempt, entry)
    if (entry.kind !== 'clock-closed') continue
    const [start, book] = [starts.get(entry.attempt), reading.books.get(entry.attempt)]
    const closing = book?.closing
    if (!start || !book?.time || closing?.siteTime !== entry.siteTime) continue
    const before = book.time.credits.filter(credit => credit.grantedAt <= entry.siteTime)
    const ends = walk(book.time.clockStart, book.time.entitledMs, before)
    if (ends === null) continue
    const entitled = ends - start.siteTime
    if (entry.at - start.at < entitled - TOLERANCE_MS)
      breaches.push({
        law: 'time',
        attempt: entry.attempt,
        witness: `ended by the clock ${entry.at - start.at} ms after the start; entitled to ${entitled} ms`,
      })
  }
  return breaches
}
