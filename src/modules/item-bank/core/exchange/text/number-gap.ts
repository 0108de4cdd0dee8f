/** A decimal number as its digits and its number of decimals; no binary fraction touches it. */
type Scaled = { readonly digits: bigint; readonly decimals: number }

/** `3.1:0.05`, `3`, or a range `1..5` (middle and half width); null when it is none of them. */
export function numberGap(text: string): { readonly value: string; readonly tolerance: string } | null {
  const range = /^\s*([^.\s][^.]*(?:\.\d+)?)\.\.(.+)$/.exec(text)
  if (range !== null) return rangeGap(scaled(range[1] ?? ''), scaled(range[2] ?? ''))
  const [value = '', tolerance = '0', more] = text.split(':')
  const [middle, width] = [scaled(value), scaled(tolerance)]
  if (middle === null || width === null || more !== undefined || width.digits < 0n) return null
  return { value: shown(middle), tolerance: shown(width) }
}

function rangeGap(from: Scaled | null, to: Scaled | null): { readonly value: string; readonly tolerance: string } | null {
  if (from === null || to === null) return null
  const decimals = Math.max(from.decimals, to.decimals) + 1
  const [low, high] = [raised(from, decimals), raised(to, decimals)]
  if (low > high) return null
  return { value: shown({ digits: (low + high) / 2n, decimals }), tolerance: shown({ digits: (high - low) / 2n, decimals }) }
}

/** Reads `12`, `-0.5`, `.5`, `1e-3`; bounded, so that no input makes a giant number. */
export function scaled(text: string): Scaled | null {
  const found = /^\s*([+-]?)(\d{0,20})(?:\.(\d{0,15}))?(?:[eE]([+-]?\d{1,2}))?\s*$/.exec(text)
  if (found === null || `${found[2] ?? ''}${found[3] ?? ''}` === '') return null
  const [, sign, whole = '', fraction = '', power = '0'] = found
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n)
  const decimals = fraction.length - Number(power)
  if (decimals > 20 || decimals < -15) return null
  return decimals < 0 ? { digits: digits * 10n ** BigInt(-decimals), decimals: 0 } : { digits, decimals }
}

function raised(number: Scaled, decimals: number): bigint {
  return number.digits * 10n ** BigInt(decimals - number.decimals)
}

/** Plain decimal text without idle zeros. */
export function shown({ digits, decimals }: Scaled): string {
  const negative = digits < 0n
  const text = (negative ? -digits : digits).toString().padStart(decimals + 1, '0')
  const whole = text.slice(0, text.length - decimals)
  const fraction = decimals === 0 ? '' : text.slice(-decimals).replace(/0+$/, '')
  const plain = fraction === '' ? whole : `${whole}.${fraction}`
  return negative && plain !== '0' ? `-${plain}` : plain
}
