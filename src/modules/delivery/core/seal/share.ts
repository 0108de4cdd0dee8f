import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { readKeyText, writeKeyText } from './key-text.ts'

/** One of n parts of an opening key, as a custodian keeps it. */
export type KeyShare = {
  /** How many parts give the key back. */
  readonly needed: number
  /** The first two bytes of the SHA-256 of the key: parts of different keys are told apart, and nothing is learnt of it. */
  readonly keyMark: string
  /** 17 bytes: 16 values and the place at which they were taken. */
  readonly share: Uint8Array
}

const SHARE_BYTES = 17
const TEXT_BYTES = SHARE_BYTES + 3

/** `keyMark` of the key with this SHA-256 (hex). */
export function keyMarkOf(openingKeySha256: string): string {
  return openingKeySha256.slice(0, 4)
}

export function writeShare({ needed, keyMark, share }: KeyShare): string {
  if (share.length !== SHARE_BYTES) throw new RangeError('a share of an opening key has 17 bytes')
  const mark = Number.parseInt(keyMark, 16)
  return writeKeyText(Uint8Array.from([needed, mark >> 8, mark & 255, ...share]))
}

/** Refusals: those of `readKeyText`. */
export function readShare(text: string): Result<KeyShare> {
  const bytes = readKeyText(text, TEXT_BYTES)
  if (!bytes.ok) return bytes
  const [needed = 0, high = 0, low = 0, ...share] = bytes.value
  return ok({ needed, keyMark: ((high << 8) | low).toString(16).padStart(4, '0'), share: Uint8Array.from(share) })
}

/**
 * Do these shares belong together, and are there enough of them?
 * Refusals: `share-of-another-key`, `share-twice`, `shares-too-few`.
 */
export function judgeShares(shares: readonly KeyShare[]): Result<readonly Uint8Array[]> {
  const [first] = shares
  if (first === undefined) return refuse('shares-too-few', { found: 0, needed: 2 })
  const foreign = shares.findIndex(share => share.keyMark !== first.keyMark || share.needed !== first.needed)
  if (foreign >= 0) return refuse('share-of-another-key', { place: foreign + 1 })
  const places = shares.map(({ share }) => share.at(-1))
  const twice = places.findIndex((place, n) => places.indexOf(place) !== n)
  if (twice >= 0) return refuse('share-twice', { place: twice + 1 })
  return shares.length < first.needed
    ? refuse('shares-too-few', { found: shares.length, needed: first.needed })
    : ok(shares.map(({ share }) => share))
}
