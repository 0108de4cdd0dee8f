const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g
const AROUND = /^[\s"'“”‘’「」『』《》〈〉。.,;:、!?，；：！？]+|[\s"'“”‘’「」『』《》〈〉。.,;:、!?，；：！？]+$/gu

/**
 * A text without what a keyboard adds by accident: full and half width are one (NFKC), unseen characters go, blanks and punctuation
 * around it go, runs of blanks become one. A point before a digit stays.
 */
export function plainForm(text: string): string {
  const even = text.normalize('NFKC').replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ')
  const bare = even.replaceAll(AROUND, '')
  if (bare === '') return even.trim()
  const at = even.indexOf(bare)
  return /^\d/.test(bare) && even[at - 1] === '.' ? `.${bare}` : bare
}

/** How two written texts are compared: equal forms are equal responses. */
export function textForm(text: string, how: { readonly ignoreCase: boolean; readonly ignoreSpace: boolean }): string {
  const spaced = plainForm(text)
  const dashed = spaced
    .replaceAll(/[−–—―‐‑]/g, '-')
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'")
  const solid = how.ignoreSpace ? dashed.replaceAll(/\s/g, '') : dashed
  return how.ignoreCase ? solid.toLowerCase() : solid
}
