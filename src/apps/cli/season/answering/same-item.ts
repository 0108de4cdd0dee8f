import type { ItemDocument } from '../../../../modules/interactions/contract.ts'

/** Names that differ between a file and a paper although the item is the same. */
const NAMES = new Set(['id', 'media'])
const GAP = /\{\{([A-Za-z0-9_-]{1,36})\}\}/g

type Document = Readonly<Record<string, unknown>>
const isDocument = (value: unknown): value is Document => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an item shows, without the names of its options and the order of its lists: the same for a file and every paper. */
export function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shapeOf).sort().join(',')}]`
  if (isDocument(value)) {
    const fields = Object.entries(value).filter(([name]) => !NAMES.has(name))
    return `{${fields
      .map(([name, inner]) => `${name}:${shapeOf(inner)}`)
      .sort()
      .join(',')}}`
  }
  return typeof value === 'string' ? value.replaceAll(GAP, '{{}}').replaceAll(/\s+/g, '') : String(value)
}

/** The item of a file with the names that its options, gaps and entries bear on a paper. `from` and `to` are of one shape. */
export function namedAs<
  T extends { readonly content: ItemDocument; readonly key: ItemDocument; readonly rubric?: ItemDocument | undefined },
>(item: T, paper: ItemDocument): T {
  const names = new Map<string, string>()
  pair(item.content, paper, names)
  const rename = (document: ItemDocument) => renamed(document, names) as ItemDocument
  const { content, key, rubric } = item
  return { ...item, content: rename(content), key: rename(key), ...(rubric === undefined ? {} : { rubric: rename(rubric) }) }
}

/** Walks both side by side; entries of a list belong together when they show the same, in the order in which they stand. */
function pair(from: unknown, to: unknown, names: Map<string, string>): void {
  if (Array.isArray(from) && Array.isArray(to)) {
    const open = to.map(entry => ({ entry: entry as unknown, shape: shapeOf(entry) }))
    for (const entry of from) {
      const at = open.findIndex(other => other.shape === shapeOf(entry))
      if (at >= 0) pair(entry, open.splice(at, 1)[0]?.entry, names)
    }
  } else if (isDocument(from) && isDocument(to)) {
    for (const [name, inner] of Object.entries(from)) {
      if (NAMES.has(name) && typeof inner === 'string') names.set(inner, String(to[name]))
      else pair(inner, to[name], names)
    }
  } else if (typeof from === 'string' && typeof to === 'string') {
    const gaps = (text: string) => [...text.matchAll(GAP)].map(found => found[1] ?? '')
    const there = gaps(to)
    gaps(from).forEach((id, at) => names.set(id, there[at] ?? id))
  }
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string')
    return names.get(value) ?? value.replaceAll(GAP, (mark, id: string) => (names.has(id) ? `{{${names.get(id)}}}` : mark))
  if (Array.isArray(value)) return value.map(entry => renamed(entry, names))
  return isDocument(value) ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamed(inner, names)])) : value
}
