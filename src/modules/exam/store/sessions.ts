import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import { instant } from '../../../kernel/instant.ts'
import { isLocalDate, type LocalDate, localDate } from '../../../kernel/local-date.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { NominalMonth } from '../core/calendar/calendar.ts'
import type { HolidayOverride } from '../core/calendar/holiday-table.ts'
import type { DayChoice, Session, SessionId } from '../core/session.ts'

const sql = sqlFile(import.meta.url, './sessions.sql')
const day = z.string().transform(localDate)

/** A session as it is kept: with its registration window once published, and when its seats became visible. */
export type KeptSession = Session & {
  readonly opensOn: LocalDate | null
  readonly closesOn: LocalDate | null
  readonly windowReason: string | null
  readonly arrangedAt: Instant | null
  readonly version: number
}

const SessionRow = z
  .object({
    session_id: z.string(),
    scheme: z.string(),
    code: z.string(),
    nominal: z.string(),
    edition_id: z.string(),
    flag: z.enum(['national', 'trial']),
    levels: z.array(z.string()),
    day,
    expected_day: day.nullable(),
    override_reason: z.string().nullable(),
    state: z.enum(['draft', 'published', 'closed', 'held', 'finished']),
    opens_on: day.nullable(),
    closes_on: day.nullable(),
    window_reason: z.string().nullable(),
    arranged_at: z.number().nullable(),
    version: z.number(),
  })
  .transform((row): KeptSession => {
    const { scheme, code, flag, levels, state, version } = row
    const names = { id: row.session_id as SessionId, nominal: row.nominal as NominalMonth, editionId: row.edition_id }
    const window = { opensOn: row.opens_on, closesOn: row.closes_on, windowReason: row.window_reason }
    const arrangedAt = row.arranged_at === null ? null : instant(row.arranged_at)
    return { ...names, scheme, code, flag, levels, state, version, day: row.day, dayChoice: choiceOf(row), ...window, arrangedAt }
  })

function choiceOf(row: { readonly expected_day: LocalDate | null; readonly override_reason: string | null }): DayChoice {
  return row.expected_day === null || row.override_reason === null
    ? { kind: 'by-rule' }
    : { kind: 'overridden', expected: row.expected_day, reason: row.override_reason }
}

/** False when the scheme has a session of this code. */
export async function insertSession(tx: Tx, session: Session, draftedAt: Instant): Promise<boolean> {
  const overridden = session.dayChoice.kind === 'overridden' ? session.dayChoice : null
  const choice = { expectedDay: overridden?.expected ?? null, overrideReason: overridden?.reason ?? null }
  return (await sql.run(tx, 'insert-session', { ...session, levels: JSON.stringify(session.levels), ...choice, draftedAt })) === 1
}

export function findSession(tx: Tx, sessionId: string): Promise<KeptSession | undefined> {
  return sql.maybe(tx, 'find-session', { sessionId }, SessionRow)
}

/** The row stays locked until the end of the transaction. */
export function lockSession(tx: Tx, sessionId: string): Promise<KeptSession | undefined> {
  return sql.maybe(tx, 'lock-session', { sessionId }, SessionRow)
}

/** Held on this day or later, the latest first. */
export function listSessions(tx: Tx, fromDay: LocalDate): Promise<KeptSession[]> {
  return sql.many(tx, 'list-sessions', { fromDay }, SessionRow)
}

export function sessionsOfScheme(
  tx: Tx,
  of: { readonly scheme: string; readonly fromMonth: string; readonly untilMonth: string },
): Promise<KeptSession[]> {
  return sql.many(tx, 'sessions-of-scheme', of, SessionRow)
}

/** Keeps a session's new state and window. False when somebody changed it meanwhile. */
export async function saveSessionState(tx: Tx, session: KeptSession): Promise<boolean> {
  const { id: sessionId, state, opensOn, closesOn, windowReason, version } = session
  return (await sql.run(tx, 'advance-session', { sessionId, state, opensOn, closesOn, windowReason, version })) === 1
}

export async function setArranged(tx: Tx, sessionId: string, arrangedAt: Instant | null): Promise<void> {
  await sql.run(tx, 'set-arranged', { sessionId, arrangedAt })
}

const Days = z.array(z.object({ day, zh: z.string(), en: z.string() }))
const EditRow = z
  .object({
    edit: z.object({
      year: z.number(),
      whole: z.boolean(),
      statutory: Days,
      makeUpWorkingDays: Days,
      ordinary: z.array(z.string().refine(isLocalDate)),
      notice: z.string(),
    }),
  })
  .transform((row): HolidayOverride => ({ ...row.edit, ordinary: row.edit.ordinary.map(localDate) }))

/** False when another edit of the year took its place meanwhile. */
export async function insertHolidayOverride(
  tx: Tx,
  entry: { readonly overrideId: string; readonly edit: HolidayOverride; readonly enteredBy: string; readonly enteredAt: Instant },
): Promise<boolean> {
  const { edit } = entry
  return (await sql.run(tx, 'insert-override', { ...entry, year: edit.year, edit: JSON.stringify(edit) })) === 1
}

export function listHolidayOverrides(tx: Tx, years: { readonly fromYear: number; readonly untilYear: number }): Promise<HolidayOverride[]> {
  return sql.many(tx, 'list-overrides', years, EditRow)
}
