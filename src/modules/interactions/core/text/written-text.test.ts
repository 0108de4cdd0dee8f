import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MOST_TEXT, WordLimits, WrittenText, answeredText, countWords, fitText } from './written-text.ts'

test('a Chinese character is a word, and so is a run of letters or digits; punctuation is none', () => {
  for (const [text, count] of [
    ['', 0],
    [' \n，。！', 0],
    ['平台代管', 4],
    ['平台，代管。', 4],
    ['B2C 模式', 3],
    ['a well-known e-mail', 3],
    ['2026年11月', 4],
    ['12.5%', 1],
    ['カード決済', 5],
    ["it's", 1],
  ] as const)
    assert.equal(countWords(text), count, text)
})

test('words of two texts apart are the words of both', () => {
  const text = fc.string({ unit: fc.constantFrom(...'甲乙ab12 ，.-'), maxLength: 30 })
  fc.assert(fc.property(text, text, (a, b) => assert.equal(countWords(`${a}\n\n${b}`), countWords(a) + countWords(b))))
})

test('a text that is too long is cut between characters, and what fits stays as it is', () => {
  const letters = fc.string({ unit: fc.constantFrom('字', '"', '\\', '\n', '😀', 'a', '\u0001'), minLength: 0, maxLength: 200 })
  fc.assert(
    fc.property(letters, fc.integer({ min: 1, max: 60 }), (piece, times) => {
      const text = piece.repeat(times)
      const kept = fitText(text)
      assert.ok(text.startsWith(kept))
      assert.ok(WrittenText.safeParse({ version: 1, text: kept }).success)
      assert.ok(kept.isWellFormed())
      const isShort = JSON.stringify(text).length <= MOST_TEXT
      assert.equal(kept === text, isShort)
      if (!isShort) assert.ok(JSON.stringify(kept).length > MOST_TEXT - 8, 'no more is cut than must be')
    }),
    { numRuns: 60 },
  )
})

test('a text is blank while nothing but blanks is written', () => {
  assert.equal(answeredText({ version: 1, text: ' \n\u3000' }).state, 'blank')
  assert.equal(answeredText({ version: 1, text: '0' }).state, 'answered')
})

test('limits of length are whole, positive and in order', () => {
  assert.deepEqual(WordLimits.parse({ most: 5 }), { least: null, most: 5 })
  for (const bad of [{}, { most: 0 }, { least: 6, most: 5 }, { least: 0, most: 5 }, { most: 1.5 }, { most: 3001 }])
    assert.equal(WordLimits.safeParse(bad).success, false, JSON.stringify(bad))
})
