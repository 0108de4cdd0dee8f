import { type Gram, LEAST_LIKENESS, gramsOf, likeness } from './grams.ts'

/** The texts most like one, nearest first, one for each item, with a percentage; what is less alike than `LEAST_LIKENESS` is left out. */
export function nearest<Text extends { readonly plain: string; readonly itemId: string }>(
  grams: readonly Gram[],
  texts: readonly Text[],
  most: number,
): readonly (Text & { readonly percent: number })[] {
  const alike = texts
    .map(text => ({ text, share: likeness(grams, gramsOf(text.plain)) }))
    .filter(each => each.share >= LEAST_LIKENESS)
    .toSorted((a, b) => b.share - a.share)
  const seen = new Set<string>()
  const once = alike.filter(({ text }) => !seen.has(text.itemId) && seen.add(text.itemId))
  return once.slice(0, most).map(({ text, share }) => ({ ...text, percent: Math.round(share * 100) }))
}
