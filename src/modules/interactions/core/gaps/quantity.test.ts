import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Decimal, isWithin, negative, readDecimal, movePoint } from './decimal.ts'
import { readQuantities, unitForm } from './quantity.ts'

const ZERO: Decimal = { digits: 0n, scale: 0 }
const decimal = (text: string) => readDecimal(text) ?? ZERO
const isSame = (a: Decimal, b: Decimal) => isWithin(a, b, ZERO)
/** Can the text be read as this number with these units? */
const reads = (text: string, number: string, ...units: string[]) =>
  readQuantities(text).some(
    quantity => isSame(quantity.number, decimal(number)) && JSON.stringify(quantity.units) === JSON.stringify(units.map(unitForm)),
  )

describe('decimals are exact', () => {
  test('a tenth and two tenths are three tenths, and a distance at the border is within it', () => {
    assert.ok(isWithin(decimal('0.3'), decimal('0.30'), ZERO))
    assert.ok(isWithin(decimal('0.35'), decimal('0.3'), decimal('0.05')))
    assert.ok(!isWithin(decimal('0.3500000000000001'), decimal('0.3'), decimal('0.05')))
    assert.ok(isWithin(decimal('-0.05'), decimal('0.05'), decimal('0.1')))
  })

  test('thirty digits are compared to the last', () => {
    const long = '123456789012345678901234567890'
    assert.ok(isSame(decimal(long), decimal(`${long}.000`)))
    assert.ok(!isSame(decimal(long), decimal(`${long.slice(0, -1)}1`)))
  })

  test('distance is symmetric, negation and shifting keep it', () => {
    const number = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, scale]) => ({ digits, scale }))
    const tolerance = number.map(({ digits, scale }) => ({ digits: digits < 0n ? -digits : digits, scale }))
    fc.assert(
      fc.property(number, number, tolerance, fc.integer({ min: -6, max: 6 }), (a, b, within, places) => {
        const near = isWithin(a, b, within)
        assert.equal(isWithin(b, a, within), near)
        assert.equal(isWithin(negative(a), negative(b), within), near)
        const [x, y, z] = [a, b, within].map(one => movePoint(one, places)) as [Decimal, Decimal, Decimal]
        assert.equal(isWithin(x, y, z), near)
        assert.ok(isWithin(a, a, ZERO))
      }),
    )
  })

  test('what is no plain decimal is none', () => {
    for (const text of ['', '-', '.', '1.2.3', '1e5', '+1', ' 1', '1 ', '１', 'NaN', '0x10'])
      assert.equal(readDecimal(text), undefined, text)
  })
})

