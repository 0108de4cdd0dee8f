/** Numbers 0–31 as elements of GF(32) by x⁵ + x² + 1; adding is XOR. */
const POWERS: readonly number[] = powers()
const LOGS: ReadonlyMap<number, number> = new Map(POWERS.map((value, power) => [value, power]))
/** The multiplicative group has 31 elements: further symbols would share a factor with earlier ones. */
export const MOST_SYMBOLS = 31

function powers(): number[] {
  const list = [1]
  for (let n = 1; n < 31; n++) {
    const doubled = (list[n - 1] ?? 0) << 1
    list.push(doubled > 31 ? doubled ^ 0b100101 : doubled)
  }
  return list
}

const power = (n: number) => POWERS[n % 31] ?? 0
const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : power((LOGS.get(a) ?? 0) + (LOGS.get(b) ?? 0)))
const over = (a: number, b: number) => (a === 0 ? 0 : power((LOGS.get(a) ?? 0) + 31 - (LOGS.get(b) ?? 0)))

/** The two sums that are zero over every whole row: plain, and each symbol times α to its place. */
function sums(symbols: readonly number[]): { readonly plain: number; readonly weighted: number } {
  return {
    plain: symbols.reduce((sum, symbol) => sum ^ symbol, 0),
    weighted: symbols.reduce((sum, symbol, place) => sum ^ times(symbol, power(place)), 0),
  }
}

/**
 * Two check symbols for a row (Reed–Solomon, distance 3): any one or two symbols that are wrong are noticed, so also every
 * substitution and every exchange of two places.
 */
export function checkSymbols(data: readonly number[]): readonly [number, number] {
  const n = data.length
  if (n + 2 > MOST_SYMBOLS) throw new RangeError('a row too long for two check symbols')
  const { plain, weighted } = sums(data)
  const second = over(weighted ^ times(power(n), plain), power(n) ^ power(n + 1))
  return [plain ^ second, second]
}

/** Is the row with its check symbols whole? If one symbol alone can explain the fault, `place` is where it stands (from 0). */
export function judgeRow(row: readonly number[]): { readonly whole: true } | { readonly whole: false; readonly place: number | null } {
  const { plain, weighted } = sums(row)
  if (plain === 0 && weighted === 0) return { whole: true }
  if (plain === 0 || weighted === 0) return { whole: false, place: null }
  const place = LOGS.get(over(weighted, plain)) ?? row.length
  return { whole: false, place: place < row.length ? place : null }
}
