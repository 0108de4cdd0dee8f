import { type BaseType, type QtiValue, type Single, recordOf, single } from '../values/value.ts'

const NUMERAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

/**
 * What a text entry bound to a record gives: the text, its value and how it was written. A text that is no numeral
 * has the first only.
 */
export function numericRecord(text: string): QtiValue {
  const fields = new Map<string, Single>()
  const put = (name: string, baseType: BaseType, atom: string | number): void => {
    const field = single(baseType, atom)
    if (field.kind === 'single') fields.set(name, field)
  }
  put('stringValue', 'string', text)
  const [, , left = '', right = '', exponent] = NUMERAL.exec(text.trim()) ?? []
  if (left + right === '') return recordOf(fields)
  const value = Number(text.trim())
  put('floatValue', 'float', value)
  if (Number.isSafeInteger(value) && right === '' && exponent === undefined) put('integerValue', 'integer', value)
  put('leftDigits', 'integer', left.length)
  put('rightDigits', 'integer', right.length)
  put('ndp', 'integer', right.length)
  put('nsf', 'integer', significantFigures(left, right))
  if (exponent !== undefined) put('exponent', 'integer', Number(exponent))
  return recordOf(fields)
}

/** Digits from the first that is not zero; zeros at the end of a whole number do not count, after the point they do. */
function significantFigures(left: string, right: string): number {
  const digits = right === '' ? left.replace(/0+$/, '') : left + right
  return digits.replace(/^0+/, '').length
}
