import { z } from 'zod'
import { type Instant, instant } from '../../../../../kernel/instant.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { sqlFile } from '../../../../../platform/db/sql.ts'
import type { Attempt } from '../../../core/attempt/attempt.ts'
import { ResponseEvent, eventText } from '../../../core/events.ts'
import { type CountedMinutes, countedMinutes, ledgerOf } from '../../../core/protocol/pair/standing.ts'
import { type Book, type Closing, type Frontier, type StoredEvent, keyOf, openBook } from '../../../core/protocol/server/book.ts'
import type { AttemptPlace } from '../../attempts.ts'

const sql = sqlFile(import.meta.url, './book.sql')
const at = z.number().transform(ms => instant(ms))
const EntryRow = z.object({ epoch: z.number(), origin: z.number(), from: z.number().nullable(), openedAt: at, through: z.number() })
const StartRow = z.object({ origin: z.number(), startedAt: at, startRef: z.string() })
const ClosingRow = z.object({
  origin: z.number(),
  endedAt: at,
  how: z.enum(['candidate', 'clock', 'time-up', 'stopped', 'malpractice', 'absent']),
  epoch: z.number().nullable(),
  frontier: z.record(z.string(), z.object({ through: z.number(), beyond: z.array(z.number()) })),
  receiptCode: z.string(),
})
const MinutesRow = z.object({ id: z.string(), minutes: z.number(), grantedAt: at, fromAt: at.nullable(), toAt: at.nullable() })
const ContentRow = z.object({
  epoch: z.number(),
  seq: z.number(),
  item_id: z.string(),
  kind: z.string(),
  value: z.unknown(),
  client_ms: z.number(),
  received_at: z.number(),
})
const KeptRow = ContentRow.extend({ late: z.boolean(), taken: z.boolean() })

/** All that is stored of one attempt, as the protocol thinks of it. */
export type HeldBook = {
  readonly book: Book
  readonly minutes: readonly CountedMinutes[]
  /** Receipt codes by the key of their closing. */
  readonly receipts: ReadonlyMap<string, string>
  /** The flags as they stand in the table. */
  readonly flagged: ReadonlyMap<string, { readonly late: boolean; readonly taken: boolean }>
}

export const closingKey = (closing: Pick<Closing, 'origin' | 'endedAt'>): string => `${closing.origin}@${closing.endedAt}`

/** The entries of an attempt by their epochs. */
export async function entriesOf(tx: Tx, { sittingId, attemptId }: AttemptPlace): Promise<Book['entries']> {
  const entries = await sql.many(tx, 'entries-of-book', { sittingId, attemptId }, EntryRow)
  return new Map(entries.map(one => [one.epoch, one]))
}

export async function loadBook(tx: Tx, attempt: Attempt): Promise<HeldBook> {
  const place = { sittingId: attempt.sittingId, attemptId: attempt.attemptId }
  const entries = await sql.many(tx, 'entries-of-book', place, EntryRow)
  const starts = await sql.many(tx, 'starts-of-book', place, StartRow)
  const closings = await sql.many(tx, 'closings-of-book', place, ClosingRow)
  const minutes = countedMinutes(await sql.many(tx, 'minutes-of-book', place, MinutesRow))
  const clashes = (await sql.many(tx, 'clashes-of-book', place, ContentRow)).map(storedEventOf)
  const kept = await sql.many(tx, 'events-of-book', place, KeptRow)
  const started = starts.length === 0 ? null : instant(Math.max(...starts.map(one => one.startedAt)))
  const clockStart = attempt.rules.clock === 'sitting' ? attempt.rules.opensAt : (started ?? attempt.rules.opensAt)
  const { allottedMinutes, allowanceMinutes } = attempt.ledger
  const facts = { attemptId: attempt.attemptId, rules: attempt.rules, allottedMs: allottedMinutes * 60_000 }
  const book: Book = {
    ...openBook({ ...facts, allowanceMs: allowanceMinutes * 60_000 }),
    entries: new Map(entries.map(one => [one.epoch, one])),
    starts: new Map(starts.map(one => [one.origin, one])),
    closings: new Map(closings.map(one => [closingKey(one), { ...one, frontier: frontierFrom(one.frontier) }])),
    credits: new Map(ledgerOf(minutes, clockStart, attempt.pausedSince ?? null).map(one => [one.creditId, one])),
    events: new Map(kept.map(row => [keyOf(row), storedEventOf(row)])),
    clashes: new Map(clashes.map(one => [`${keyOf(one)} ${one.text}`, one])),
    through: new Map(entries.map(one => [one.epoch, one.through])),
  }
  const receipts = new Map(closings.map(one => [closingKey(one), one.receiptCode]))
  return { book, minutes, receipts, flagged: new Map(kept.map(row => [keyOf(row), { late: row.late, taken: row.taken }])) }
}

