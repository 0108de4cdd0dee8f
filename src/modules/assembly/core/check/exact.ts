/** Decimal numbers added and compared without rounding, as they are written. */
export type Decimal = { readonly digits: bigint; /** decimals after the point */ readonly scale: number }

/** The decimal a finite number is printed as: 0.1 is one tenth. */
export function decimalOf(value: number): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (match === null) throw new RangeError(`not a finite number: ${value}`)
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(`${sign}${whole}${fraction}`)
  const scale = fraction.length - Number(exponent)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}

export function sumOf(values: readonly number[]): Decimal {
  return values.reduce<Decimal>((sum, value) => plus(sum, decimalOf(value)), { digits: 0n, scale: 0 })
}

function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: raised(a, scale) + raised(b, scale), scale }
}

export function times({ digits, scale }: Decimal, count: number): Decimal {
  return { digits: digits * BigInt(count), scale }
}

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const [left, right] = [raised(a, scale), raised(b, scale)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The nearest ordinary number, for showing. */
export function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`)
}

function raised({ digits, scale }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - scale)
}
