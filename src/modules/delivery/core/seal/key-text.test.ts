import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkSymbols } from './check-symbols.ts'
import { SYMBOLS, readKeyText, writeKeyText } from './key-text.ts'

const keyBytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const aKey = Uint8Array.from({ length: 16 }, (_, n) => (n * 37 + 11) & 255)
const aText = writeKeyText(aKey)

function outcome(text: string, length = 16): string {
  const read = readKeyText(text, length)
  return read.ok ? 'ok' : read.refusal.code
}

/** The text with other symbols at some places of the 28, hyphens aside. */
function withSymbols(text: string, changes: Readonly<Record<number, string>>): string {
  return [...text.replaceAll('-', '')].map((symbol, at) => changes[at] ?? symbol).join('')
}

test('sixteen bytes are seven groups of four', () => {
  assert.match(aText, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.equal(writeKeyText(new Uint8Array(16)), '0000-0000-0000-0000-0000-0000-0000')
})

test('every key comes back', () => {
  fc.assert(
    fc.property(keyBytes, bytes => {
      const read = readKeyText(writeKeyText(bytes), 16)
      assert.deepEqual(read, { ok: true, value: bytes })
    }),
  )
})

test('longer secrets take more rows and come back as well', () => {
  for (const length of [1, 5, 17, 18, 19, 20, 32, 64])
    fc.assert(
      fc.property(fc.uint8Array({ minLength: length, maxLength: length }), bytes => {
        assert.deepEqual(readKeyText(writeKeyText(bytes), length), { ok: true, value: bytes })
      }),
      { numRuns: 20 },
    )
})

test('every single substitution is noticed, and the group is named', () => {
  for (let at = 0; at < 28; at++)
    for (const symbol of SYMBOLS) {
      const changed = withSymbols(aText, { [at]: symbol })
      if (changed === aText.replaceAll('-', '')) continue
      const read = readKeyText(changed, 16)
      assert.deepEqual(
        read,
        { ok: false, refusal: { code: 'key-mistyped-in', facts: { group: Math.floor(at / 4) + 1 } } },
        `${at} ${symbol}`,
      )
    }
})

test('every exchange of neighbours is noticed in every key', () => {
  fc.assert(
    fc.property(keyBytes, bytes => {
      const symbols = writeKeyText(bytes).replaceAll('-', '')
      for (let at = 0; at + 1 < symbols.length; at++) {
        const [a, b] = [symbols[at] ?? '', symbols[at + 1] ?? '']
        if (a !== b) assert.notEqual(outcome(withSymbols(symbols, { [at]: b, [at + 1]: a })), 'ok', `${symbols} at ${at}`)
      }
    }),
  )
})

test('every two wrong symbols are noticed', () => {
  const symbols = aText.replaceAll('-', '')
  for (let first = 0; first < 28; first++)
    for (let second = first + 1; second < 28; second++)
      for (const [a, b] of ['07', 'Z1', 'QK', '8B'].map(pair => [...pair])) {
        const changed = withSymbols(symbols, { [first]: a ?? '', [second]: b ?? '' })
        if (changed !== symbols) assert.notEqual(outcome(changed), 'ok', `${first} ${second}`)
      }
})

test('what people write between and around, small letters, wide characters and look-alikes do not matter', () => {
  const all = '0123-4567-89AB-CDEF-GHJK-MNPQ'
  const bytes = readKeyText(writeKeyText(aKey), 16)
  for (const spelled of [
    aText.toLowerCase(),
    aText.replaceAll('-', ' '),
    aText.replaceAll('-', ''),
    aText.replaceAll('-', '—'),
    aText.replaceAll('-', '，'),
    ` ${aText}\n`,
    aText.replace(/[0-9A-Z-]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    aText.replaceAll('0', 'O').replaceAll('1', 'l'),
    aText.replaceAll('0', 'o').replaceAll('1', 'I'),
  ])
    assert.deepEqual(readKeyText(spelled, 16), bytes, spelled)
  assert.equal(outcome(all), 'key-length')
})

test('what cannot stand in a key is told with its group, and a wrong length with both numbers', () => {
  const strange = readKeyText(withSymbols(aText, { 9: 'U' }), 16)
  assert.deepEqual(strange, { ok: false, refusal: { code: 'key-symbol', facts: { symbol: 'U', group: 3 } } })
  assert.equal(outcome(aText.replace('-', '幺')), 'key-symbol')
  const short = readKeyText(aText.slice(0, -5), 16)
  assert.deepEqual(short, { ok: false, refusal: { code: 'key-length', facts: { found: 24, wanted: 28, groups: 7 } } })
  assert.equal(outcome(''), 'key-length')
  assert.equal(outcome(`${aText}-0000`), 'key-length')
})

test('bits beyond the last byte are zero, so that a key has one text only', () => {
  fc.assert(
    fc.property(keyBytes, fc.integer({ min: 1, max: 3 }), (bytes, beyond) => {
      const data = [...writeKeyText(bytes).replaceAll('-', '')].slice(0, 26).map(symbol => SYMBOLS.indexOf(symbol))
      const other = data.with(25, (data[25] ?? 0) ^ beyond)
      const text = [...other, ...checkSymbols(other)].map(symbol => SYMBOLS[symbol]).join('')
      assert.equal(outcome(text), 'key-mistyped')
    }),
  )
})
