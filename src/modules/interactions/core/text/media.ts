import { MediaDigest } from './picture.ts'

/** Every picture that a document of an item names, each once, in the order of its first standing. */
export function mediaOf(document: unknown): string[] {
  const found = new Set<string>()
  visit(document, found)
  return [...found]
}

function visit(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) visit(one, found)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) {
      if (name === 'media' && MediaDigest.safeParse(one).success) found.add(one as string)
      else visit(one, found)
    }
}
