import { canonical } from './canonical.ts'

/** SHA-256 of a text in UTF-8 as 64 lower-case hexadecimal digits. The machine brings it: Node's own, or a library in the browser. */
export type Sha256 = (text: string) => string

type Words = readonly [number, number, number, number]

const M0 = 0xd2511f53
const M1 = 0xcd9e8d57
const W0 = 0x9e3779b9
const W1 = 0xbb67ae85

/** High and low 32 bits of a product of two 32-bit numbers. */
function mulHiLo(a: number, b: number): readonly [number, number] {
  const lo = Math.imul(a, b) >>> 0
  const aHi = a >>> 16
  const aLo = a & 0xffff
  const bHi = b >>> 16
  const bLo = b & 0xffff
  const middle = aHi * bLo + Math.floor((aLo * bLo) / 0x10000)
  const carry = aLo * bHi + (middle % 0x10000)
  return [(aHi * bHi + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0, lo]
}

/** Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC'11): four words for a counter and a key. */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let [c0, c1, c2, c3] = counter
  let [k0, k1] = key
  for (let round = 0; round < 10; round++) {
    const [hi0, lo0] = mulHiLo(M0, c0)
    const [hi1, lo1] = mulHiLo(M1, c2)
    ;[c0, c1, c2, c3] = [(hi1 ^ c1 ^ k0) >>> 0, lo1, (hi0 ^ c3 ^ k1) >>> 0, lo0]
    k0 = (k0 + W0) >>> 0
    k1 = (k1 + W1) >>> 0
  }
  return [c0, c1, c2, c3]
}

/** Whose luck, for what, about which thing. The same name always has the same luck in a world. */
export type Luck = { readonly agent: string; readonly purpose: string; readonly about: string }

/**
 * Draws by name and number, never by turn: what one person does never shifts the luck of another (common random numbers),
 * and a reset meets the same people again.
 */
export type Draws = {
  /** The n-th whole number of a name, from 0 to `below` − 1, without bias. `below` is 1 to 2^32. */
  readonly number: (luck: Luck, n: number, below: number) => number
  /** Does something happen that has this chance in basis points (0 to 10,000)? */
  readonly chance: (luck: Luck, n: number, basisPoints: number) => boolean
  /** One of a list that is not empty. */
  readonly pick: <T>(luck: Luck, n: number, from: readonly T[]) => T
  /** The list in an order of its own (Fisher–Yates). */
  readonly shuffle: <T>(luck: Luck, from: readonly T[]) => readonly T[]
}

/** The draws of a world: the seed and the name give the key, the number gives the counter. */
export function drawsOf(seed: string, sha256: Sha256): Draws {
  const keys = new Map<string, Words>()
  const keyOf = (luck: Luck): Words => {
    const name = canonical([seed, luck.agent, luck.purpose, luck.about])
    const known = keys.get(name) ?? wordsOf(sha256(name))
    keys.set(name, known)
    return known
  }
  const number = (luck: Luck, n: number, below: number): number => below32(keyOf(luck), n, below)
  return {
    number,
    chance: (luck, n, basisPoints) => number(luck, n, 10_000) < basisPoints,
    pick: (luck, n, from) => {
      if (from.length === 0) throw new RangeError('nothing to pick from')
      return from[number(luck, n, from.length)] as (typeof from)[number]
    },
    shuffle: (luck, from) => {
      const out = [...from]
      for (let i = out.length - 1; i > 0; i--) {
        const j = number(luck, out.length - 1 - i, i + 1)
        ;[out[i], out[j]] = [out[j] as (typeof out)[number], out[i] as (typeof out)[number]]
      }
      return out
    },
  }
}

function wordsOf(hex: string): Words {
  const word = (at: number): number => Number.parseInt(hex.slice(at, at + 8), 16)
  return [word(0), word(8), word(16), word(24)]
}

/** Words in the top, uneven part of the range are thrown away and the next one of the same counter's lane is taken. */
function below32(key: Words, n: number, below: number): number {
  if (!Number.isSafeInteger(n) || n < 0 || !Number.isSafeInteger(below) || below < 1 || below > 0x1_0000_0000) {
    throw new RangeError(`no draw ${n} below ${below}`)
  }
  const fair = 0x1_0000_0000 - (0x1_0000_0000 % below)
  for (let again = 0; ; again++) {
    const words = philox([n >>> 0, Math.floor(n / 0x1_0000_0000), again, key[2]], [key[0], key[1]])
    const word = words.find(w => w < fair)
    if (word !== undefined) return word % below
  }
}
