import type { ReportArrow } from '../../../../modules/statistics/contract.ts'
import type { CountRow } from './reconcile.ts'

/** What came of one session of the season. */
export type WaveOutcome = {
  readonly sessionCode: string
  readonly counts: readonly CountRow[]
  readonly arrows: readonly ReportArrow[]
  /** of everybody who sat both papers, in hundredths */
  readonly marks: readonly { readonly ability: number; readonly theory: number; readonly practical: number }[]
}

/** Adds the counts of several sessions up, row by row. A side that does not know in one session does not know in all. */
export function mergeCounts(waves: readonly (readonly CountRow[])[]): CountRow[] {
  const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)
  const merged = new Map<string, CountRow>()
  for (const row of waves.flat()) {
    const known = merged.get(row.name)
    merged.set(
      row.name,
      known
        ? {
            name: row.name,
            planned: add(known.planned, row.planned),
            lived: add(known.lived, row.lived),
            server: add(known.server, row.server),
          }
        : row,
    )
  }
  return [...merged.values()]
}

/** Adds the server's arrows up; one at fault in any session is at fault. */
export function mergeArrows(waves: readonly (readonly ReportArrow[])[]): ReportArrow[] {
  const merged = new Map<string, ReportArrow>()
  for (const arrow of waves.flat()) {
    const key = `${arrow.from}>${arrow.to}`
    const known = merged.get(key)
    merged.set(key, known ? addArrows(known, arrow) : arrow)
  }
  return [...merged.values()]
}

function addArrows(a: ReportArrow, b: ReportArrow): ReportArrow {
  const parts = [...a.parts, ...b.parts]
  const names = [...new Set(parts.map(p => p.name.en))]
  const summed = names.map(en => {
    const same = parts.filter(p => p.name.en === en)
    return {
      name: same[0]?.name ?? { zh: en, en },
      kind: same.some(p => p.kind === 'fault') ? ('fault' as const) : ('explained' as const),
      count: same.reduce((sum, p) => sum + p.count, 0),
    }
  })
  return {
    ...a,
    fromCount: a.fromCount + b.fromCount,
    toCount: a.toCount + b.toCount,
    parts: summed,
    gained: a.gained + b.gained,
    residual: a.residual + b.residual,
    verdict: a.verdict === 'fault' || b.verdict === 'fault' ? 'fault' : 'reconciled',
  }
}
