import { parseWorldTime } from '../../world/calendar.ts'
import { folded, says } from '../folding.ts'

/** What an expression may come to. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [field: string]: Value }

/** A function that does not fit what it is given says so in Chinese. */
export class WrongValue extends Error {}

export type LabFunction = { readonly least: number; readonly most: number; readonly of: (given: readonly Value[]) => Value }

export function isRow(value: Value | undefined): value is { readonly [field: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function number(value: Value | undefined): number {
  if (typeof value !== 'number') throw new WrongValue(`需要数字，得到的是${kindOf(value)}`)
  return value
}

function text(value: Value | undefined): string {
  if (typeof value !== 'string') throw new WrongValue(`需要文字，得到的是${kindOf(value)}`)
  return value
}

function list(value: Value | undefined): readonly Value[] {
  if (!Array.isArray(value)) throw new WrongValue(`需要列表，得到的是${kindOf(value)}`)
  return value as readonly Value[]
}

export function kindOf(value: Value | undefined): string {
  if (value === null || value === undefined) return '空值'
  if (Array.isArray(value)) return '列表'
  const names: Readonly<Record<string, string>> = { string: '文字', number: '数字', boolean: '是否' }
  return names[typeof value] ?? '一行数据'
}

/** An integer a world can hold; what is beyond is an error of the expression, not of the machine. */
export function whole(n: number): number {
  if (!Number.isSafeInteger(n)) throw new WrongValue('计算结果超出整数范围')
  return n === 0 ? 0 : n
}

/** Two values are the same: texts as they are, lists item by item. */
export function same(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => same(item as Value, (b as readonly Value[])[i] ?? null))
  return a === b
}

/** Rounds half away from zero. */
export function divided(a: number, b: number): number {
  if (b === 0) throw new WrongValue('除数为零')
  const sign = Math.sign(a) * Math.sign(b)
  const [n, d] = [Math.abs(a), Math.abs(b)]
  const down = Math.floor(n / d)
  return whole(sign * (2 * (n - down * d) >= d ? down + 1 : down))
}

function time(value: Value | undefined): number {
  if (typeof value === 'number') return value
  const at = parseWorldTime(text(value))
  if (at === undefined) throw new WrongValue(`“${text(value)}”不是时间`)
  return at
}

/** Only `*` and `?` are special: a pattern of a writer cannot run away. */
function matches(value: string, pattern: string): boolean {
  let [v, p, star, from] = [0, 0, -1, 0]
  while (v < value.length) {
    if (p < pattern.length && (pattern[p] === '?' || (pattern[p] !== '*' && pattern[p] === value[v]))) {
      v += 1
      p += 1
    } else if (pattern[p] === '*') {
      star = p
      from = v
      p += 1
    } else if (star >= 0) {
      p = star + 1
      from += 1
      v = from
    } else return false
  }
  while (pattern[p] === '*') p += 1
  return p === pattern.length
}

const numbers = (value: Value | undefined): number[] => list(value).map(number)
const extreme = (given: readonly Value[], better: (a: number, b: number) => boolean): Value => {
  const all = given.length === 1 && Array.isArray(given[0]) ? numbers(given[0]) : given.map(number)
  return all.length === 0 ? null : all.reduce((a, b) => (better(b, a) ? b : a))
}
const fn = (least: number, most: number, of: LabFunction['of']): LabFunction => ({ least, most, of })

/** The functions of the language. Every one ends, and looks at nothing but what it is given. */
export const FUNCTIONS: Readonly<Record<string, LabFunction>> = {
  count: fn(1, 1, ([a]) => list(a).length),
  sum: fn(1, 1, ([a]) => whole(numbers(a).reduce((x, y) => x + y, 0))),
  min: fn(1, 20, given => extreme(given, (a, b) => a < b)),
  max: fn(1, 20, given => extreme(given, (a, b) => a > b)),
  average: fn(1, 1, ([a]) => (list(a).length === 0 ? null : divided(whole(numbers(a).reduce((x, y) => x + y, 0)), list(a).length))),
  any: fn(1, 1, ([a]) => list(a).some(x => x === true)),
  all: fn(1, 1, ([a]) => list(a).every(x => x === true)),
  first: fn(1, 1, ([a]) => list(a)[0] ?? null),
  last: fn(1, 1, ([a]) => list(a).at(-1) ?? null),
  at: fn(2, 2, ([a, n]) => list(a)[number(n)] ?? null),
  unique: fn(1, 1, ([a]) => list(a).filter((x, i, all) => all.findIndex(y => same(x, y)) === i)),
  empty: fn(1, 1, ([a]) => a === null || a === '' || (Array.isArray(a) && a.length === 0)),
  abs: fn(1, 1, ([a]) => Math.abs(number(a))),
  div: fn(2, 2, ([a, b]) => divided(number(a), number(b))),
  floor: fn(2, 2, ([a, b]) => {
    if (number(b) === 0) throw new WrongValue('除数为零')
    return whole(Math.floor(number(a) / number(b)))
  }),
  ceilTo: fn(2, 2, ([a, b]) => {
    if (number(b) <= 0) throw new WrongValue('倍数应大于零')
    return whole(Math.ceil(number(a) / number(b)) * number(b))
  }),
  percent: fn(2, 2, ([a, p]) => divided(whole(number(a) * number(p)), 100)),
  if: fn(3, 3, ([c, a, b]) => (c === true ? (a ?? null) : (b ?? null))),
  near: fn(3, 3, ([a, b, by]) => Math.abs(number(a) - number(b)) <= number(by)),
  approx: fn(3, 3, ([a, b, bp]) => Math.abs(number(a) - number(b)) * 10_000 <= Math.abs(number(b)) * number(bp)),
  between: fn(3, 3, ([a, low, high]) => number(low) <= number(a) && number(a) <= number(high)),
  contains: fn(2, 2, ([a, b]) => (Array.isArray(a) ? a.some(x => same(x as Value, b ?? null)) : text(a).includes(text(b)))),
  says: fn(2, 2, ([a, b]) => says(text(a), text(b))),
  startsWith: fn(2, 2, ([a, b]) => text(a).startsWith(text(b))),
  endsWith: fn(2, 2, ([a, b]) => text(a).endsWith(text(b))),
  matches: fn(2, 2, ([a, b]) => matches(text(a), text(b))),
  fold: fn(1, 1, ([a]) => folded(text(a))),
  length: fn(1, 1, ([a]) => [...text(a)].length),
  text: fn(1, 1, ([a]) => (a === null || typeof a === 'object' ? '' : String(a))),
  yuan: fn(1, 1, ([a]) => yuan(number(a))),
  join: fn(2, 2, ([a, b]) => list(a).map(text).join(text(b))),
  setEq: fn(2, 2, ([a, b]) => {
    const [x, y] = [list(a), list(b)]
    return x.every(i => y.some(j => same(i, j))) && y.every(i => x.some(j => same(i, j)))
  }),
  subset: fn(2, 2, ([a, b]) => list(a).every(i => list(b).some(j => same(i, j)))),
  time: fn(1, 1, ([a]) => time(a)),
  before: fn(2, 2, ([a, b]) => time(a) < time(b)),
  after: fn(2, 2, ([a, b]) => time(a) > time(b)),
  within: fn(3, 3, ([a, b, seconds]) => time(b) - time(a) >= 0 && time(b) - time(a) <= number(seconds)),
  hours: fn(1, 1, ([a]) => whole(number(a) * 3600)),
  days: fn(1, 1, ([a]) => whole(number(a) * 86_400)),
}

/** 分 as people write 元: `12345` → `123.45`. */
function yuan(fen: number): string {
  const cents = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${cents}`
}
