import { fill } from '../../../../ui/words.ts'

export type Span = { readonly upTo: number | null; readonly items: number }
/** `one` for a span of a single number, `to` with both ends, `from` for the last; `first` for the one from the start. */
export type SpanWords = { readonly first: string; readonly one: string; readonly to: string; readonly from: string }

/** Names for the spans of a distribution; their limits rise and the last has none. */
export function spanLabels(spans: readonly Span[], words: SpanWords): readonly string[] {
  return spans.map(({ upTo }, at) => {
    const a = (spans[at - 1]?.upTo ?? -1) + 1
    if (upTo === null) return fill(words.from, { a })
    if (at === 0) return fill(words.first, { b: upTo })
    return a === upTo ? fill(words.one, { n: upTo }) : fill(words.to, { a, b: upTo })
  })
}
