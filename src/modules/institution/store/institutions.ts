import { z } from 'zod'
import type { Instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { Authorisation, AuthorisationId, AuthorisationState } from '../core/authorisation.ts'
import { type Appointment, DUTIES, type Institution } from '../core/institution.ts'
import type { InstitutionCode, InstitutionKind } from '../core/institution-code.ts'
import type { Room, RoomId } from '../core/room.ts'

const sql = sqlFile(import.meta.url, './institutions.sql')
const texts = z.array(z.string())
const day = z.string().transform(localDate)

const InstitutionRow = z
  .object({ institution_id: z.string(), name: z.string(), province: z.string(), kind: z.number(), address: z.string() })
  .transform((row): Institution => {
    const { name, province, address } = row
    return { code: row.institution_id as InstitutionCode, name, province, kind: row.kind as InstitutionKind, address }
  })
const AuthorisationRow = z
  .object({
    institution_id: z.string(),
    authorisation_id: z.string(),
    scopes: z.array(z.enum(['training', 'assessment'])),
    levels: texts,
    from_day: day,
    until_day: day,
    state: z.enum(['granted', 'suspended', 'withdrawn']),
    reason: z.string(),
  })
  .transform((row): Authorisation => {
    const { scopes, levels, state, reason } = row
    const id = row.authorisation_id as AuthorisationId
    return { id, institutionId: row.institution_id, scopes, levels, from: row.from_day, until: row.until_day, state, reason }
  })
const RoomRow = z
  .object({
    institution_id: z.string(),
    room_id: z.string(),
    number: z.number(),
    name: z.string(),
    uses: z.array(z.enum(['theory', 'skill'])),
    grid_rows: z.number(),
    grid_columns: z.number(),
    gaps: z.array(z.object({ row: z.number(), column: z.number() })),
    numbering: z.enum(['rows', 'snake']),
    spare_seats: z.number(),
    certified_until: day.nullable(),
  })
  .transform((row): Room => {
    const { number, name, uses, gaps, numbering } = row
    const grid = { rows: row.grid_rows, columns: row.grid_columns, gaps, numbering, spareSeats: row.spare_seats }
    return {
      id: row.room_id as RoomId,
      institutionId: row.institution_id,
      number,
      name,
      uses,
      ...grid,
      certifiedUntil: row.certified_until,
    }
  })
const AppointmentRow = z
  .object({
    institution_id: z.string(),
    appointment_id: z.string(),
    person_id: z.string(),
    duty: z.enum(DUTIES),
    levels: texts,
    from_day: day,
    until_day: day.nullable(),
  })
  .transform((row): Appointment => {
    const { duty, levels } = row
    const who = { appointmentId: row.appointment_id, institution: row.institution_id, personId: row.person_id }
    return { ...who, duty, levels, from: row.from_day, until: row.until_day }
  })

/** False when the code is taken. */
export async function insertInstitution(tx: Tx, institution: Institution, enteredAt: Instant): Promise<boolean> {
  return (await sql.run(tx, 'insert-institution', { ...institution, enteredAt })) === 1
}

export function findInstitution(tx: Tx, code: string): Promise<Institution | undefined> {
  return sql.maybe(tx, 'find-institution', { code }, InstitutionRow)
}

/** By code; `province` blank = the whole nation. */
export function listInstitutions(tx: Tx, province: string): Promise<Institution[]> {
  return sql.many(tx, 'list-institutions', { province }, InstitutionRow)
}

export async function insertAuthorisation(tx: Tx, authorisation: Authorisation): Promise<void> {
  const { scopes, levels } = authorisation
  const packed = { scopes: JSON.stringify(scopes), levels: JSON.stringify(levels) }
  await sql.run(tx, 'insert-authorisation', { ...authorisation, institution: authorisation.institutionId, ...packed })
}

export function listAuthorisations(tx: Tx, institutions: readonly string[]): Promise<Authorisation[]> {
  return sql.many(tx, 'authorisations-of', { institutions }, AuthorisationRow)
}

/** False when the state was changed meanwhile. */
export async function saveAuthorisationState(tx: Tx, changed: Authorisation, before: AuthorisationState): Promise<boolean> {
  const { id, institutionId: institution, state, reason } = changed
  return (await sql.run(tx, 'change-authorisation', { id, institution, state, reason, before })) === 1
}

/** False when the institution has a room of this number. */
export async function insertRoom(tx: Tx, room: Room): Promise<boolean> {
  const packed = { uses: JSON.stringify(room.uses), gaps: JSON.stringify(room.gaps) }
  return (await sql.run(tx, 'insert-room', { ...room, institution: room.institutionId, ...packed })) === 1
}

/** By institution and number. */
export function listRooms(tx: Tx, institutions: readonly string[]): Promise<Room[]> {
  return sql.many(tx, 'rooms-of', { institutions }, RoomRow)
}

export async function insertAppointment(tx: Tx, appointment: Appointment, enteredAt: Instant): Promise<void> {
  await sql.run(tx, 'insert-appointment', { ...appointment, levels: JSON.stringify(appointment.levels), enteredAt })
}

export function listAppointments(tx: Tx, institution: string): Promise<Appointment[]> {
  return sql.many(tx, 'appointments-of', { institution }, AppointmentRow)
}
