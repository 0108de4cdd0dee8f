import type { ReactNode } from 'react'

export type Choice = { readonly value: string; readonly label: string }

/** One column of a WorkTable. `text` is what is searched, sorted and exported; `show` is what is drawn, when that differs. */
export type Column<Row> = {
  readonly key: string
  readonly title: string
  readonly text: (row: Row) => string | number
  readonly show?: (row: Row) => ReactNode
  /** Numbers stand right, in tabular figures, and leave as numbers. */
  readonly number?: boolean
  /** Offers a filter; `choices` are matched against `value(row)`. `searched` where there are too many to look through. */
  readonly filter?: { readonly choices: readonly Choice[]; readonly value: (row: Row) => string; readonly searched?: boolean }
  /** False where an order would mean nothing. */
  readonly sortable?: boolean
  /** Not shown until the person chooses it. */
  readonly hidden?: boolean
  readonly width?: number
}
