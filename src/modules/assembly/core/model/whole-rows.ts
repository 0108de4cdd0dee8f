import type { Row } from './mip.ts'

const MOST_DECIMALS = 4
/** A solver keeps rows only to a tolerance; where values cannot be made whole, bounds are drawn in by more than that. */
const MARGIN = 1e-6

/**
 * Multiplies a row until its values are whole, so that the solver's tolerance cannot let a broken bound pass; bounds then move
 * to the next whole number inside. With more than four decimals the bounds are drawn in a little instead.
 */
export function wholeRow(row: Row): Row {
  const factor = factorOf(row.values)
  if (factor === null)
    return {
      ...row,
      lower: row.lower === row.upper ? row.lower : row.lower + MARGIN,
      upper: row.lower === row.upper ? row.upper : row.upper - MARGIN,
    }
  const [lower, upper] = [Math.ceil(scaled(row.lower, factor)), Math.floor(scaled(row.upper, factor))]
  return { ...row, lower, upper, values: row.values.map(value => Math.round(value * factor)) }
}

function factorOf(values: readonly number[]): number | null {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const factor = 10 ** decimals
    if (values.every(value => Math.abs(value) * factor < 1e9 && Number((Math.round(value * factor) / factor).toFixed(decimals)) === value))
      return factor
  }
  return null
}

/** A bound times the factor, without what binary fractions add to it. */
function scaled(bound: number, factor: number): number {
  return Number.isFinite(bound) ? Number((bound * factor).toPrecision(14)) : bound
}
