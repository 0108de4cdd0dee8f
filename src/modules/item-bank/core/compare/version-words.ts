import { Prose, plainText } from '../../../interactions/contract.ts'
import { type TextPiece, differenceOf } from './text-difference.ts'

/** Where words of a version stand. */
export type WordsPlace = 'stem' | 'stimulus' | 'brief' | 'option' | 'entry' | 'key' | 'explanation'
/** One place of a version with its words. `id` finds the same place in another version; `letter` is that of an option. */
export type VersionPart = { readonly id: string; readonly place: WordsPlace; readonly letter: string; readonly text: string }
/** The same place in two versions. */
export type PartDifference = Omit<VersionPart, 'text'> & { readonly pieces: readonly TextPiece[]; readonly changed: boolean }

type Document = Readonly<Record<string, unknown>>
const ASKING = ['stimulus', 'stem', 'brief'] as const
const SPOKEN = new Set(['text', 'label', 'alt', 'head', 'rows'])

/** The words of a version place by place, as a person compares them: what is asked, what is offered, the key, the explanation. */
export function wordsOfVersion(content: Document, key: Document): readonly VersionPart[] {
  const { explanation, ...right } = key
  const names = new Map<string, string>()
  gatherNames(content, names)
  const asked = ASKING.map(place => ({ id: place, place, letter: '', text: proseText(content[place]) }))
  const last: readonly VersionPart[] = [
    { id: 'key', place: 'key', letter: '', text: keyText(right, names) },
    { id: 'explanation', place: 'explanation', letter: '', text: proseText(explanation) },
  ]
  return [...asked, ...offered(content), ...last].filter(part => part.text !== '')
}

/** Both versions side by side, in the order of the newer one; what it has no more stands where it stood. */
export function partDifferences(older: readonly VersionPart[], newer: readonly VersionPart[]): readonly PartDifference[] {
  const [before, after] = [byId(older), byId(newer)]
  const order = newer.map(part => part.id)
  for (const [at, part] of older.entries()) {
    if (after.has(part.id)) continue
    const previous = older[at - 1]
    order.splice(previous === undefined ? 0 : order.indexOf(previous.id) + 1, 0, part.id)
  }
  return order.flatMap(id => {
    const part = after.get(id) ?? before.get(id)
    if (part === undefined) return []
    const pieces = differenceOf(before.get(id)?.text ?? '', after.get(id)?.text ?? '')
    return [{ id, place: part.place, letter: part.letter, pieces, changed: pieces.some(piece => piece.kind !== 'same') }]
  })
}

function byId(parts: readonly VersionPart[]): ReadonlyMap<string, VersionPart> {
  return new Map(parts.map(part => [part.id, part]))
}

function proseText(value: unknown): string {
  const prose = Prose.safeParse(value)
  return prose.success ? plainText(prose.data) : ''
}

/** Options with their letters, then whatever else a content says in words. */
function offered(content: Document): VersionPart[] {
  const parts: VersionPart[] = []
  for (const [name, value] of Object.entries(content)) {
    if (ASKING.some(asking => asking === name)) continue
    walk(value, name, (id, text) => {
      const letter = letterIn(content, id)
      parts.push({ id, place: letter === '' ? 'entry' : 'option', letter, text })
    })
  }
  return parts
}

function walk(value: unknown, path: string, take: (id: string, text: string) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) return value.forEach((each, at) => walk(each, `${path}/${idOf(each) ?? at}`, take))
  for (const [name, inner] of Object.entries(value)) {
    const place = name === 'text' ? path : `${path}/${name}`
    if (ASKING.some(asking => asking === name)) take(place, proseText(inner))
    else if (typeof inner === 'string') take(place, SPOKEN.has(name) ? inner : '')
    else if (SPOKEN.has(name) && Array.isArray(inner)) take(place, inner.map(String).join('　'))
    else walk(inner, place, take)
  }
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null ? (value as Document)['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

function letterIn(content: Document, id: string): string {
  const options = Array.isArray(content['options']) ? content['options'] : []
  const at = options.findIndex(option => id === `options/${idOf(option) ?? ''}`)
  return at < 0 ? '' : String.fromCodePoint(65 + at)
}

/** Ids of a content with the words they stand for, so that a key can be read. */
function gatherNames(value: unknown, names: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return
  const [id, { text, label }] = [idOf(value), value as Document]
  const name = typeof text === 'string' ? text : label
  if (id !== undefined && typeof name === 'string') names.set(id, name)
  for (const inner of Object.values(value)) gatherNames(inner, names)
}

/** A key as lines: ids give way to their words, what belongs together is joined by an arrow. */
function keyText(value: unknown, names: ReadonlyMap<string, string>): string {
  if (Array.isArray(value)) {
    const lines = value.map(each => keyText(each, names))
    return lines.join(value.some(each => typeof each === 'object') ? '\n' : '；')
  }
  if (typeof value !== 'object' || value === null) return value === null ? '' : (names.get(String(value)) ?? String(value))
  const inner = Object.entries(value).filter(([name]) => name !== 'version')
  return inner
    .map(([, each]) => keyText(each, names))
    .filter(text => text !== '')
    .join(' → ')
}
