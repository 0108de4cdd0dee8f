import type { LocalDate } from '../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import { type AuthorisationId, type AuthorisedScope, grantAuthorisation } from '../core/authorisation.ts'
import { checkAppointment, type Duty, institutionFrom } from '../core/institution.ts'
import type { InstitutionCode } from '../core/institution-code.ts'
import { checkRoom, type GridPlace, type Numbering, type RoomId } from '../core/room.ts'
import { findInstitution, insertAppointment, insertAuthorisation, insertInstitution, insertRoom } from '../store/institutions.ts'

/** Enters an institution. Refuses a malformed code, `institution-name-missing`, `institution-exists`. */
export async function enterInstitution(
  tx: Tx,
  ctx: Ctx,
  draft: { readonly code: string; readonly name: string; readonly address: string },
): Promise<Result<{ readonly code: InstitutionCode }>> {
  const institution = institutionFrom(draft)
  if (!institution.ok) return institution
  const { code, name } = institution.value
  if (!(await insertInstitution(tx, institution.value, ctx.now))) return refuse('institution-exists', { code })
  await record(tx, ctx, { type: 'institution-entered', subject: { kind: 'institution', id: code }, facts: { name } })
  return ok({ code })
}

export type AuthorisationDraft = {
  readonly institution: string
  readonly scopes: readonly AuthorisedScope[]
  readonly levels: readonly string[]
  readonly from: LocalDate
  readonly until: LocalDate
}

/** Grants an authorisation. Refuses `institution-unknown`, `authorisation-empty`, `authorisation-upside-down`. */
export async function enterAuthorisation(
  tx: Tx,
  ctx: Ctx,
  draft: AuthorisationDraft,
): Promise<Result<{ readonly authorisationId: AuthorisationId }>> {
  const { institution, scopes, levels, from, until } = draft
  if (!(await findInstitution(tx, institution))) return refuse('institution-unknown', { code: institution })
  const granted = grantAuthorisation({ id: newId() as AuthorisationId, institutionId: institution, scopes, levels, from, until })
  if (!granted.ok) return granted
  await insertAuthorisation(tx, granted.value)
  const facts = { authorisation: granted.value.id, scopes, levels, from, until }
  await record(tx, ctx, { type: 'authorisation-granted', subject: { kind: 'institution', id: institution }, facts })
  return ok({ authorisationId: granted.value.id })
}

export type RoomDraft = {
  readonly institution: string
  readonly number: number
  readonly name: string
  readonly uses: readonly ('theory' | 'skill')[]
  readonly rows: number
  readonly columns: number
  readonly gaps?: readonly GridPlace[]
  readonly numbering?: Numbering
  readonly spareSeats?: number
  readonly certifiedUntil: LocalDate | null
}

/** Enters a room with its seat grid. Refuses `institution-unknown`, `room-number-taken`, and as the grid does (`room-grid-invalid` …). */
export async function enterRoom(tx: Tx, ctx: Ctx, draft: RoomDraft): Promise<Result<{ readonly roomId: RoomId }>> {
  const { institution, number, name, uses, rows, columns, certifiedUntil } = draft
  if (!(await findInstitution(tx, institution))) return refuse('institution-unknown', { code: institution })
  const grid = { gaps: draft.gaps ?? [], numbering: draft.numbering ?? ('rows' as const), spareSeats: draft.spareSeats ?? 0 }
  const id = newId() as RoomId
  const room = checkRoom({ id, institutionId: institution, number, name, uses, rows, columns, ...grid, certifiedUntil })
  if (!room.ok) return room
  if (!(await insertRoom(tx, room.value))) return refuse('room-number-taken', { number })
  const facts = { room: id, number, rows, columns, uses, certifiedUntil }
  await record(tx, ctx, { type: 'room-entered', subject: { kind: 'institution', id: institution }, facts })
  return ok({ roomId: id })
}

export type AppointmentDraft = {
  readonly institution: string
  readonly personId: string
  readonly duty: Duty
  readonly levels?: readonly string[]
  readonly from: LocalDate
  readonly until: LocalDate | null
}

/** Appoints a person to a duty. Refuses `institution-unknown`, `appointment-upside-down`. */
export async function enterAppointment(tx: Tx, ctx: Ctx, draft: AppointmentDraft): Promise<Result<{ readonly appointmentId: string }>> {
  const { institution, personId, duty, from, until } = draft
  if (!(await findInstitution(tx, institution))) return refuse('institution-unknown', { code: institution })
  const appointment = checkAppointment({ ...draft, appointmentId: newId(), levels: draft.levels ?? [] })
  if (!appointment.ok) return appointment
  await insertAppointment(tx, appointment.value, ctx.now)
  const facts = { appointment: appointment.value.appointmentId, person: personId, duty, from, until }
  await record(tx, ctx, { type: 'person-appointed', subject: { kind: 'institution', id: institution }, facts })
  return ok({ appointmentId: appointment.value.appointmentId })
}
