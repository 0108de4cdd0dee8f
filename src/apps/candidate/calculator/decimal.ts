/** A decimal number: `digits` × 10^−`scale`. Exact, because whoever checks a bill with it must not meet 0.30000000000000004. */
export type Decimal = { readonly digits: bigint; readonly scale: number }

export const ZERO: Decimal = { digits: 0n, scale: 0 }
/** Digits behind the point that a division gives at most, before it is cut to what the display holds. */
const DIVISION_SCALE = 24
/** Digits the display holds. */
export const MOST_DIGITS = 12

const ten = (exponent: number): bigint => 10n ** BigInt(exponent)
const sizeOf = (digits: bigint): bigint => (digits < 0n ? -digits : digits)

/** Reads what `textOf` writes and what a person keys in: an optional minus, digits, at most one point. */
export function decimalOf(text: string): Decimal {
  const [whole = '0', part = ''] = text.split('.')
  return tidy({ digits: BigInt(`${whole}${part}`), scale: part.length })
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return tidy({ digits: a.digits * ten(scale - a.scale) + b.digits * ten(scale - b.scale), scale })
}

export function negate(a: Decimal): Decimal {
  return { digits: -a.digits, scale: a.scale }
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return tidy({ digits: a.digits * b.digits, scale: a.scale + b.scale })
}

/** Null for a division by zero. */
export function divide(a: Decimal, b: Decimal): Decimal | null {
  if (b.digits === 0n) return null
  return tidy({ digits: quotient(a.digits * ten(DIVISION_SCALE + b.scale), b.digits * ten(a.scale)), scale: DIVISION_SCALE })
}

/** Rounds half away from zero. */
function quotient(a: bigint, b: bigint): bigint {
  const doubled = (sizeOf(a) * 2n + sizeOf(b)) / (sizeOf(b) * 2n)
  return a < 0n === b < 0n ? doubled : -doubled
}

/** Without zeros behind the point that say nothing. */
function tidy({ digits, scale }: Decimal): Decimal {
  let [kept, places] = [digits, scale]
  while (places > 0 && kept % 10n === 0n) [kept, places] = [kept / 10n, places - 1]
  return { digits: kept, scale: places }
}

/** Rounded to what the display holds; null when the whole part alone is longer. */
export function fit(a: Decimal): Decimal | null {
  const whole = (sizeOf(a.digits) / ten(a.scale)).toString()
  const room = MOST_DIGITS - whole.length
  if (room < 0) return null
  const fitted = a.scale <= room ? a : tidy({ digits: quotient(a.digits, ten(a.scale - room)), scale: room })
  return sizeOf(fitted.digits) / ten(fitted.scale) >= ten(MOST_DIGITS) ? null : fitted
}

export function textOf({ digits, scale }: Decimal): string {
  const plain = sizeOf(digits)
    .toString()
    .padStart(scale + 1, '0')
  const text = scale === 0 ? plain : `${plain.slice(0, -scale)}.${plain.slice(-scale)}`
  return digits < 0n ? `-${text}` : text
}
