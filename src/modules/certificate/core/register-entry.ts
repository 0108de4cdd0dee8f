import type { Hundredths } from '../../../kernel/marks.ts'
import type { Certificate } from './certificate.ts'
import { type ResultBand, resultBand } from './result-band.ts'

/** What the exam of a certificate showed: marks of both papers, null where the register holds none (older certificates). */
export type CertifiedMarks = { readonly theory: Hundredths | null; readonly practical: Hundredths | null }
/** The same for the public: bands instead of marks. */
export type CertifiedBands = { readonly theory: ResultBand | null; readonly practical: ResultBand | null }

/** A sheet of a certificate with everything the register keeps beside it. `institution` is the 8-digit code. */
export type RegisterEntry = Certificate & {
  readonly idMasked: string
  readonly institution: string
  readonly sessionId: string | null
  readonly sessionCode: string
  readonly marks: CertifiedMarks
  readonly signature: string
  /** guards the certificate against two changes at once */
  readonly version: number
}

export function bandsOf({ theory, practical }: CertifiedMarks): CertifiedBands {
  return { theory: theory === null ? null : resultBand(theory), practical: practical === null ? null : resultBand(practical) }
}

/** Province or industry: the first two digits of an institution's code. */
export function provinceOf(institution: string): string {
  return institution.slice(0, 2)
}
