import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { attachEmbedded } from '../../../src/platform/db/embedded.ts'
import type { FinalBook, FinalCredit, FinalEvent, Given } from '../../history/history.ts'
import { givenText, receiptOf } from '../client/calls.ts'

const PATIENCE_MS = 60_000

/** Reads the tables themselves, and not through the server: what stands of these attempts. */
export async function readBooks(folder: string, attempts: readonly string[], now: number): Promise<FinalBook[]> {
  const client = await connected(folder)
  try {
    const rows = async <Row>(text: string) => (await client.query(text, [[...attempts]])).rows as (Row & { attempt_id: string })[]
    const events = Map.groupBy(
      await rows<EventRow>(
        'select attempt_id, epoch, seq, item_id, kind, value, late from response_event where attempt_id = any($1::uuid[])',
      ),
      row => row.attempt_id,
    )
    const given = Map.groupBy(
      await rows<GivenRow>('select attempt_id, epoch, seq, item_id, kind, value from response where attempt_id = any($1::uuid[])'),
      row => row.attempt_id,
    )
    const credits = Map.groupBy(
      await rows<CreditRow>(
        'select attempt_id, minutes, reason, granted_at from time_credit where attempt_id = any($1::uuid[]) order by granted_at, reason',
      ),
      row => row.attempt_id,
    )
    const found = await rows<AttemptRow>(`select id as attempt_id, state, rules, started_at, ended_at, ended_by, ends_at, receipt_code,
      allotted_minutes, allowance_minutes from attempt where id = any($1::uuid[])`)
    return found.map(row => ({
      attempt: row.attempt_id,
      events: (events.get(row.attempt_id) ?? []).map(eventOf),
      responses: (given.get(row.attempt_id) ?? []).map(givenOf),
      closing: closingOf(row),
      closedBy: row.ended_at === null ? [] : [0],
      review: [],
      time: timeOf(row, credits.get(row.attempt_id) ?? [], now),
    }))
  } finally {
    await client.end()
  }
}

/** A database that was killed takes a moment to come back. */
async function connected(folder: string): Promise<pg.Client> {
  for (const until = Date.now() + PATIENCE_MS; ; await pause(50)) {
    const config = attachEmbedded(folder)
    const client = config === null ? null : new pg.Client(config)
    client?.on('error', () => undefined)
    const open = await client?.connect().then(
      () => true,
      () => false,
    )
    if (client && open === true) return client
    if (Date.now() > until) throw new Error('the database did not come back within a minute')
  }
}

type GivenRow = { epoch: number; seq: number; item_id: string; kind: string; value: unknown }
type EventRow = GivenRow & { late: boolean }
type CreditRow = { minutes: number; reason: string; granted_at: string | number }
type AttemptRow = {
  state: string
  rules: { opensAt: number; clock: string }
  started_at: string | number | null
  ended_at: string | number | null
  ended_by: string | null
  ends_at: string | number | null
  receipt_code: string | null
  allotted_minutes: number
  allowance_minutes: number
}

function eventOf({ epoch, seq, item_id: itemId, kind, value, late }: EventRow): FinalEvent {
  return { epoch, seq, itemId, kind, late, text: givenText(itemId, kind, value) }
}

function givenOf({ epoch, seq, item_id: itemId, kind, value }: GivenRow): Given {
  return { epoch, seq, itemId, kind, text: givenText(itemId, kind, value) }
}

function closingOf(row: AttemptRow): FinalBook['closing'] {
  if (row.ended_at === null || row.receipt_code === null || row.ended_by === null) return null
  const endedAt = Number(row.ended_at)
  const receipt = receiptOf({ receiptCode: row.receipt_code, endedAt, how: row.ended_by as 'candidate' })
  return { how: row.ended_by, siteTime: endedAt, receipt }
}

/** Minutes that were given back are laid as intervals from the start of the clock, one after the other: they move the end by as much. */
function timeOf(row: AttemptRow, credits: readonly CreditRow[], now: number): FinalBook['time'] {
  if (row.started_at === null) return null
  const clockStart = row.rules.clock === 'sitting' ? row.rules.opensAt : Number(row.started_at)
  const entitledMs = (row.allotted_minutes + row.allowance_minutes) * 60_000
  let from = clockStart
  const intervals: FinalCredit[] = credits.map(({ minutes, reason, granted_at }) => {
    const credit = { creditId: reason, from, until: from + minutes * 60_000, grantedAt: Number(granted_at) }
    from = credit.until
    return credit
  })
  const creditedMs = from - clockStart
  const passed = Math.max(0, Number(row.ended_at ?? now) - clockStart - creditedMs)
  const usedMs = Math.min(entitledMs, passed)
  return {
    clockStart,
    entitledMs,
    credits: intervals,
    endsAt: row.ends_at === null ? null : Number(row.ends_at),
    usedMs,
    creditedMs,
    remainingMs: entitledMs - usedMs,
  }
}
