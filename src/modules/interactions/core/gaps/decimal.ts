/** A decimal number without rounding: `digits` ÷ 10^`scale`. */
export type Decimal = { readonly digits: bigint; readonly scale: number }

/** Reads `-12.50`, `.5` or `3.`; undefined when the text is no plain decimal number. */
export function readDecimal(text: string): Decimal | undefined {
  const found = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text)
  const [, sign = '', whole = '', part = ''] = found ?? []
  if (found === null || whole + part === '') return undefined
  return { digits: BigInt(`${whole}${part}`) * (sign === '-' ? -1n : 1n), scale: part.length }
}

/** The number times 10^`places`; `places` may be negative. */
export function movePoint({ digits, scale }: Decimal, places: number): Decimal {
  const left = scale - places
  return left >= 0 ? { digits, scale: left } : { digits: digits * 10n ** BigInt(-left), scale: 0 }
}

export function negative({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale }
}

/** Is the distance of two numbers at most `tolerance`? Exact: the three are brought to one scale and compared as whole numbers. */
export function isWithin(a: Decimal, b: Decimal, tolerance: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale, tolerance.scale)
  const at = ({ digits, scale: own }: Decimal) => digits * 10n ** BigInt(scale - own)
  const distance = at(a) - at(b)
  return (distance < 0n ? -distance : distance) <= at(tolerance)
}
