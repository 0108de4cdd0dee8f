/** The place of a field, such as `types.ordering.marks`, in the address of the blueprint's page. */
export function hashOfField(path: string): string {
  return `#${encodeURIComponent(path)}`
}

/** The field an address asks for; null when it asks for none. */
export function fieldInHash(hash: string): string | null {
  if (hash.length < 2) return null
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return null
  }
}
