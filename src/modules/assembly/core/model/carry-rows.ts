import type { Row } from './mip.ts'
import type { Parts } from './programs.ts'

/**
 * Rows that the other forms leave to one form: shared items, uses and totals over all forms. `others` are the forms that stand;
 * `remaining` is how many forms are still to come after this one, which get their even part of every total.
 */
export function carryRows(
  { form, across }: Parts,
  others: readonly (readonly number[])[],
  remaining: number,
  stimulusOf: Int32Array,
): Row[] {
  const uses = usesOf(form.items, form.stimuli, others, stimulusOf)
  const carried = across.rows.map(row => leftOf(row, uses, remaining))
  if (across.overlap === null) return carried
  const { most, source } = across.overlap
  const shared = others.map(other => ({ lower: -Infinity, upper: most, columns: other, values: other.map(() => 1), source }))
  return [...carried, ...shared]
}

/** In how many forms each item stands, then each stimulus. */
export function usesOf(items: number, stimuli: number, forms: readonly (readonly number[])[], stimulusOf: Int32Array): Int32Array {
  const uses = new Int32Array(items + stimuli)
  for (const chosen of forms) {
    for (const item of chosen) uses[item] = (uses[item] ?? 0) + 1
    if (stimuli === 0) continue
    for (const stimulus of new Set(chosen.map(item => stimulusOf[item] ?? -1)))
      if (stimulus >= 0) uses[items + stimulus] = (uses[items + stimulus] ?? 0) + 1
  }
  return uses
}

function leftOf(row: Row, uses: Int32Array, remaining: number): Row {
  const used = row.columns.reduce((sum, column, n) => sum + (row.values[n] ?? 0) * (uses[column] ?? 0), 0)
  const single = row.columns.length === 1
  const [lower, upper] = [row.lower - used, row.upper - used]
  if (remaining === 0) return { ...row, lower, upper }
  // A single item needs its uses some time, the later the harder; a total is divided evenly over the forms to come.
  return single
    ? { ...row, lower: Math.max(0, lower - remaining), upper: Math.max(0, upper) }
    : { ...row, lower: Math.floor(lower / (remaining + 1)), upper: Math.ceil(upper / (remaining + 1)) }
}
