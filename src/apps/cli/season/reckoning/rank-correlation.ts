/**
 * Spearman's rank correlation of two series of equal length, −1 to 1; equal values share the mean of their places.
 * null where it is not defined: fewer than two pairs, or a series that never changes.
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  if (a.length !== b.length) throw new RangeError(`series of ${a.length} and ${b.length} values`)
  if (a.length < 2) return null
  const [ra, rb] = [places(a), places(b)]
  const mean = (a.length + 1) / 2
  let both = 0
  let squaredA = 0
  let squaredB = 0
  for (const [i, placeA] of ra.entries()) {
    const da = placeA - mean
    const db = (rb[i] ?? mean) - mean
    both += da * db
    squaredA += da * da
    squaredB += db * db
  }
  return squaredA === 0 || squaredB === 0 ? null : both / Math.sqrt(squaredA * squaredB)
}

/** The place of each value in ascending order, from 1; ties share the mean place. */
export function places(values: readonly number[]): number[] {
  if (values.some(Number.isNaN)) throw new RangeError('not a number in the series')
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0))
  const out = values.map(() => 0)
  for (let from = 0; from < order.length;) {
    let until = from
    while (until + 1 < order.length && values[order[until + 1] ?? 0] === values[order[from] ?? 0]) until += 1
    for (let k = from; k <= until; k++) out[order[k] ?? 0] = (from + until) / 2 + 1
    from = until + 1
  }
  return out
}
