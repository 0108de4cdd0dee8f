import { CHINESE_NUMBER, leadingNoughts, noughtsOf, readChineseNumber } from './chinese-number.ts'
import { type Decimal, negative, readDecimal, movePoint } from './decimal.ts'
import { plainForm } from './text-form.ts'

/** A number with what stands around it; `units` are the currency sign before and the unit behind, as far as there are any. */
export type Quantity = { readonly number: Decimal; readonly units: readonly string[] }

const SIGN = /^(?:[-−–—]|负|負)\s*/
const PLUS = /^(?:\+|正)\s*/
const CURRENCY = /^(?:[¥$€£]|人民币|RMB|CNY|USD|EUR|HKD)\s*/i
/** Other names of the same currency. */
const SAME_UNIT = new Map([
  ...['¥', '人民币', 'rmb', 'cny', '圆', '块'].map(name => [name, '元'] as const),
  ...['$', 'usd', '美金'].map(name => [name, '美元'] as const),
  ...['€', 'eur'].map(name => [name, '欧元'] as const),
])
const GROUPED = /^\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d*)?/
const PLAIN = /^(?:\d+(?:\.\d*)?|\.\d+)/
const MOST_CHARACTERS = 60

/**
 * Every way in which a text can be read as one number with a unit, without regard to width of characters, separators of thousands,
 * Chinese numerals, minus signs and what stands around it. `12.5%` is 12.5 with the unit `%`, and 0.125; `3万元` is 3 with the unit
 * `万元`, and 30000 with the unit `元`. Empty when there is no number.
 */
export function readQuantities(text: string): Quantity[] {
  const whole = plainForm(text)
  if (whole.length > MOST_CHARACTERS) return []
  const { rest: afterSign, minus } = signOf(whole)
  const currency = CURRENCY.exec(afterSign)?.[0] ?? ''
  const inner = signOf(afterSign.slice(currency.length))
  const isNegative = minus !== inner.minus
  const before = currency === '' ? [] : [unitForm(currency)]
  const share = /^(百分之|千分之)/.exec(inner.rest)?.[0]
  const body = share === undefined ? inner.rest : `${inner.rest.slice(3)}${share === '百分之' ? '%' : '‰'}`
  return numbersOf(body).flatMap(({ number, rest }) =>
    withUnit(isNegative ? negative(number) : number, unitForm(rest)).map(one => ({ number: one.number, units: [...before, ...one.units] })),
  )
}

function signOf(text: string): { readonly rest: string; readonly minus: boolean } {
  const minus = SIGN.exec(text)?.[0]
  return { rest: text.slice((minus ?? PLUS.exec(text)?.[0] ?? '').length), minus: minus !== undefined }
}

type Read = { readonly number: Decimal; readonly rest: string }

/** Words for noughts behind a number belong to the number or to the unit. */
function numbersOf(text: string): Read[] {
  const latin = (GROUPED.exec(text) ?? PLAIN.exec(text))?.[0]
  if (latin !== undefined) {
    const number = readDecimal(latin.replaceAll(/[, ]/g, ''))
    const rest = text.slice(latin.length).trimStart()
    const noughts = leadingNoughts(rest)
    if (number === undefined) return []
    if (noughts === '') return [{ number, rest }]
    return [
      { number, rest },
      { number: movePoint(number, noughtsOf(noughts)), rest: rest.slice(noughts.length) },
    ]
  }
  const run = CHINESE_NUMBER.exec(text)?.[0] ?? ''
  const reads: Read[] = []
  for (let length = run.length; length > 0; length--) {
    const left = run.slice(length)
    if (leadingNoughts(left) !== left) break
    const number = readChineseNumber(run.slice(0, length))
    if (number !== undefined) reads.push({ number, rest: text.slice(length) })
  }
  return reads
}

function withUnit(number: Decimal, unit: string): Quantity[] {
  if (unit === '') return [{ number, units: [] }]
  const places = unit === '%' ? -2 : unit === '‰' ? -3 : undefined
  const named = { number, units: [unit] }
  return places === undefined ? [named] : [named, { number: movePoint(number, places), units: [] }]
}

/** A unit without regard to case, blanks and width; the 整 that closes an amount in capitals is no part of it. */
export function unitForm(text: string): string {
  const plain = plainForm(text).replaceAll(/\s/g, '').toLowerCase()
  const unit = plain.length > 1 && /[元圆角分]整$/.test(plain) ? plain.slice(0, -1) : plain
  return SAME_UNIT.get(unit) ?? unit
}
