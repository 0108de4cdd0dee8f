/** A source of numbers in [0, 1) that a seed fixes: dice are always an argument. */
export type Dice = () => number

/** mulberry32 seeded by an FNV-1a hash of the text: same seed, same throws, on every machine. Not for secrets. */
export function diceOf(seed: string): Dice {
  let h = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 0x01000193)
  let a = h >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** An integer in [0, n). */
export function roll(dice: Dice, n: number): number {
  return Math.floor(dice() * n)
}

/** Fisher–Yates; the input is left alone. */
export function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const j = roll(dice, i + 1)
    ;[out[i], out[j]] = [out[j] as T, out[i] as T]
  }
  return out
}

export function pick<T>(items: readonly T[], dice: Dice): T {
  if (items.length === 0) throw new RangeError('nothing to pick from')
  return items[roll(dice, items.length)] as T
}
