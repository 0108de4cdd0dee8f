/** The words of a content in two sections: what is asked, and what is offered to choose from or to fill. */
export type PlainWords = { readonly stem: string; readonly rest: string }

const ASKING = new Set(['stem', 'stimulus', 'brief'])
const SPOKEN = new Set(['text', 'label', 'alt', 'head', 'rows'])
/** Stands between the two sections where they are kept as one text. */
const BETWEEN = '\u001e'

/** Reads the words out of any content; names, kinds and shapes are left out, and gap marks with them. */
export function plainWords(content: Readonly<Record<string, unknown>>): PlainWords {
  const stem: string[] = []
  const rest: string[] = []
  gather(content, { asking: false, spoken: false }, (words, asking) => (asking ? stem : rest).push(words))
  return { stem: folded(stem.join(' ')), rest: folded(rest.join(' ')) }
}

type Where = { readonly asking: boolean; readonly spoken: boolean }

function gather(value: unknown, where: Where, take: (words: string, asking: boolean) => void): void {
  if (typeof value === 'string') {
    if (where.spoken) take(value, where.asking)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) return value.forEach(each => gather(each, where, take))
  for (const [name, inner] of Object.entries(value)) {
    const asking = where.asking || ASKING.has(name)
    gather(inner, { asking, spoken: SPOKEN.has(name) || (ASKING.has(name) && typeof inner === 'string') }, take)
  }
}

/** One form for all writings of a text: widths and case folded, blanks and gap marks gone. Look-ups fold the same way. */
export function folded(text: string): string {
  return text
    .replace(/\{\{[A-Za-z0-9_-]{1,36}\}\}/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(BETWEEN, '')
    .replace(/\s+/g, '')
}

/** Both sections as the one text that is kept and searched. */
export function keptWords({ stem, rest }: PlainWords): string {
  return `${stem}${BETWEEN}${rest}`
}

/** In which section of a kept text the words stand, in reading order. */
export function placesOf(kept: string, needle: string): readonly ('stem' | 'options')[] {
  const [stem = '', rest = ''] = kept.split(BETWEEN)
  const places: ('stem' | 'options')[] = []
  if (stem.includes(needle)) places.push('stem')
  if (rest.includes(needle)) places.push('options')
  return places
}
