import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { MOST_SYMBOLS, checkSymbols, judgeRow } from './check-symbols.ts'

/** Crockford's base32: without I, L, O and U. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 4
/** What people write between groups; after NFKC most wide forms are plain already. */
const BETWEEN = /[\s\-‐-―−_.·,;:/|、。，；：]/gu
const SAME: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/**
 * Bytes as text that can be said, written and typed: base32 in rows, each with two check symbols, in groups of four.
 * Sixteen bytes give one row of 26 + 2 symbols, seven groups.
 */
export function writeKeyText(bytes: Uint8Array): string {
  const data = symbolsOf(bytes)
  const rows = rowLengths(data.length).map((length, row, lengths) => {
    const from = lengths.slice(0, row).reduce((sum, n) => sum + n, 0)
    return data.slice(from, from + length)
  })
  return groupsOf(rows.flatMap(row => [...row, ...checkSymbols(row)]).map(symbol => SYMBOLS[symbol] ?? '')).join('-')
}

/** The groups of a key text, for reading out one by one. */
export function groupsOf(symbols: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(symbols.length / GROUP) }, (_, n) => symbols.slice(n * GROUP, (n + 1) * GROUP).join(''))
}

/**
 * Reads what a person typed: letter case, spaces, hyphens and wide characters do not matter, O is 0, I and L are 1.
 * Refusals: `key-symbol`, `key-length`, `key-mistyped-in` (with the group that alone would explain it), `key-mistyped`.
 */
export function readKeyText(text: string, byteLength: number): Result<Uint8Array> {
  const symbols = [...text.normalize('NFKC').replace(BETWEEN, '').toUpperCase()].map(symbol => SAME[symbol] ?? symbol)
  const foreign = symbols.findIndex(symbol => !SYMBOLS.includes(symbol))
  if (foreign >= 0) return refuse('key-symbol', { symbol: symbols[foreign] ?? '', group: Math.floor(foreign / GROUP) + 1 })
  const lengths = rowLengths(Math.ceil((byteLength * 8) / 5))
  const wanted = lengths.reduce((sum, n) => sum + n + 2, 0)
  if (symbols.length !== wanted) return refuse('key-length', { found: symbols.length, wanted, groups: wanted / GROUP })
  return checkedBytes(
    symbols.map(symbol => SYMBOLS.indexOf(symbol)),
    lengths,
    byteLength,
  )
}

function checkedBytes(values: readonly number[], lengths: readonly number[], byteLength: number): Result<Uint8Array> {
  const data: number[] = []
  let from = 0
  for (const length of lengths) {
    const row = values.slice(from, from + length + 2)
    const verdict = judgeRow(row)
    if (!verdict.whole)
      return verdict.place === null
        ? refuse('key-mistyped')
        : refuse('key-mistyped-in', { group: Math.floor((from + verdict.place) / GROUP) + 1 })
    data.push(...row.slice(0, length))
    from += length + 2
  }
  const bytes = bytesOf(data, byteLength)
  return bytes === null ? refuse('key-mistyped') : ok(bytes)
}

/** As few rows as there can be, of even lengths. */
function rowLengths(symbols: number): number[] {
  const rows = Math.ceil(symbols / (MOST_SYMBOLS - 2))
  return Array.from({ length: rows }, (_, row) => Math.floor(symbols / rows) + (row < symbols % rows ? 1 : 0))
}

function symbolsOf(bytes: Uint8Array): number[] {
  const symbols: number[] = []
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) symbols.push((held >> (bits - 5)) & 31)
    held &= (1 << bits) - 1
  }
  return bits === 0 ? symbols : [...symbols, (held << (5 - bits)) & 31]
}

/** Null when the bits beyond the last byte are not zero. */
function bytesOf(symbols: readonly number[], length: number): Uint8Array | null {
  const bytes = new Uint8Array(length)
  let held = 0
  let bits = 0
  let at = 0
  for (const symbol of symbols) {
    held = (held << 5) | symbol
    bits += 5
    if (bits >= 8 && at < length) {
      bits -= 8
      bytes[at++] = held >> bits
    }
    held &= (1 << bits) - 1
  }
  return held === 0 ? bytes : null
}
