import type { Dice } from '../../../../kernel/dice.ts'
import type { Program } from '../../../../kernel/program.ts'
import { MILLION } from '../problem/goal.ts'
import { MipDraft, type Row } from './mip.ts'
import type { Parts } from './programs.ts'

/** What the plan still leaves to place: uses of each item and stimulus, and in how many forms, the one at hand included. */
export type Remainder = { readonly items: Int32Array; readonly stimuli: Int32Array; readonly forms: number }

/** An item the plan does not foresee may stand in, at a price. */
const RESERVE_PRICE = 1
const RANDOM_PRICE = 0.01

/**
 * The next form of a plan: it takes what the plan leaves, its fair share of the objective and of much used items, and leaves a
 * remainder that can still be divided into forms. Which items are shared with earlier forms does not matter here.
 */
export function placeProgram(
  { form, measure }: Parts,
  remainder: Remainder,
  { dice, strict, further }: { readonly dice: Dice; readonly strict: boolean; readonly further: readonly Row[] },
): Program {
  const draft = new MipDraft()
  const { items, stimuli, forms } = remainder
  for (let item = 0; item < form.items; item++) {
    const left = items[item] ?? 0
    const fixed = strict && left >= forms ? 1 : 0
    draft.column(fixed, strict && left <= 0 ? 0 : 1, true, (left > 0 ? 0 : RESERVE_PRICE) + dice() * RANDOM_PRICE)
  }
  for (let at = 0; at < form.stimuli; at++) draft.column(0, 1, true, 0)
  const left = (column: number) => (column < form.items ? items[column] : stimuli[column - form.items]) ?? 0
  for (const row of form.rows) draft.row(strict && row.source >= 0 ? divisible(row, left, forms) : row)
  for (const row of further) draft.row(row)
  const places = [...Array(form.items).keys()]
  for (const worths of measure.worths) {
    const share = places.reduce((sum, item) => sum + (worths[item] ?? 0) * left(item), 0) / forms
    addDistance(draft, worths, { share, price: MILLION / Math.max(Math.abs(share) * 0.01, MILLION * 0.001) })
  }
  const uses = places.map(item => left(item))
  const share = uses.reduce((sum, use) => sum + use * use, 0) / forms
  addDistance(
    draft,
    uses.map(use => use * MILLION),
    { share: share * MILLION, price: 0.2 },
  )
  return draft.finish('min')
}

/** The row of this form, drawn in so that what remains can still satisfy the other forms together. */
function divisible(row: Row, left: (column: number) => number, forms: number): Row {
  const total = row.columns.reduce((sum, column, n) => sum + (row.values[n] ?? 0) * left(column), 0)
  const [lower, upper] = [total - (forms - 1) * row.upper, total - (forms - 1) * row.lower]
  return {
    ...row,
    lower: Math.max(row.lower, Number.isNaN(lower) ? -Infinity : lower),
    upper: Math.min(row.upper, Number.isNaN(upper) ? Infinity : upper),
  }
}

/** Adds |Σ worth − share| to the objective, at a price for each whole unit. */
function addDistance(
  draft: MipDraft,
  worths: readonly number[],
  { share, price }: { readonly share: number; readonly price: number },
): void {
  const places = [...worths.keys()]
  const away = draft.column(0, Infinity, false, price)
  const values = places.map(item => (worths[item] ?? 0) / MILLION)
  const target = share / MILLION
  draft.row({ lower: -Infinity, upper: target, columns: [...places, away], values: [...values, -1], source: -1 })
  draft.row({ lower: target, upper: Infinity, columns: [...places, away], values: [...values, 1], source: -1 })
}
