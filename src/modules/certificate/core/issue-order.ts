import type { LocalDate } from '../../../kernel/local-date.ts'
import { yearOf } from '../../../kernel/local-date.ts'
import type { Hundredths } from '../../../kernel/marks.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { editionOf, findScheme, isEditionId, isLevelCode, levelOf, numberFormatOn } from '../../standard/contract.ts'
import type { CertificateId } from './certificate.ts'
import { certificateNumber, type IssuerKind, type NationalLevel } from './number/certificate-number.ts'
import type { RegisterEntry } from './register-entry.ts'

/** An order to certify a person. `institution` is the 8-digit code of the assessment institution; marks are hundredths. */
export type IssueOrder = {
  readonly personId: string
  readonly name: string
  readonly idMasked: string
  readonly level: string
  readonly levelName: string
  readonly editionId: string
  readonly scheme: string
  readonly institution: string
  /** name of the institution as printed; its code when left out */
  readonly institutionName?: string
  readonly issuedOn: LocalDate
  readonly theory: Hundredths | null
  readonly practical: Hundredths | null
  readonly sessionCode: string
  readonly sessionId?: string
}

/** Which counter the serial comes from: per institution, year and national grade (16-digit numbers). */
export type NumberSeries = { readonly institution: string; readonly year: number; readonly grade: NationalLevel }

const OCCUPATION = '电子商务师'

/**
 * The series that numbers an order.
 * Refuses `issue-institution-malformed`, `issue-level-unknown`, `number-format-not-kept` (the scheme numbers otherwise on that day).
 */
export function seriesOf(order: IssueOrder): Result<NumberSeries> {
  if (!/^\d{4}[0-4]\d{3}$/.test(order.institution)) return refuse('issue-institution-malformed', { institution: order.institution })
  const scheme = findScheme(order.scheme)
  const format = scheme.ok ? numberFormatOn(scheme.value, order.issuedOn) : scheme
  if (!format.ok || format.value !== 'qualification-16')
    return refuse('number-format-not-kept', { scheme: order.scheme, day: order.issuedOn })
  const grade = gradeOf(order)
  if (grade === null) return refuse('issue-level-unknown', { edition: order.editionId, level: order.level })
  return ok({ institution: order.institution, year: yearOf(order.issuedOn), grade })
}

/** The register entry of an order under a serial, on its first sheet. Refuses as `seriesOf` and `certificateNumber` do. */
export function enter(
  order: IssueOrder,
  given: { readonly id: string; readonly serial: number },
): Result<Omit<RegisterEntry, 'signature'>> {
  const series = seriesOf(order)
  if (!series.ok) return series
  const { institution, year, grade } = series.value
  const number = certificateNumber({
    issueYear: year,
    province: institution.slice(0, 2),
    city: institution.slice(2, 4),
    kind: Number(institution[4]) as IssuerKind,
    institution: Number(institution.slice(5)),
    level: grade,
    serial: given.serial,
  })
  if (!number.ok) return number
  const { scheme, editionId, level, personId, idMasked, issuedOn, sessionCode } = order
  return ok({
    id: given.id as CertificateId,
    number: number.value,
    sheet: `${number.value}-01`,
    scheme,
    editionId,
    level,
    title: order.levelName,
    occupation: OCCUPATION,
    personId,
    holderName: order.name,
    issuedOn,
    issuer: order.institutionName ?? institution,
    remarks: [],
    state: { kind: 'valid' },
    idMasked,
    institution,
    sessionId: order.sessionId ?? null,
    sessionCode,
    marks: { theory: order.theory, practical: order.practical },
    version: 1,
  })
}

function gradeOf({ editionId, level }: IssueOrder): NationalLevel | null {
  if (!isEditionId(editionId) || !isLevelCode(level)) return null
  const found = levelOf(editionOf(editionId), level)
  return found.ok ? found.value.nationalGrade.value : null
}
