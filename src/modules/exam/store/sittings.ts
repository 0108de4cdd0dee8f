import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { HallPaper, HallRoom } from '../core/arrangement/plan-arrangement.ts'
import type { SiteNumber } from '../core/ticket/number-tickets.ts'

const sql = sqlFile(import.meta.url, './sittings.sql')
const moment = z.number().transform(instant)

/** A paper of a level at a site in a time slot, with the rooms it is held in. */
export type Sitting = {
  readonly sittingId: string
  readonly sessionId: string
  readonly siteCode: string
  readonly siteName: string
  readonly level: string
  readonly paper: HallPaper
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly minutes: number
  readonly rooms: readonly HallRoom[]
  readonly closedAt: Instant | null
}

const Rooms = z.array(
  z.object({
    roomId: z.string(),
    number: z.number(),
    name: z.string(),
    uses: z.array(z.enum(['theory', 'skill'])),
    rows: z.number(),
    columns: z.number(),
    seats: z.array(z.object({ seatNo: z.number(), row: z.number(), column: z.number() })),
  }),
)
const SittingRow = z
  .object({
    sitting_id: z.string(),
    session_id: z.string(),
    site_code: z.string(),
    site_name: z.string(),
    level: z.string(),
    paper: z.enum(['theory', 'skill']),
    starts_at: moment,
    ends_at: moment,
    minutes: z.number(),
    rooms: Rooms,
    closed_at: moment.nullable(),
  })
  .transform((row): Sitting => {
    const { level, paper, minutes, rooms } = row
    const place = { sittingId: row.sitting_id, sessionId: row.session_id, siteCode: row.site_code, siteName: row.site_name }
    return { ...place, level, paper, minutes, rooms, startsAt: row.starts_at, endsAt: row.ends_at, closedAt: row.closed_at }
  })

/** Leaves a sitting alone that the session has already. */
export async function insertSitting(tx: Tx, sitting: Omit<Sitting, 'closedAt'>): Promise<void> {
  await sql.run(tx, 'insert-sitting', { ...sitting, rooms: JSON.stringify(sitting.rooms) })
}

/** A sitting of an arranged session; nothing while its seats are not visible. */
export function findSitting(tx: Tx, sittingId: string): Promise<Sitting | undefined> {
  return sql.maybe(tx, 'find-sitting', { sittingId }, SittingRow)
}

/** Also those of an arrangement under way. */
export function sittingsOfSession(tx: Tx, sessionId: string): Promise<Sitting[]> {
  return sql.many(tx, 'sittings-of-session', { sessionId }, SittingRow)
}

/** Sittings of arranged sessions that start within a span, its end not included. */
export function visibleSittings(tx: Tx, span: { readonly from: Instant; readonly until: Instant }): Promise<Sitting[]> {
  return sql.many(tx, 'visible-sittings', span, SittingRow)
}

/** False when it is closed already. */
export async function saveClosed(tx: Tx, closing: { readonly sittingId: string; readonly closedAt: Instant; readonly closedBy: string }) {
  return (await sql.run(tx, 'close-sitting', closing)) === 1
}

export async function deleteSittings(tx: Tx, sessionId: string): Promise<void> {
  await sql.run(tx, 'delete-sittings', { sessionId })
}

const FormRow = z
  .object({ level: z.string(), form: z.enum(['A', 'B', 'P']), form_id: z.string(), package_id: z.string() })
  .transform(row => ({ level: row.level, form: row.form, formId: row.form_id, packageId: row.package_id }))
export type SessionForm = z.infer<typeof FormRow>

export async function insertForm(tx: Tx, sessionId: string, form: SessionForm): Promise<void> {
  await sql.run(tx, 'insert-form', { sessionId, ...form })
}

export function formsOfSession(tx: Tx, sessionId: string): Promise<SessionForm[]> {
  return sql.many(tx, 'forms-of-session', { sessionId }, FormRow)
}

const SiteNumberRow = z
  .object({ province: z.string(), site_number: z.number(), site_code: z.string() })
  .transform((row): SiteNumber => ({ province: row.province, siteNumber: row.site_number, siteCode: row.site_code }))

/** `spareGiven`: how many numbers the site gave to candidates without a theory seat. */
export async function keepSiteNumber(tx: Tx, sessionId: string, site: SiteNumber & { readonly spareGiven: number }): Promise<void> {
  await sql.run(tx, 'insert-site-number', { sessionId, ...site })
}

export function siteNumbers(tx: Tx, sessionId: string): Promise<SiteNumber[]> {
  return sql.many(tx, 'site-numbers', { sessionId }, SiteNumberRow)
}
