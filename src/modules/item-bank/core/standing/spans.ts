/** How many values fall into each span; the last span is without end. Limits are inclusive and rise. */
export function spansOf(
  values: readonly number[],
  limits: readonly number[],
): readonly { readonly upTo: number | null; readonly items: number }[] {
  return [...limits, null].map((upTo, at) => {
    const above = at === 0 ? Number.NEGATIVE_INFINITY : (limits[at - 1] ?? Number.POSITIVE_INFINITY)
    return { upTo, items: values.filter(value => value > above && (upTo === null || value <= upTo)).length }
  })
}

const DAY_MS = 86_400_000

/** Whole days between two instants. */
export function daysBetween(from: number, to: number): number {
  return Math.floor((to - from) / DAY_MS)
}
