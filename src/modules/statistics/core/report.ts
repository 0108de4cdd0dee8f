/** A text in both languages. */
export type Words = { readonly zh: string; readonly en: string }
/** What is counted: people, papers (one person in theory and practical is two), or acknowledged responses. */
export type Unit = 'person' | 'paper' | 'response'

/** One stage of a season and how many reached it. */
export type Stage = { readonly id: string; readonly name: Words; readonly unit: Unit; readonly count: number }

/** Where some of an arrow's beginning went instead of its end. A fault should not be; what is explained may. */
export type Part = { readonly name: Words; readonly count: number; readonly kind: 'explained' | 'fault' }

/**
 * An arrow between two stages, each counted from its own source: `from` − parts + `gained` must be `to`. `residual` is what nobody explains.
 */
export type Arrow = {
  readonly from: string
  readonly to: string
  readonly name: Words
  readonly fromCount: number
  readonly toCount: number
  readonly parts: readonly Part[]
  /** at the end without having been at the beginning; always a fault */
  readonly gained: number
  readonly residual: number
  readonly verdict: 'reconciled' | 'fault'
}

/** A cell of a table; null is a group too small to be shown. */
export type Cell = string | number | null
export type Column = { readonly key: string; readonly name: Words; readonly number: boolean }
export type Table = {
  readonly id: string
  readonly title: Words
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What a report shows: a funnel of stages, the arrows between them, and tables. */
export type ReportView = {
  readonly stages: readonly Stage[]
  readonly arrows: readonly Arrow[]
  readonly tables: readonly Table[]
  readonly reconciled: boolean
}

/** What a report is, apart from its numbers. `smallestGroup`: groups of fewer people are masked in its tables. */
export type Report<Counts> = {
  readonly id: string
  readonly title: Words
  readonly purpose: Words
  readonly smallestGroup: number
  readonly compute: (counts: Counts, mask: (counts: readonly number[]) => readonly (number | null)[]) => ReportView
}

/** Weighs an arrow: it is reconciled when nothing is left over and no fault has a count. */
export function weigh(arrow: Omit<Arrow, 'residual' | 'verdict'>): Arrow {
  const gone = arrow.parts.reduce((sum, part) => sum + part.count, 0)
  const residual = arrow.fromCount - gone + arrow.gained - arrow.toCount
  const fault = residual !== 0 || arrow.gained > 0 || arrow.parts.some(p => p.kind === 'fault' && p.count > 0)
  return { ...arrow, residual, verdict: fault ? 'fault' : 'reconciled' }
}
