/**
 * Masks groups of 1 to `smallest` − 1 people as null. When only one group is masked the smallest other non-empty one
 * is masked with it, so that no total gives the first away. Empty groups stay: nobody is behind them.
 */
export function maskSmallGroups(counts: readonly number[], smallest: number): readonly (number | null)[] {
  const masked = new Set(counts.flatMap((count, i) => (count > 0 && count < smallest ? [i] : [])))
  if (masked.size === 1) {
    const others = counts.flatMap((count, i) => (count > 0 && !masked.has(i) ? [{ count, i }] : []))
    const next = others.toSorted((a, b) => a.count - b.count)[0]
    if (next) masked.add(next.i)
  }
  return counts.map((count, i) => (masked.has(i) ? null : count))
}
