import assert from 'node:assert/strict'
import { test } from 'node:test'
import { code39 } from './code39.ts'

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'

test('every sign is nine elements of which three are wide, and no two are alike', () => {
  const drawn = [...SIGNS].map(sign => code39(sign))
  for (const [i, code] of drawn.entries()) {
    // three signs of 6 narrow and 3 wide elements, and two gaps
    assert.equal(code?.width, 3 * (6 + 3 * 3) + 2, SIGNS[i])
    assert.equal(code?.bars.length, 15)
  }
  assert.equal(new Set(drawn.map(code => JSON.stringify(code))).size, SIGNS.length)
})

test('what the code cannot say is not drawn', () => {
  for (const text of ['sd1', '运单', 'A*B', 'A B']) assert.equal(code39(text), null, text)
})
