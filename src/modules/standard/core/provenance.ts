/** How an edition writes where a field comes from; the data keep this text. */
export type ProvenanceText = 'seed' | 'reconstructed' | `found:${string}`

/**
 * Where a field of an edition comes from.
 * `url` is null when the public source is known by title only (`found:unaddressed:<title>`).
 */
export type Provenance =
  | { readonly kind: 'seed' }
  | { readonly kind: 'found'; readonly source: string; readonly url: string | null }
  | { readonly kind: 'reconstructed' }

/** The words an official reads beside a field. */
export const PROVENANCE_WORDS: { readonly [Kind in Provenance['kind']]: { readonly zh: string; readonly en: string } } = {
  seed: { zh: '种子文本', en: 'founding text' },
  found: { zh: '公开资料', en: 'public source' },
  reconstructed: { zh: '复原', en: 'reconstructed' },
}

const UNADDRESSED = 'unaddressed:'

/** Is this text a provenance mark? `found:` needs a source behind it. */
export function isProvenanceText(text: string): text is ProvenanceText {
  return text === 'seed' || text === 'reconstructed' || (text.startsWith('found:') && text.slice(6).replace(UNADDRESSED, '').trim() !== '')
}

/** Reads a provenance mark; throws a RangeError on a text that is none, because editions are checked before they are stored. */
export function parseProvenance(text: string): Provenance {
  if (!isProvenanceText(text)) throw new RangeError(`not a provenance: ${text}`)
  if (text === 'seed' || text === 'reconstructed') return { kind: text }
  const source = text.slice('found:'.length)
  if (source.startsWith(UNADDRESSED)) return { kind: 'found', source: source.slice(UNADDRESSED.length), url: null }
  return { kind: 'found', source, url: source }
}

/** The mark as the data write it; the inverse of `parseProvenance`. */
export function provenanceText(provenance: Provenance): ProvenanceText {
  if (provenance.kind !== 'found') return provenance.kind
  return `found:${provenance.url ?? UNADDRESSED + provenance.source}`
}
