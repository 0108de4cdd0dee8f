import type { Decimal } from './decimal.ts'

const DIGITS = new Map<string, bigint>(
  [
    ['零〇○', 0n],
    ['一壹幺', 1n],
    ['二两贰兩貳', 2n],
    ['三叁參', 3n],
    ['四肆', 4n],
    ['五伍', 5n],
    ['六陆陸', 6n],
    ['七柒', 7n],
    ['八捌', 8n],
    ['九玖', 9n],
  ].flatMap(([names, value]) => [...(names as string)].map(name => [name, value as bigint] as const)),
)
const PLACES = new Map<string, number>(['十拾', '百佰', '千仟'].flatMap((names, at) => [...names].map(name => [name, at + 1] as const)))
/** How many noughts a word at the end of a number stands for: 1.5万, 三百万. */
const NOUGHTS = new Map<string, number>([...PLACES, ['万', 4], ['萬', 4], ['亿', 8], ['億', 8]])

/** Every character a number in Chinese can be written with. */
export const CHINESE_NUMBER = new RegExp(`^[${[...DIGITS.keys(), ...NOUGHTS.keys()].join('')}点點]+`)

/** Reads 一百二十, 十二点五, 二〇二六, 壹万贰仟, 三点五万; undefined when the characters make no number. */
export function readChineseNumber(text: string): Decimal | undefined {
  const [whole = '', part, ...more] = text.split(/[点點]/)
  if (more.length > 0) return undefined
  if (part === undefined) {
    const digits = wholeOf(whole)
    return digits === undefined ? undefined : { digits, scale: 0 }
  }
  const { stem, noughts } = splitNoughts(part)
  const [before, behind] = [wholeOf(whole), digitsOf(stem)]
  if (before === undefined || behind === undefined) return undefined
  const scale = [...stem].length
  const digits = before * 10n ** BigInt(scale) + behind
  return scale >= noughts ? { digits, scale: scale - noughts } : { digits: digits * 10n ** BigInt(noughts - scale), scale: 0 }
}

/** Takes the words for noughts off the end: `五百万` → `五` and 6. */
export function splitNoughts(text: string): { readonly stem: string; readonly noughts: number } {
  const letters = [...text]
  let noughts = 0
  while (letters.length > 0 && NOUGHTS.has(letters.at(-1) ?? '')) noughts += NOUGHTS.get(letters.pop() ?? '') ?? 0
  return { stem: letters.join(''), noughts }
}

/** How many characters at the start are words for noughts. */
export function leadingNoughts(text: string): string {
  let taken = ''
  for (const letter of text) {
    if (!NOUGHTS.has(letter)) break
    taken += letter
  }
  return taken
}

/** Noughts of a run of such words: `百万` → 6. */
export function noughtsOf(words: string): number {
  return [...words].reduce((sum, word) => sum + (NOUGHTS.get(word) ?? 0), 0)
}

function digitsOf(text: string): bigint | undefined {
  let value = 0n
  for (const letter of text) {
    const digit = DIGITS.get(letter)
    if (digit === undefined) return undefined
    value = value * 10n + digit
  }
  return text === '' ? undefined : value
}

/** Digits one after another (二〇二六), or a number by its places. */
function wholeOf(text: string): bigint | undefined {
  return digitsOf(text) ?? byHundredMillions(text)
}

function byHundredMillions(text: string): bigint | undefined {
  return splitAt(text, /[亿億]/g, { noughts: 8, left: byTenThousands, right: byTenThousands }) ?? byTenThousands(text)
}

function byTenThousands(text: string): bigint | undefined {
  return splitAt(text, /[万萬]/g, { noughts: 4, left: belowTenThousand, right: belowTenThousand }) ?? belowTenThousand(text)
}

type Side = (text: string) => bigint | undefined

/** `left` 万 `right`; in 一万二 the digit at the end means thousands. */
function splitAt(
  text: string,
  mark: RegExp,
  { noughts, left, right }: { readonly noughts: number; readonly left: Side; readonly right: Side },
): bigint | undefined {
  const found = [...text.matchAll(mark)]
  const at = found.at(-1)?.index
  if (at === undefined || found.length > 1) return undefined
  const before = left(text.slice(0, at))
  const rest = text.slice(at + 1)
  if (before === undefined) return undefined
  const whole = before * 10n ** BigInt(noughts)
  if (rest === '') return whole
  const short = rest.length === 1 ? DIGITS.get(rest) : undefined
  const behind = short === undefined ? right(rest) : short * 10n ** BigInt(noughts - 1)
  return behind === undefined ? undefined : whole + behind
}

/** Digits with falling places: 九千零三, 一百二 (= 120), 十五. */
function belowTenThousand(text: string): bigint | undefined {
  let value = 0n
  let digit: bigint | undefined
  let lowest = 4
  let afterNought = false
  for (const [at, letter] of [...text].entries()) {
    const place = PLACES.get(letter)
    const next = DIGITS.get(letter)
    if (place !== undefined) {
      const count = digit ?? (place === 1 && (at === 0 || afterNought) ? 1n : undefined)
      if (count === undefined || place >= lowest) return undefined
      value += count * 10n ** BigInt(place)
      ;[digit, lowest, afterNought] = [undefined, place, false]
    } else if (next === undefined || digit !== undefined) return undefined
    else if (next === 0n) afterNought = true
    else digit = next
  }
  if (text === '') return undefined
  if (digit === undefined) return value
  const short = value > 0n && !afterNought && lowest > 1
  return value + digit * (short ? 10n ** BigInt(lowest - 1) : 1n)
}
