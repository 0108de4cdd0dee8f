import type { LocalDate } from '../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type InstitutionCode, type InstitutionKind, parseInstitutionCode } from './institution-code.ts'

/** A body that trains or assesses. `province` is the first two digits of its code: a province or an industry. */
export type Institution = {
  readonly code: InstitutionCode
  readonly name: string
  readonly province: string
  readonly kind: InstitutionKind
  readonly address: string
}

/** Duties a person is appointed to (聘任) at an institution. */
export const DUTIES = ['institution-manager', 'site-manager', 'invigilator', 'teacher', 'assessor', 'registrar'] as const
export type Duty = (typeof DUTIES)[number]

/** A person ↔ a duty ↔ a period; `until` null = until further notice. `levels` is empty for duties that know none. */
export type Appointment = {
  readonly appointmentId: string
  readonly institution: string
  readonly personId: string
  readonly duty: Duty
  readonly levels: readonly string[]
  readonly from: LocalDate
  readonly until: LocalDate | null
}

/** Reads an institution as it is entered. Refuses as the code does, and `institution-name-missing`. */
export function institutionFrom(draft: { readonly code: string; readonly name: string; readonly address: string }): Result<Institution> {
  const parsed = parseInstitutionCode(draft.code)
  if (!parsed.ok) return parsed
  const name = draft.name.normalize('NFKC').trim()
  if (name === '') return refuse('institution-name-missing', { code: parsed.value.code })
  const { code, parts } = parsed.value
  return ok({ code, name, province: parts.region, kind: parts.kind, address: draft.address.trim() })
}

/** Refuses `appointment-upside-down`. */
export function checkAppointment(draft: Appointment): Result<Appointment> {
  if (draft.until !== null && draft.until < draft.from) return refuse('appointment-upside-down', { from: draft.from, until: draft.until })
  return ok(draft)
}

/** Is the appointment in force on a day? Both ends belong to it. */
export function holdsOn(appointment: Pick<Appointment, 'from' | 'until'>, day: LocalDate): boolean {
  return day >= appointment.from && (appointment.until === null || day <= appointment.until)
}
