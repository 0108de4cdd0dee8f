const LONGEST = 1_000
/** A backslash, a control character, or a drive at the start. */
const FORBIDDEN = /[\\\p{Cc}]|^[A-Za-z]:/u

/** The name of an entry as text: UTF-8 as its flag says, else UTF-8 where that is possible and GB 18030 where it is not. */
export function decodePath(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}

/** A relative path within the archive: no way up, no root, no drive, no control characters. */
export function isSafePath(path: string): boolean {
  const parts = path.replace(/\/$/, '').split('/')
  return (
    path.length > 0 && path.length <= LONGEST && !FORBIDDEN.test(path) && parts.every(part => part !== '' && part !== '.' && part !== '..')
  )
}

/** What two paths share when a file system could take one for the other. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase().replace(/\/$/, '')
}
