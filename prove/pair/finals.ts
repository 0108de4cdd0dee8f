import type pg from 'pg'
import { canonicalJson } from '../../src/kernel/canonical-json.ts'
import type { FinalBook, Holder } from '../history/history.ts'
import { SITTING, withTables } from './hall.ts'

type Row = Readonly<globalThis.Record<string, unknown>>
const text = (row: Row) => canonicalJson([row['item_id'], row['kind'], row['value'] ?? null])

/** What a server holds in the end, read from its tables. `review`: kinds of contradiction by attempt. */
export function finalsOf(folder: string, name: string, review: ReadonlyMap<string, readonly string[]>): Promise<Holder> {
  return withTables(folder, async client => {
    const ask = async (sql: string) => (await client.query(sql, [SITTING])).rows as Row[]
    const attempts = await ask('select id, state, ended_at, ended_by, receipt_code from attempt where sitting_id = $1 order by id')
    const events = await ask(
      'select attempt_id, epoch, seq, item_id, kind, value, late from response_event where sitting_id = $1 order by attempt_id, epoch, seq',
    )
    const responses = await ask('select attempt_id, epoch, seq, item_id, kind, value from response where sitting_id = $1')
    const closings = await ask('select attempt_id, origin from attempt_closing where sitting_id = $1')
    const of = (rows: readonly Row[], id: unknown) => rows.filter(row => row['attempt_id'] === id)
    const content = (row: Row) => ({
      epoch: Number(row['epoch']),
      seq: Number(row['seq']),
      itemId: String(row['item_id']),
      kind: String(row['kind']),
      text: text(row),
    })
    const books = attempts.map((row): FinalBook => {
      const attempt = String(row['id'])
      return {
        attempt,
        events: of(events, attempt).map(one => ({ ...content(one), late: one['late'] === true })),
        responses: of(responses, attempt).map(content),
        closing:
          row['ended_at'] === null
            ? null
            : { how: String(row['ended_by']), siteTime: Number(row['ended_at']), receipt: String(row['receipt_code']) },
        closedBy: of(closings, attempt).map(one => Number(one['origin'])),
        review: review.get(attempt) ?? [],
        time: null,
      }
    })
    return { name, books }
  })
}

/** Tables that are the same at both servers once all is quiet, with the columns that must be. */
const SAME: readonly (readonly [string, string])[] = [
  ['response_event', 'attempt_id, epoch, seq, digest, client_ms, received_at, fenced, late'],
  ['response', 'attempt_id, item_id, kind, value, epoch, seq, saved_at'],
  ['attempt_epoch', 'attempt_id, epoch, token_hash, opened_at, stored_through, sealed_at, origin, entered_from'],
  ['attempt_start', 'attempt_id, origin, started_at, start_ref'],
  ['attempt_closing', 'attempt_id, origin, ended_at, how, epoch, frontier, receipt_code'],
  [
    'attempt',
    'id, state, epoch, started_at, ends_at, accepts_until, ended_at, ended_by, receipt_code, credit_minutes, paused_since, room_label, seat_label',
  ],
  ['time_credit', 'id, attempt_id, minutes, reason, granted_by, granted_at, from_at, to_at'],
  ['event_clash', 'attempt_id, epoch, seq, digest, received_at'],
  ['hall_act', 'id, origin, kind, facts, done_by, witness, done_at'],
  ['hall_halt', 'id, kind, room_label, from_at, to_at, outcome'],
  ['hall_credit', 'id, scope, from_at, to_at, state, decided_at'],
  ['malpractice_record', 'id, candidate_ref, reason, stopped, recorded_at'],
  ['incident', 'id, attempt_id, kind, facts, recorded_at'],
  ['help_call', 'id, attempt_id, called_at, answered_at'],
  ['attempt_file', 'attempt_id, item_id, sha256, name, media_type, bytes, added_at'],
  ['seb_lock', 'id, attempt_id, cause, locked_at, unlocked_at'],
  ['seat_move', 'id, candidate_ref, to_room, to_seat, moved_at'],
  ['hall_candidate', 'candidate_ref, room_label, seat_label, checked_in_at, absent_at'],
]

/** Rows that only one of two servers holds, by table; nothing when both hold the same. */
export async function differences(a: string, b: string): Promise<string[]> {
  const [ofA, ofB] = await Promise.all([a, b].map(folder => withTables(folder, readSame)))
  return SAME.flatMap(([table]) => {
    const [one, other] = [new Set(ofA?.get(table)), new Set(ofB?.get(table))]
    const only = (name: string, mine: ReadonlySet<string>, theirs: ReadonlySet<string>) =>
      [...mine].filter(row => !theirs.has(row)).map(row => `${table}, only ${name}: ${row}`)
    return [...only('A', one, other), ...only('B', other, one)]
  })
}

async function readSame(client: pg.Client): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const [table, columns] of SAME) {
    const { rows } = await client.query(`select jsonb_build_array(${columns})::text as row from ${table} where sitting_id = $1`, [SITTING])
    found.set(
      table,
      rows.map((row: { row: string }) => row.row),
    )
  }
  return found
}
