/** An address as people read it: percent signs resolved where they spell a text. */
export function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
