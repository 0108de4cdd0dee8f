import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { Json } from '../core/world/canonical.ts'
import { commandId, hash, worldTime } from '../core/world/ids.ts'
import type { LabEvent, Reply, TraceEntry, WorldState } from '../core/world/state.ts'
import type { WorldPlace } from './worlds.ts'

const sql = sqlFile(import.meta.url, './history.sql')

/** An entry of a trace with its number and the real time it came in. */
export type KeptEntry = TraceEntry & { readonly entry: number; readonly receivedAt: Instant }

const EventRow = z
  .object({
    seq: z.number(),
    at: z.number(),
    type: z.string(),
    by_ref: z.string(),
    cause: z.number(),
    data: z.string(),
    counters: z.string().nullable(),
    hash: z.string(),
  })
  .transform((row): LabEvent => ({
    seq: row.seq,
    at: worldTime(row.at),
    type: row.type,
    by: row.by_ref,
    cause: row.cause,
    data: JSON.parse(row.data) as Json,
    ...(row.counters === null ? {} : { counters: JSON.parse(row.counters) as Record<string, number> }),
    hash: hash(row.hash),
  }))

const EntryRow = z
  .object({
    entry: z.number(),
    command_id: z.string().nullable(),
    by_ref: z.string(),
    type: z.string(),
    from_seq: z.number(),
    at: z.number(),
    reply: z.string(),
    alarm: z.string().nullable(),
    received_at: z.number(),
  })
  .transform((row): KeptEntry => ({
    entry: row.entry,
    id: row.command_id === null ? null : commandId(row.command_id),
    by: row.by_ref,
    type: row.type,
    from: row.from_seq,
    at: worldTime(row.at),
    reply: JSON.parse(row.reply) as Reply,
    alarm: row.alarm,
    receivedAt: instant(row.received_at),
  }))

/** What one command adds to a world, and from where. */
export type Addition = WorldPlace & {
  readonly fromSeq: number
  readonly fromEntries: number
  readonly state: WorldState
  readonly events: readonly LabEvent[]
  readonly trace: readonly TraceEntry[]
  readonly now: Instant
}

function eventColumns(events: readonly LabEvent[]) {
  return {
    seqs: events.map(e => e.seq),
    ats: events.map(e => e.at),
    types: events.map(e => e.type),
    bys: events.map(e => e.by),
    causes: events.map(e => e.cause),
    datas: events.map(e => JSON.stringify(e.data)),
    counters: events.map(e => (e.counters === undefined ? null : JSON.stringify(e.counters))),
    hashes: events.map(e => e.hash),
  }
}

function entryColumns(trace: readonly TraceEntry[], fromEntries: number) {
  return {
    entries: fromEntries + trace.length,
    entryNumbers: trace.map((_, i) => fromEntries + i + 1),
    commandIds: trace.map(t => t.id),
    entryBys: trace.map(t => t.by),
    entryTypes: trace.map(t => t.type),
    fromSeqs: trace.map(t => t.from),
    entryAts: trace.map(t => t.at),
    replies: trace.map(t => JSON.stringify(t.reply)),
    alarms: trace.map(t => t.alarm),
  }
}

/**
 * Appends one command durably, in one statement. `false`: the world has moved on meanwhile, nothing was written. Throws a violation of the
 * key of command ids when this command has been answered before.
 */
export async function appendCommand(database: Database, addition: Addition): Promise<boolean> {
  const { events, trace, state, fromEntries } = addition
  const { rowCount } = await sql.alone(database, 'append', {
    ...addition,
    ...eventColumns(events),
    lastSeq: state.seq,
    lap: state.lap,
    head: state.head,
    ...entryColumns(trace, fromEntries),
  })
  return rowCount > 0
}

/** The events with which a world begins. */
export async function appendOpening(
  tx: Tx,
  place: WorldPlace,
  state: Pick<WorldState, 'seq' | 'head'>,
  events: readonly LabEvent[],
): Promise<void> {
  await sql.run(tx, 'opening', { ...place, ...eventColumns(events), lastSeq: state.seq, head: state.head, entries: 0 })
}

/** Writes down all entries of a world whose events stand already: a record that came from elsewhere. */
export async function appendTaken(tx: Tx, place: WorldPlace, trace: readonly TraceEntry[], now: Instant): Promise<void> {
  const { ownerId, worldId } = place
  await sql.run(tx, 'take-entries', { ownerId, worldId, now, ...entryColumns(trace, 0) })
}

/** The events after one, in their order; after 0 all of them. */
export function eventsAfter(tx: Tx, place: WorldPlace, seq: number): Promise<LabEvent[]> {
  return sql.many(tx, 'events-after', { ...place, seq }, EventRow)
}

/** Entries of the trace from a number on. */
export function entriesFrom(tx: Tx, place: WorldPlace, entry: number, most: number): Promise<KeptEntry[]> {
  return sql.many(tx, 'entries-from', { ...place, entry, most }, EntryRow)
}

/** What a command was answered, if it has been. */
export function entryOfCommand(tx: Tx, place: WorldPlace, id: string): Promise<KeptEntry | undefined> {
  return sql.maybe(tx, 'entry-of-command', { ...place, commandId: id }, EntryRow)
}

/** Keeps a state; an older one never takes the place of a newer. The order of its keys is kept too, so that going on differs in nothing. */
export async function putSnapshot(database: Database, place: WorldPlace, state: WorldState): Promise<void> {
  await sql.alone(database, 'put-snapshot', { ...place, seq: state.seq, state: gzipSync(JSON.stringify(state), { level: 1 }) })
}
