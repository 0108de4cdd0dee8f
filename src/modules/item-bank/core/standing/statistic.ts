import type { Instant } from '../../../../kernel/instant.ts'

/** Where figures of a version come from: what its writer expected, a trial, or a session. */
export const STATISTIC_SOURCES = ['writer-estimate', 'trial', 'session'] as const
export type StatisticSource = (typeof STATISTIC_SOURCES)[number]

/** How a version behaved, or is expected to. All figures are integers in thousandths, `meanSeconds` in seconds; null is unknown. */
export type ItemStatistic = {
  readonly source: StatisticSource
  /** Mean share of the marks earned, 0…1000. */
  readonly difficultyP: number | null
  /** Difficulty on the scale of abilities, signed. */
  readonly difficultyB: number | null
  /** Correlation with the rest of the paper, −1000…1000, or the slope on the scale of abilities. */
  readonly discrimination: number | null
  readonly meanSeconds: number | null
  /** How many responses stand behind it; 0 for an estimate. */
  readonly n: number
}
export type KeptStatistic = ItemStatistic & { readonly itemVersionId: string; readonly person: string; readonly at: Instant }

const WORTH: Readonly<Record<StatisticSource, number>> = { 'writer-estimate': 0, trial: 1, session: 2 }

/** The figures to rely on: a session before a trial before an estimate, the newest of those. */
export function best(statistics: readonly KeptStatistic[]): KeptStatistic | undefined {
  return statistics.toSorted((a, b) => WORTH[b.source] - WORTH[a.source] || b.at - a.at)[0]
}
