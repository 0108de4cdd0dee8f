/** Ids of the pictures a document names, wherever they stand in it, each once and in order. */
export function mediaIn(document: unknown): string[] {
  return [...new Set(found(document))].toSorted()
}

function found(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(found)
  return Object.entries(value).flatMap(([name, inner]) => (name === 'media' && typeof inner === 'string' ? [inner] : found(inner)))
}
