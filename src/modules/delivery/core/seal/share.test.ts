import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type KeyShare, judgeShares, keyMarkOf, readShare, writeShare } from './share.ts'

const aShare = (place: number, changes: Partial<KeyShare> = {}): KeyShare => ({
  needed: 3,
  keyMark: keyMarkOf(`0a7f${'0'.repeat(60)}`),
  share: Uint8Array.from({ length: 17 }, (_, n) => (n === 16 ? place : (n * 29 + place) & 255)),
  ...changes,
})
const codeOf = (...shares: KeyShare[]) => {
  const judged = judgeShares(shares)
  return judged.ok ? 'ok' : judged.refusal.code
}

test('a share is written in nine groups and read back', () => {
  const text = writeShare(aShare(5))
  assert.match(text, /^(\w{4}-){8}\w{4}$/)
  assert.deepEqual(readShare(text.toLowerCase().replaceAll('-', ' ')), { ok: true, value: aShare(5) })
})

test('a slip in any row of it is noticed', () => {
  const symbols = [...writeShare(aShare(5)).replaceAll('-', '')]
  for (let at = 0; at < symbols.length; at++) {
    const read = readShare(symbols.with(at, symbols[at] === '7' ? '8' : '7').join(''))
    assert.deepEqual(!read.ok && read.refusal, { code: 'key-mistyped-in', facts: { group: Math.floor(at / 4) + 1 } })
  }
  for (let at = 0; at + 1 < symbols.length; at++) {
    const [a = '', b = ''] = [symbols[at], symbols[at + 1]]
    if (a !== b)
      assert.equal(
        readShare(
          symbols
            .with(at, b)
            .with(at + 1, a)
            .join(''),
        ).ok,
        false,
      )
  }
})

test('enough shares of one key belong together', () => {
  assert.equal(codeOf(aShare(1), aShare(2), aShare(3)), 'ok')
  assert.equal(codeOf(aShare(1), aShare(2), aShare(3), aShare(4)), 'ok')
})

test('too few, one twice, one of another key', () => {
  assert.equal(codeOf(), 'shares-too-few')
  assert.deepEqual(judgeShares([aShare(1), aShare(2)]), { ok: false, refusal: { code: 'shares-too-few', facts: { found: 2, needed: 3 } } })
  assert.deepEqual(judgeShares([aShare(1), aShare(2), aShare(1)]), { ok: false, refusal: { code: 'share-twice', facts: { place: 3 } } })
  assert.equal(codeOf(aShare(1), aShare(2), aShare(3, { keyMark: 'ffff' })), 'share-of-another-key')
  assert.equal(codeOf(aShare(1), aShare(2, { needed: 2 })), 'share-of-another-key')
})

test('a share of another length is a bug', () => {
  assert.throws(() => writeShare(aShare(1, { share: new Uint8Array(16) })), RangeError)
})
