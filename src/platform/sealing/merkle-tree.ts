import { createHash, hash } from 'node:crypto'

/** A hash of 32 bytes. */
type Hash = Buffer

/** Hash of a leaf (RFC 9162 §2.1.1): the byte 0 before it keeps a leaf from ever being taken for a node. */
export function leafHash(leaf: Uint8Array | string): Hash {
  return createHash('sha256').update(Buffer.of(0)).update(leaf).digest()
}

function nodeHash(left: Hash, right: Hash): Hash {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
}

/** The largest power of two below n; n > 1. */
function splitOf(n: number): number {
  return 2 ** (Math.ceil(Math.log2(n)) - 1)
}

/** Root over the hashes of leaves, in their order; of no leaves it is the hash of nothing. */
export function rootOf(leaves: readonly Hash[]): Hash {
  const [only] = leaves
  if (only === undefined) return hash('sha256', '', 'buffer')
  if (leaves.length === 1) return only
  const k = splitOf(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)))
}

/** What proves that a leaf stands at its place (RFC 9162 §2.1.3.1), from the leaf upwards. */
export function inclusionProof(leaves: readonly Hash[], place: number): Hash[] {
  if (!Number.isInteger(place) || place < 0 || place >= leaves.length) throw new RangeError('no such leaf')
  if (leaves.length === 1) return []
  const k = splitOf(leaves.length)
  return place < k
    ? [...inclusionProof(leaves.slice(0, k), place), rootOf(leaves.slice(k))]
    : [...inclusionProof(leaves.slice(k), place - k), rootOf(leaves.slice(0, k))]
}

/** A claim that a leaf stands at a place of a tree of a size. */
export type Inclusion = { readonly leaf: Hash; readonly place: number; readonly size: number; readonly proof: readonly Hash[] }

/** Does the proof lead from the leaf to this root (RFC 9162 §2.1.3.2)? */
export function isIncluded({ leaf, place, size, proof }: Inclusion, root: Hash): boolean {
  if (!Number.isInteger(place) || place < 0 || place >= size) return false
  let at = place
  let last = size - 1
  let found = leaf
  for (const next of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      found = nodeHash(next, found)
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2)
        last = Math.floor(last / 2)
      }
    } else found = nodeHash(found, next)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && found.equals(root)
}

/** What proves that the first `older` leaves are an earlier state of the tree (RFC 9162 §2.1.4.1). */
export function consistencyProof(leaves: readonly Hash[], older: number): Hash[] {
  if (!Number.isInteger(older) || older < 1 || older > leaves.length) throw new RangeError('no such earlier tree')
  return subproof(leaves, older, true)
}

function subproof(leaves: readonly Hash[], older: number, whole: boolean): Hash[] {
  if (older === leaves.length) return whole ? [] : [rootOf(leaves)]
  const k = splitOf(leaves.length)
  return older <= k
    ? [...subproof(leaves.slice(0, k), older, whole), rootOf(leaves.slice(k))]
    : [...subproof(leaves.slice(k), older - k, false), rootOf(leaves.slice(0, k))]
}

/** Two states of one tree. */
export type TwoTrees = { readonly older: number; readonly olderRoot: Hash; readonly newer: number; readonly newerRoot: Hash }

/** Does the proof show that the newer tree only grew out of the older one (RFC 9162 §2.1.4.2)? */
export function isConsistent({ older, olderRoot, newer, newerRoot }: TwoTrees, proof: readonly Hash[]): boolean {
  if (!Number.isInteger(older) || older < 1 || older > newer) return false
  if (older === newer) return proof.length === 0 && olderRoot.equals(newerRoot)
  const [start, ...rest] = Number.isInteger(Math.log2(older)) ? [olderRoot, ...proof] : proof
  if (start === undefined) return false
  let at = older - 1
  let last = newer - 1
  while (at % 2 === 1) {
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  let oldFound = start
  let newFound = start
  for (const next of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      oldFound = nodeHash(next, oldFound)
      newFound = nodeHash(next, newFound)
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2)
        last = Math.floor(last / 2)
      }
    } else newFound = nodeHash(newFound, next)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && oldFound.equals(olderRoot) && newFound.equals(newerRoot)
}
