import { type Result, ok, refuse } from '../../kernel/result.ts'

const NAMES: Readonly<Record<string, string>> = { 'utf-8': 'utf-8', utf8: 'utf-8', 'us-ascii': 'utf-8', ascii: 'utf-8' }

/** The text of an XML file by its byte order mark or declared encoding; bytes that are none of it are refused. */
export function decodeXml(bytes: Uint8Array): Result<string> {
  const marked = encodingByMark(bytes)
  const declared = marked ?? declaredEncoding(bytes)
  const encoding = marked ?? NAMES[declared]
  if (encoding === undefined) return refuse('xml-encoding', { found: declared.slice(0, 40) })
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return refuse('xml-encoding', { found: `${encoding}?` })
  }
}

function encodingByMark([first, second]: Uint8Array): string | undefined {
  if ((first === 0xfe && second === 0xff) || (first === 0x00 && second === 0x3c)) return 'utf-16be'
  return (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0x00) ? 'utf-16le' : undefined
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return (/^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1] ?? 'utf-8').toLowerCase()
}
