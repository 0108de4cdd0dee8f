import type { AppPageProps } from '../../../pages/app-page.ts'

export type Cell = number | string | null
export type ColumnType = 'text' | 'count' | 'money' | 'rate' | 'day' | 'time'
export type Column = { readonly id: string; readonly zh: string; readonly type: ColumnType }
export type Condition = { readonly column: string; readonly op: string; readonly value: Cell }
export type Rule =
  | { readonly kind: 'dedupe'; readonly by: readonly string[] }
  | { readonly kind: 'drop'; readonly where: Condition }
  | { readonly kind: 'set'; readonly where: Condition; readonly column: string; readonly value: Cell }
  | { readonly kind: 'scale'; readonly where: Condition | null; readonly column: string; readonly times: number; readonly over: number }
export type Table = {
  readonly id: string
  readonly zh: string
  readonly dataset: string
  readonly notes: readonly string[]
  readonly columns: readonly Column[]
  readonly opened: boolean
  readonly total: number
  readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[] }[]
  readonly rules: readonly { readonly id: string; readonly rule: Rule; readonly before: number; readonly after: number }[]
}
export type Measure = {
  readonly as: string
  readonly zh: string
  readonly fn: string
  readonly column: string | null
  readonly only: Condition | null
}
export type Ratio = { readonly as: string; readonly zh: string; readonly of: string; readonly by: string; readonly kind: 'each' | 'rate' }
export type RunQuery = {
  readonly id: string
  readonly query: {
    readonly table: string
    readonly group: readonly string[]
    readonly measures: readonly Measure[]
    readonly ratios: readonly Ratio[]
  }
  readonly result: readonly { readonly keys: readonly string[]; readonly values: Readonly<Record<string, number | null>> }[]
}
export type Chart = {
  readonly id: string
  readonly query: string
  readonly kind: string
  readonly x: string
  readonly y: string
  readonly title: string
  readonly unit: string
  readonly zero: boolean
}
export type Experiment = {
  readonly id: string
  readonly subject: string
  readonly metric: string
  readonly hypothesis: string
  readonly guard: string
  readonly alpha: number
  readonly power: number
  readonly lift: number
  readonly need: number
  readonly state: string
  readonly days: readonly unknown[]
  readonly early: boolean
  readonly verdict: string | null
  readonly allowed: readonly string[]
  readonly totals: { readonly a: number; readonly b: number; readonly aDone: number; readonly bDone: number }
  /** Chi-square in thousandths once it is stopped. */
  readonly reading: number | null
}
export type Subject = {
  readonly id: string
  readonly zh: string
  readonly metrics: readonly string[]
  readonly baseline: number
  readonly daily: number
}
export type BiView = {
  readonly tables: readonly Table[]
  readonly queries: readonly RunQuery[]
  readonly charts: readonly Chart[]
  readonly funnels: readonly {
    readonly id: string
    readonly table: string
    readonly steps: readonly { readonly zh: string; readonly count: number }[]
  }[]
  readonly segments: readonly {
    readonly id: string
    readonly kind: string
    readonly table: string
    readonly groups: readonly { readonly zh: string; readonly people: number; readonly amount: number }[]
  }[]
  readonly forecasts: readonly {
    readonly id: string
    readonly table: string
    readonly column: string
    readonly method: string
    readonly values: readonly number[]
    readonly actual: readonly number[]
    readonly error: number | null
  }[]
  readonly subjects: readonly Subject[]
  readonly experiments: readonly Experiment[]
  readonly boards: readonly {
    readonly id: string
    readonly title: string
    readonly charts: readonly string[]
    readonly refreshed: number
  }[]
  readonly reports: readonly {
    readonly id: string
    readonly title: string
    readonly text: string
    readonly evidence: readonly string[]
    readonly state: string
    readonly remark: string
  }[]
  readonly enquiries: readonly { readonly board: string; readonly text: string }[]
}
export type BiProps = AppPageProps<BiView>
/** What works on one table that is open. */
export type OnTable = BiProps & { readonly table: Table }

export function choicesOf(
  columns: readonly Column[],
  fits: (column: Column) => boolean = () => true,
): { readonly value: string; readonly zh: string }[] {
  return columns.filter(fits).map(({ id, zh }) => ({ value: id, zh }))
}
