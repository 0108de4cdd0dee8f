import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type TextPiece, differenceOf } from './text-difference.ts'

const shown = (pieces: readonly TextPiece[]) =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}]` : `[+${text}]`)).join('')

const TABLE: readonly (readonly [string, string, string])[] = [
  ['', '', ''],
  ['点击率', '点击率', '点击率'],
  ['', '点击率', '[+点击率]'],
  ['点击率', '', '[-点击率]'],
  ['下列说法正确的是（ ）。', '下列说法不正确的是（ ）。', '下列说法[+不]正确的是（ ）。'],
  ['网店的访客数上升', '网店的成交额上升', '网店的[-访客数][+成交额]上升'],
  ['采用 SSL 加密', '采用 TLS 加密', '采用 [-SSL][+TLS] 加密'],
  ['费率为0.6%', '费率为0.55%', '费率为[-0.6][+0.55]%'],
  ['甲乙丙', '丁乙戊', '[-甲乙丙][+丁乙戊]'],
  ['甲乙乙丙', '丁乙乙戊', '[-甲][+丁]乙乙[-丙][+戊]'],
  ['𠮷野家', '𠮷田家', '𠮷[-野][+田]家'],
]
for (const [older, newer, expected] of TABLE)
  test(`“${older}” and “${newer}” differ as ${expected}`, () => assert.equal(shown(differenceOf(older, newer)), expected))

const sideOf = (pieces: readonly TextPiece[], missing: 'gone' | 'new') =>
  pieces
    .filter(piece => piece.kind !== missing)
    .map(piece => piece.text)
    .join('')
const text = fc.string({ unit: fc.constantFrom('网', '店', '销', '。', ' ', '\n', 'a', 'B', '1', '.', '-', '𠮷'), maxLength: 60 })

test('both texts can be read back out of their difference', () =>
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const pieces = differenceOf(older, newer)
      assert.equal(sideOf(pieces, 'new'), older)
      assert.equal(sideOf(pieces, 'gone'), newer)
    }),
  ))

test('a text does not differ from itself, and no piece is empty or stands beside one of its kind', () =>
  fc.assert(
    fc.property(text, text, (older, newer) => {
      assert.ok(differenceOf(older, older).every(piece => piece.kind === 'same'))
      const pieces = differenceOf(older, newer)
      assert.ok(pieces.every((piece, at) => piece.text !== '' && piece.kind !== pieces[at + 1]?.kind))
    }),
  ))

test('what was put in is found as it is, wherever it was put', () =>
  fc.assert(
    fc.property(fc.nat({ max: 20 }), at => {
      const older = '第一行讲商品标题的写法与搜索习惯之间的关系'
      const newer = `${older.slice(0, at)}新增内容${older.slice(at)}`
      assert.deepEqual(
        differenceOf(older, newer).filter(piece => piece.kind !== 'same'),
        [{ kind: 'new', text: '新增内容' }],
      )
    }),
  ))

test('texts without anything in common are one replacement, however long', () => {
  const [older, newer] = ['甲乙'.repeat(1500), '丙丁'.repeat(1500)]
  assert.deepEqual(differenceOf(older, newer), [
    { kind: 'gone', text: older },
    { kind: 'new', text: newer },
  ])
})
