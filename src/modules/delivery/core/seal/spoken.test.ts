import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYMBOLS, writeKeyText } from './key-text.ts'
import { readingAid, sayKeyText } from './spoken.ts'

test('a key is said in seven lines of four', () => {
  const lines = sayKeyText(writeKeyText(new Uint8Array(16)))
  assert.equal(lines.length, 7)
  assert.equal(lines[0], '第1组：洞，洞，洞，洞')
})

test('digits as on the radio, letters by a word', () => {
  assert.deepEqual(sayKeyText('12A7-9KZ0'), ['第1组：幺，两，A（苹果apple），拐', '第2组：勾，K（国王king），Z（斑马zebra），洞'])
})

test('no two symbols are said alike, and each letter is in what is said of it', () => {
  const said = [...SYMBOLS].map(symbol => sayKeyText(symbol)[0] ?? '')
  assert.equal(new Set(said).size, 32)
  for (const symbol of SYMBOLS) {
    const [line = ''] = sayKeyText(symbol)
    assert.match(line, /^第1组：./)
    if (/[A-Z]/.test(symbol)) assert.match(line, new RegExp(`：${symbol}（`))
    else assert.match(line, /：\p{Script=Han}$/u)
    const word = /[a-z]+/.exec(line)?.[0]
    if (word !== undefined) assert.equal(word[0], symbol.toLowerCase())
  }
})

test('the aid beside the telephone has every symbol', () => {
  const aid = readingAid()
  for (const symbol of SYMBOLS) assert.ok(aid.includes(symbol), symbol)
  assert.match(aid, /^0读洞，1读幺，2读两/)
})

test('a character that no key has is a bug', () => {
  assert.throws(() => sayKeyText('U000'), RangeError)
})
