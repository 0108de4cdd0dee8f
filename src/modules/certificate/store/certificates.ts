import { z } from 'zod'
import { instant, type Instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { hundredths } from '../../../kernel/marks.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { Certificate, CertificateId, CertificateState, ReissueReason } from '../core/certificate.ts'
import type { IssueOrder, NumberSeries } from '../core/issue-order.ts'
import { provinceOf, type RegisterEntry } from '../core/register-entry.ts'

const sql = sqlFile(import.meta.url, './certificates.sql')
const SerialRow = z.object({ last_serial: z.number().int() })
const NumberRow = z.object({ certificate_number: z.string() })
const IssueRow = z.object({ certificate_number: z.string().nullable() })
const TotalRow = z.object({ total: z.number().int() })
const StateRow = z.object({
  state: z.enum(['valid', 'replaced', 'revoked']),
  state_by: z.string().nullable(),
  state_at: z.number().nullable(),
  state_reason: z.string().nullable(),
  new_sheet: z.string().nullable(),
})
const EntryRow = StateRow.extend({
  certificate_number: z.string(),
  person_id: z.string(),
  holder_name: z.string(),
  id_masked: z.string(),
  scheme: z.string(),
  edition_id: z.string(),
  level: z.string(),
  title: z.string(),
  occupation: z.string(),
  institution: z.string(),
  issuer: z.string(),
  session_id: z.string().nullable(),
  session_code: z.string(),
  theory_mark: z.number().int().nullable(),
  practical_mark: z.number().int().nullable(),
  issued_on: z.string(),
  version: z.number().int(),
  sheet_number: z.string(),
  certificate_id: z.string(),
  remarks: z.array(z.object({ zh: z.string(), en: z.string() })),
  signature: z.string(),
})
type EntryRow = z.infer<typeof EntryRow>

function entryOf(row: EntryRow): RegisterEntry {
  return {
    id: row.certificate_id as CertificateId,
    number: row.certificate_number,
    sheet: row.sheet_number,
    scheme: row.scheme,
    editionId: row.edition_id,
    level: row.level,
    title: row.title,
    occupation: row.occupation,
    personId: row.person_id,
    holderName: row.holder_name,
    issuedOn: localDate(row.issued_on),
    issuer: row.issuer,
    remarks: row.remarks,
    state: stateOf(row),
    idMasked: row.id_masked,
    institution: row.institution,
    sessionId: row.session_id,
    sessionCode: row.session_code,
    marks: {
      theory: row.theory_mark === null ? null : hundredths(row.theory_mark),
      practical: row.practical_mark === null ? null : hundredths(row.practical_mark),
    },
    signature: row.signature,
    version: row.version,
  }
}

function stateOf(row: z.infer<typeof StateRow>): CertificateState {
  if (row.state === 'valid') return { kind: 'valid' }
  const by = row.state_by ?? ''
  const at = instant(row.state_at ?? 0)
  if (row.state === 'revoked') return { kind: 'revoked', by, at, reason: row.state_reason ?? '' }
  return { kind: 'replaced', by, at, reason: (row.state_reason ?? 'lost') as ReissueReason, newSheet: row.new_sheet ?? '' }
}

type IssueKey = Pick<IssueOrder, 'personId' | 'scheme' | 'sessionCode' | 'level'>

/** Claims the one certificate of a person, session and level; otherwise the number that was issued before. */
export async function claimIssue(
  tx: Tx,
  key: IssueKey,
): Promise<{ readonly claimed: true } | { readonly claimed: false; readonly number: string }> {
  const { personId, scheme, sessionCode, level } = key
  if ((await sql.run(tx, 'claim-issue', { personId, scheme, sessionCode, level })) === 1) return { claimed: true }
  const { certificate_number: number } = await sql.one(tx, 'find-issue', { personId, scheme, sessionCode, level }, IssueRow)
  if (number === null) throw new Error(`a claim without a certificate: ${scheme} ${sessionCode} ${level}`)
  return { claimed: false, number }
}

/** The next serial of a series, without gap: it is taken in the transaction that issues. */
export async function nextSerial(tx: Tx, series: NumberSeries): Promise<number> {
  return (await sql.one(tx, 'next-serial', series, SerialRow)).last_serial
}

export async function insertEntry(
  tx: Tx,
  entry: RegisterEntry,
  kept: { nameIndex: string; issuedBy: string; issuedAt: Instant },
): Promise<void> {
  const { marks, remarks: _, state: __, signature: ___, id: ____, ...row } = entry
  await sql.run(tx, 'insert-certificate', {
    ...row,
    ...kept,
    province: provinceOf(entry.institution),
    theory: marks.theory,
    practical: marks.practical,
  })
  if (!(await insertSheet(tx, entry, kept.issuedAt))) throw new Error(`sheet ${entry.sheet} is in use already`)
  const { personId, scheme, sessionCode, level, number } = entry
  await sql.run(tx, 'name-issue', { personId, scheme, sessionCode, level, number })
}

/** False when the sheet number is in use; then nothing was written. */
export async function insertSheet(tx: Tx, sheet: Certificate & { readonly signature: string }, madeAt: Instant): Promise<boolean> {
  if ((await sql.run(tx, 'reserve-sheet', { sheet: sheet.sheet, number: sheet.number })) === 0) return false
  const { number, id, signature } = sheet
  await sql.run(tx, 'insert-sheet', { number, sheet: sheet.sheet, id, signature, remarks: JSON.stringify(sheet.remarks), madeAt })
  return true
}

/**
 * Ends a sheet and lets the certificate stand on `current` (the same sheet when it is revoked).
 * False when somebody changed the certificate meanwhile.
 */
export async function endSheet(tx: Tx, ended: Certificate, how: { readonly current: string; readonly version: number }): Promise<boolean> {
  const { state, number, sheet } = ended
  if (state.kind === 'valid') throw new Error('a valid sheet has not ended')
  const newSheet = state.kind === 'replaced' ? state.newSheet : null
  const moved = await sql.run(tx, 'move-certificate', { number, sheet: how.current, version: how.version })
  return (
    moved === 1 &&
    (await sql.run(tx, 'end-sheet', { number, sheet, state: state.kind, by: state.by, at: state.at, reason: state.reason, newSheet })) === 1
  )
}

/** All sheets of these numbers, oldest first. */
export function listEntries(tx: Tx, numbers: readonly string[]): Promise<RegisterEntry[]> {
  return numbers.length === 0 ? Promise.resolve([]) : many(tx, 'list-entries', { numbers })
}

/** All sheets under a number and the blind index of a name: one question, whichever of the two is wrong. */
export function listNamed(tx: Tx, query: { readonly number: string; readonly nameIndex: string }): Promise<RegisterEntry[]> {
  return many(tx, 'list-named', query)
}

export async function numbersOfPerson(tx: Tx, personId: string): Promise<string[]> {
  return (await sql.many(tx, 'list-numbers-of-person', { personId }, NumberRow)).map(row => row.certificate_number)
}

/** `provinces: null` is the whole nation. */
export type RegisterQuery = {
  readonly provinces: readonly string[] | null
  readonly wanted: string
  readonly level: string
  readonly state: string
  readonly most: number
  readonly skip: number
}

export async function listRegister(tx: Tx, query: RegisterQuery): Promise<{ readonly entries: RegisterEntry[]; readonly total: number }> {
  const values = { ...query, everywhere: query.provinces === null, provinces: query.provinces ?? [] }
  const entries = await many(tx, 'list-register', values)
  return { entries, total: (await sql.one(tx, 'count-register', values, TotalRow)).total }
}

async function many(tx: Tx, name: string, values: Readonly<Record<string, unknown>>): Promise<RegisterEntry[]> {
  return (await sql.many(tx, name, values, EntryRow)).map(entryOf)
}
