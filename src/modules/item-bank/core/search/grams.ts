/** Two characters side by side as one signed 32-bit number. */
export type Gram = number

/** Punctuation and signs carry no meaning for likeness; neighbours across them are not neighbours. */
const RUNS = /[\p{L}\p{N}]+/gu

/** The grams of a folded text, each once, in rising order. Characters beyond the basic plane count as their two halves. */
export function gramsOf(text: string): readonly Gram[] {
  const grams = new Set<Gram>()
  for (const [run] of text.matchAll(RUNS)) {
    for (let at = 0; at + 1 < run.length; at++) grams.add((run.charCodeAt(at) << 16) | run.charCodeAt(at + 1))
  }
  return [...grams].sort((a, b) => a - b)
}

/** Share of the grams two sets have in common, 0…1 (Jaccard). Both in rising order. */
export function likeness(a: readonly Gram[], b: readonly Gram[]): number {
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0]
    if (left === right) common += 1
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  const all = a.length + b.length - common
  return all === 0 ? 0 : common / all
}

/** How many postings a look-up may read at most. */
export const MOST_POSTINGS = 30_000
/** Texts less alike than this are not told; it also says how many grams must be looked up so that none more alike is missed. */
export const LEAST_LIKENESS = 0.3

/**
 * The grams to look up: the rarest first, as many as a text of `LEAST_LIKENESS` must share one of, and no more than the budget of
 * postings allows. A gram that stands nowhere is not looked up.
 */
export function gramsToLookUp(grams: readonly Gram[], counts: ReadonlyMap<Gram, number>): readonly Gram[] {
  const known = grams.filter(gram => counts.has(gram)).sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
  const enough = grams.length - Math.ceil(LEAST_LIKENESS * grams.length) + 1
  const chosen: Gram[] = []
  let postings = 0
  for (const gram of known.slice(0, Math.max(enough - (grams.length - known.length), 1))) {
    postings += counts.get(gram) ?? 0
    if (chosen.length > 0 && postings > MOST_POSTINGS) break
    chosen.push(gram)
  }
  return chosen
}
