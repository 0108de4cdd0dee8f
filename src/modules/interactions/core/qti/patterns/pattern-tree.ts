/** Does this code point belong to the set? */
export type CharTest = (point: number) => boolean

/** A regular expression of XML Schema as a tree. `most` may be infinite. */
export type PatternTree =
  | { readonly kind: 'set'; readonly test: CharTest }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'choice'; readonly choices: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly least: number; readonly most: number }

/** Where reading a pattern stands. Advanced by its readers only. */
export type PatternReader = { readonly points: readonly string[]; at: number }

/** What is wrong with a pattern, in words for its author. */
export type PatternFlaw = { readonly flaw: string }

export function isFlaw(outcome: object): outcome is PatternFlaw {
  return 'flaw' in outcome
}

export function peek(reader: PatternReader): string | undefined {
  return reader.points[reader.at]
}

/** Takes the next character when it is this one. */
export function take(reader: PatternReader, wanted: string): boolean {
  if (peek(reader) !== wanted) return false
  reader.at++
  return true
}
