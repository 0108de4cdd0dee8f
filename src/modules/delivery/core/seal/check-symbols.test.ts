import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSymbols, judgeRow } from './check-symbols.ts'

const rows = [
  [0],
  [31],
  [1, 2, 3],
  Array.from({ length: 26 }, (_, n) => (n * 11 + 5) % 32),
  Array.from({ length: 29 }, (_, n) => (n * 7 + 3) % 32),
]

test('a row with its check symbols is whole', () => {
  for (const row of rows) assert.deepEqual(judgeRow([...row, ...checkSymbols(row)]), { whole: true })
})

test('one wrong symbol is found where it stands, in the data and in the check', () => {
  for (const row of rows) {
    const whole = [...row, ...checkSymbols(row)]
    for (let place = 0; place < whole.length; place++)
      for (let error = 1; error < 32; error++) {
        const changed = whole.with(place, (whole[place] ?? 0) ^ error)
        assert.deepEqual(judgeRow(changed), { whole: false, place })
      }
  }
})

test('two wrong symbols are never whole', () => {
  const row = rows[3] ?? []
  const whole = [...row, ...checkSymbols(row)]
  for (let a = 0; a < whole.length; a++)
    for (let b = a + 1; b < whole.length; b++)
      for (let first = 1; first < 32; first += 3)
        for (let second = 1; second < 32; second += 2) {
          const changed = whole.with(a, (whole[a] ?? 0) ^ first).with(b, (whole[b] ?? 0) ^ second)
          assert.equal(judgeRow(changed).whole, false)
        }
})

test('two errors of one value say that no single symbol explains them', () => {
  const whole = [1, 2, 3, ...checkSymbols([1, 2, 3])]
  assert.deepEqual(judgeRow(whole.with(0, 1 ^ 5).with(1, 2 ^ 5)), { whole: false, place: null })
})

test('a row too long for the code is a bug', () => {
  assert.throws(() => checkSymbols(Array.from({ length: 30 }, () => 1)), RangeError)
})
