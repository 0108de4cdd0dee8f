import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'

const sql = sqlFile(import.meta.url, './tickets.sql')

/** A person's admission ticket for a session; `sittings` are those of its papers. */
export type KeptTicket = {
  readonly personId: string
  readonly sessionId: string
  readonly applicationId: string
  readonly level: string
  readonly ticketNumber: string
  readonly siteCode: string
  readonly sittings: readonly string[]
}

const KeyRow = z.object({ application_id: z.string() })
const TicketRow = z
  .object({
    person_id: z.string(),
    session_id: z.string(),
    application_id: z.string(),
    level: z.string(),
    ticket_number: z.string(),
    site_code: z.string(),
    sittings: z.array(z.string()),
  })
  .transform((row): KeptTicket => {
    const { level, sittings } = row
    const who = { personId: row.person_id, sessionId: row.session_id, applicationId: row.application_id }
    return { ...who, level, sittings, ticketNumber: row.ticket_number, siteCode: row.site_code }
  })

/** Keeps a ticket under its number; the same again changes nothing. Throws when the number belongs to another application. */
export async function insertTicket(tx: Tx, ticket: KeptTicket, issuedAt: Instant): Promise<void> {
  const { ticketNumber, sessionId, applicationId } = ticket
  if ((await sql.run(tx, 'insert-ticket-key', { ticketNumber, sessionId, applicationId })) === 0) {
    const key = await sql.one(tx, 'find-ticket-key', { ticketNumber, sessionId }, KeyRow)
    if (key.application_id !== applicationId) throw new Error(`ticket number ${ticketNumber} was given out twice`)
  }
  await sql.run(tx, 'insert-ticket', { ...ticket, sittings: JSON.stringify(ticket.sittings), issuedAt })
}

/** Of arranged sessions, the latest first. */
export function ticketsOfPerson(tx: Tx, personId: string): Promise<KeptTicket[]> {
  return sql.many(tx, 'tickets-of-person', { personId }, TicketRow)
}

export async function deleteTickets(tx: Tx, sessionId: string): Promise<void> {
  await sql.run(tx, 'delete-tickets', { sessionId })
  await sql.run(tx, 'delete-ticket-keys', { sessionId })
}
