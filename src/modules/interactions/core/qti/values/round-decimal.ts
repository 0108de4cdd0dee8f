/**
 * Rounding as it is done on paper: on the decimal digits in which the number is written, a 5 goes away from zero.
 * 1.005 becomes 1.01 on two places, although its double lies just below.
 */
export function roundToPlaces(x: number, places: number): number {
  if (!Number.isFinite(x)) return x
  const { negative, digits, exponent } = decimalOf(x)
  return assemble(negative, ...cut(digits, exponent, exponent + places))
}

/** Rounds to a count of significant figures, at least 1. Zero stays zero. */
export function roundToFigures(x: number, figures: number): number {
  if (!Number.isFinite(x) || x === 0) return x
  const { negative, digits, exponent } = decimalOf(x)
  return assemble(negative, ...cut(digits, exponent, figures))
}

type Decimal = { readonly negative: boolean; readonly digits: string; readonly exponent: number }

/** The number as 0.digits × 10^exponent, with the shortest digits that name it. */
function decimalOf(x: number): Decimal {
  const [mantissa = '0', power = '0'] = Math.abs(x).toExponential().split('e')
  return { negative: x < 0, digits: mantissa.replace('.', ''), exponent: Number(power) + 1 }
}

/** Keeps some digits and rounds the last by the next one; the value may gain a place. */
function cut(digits: string, exponent: number, keep: number): [string, number] {
  if (keep >= digits.length) return [digits, exponent]
  if (keep < 0) return ['0', exponent]
  const up = (digits[keep] ?? '0') >= '5'
  const kept = BigInt(keep === 0 ? '0' : digits.slice(0, keep)) + (up ? 1n : 0n)
  const text = kept.toString().padStart(keep, '0')
  return [text, exponent + text.length - keep]
}

function assemble(negative: boolean, digits: string, exponent: number): number {
  const size = Number(`0.${digits}e${exponent}`)
  return negative && size !== 0 ? -size : size
}
