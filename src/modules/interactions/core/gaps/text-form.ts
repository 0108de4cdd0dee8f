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

type How = { readonly ignoreCase: boolean; readonly ignoreSpace: boolean }

/** How two written texts are compared: equal forms are equal responses. */
export function textForm(text: string, how: How): string {
  // letters that a blank kept apart can join once it is gone, so that the form is taken again until it stays
  let form = formOnce(text, how)
  for (let before = text; form !== before;) [before, form] = [form, formOnce(form, how)]
  return form
}

function formOnce(text: string, how: How): string {
  const dashed = plainForm(text)
    .replaceAll(/[−–—―‐‑]/g, '-')
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'")
  const solid = how.ignoreSpace ? dashed.replaceAll(/\s/g, '') : dashed
  return (how.ignoreCase ? solid.toLowerCase() : solid).normalize('NFKC')
}
