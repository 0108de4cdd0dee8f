import { ok, refuse, type Refused, type Result } from '../../../../kernel/result.ts'
import { editionOf, isEditionId, isLevelCode, levelOf } from '../../../standard/contract.ts'
import { bandsOf, type CertifiedBands, type RegisterEntry } from '../register-entry.ts'
import { lookUp, type PublicCertificate, publicView } from './look-up.ts'

/** What the public reads of a certificate: its standing, and what was certified. */
export type PublicEntry = PublicCertificate & {
  /** only the last four characters of the document's number */
  readonly idTail: string
  readonly edition: string
  /** national grade 5 (lowest) to 1, null for abilities beside the ladder */
  readonly grade: number | null
  readonly sessionCode: string
  readonly bands: CertifiedBands
}

export function publicEntry(entry: RegisterEntry): PublicEntry {
  const edition = isEditionId(entry.editionId) ? editionOf(entry.editionId) : null
  const level = edition && isLevelCode(entry.level) ? levelOf(edition, entry.level) : null
  return {
    ...publicView(entry),
    idTail: entry.idMasked.slice(-4),
    edition: edition?.title.value ?? entry.editionId,
    grade: level?.ok ? level.value.nationalGrade.value : null,
    sessionCode: entry.sessionCode,
    bands: bandsOf(entry.marks),
  }
}

/** The public answer to a number and a name, from all sheets the register holds under them. Refuses as `lookUp` does. */
export function lookUpEntry(
  query: { readonly number: string; readonly name: string },
  entries: readonly RegisterEntry[],
): Result<PublicEntry> {
  const found = lookUp(query, entries)
  const entry = found.ok ? entries.find(e => e.sheet === found.value.sheet) : undefined
  return found.ok && entry ? ok(publicEntry(entry)) : (found as Refused)
}

/** The answer to a scanned code. Refuses `code-not-genuine` alike for a sheet that never was and for a signature that does not fit. */
export function verifiedEntry(entry: RegisterEntry | undefined, genuine: boolean): Result<PublicEntry> {
  return entry && genuine ? ok(publicEntry(entry)) : refuse('code-not-genuine')
}
