import { localDate } from '../../kernel/local-date.ts'

/** A local station with a code of an invented province. */
export const aStation = { code: '10012003', name: '示例第三鉴定站', address: '示例市示例路3号' }

/** Assessment and training of two levels, in force through 2026 and 2027. */
export function anAuthorisation(changes: { readonly institution?: string; readonly levels?: readonly string[] } = {}) {
  return {
    institution: changes.institution ?? aStation.code,
    scopes: ['training', 'assessment'] as const,
    levels: changes.levels ?? ['L4', 'L3'],
    from: localDate('2026-01-01'),
    until: localDate('2027-12-31'),
  }
}

/** A computer room of five rows by six, certified for both papers. */
export function aRoom(
  changes: { readonly institution?: string; readonly number?: number; readonly rows?: number; readonly columns?: number } = {},
) {
  const number = changes.number ?? 1
  return {
    institution: changes.institution ?? aStation.code,
    number,
    name: `第${number}考场`,
    uses: ['theory', 'skill'] as const,
    rows: changes.rows ?? 5,
    columns: changes.columns ?? 6,
    certifiedUntil: localDate('2027-12-31'),
  }
}
