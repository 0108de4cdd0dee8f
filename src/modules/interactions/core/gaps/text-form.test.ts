import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainForm, textForm } from './text-form.ts'

const loose = { ignoreCase: true, ignoreSpace: true }
const strict = { ignoreCase: false, ignoreSpace: false }
const isSame = (a: string, b: string, how = loose) => textForm(a, how) === textForm(b, how)

test('width, case, blanks, unseen characters and what stands around make no difference', () => {
  for (const [a, b] of [
    ['CIF', 'ｃｉｆ'],
    ['船上交货', '“船上交货”。'],
    ['B2C', ' b 2 c '],
    ['电子签名', '电子\u200b签名'],
    ['《电子签名法》', '电子签名法'],
    ['e-mail', 'E–mail'],
    ["it's", 'it’s'],
  ] as const)
    assert.ok(isSame(a, b), `${a} ${b}`)
})

test('blanks and case count where the key says so, but never at the ends', () => {
  assert.ok(!isSame('New York', 'NewYork', strict))
  assert.ok(!isSame('SKU', 'sku', strict))
  assert.ok(isSame('New York', '  New   York ', strict))
})

test('other words stay other words', () => {
  for (const [a, b] of [
    ['到岸价', '离岸价'],
    ['C++', 'C'],
    ['1.5', '15'],
    ['.com', '.con'],
    ['A/B', 'AB'],
  ] as const)
    assert.ok(!isSame(a, b), `${a} ${b}`)
})

test('a text of nothing but punctuation stays what it is, and a point before a digit too', () => {
  assert.equal(plainForm('。'), '。')
  assert.equal(plainForm('%'), '%')
  assert.equal(plainForm(' .5 '), '.5')
  assert.equal(plainForm('价格：.5'), '价格:.5')
})

test('a form is its own form, whatever the text', () => {
  const alphabet = fc.constantFrom(...'aAbＢ１2 　\u200b“”"\'’.。，,、：（）()-–—《》甲乙丙%＃é\u0301ﬁ㎏①')
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: alphabet, maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 })),
      fc.boolean(),
      fc.boolean(),
      (text, ignoreCase, ignoreSpace) => {
        const how = { ignoreCase, ignoreSpace }
        const form = textForm(text, how)
        assert.equal(textForm(form, how), form)
        assert.equal(textForm(` ${text}\n`, how), form)
      },
    ),
    { numRuns: 1000 },
  )
})