function storedEventOf(row: z.infer<typeof ContentRow>): StoredEvent {
  const event = ResponseEvent.parse({ seq: row.seq, itemId: row.item_id, kind: row.kind, value: row.value, clientMs: row.client_ms })
  return { ...event, epoch: row.epoch, receivedAt: instant(row.received_at), text: eventText(event) }
}

function frontierFrom(kept: z.infer<typeof ClosingRow>['frontier']): Frontier {
  return new Map(Object.entries(kept).map(([epoch, held]) => [Number(epoch), held]))
}

/** Notes a start at this server. */
export async function addStart(
  tx: Tx,
  place: AttemptPlace,
  start: { readonly origin: number; readonly startedAt: Instant; readonly startRef: string },
): Promise<void> {
  await sql.run(tx, 'add-start', { sittingId: place.sittingId, attemptId: place.attemptId, ...start })
}

type NewClosing = Omit<Closing, 'frontier'> & { readonly receiptCode: string }

/** Notes an end at this server, with all events that it holds at this moment. The epochs are sealed already. */
export async function addClosing(tx: Tx, { sittingId, attemptId }: AttemptPlace, closing: NewClosing): Promise<void> {
  const place = { sittingId, attemptId }
  const beyond = await sql.many(tx, 'beyond-reach', place, z.object({ epoch: z.number(), seq: z.number() }))
  const entries = await sql.many(tx, 'entries-of-book', place, EntryRow)
  const frontier = Object.fromEntries(
    entries.map(({ epoch, through }) => [epoch, { through, beyond: beyond.filter(one => one.epoch === epoch).map(one => one.seq) }]),
  )
  await sql.run(tx, 'add-closing', { ...place, ...closing, frontier: JSON.stringify(frontier) })
}

/** Writes the flags that differ, and the responses that follow from what counts. */
export async function writeDerived(
  tx: Tx,
  { sittingId, attemptId }: AttemptPlace,
  derived: {
    readonly flags: readonly { readonly epoch: number; readonly seq: number; readonly late: boolean }[]
    readonly taken: readonly { readonly epoch: number; readonly seq: number; readonly taken: boolean }[]
    readonly responses: readonly {
      readonly itemId: string
      readonly kind: string
      readonly value: unknown
      readonly epoch: number
      readonly seq: number
      readonly savedAt: Instant
    }[]
  },
): Promise<void> {
  const place = { sittingId, attemptId }
  if (derived.flags.length > 0) await sql.run(tx, 'flag-late', { ...place, rows: JSON.stringify(derived.flags) })
  if (derived.taken.length > 0) await sql.run(tx, 'flag-taken', { ...place, rows: JSON.stringify(derived.taken) })
  const rows = derived.responses.map(({ itemId, savedAt, ...one }) => ({ item_id: itemId, saved_at: savedAt, ...one }))
  await sql.run(tx, 'clear-responses', place)
  if (rows.length > 0) await sql.run(tx, 'put-responses', { ...place, rows: JSON.stringify(rows) })
}

/** Seals or opens all entries of an attempt, as its end says. */
export async function sealEntries(tx: Tx, { sittingId, attemptId }: AttemptPlace, endedAt: Instant | null): Promise<void> {
  await sql.run(tx, 'seal-entries', { sittingId, attemptId, endedAt })
}