describe('numbers are read as people write them', () => {
  const SAME: readonly [string, string, ...string[]][] = [
    ['12.5', '12.5'],
    [' １２．５ ', '12.5'],
    ['12.50。', '12.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-3', '-3'],
    ['－３', '-3'],
    ['−3', '-3'],
    ['—3', '-3'],
    ['负三', '-3'],
    ['+8', '8'],
    ['1,234,567.8', '1234567.8'],
    ['１，２３４', '1234'],
    ['12 345', '12345'],
    ['007', '7'],
    ['一百二十', '120'],
    ['一百二', '120'],
    ['一百零二', '102'],
    ['十二点五', '12.5'],
    ['二〇二六', '2026'],
    ['两千零八', '2008'],
    ['两万三', '23000'],
    ['一亿零五十万', '100500000'],
    ['壹万贰仟叁佰肆拾伍', '12345'],
    ['一点五万', '15000'],
    ['三点二亿', '320000000'],
    ['1.5万', '15000'],
    ['3亿', '300000000'],
    ['5百万', '5000000'],
    ['零', '0'],
    ['十', '10'],
    ['一万零一十', '10010'],
    ['12%', '12', '%'],
    ['12%', '0.12'],
    ['１２．５％', '0.125'],
    ['3‰', '0.003'],
    ['百分之十二点五', '12.5', '%'],
    ['百分之12.5', '0.125'],
    ['千分之三', '0.003'],
    ['131元', '131', '元'],
    ['¥131.00', '131', '元'],
    ['￥131', '131', '元'],
    ['人民币壹佰叁拾壹元整', '131', '元', '元'],
    ['RMB 131', '131', '元'],
    ['-¥5', '-5', '元'],
    ['¥-5', '-5', '元'],
    ['US', '0', 'never'],
    ['3万元', '3', '万元'],
    ['3万元', '30000', '元'],
    ['三万元', '30000', '元'],
    ['三万元', '3', '万元'],
    ['20 KG', '20', 'kg'],
    ['5 立方米', '5', '立方米'],
  ]
  for (const [text, number, ...units] of SAME)
    test(`${text} ${units[0] === 'never' ? 'is no number' : `is ${number} ${units.join(' ')}`}`, () => {
      if (units[0] === 'never') assert.deepEqual(readQuantities(text), [])
      else
        assert.ok(
          reads(text, number, ...units),
          JSON.stringify(readQuantities(text).map(q => [String(q.number.digits), q.number.scale, q.units])),
        )
    })

  test('what is no number is none, and what only begins like one keeps its rest as a unit', () => {
    for (const text of ['', '   ', '元', '大约', '。', '-', '%', '万', '点五', '一百百', '十百', '百十', '一二十', '二三百', '一万万万'])
      assert.ok(!readQuantities(text).some(quantity => quantity.units.length === 0), text)
    assert.ok(!reads('12,34', '1234'))
    assert.ok(!reads('1.2.3', '1.2'))
    assert.ok(!reads('12-15', '12'))
    assert.ok(!reads('12或15', '12'))
    assert.ok(!reads('1e5', '100000'))
  })
})

const DIGITS = '零一二三四五六七八九'
/** The written form of a number below a hundred million, as schools teach it. */
function inChinese(n: number): string {
  const below = (m: number, isFirst: boolean) => {
    let text = ''
    let gap = false
    for (const [place, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(m / place) % 10
      if (digit === 0) gap = true
      else {
        text += (gap && (text !== '' || !isFirst) ? '零' : '') + DIGITS[digit] + name
        gap = false
      }
    }
    return text
  }
  if (n === 0) return '零'
  const [high, low] = [Math.floor(n / 10_000), n % 10_000]
  return (high === 0 ? '' : `${below(high, true)}万`) + (low === 0 ? '' : below(low, high === 0))
}

describe('whatever the number', () => {
  test('its Chinese form is read back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(99_999_999), fc.nat(20_000)), n => {
        assert.ok(reads(inChinese(n), String(n)), `${n} ${inChinese(n)}`)
        assert.ok(reads(`${inChinese(n)}元`, String(n), '元'))
      }),
      { numRuns: 500 },
    )
  })

  test('digits one by one are read back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{2,12}$/), digits => {
        assert.ok(reads([...digits].map(digit => DIGITS[Number(digit)]).join(''), digits))
      }),
    )
  })

  test('separators, width, blanks and a sign change nothing else', () => {
    const wide = (text: string) => text.replaceAll(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^[0-9]{0,6}$/), fc.boolean(), (whole, part, minus) => {
        const plain = `${minus ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`
        const grouped = `${minus ? '-' : ''}${String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',')}${part === '' ? '' : `.${part}`}`
        for (const text of [plain, grouped, wide(plain), wide(grouped), ` ${plain}\t`, `“${plain}”。`]) assert.ok(reads(text, plain), text)
      }),
    )
  })

  test('no text makes the reader fail or read more than four numbers, and none is read without end', () => {
    const alphabet = fc.constantFrom(...'0123456789.,-−%‰ 零一二两三十百千万亿点负¥元整kg（）()“。，eE+／/２·\u200b')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: alphabet, maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 })), text => {
        const found = readQuantities(text)
        assert.ok(found.length <= 12)
        for (const { number } of found) assert.ok(typeof number.digits === 'bigint' && number.scale >= 0 && number.scale < 100)
      }),
      { numRuns: 1000 },
    )
    assert.deepEqual(readQuantities('9'.repeat(10_000)), [])
  })
})
