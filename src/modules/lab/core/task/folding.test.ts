import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chineseNumber, folded, says } from './folding.ts'

test('Chinese numerals are read as people write them', () => {
  const cases: readonly [string, number][] = [
    ['零', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['两千三百', 2300],
    ['三万五千', 35_000],
    ['一亿零三', 100_000_003],
    ['二〇二六', 2026],
    ['十二万三千四百五十六', 123_456],
  ]
  for (const [text, n] of cases) assert.equal(chineseNumber(text), n, text)
})

test('width, case, blanks, commas and numerals make no difference', () => {
  assert.equal(folded('ＡＢＣ　１２，３４５ 元'), 'abc12345元')
  assert.ok(says('共十二件，单价 1,280.50 元', '12件'))
  assert.ok(says('单价１２８０．５０元', '1,280.50'))
  assert.ok(says('Invoice No. AB-7', 'invoice no.ab-7'))
  assert.ok(!says('共二十件', '12件'))
  assert.ok(!says('单价 1680 元', '680'))
  assert.ok(!says('单价 680.5 元', '680'))
  assert.ok(!says('共 6805 元', '680'))
  assert.ok(says('先报 1680，后报 680。', '680'))
})

test('folding twice changes nothing more, and every text says itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      assert.ok(says(text, text))
      assert.equal(typeof folded(text), 'string')
    }),
  )
  fc.assert(fc.property(fc.stringMatching(/^[a-z0-9一二三十百千万件元]*$/), text => folded(folded(text)) === folded(text)))
})
