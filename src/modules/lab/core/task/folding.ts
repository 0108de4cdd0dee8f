const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const BIG: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }
const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]+/g

/** `十二` → 12, `三万五千` → 35000, `二〇二六` → 2026; undefined where the signs are no number or one too large. */
export function chineseNumber(text: string): number | undefined {
  const signs = text.replace(/〇/g, '零').replace(/两/g, '二')
  if (/^[零一二三四五六七八九]+$/.test(signs)) {
    const n = Number([...signs].map(sign => DIGITS.indexOf(sign)).join(''))
    return Number.isSafeInteger(n) ? n : undefined
  }
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const sign of signs) {
    const unit = UNITS[sign]
    const big = BIG[sign]
    if (unit !== undefined) {
      section += (digit ?? 1) * unit
      digit = undefined
    } else if (big !== undefined) {
      total = (total + section + (digit ?? 0)) * big
      section = 0
      digit = undefined
    } else {
      digit = DIGITS.indexOf(sign)
    }
  }
  const n = total + section + (digit ?? 0)
  return Number.isSafeInteger(n) ? n : undefined
}

/**
 * A text as it is compared: full-width signs and letters become half-width, ASCII letters small, Chinese numerals digits, blanks and
 * thousands commas fall away. Two ways of writing the same thing fold to the same text; nothing asks the machine's Unicode tables.
 */
export function folded(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u00a0]+/g, '')
    .replace(/[A-Z]/g, letter => letter.toLowerCase())
    .replace(NUMERAL, numeral => String(chineseNumber(numeral) ?? numeral))
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
}

/** Does a text say this, however it is written? A number is said only whole: `1680` does not say `680`. */
export function says(text: string, wanted: string): boolean {
  const [within, sought] = [folded(text), folded(wanted)]
  if (sought === '') return true
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1)) {
    const cutsBefore = /^\d/.test(sought) && /\d\.?$/.test(within.slice(0, at))
    const cutsAfter = /\d$/.test(sought) && /^\.?\d/.test(within.slice(at + sought.length))
    if (!cutsBefore && !cutsAfter) return true
  }
  return false
}
