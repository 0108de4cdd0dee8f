import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { changedAt, changedFor, draftHandle, movedBy, oneOf, rowsOf, wholeOf, withoutIds } from './loose.ts'
import { blocksOf, gapTextsOf, gridOf, isBlankProse, meansSame, segmentsOf, withBlock, withoutBlock, wordsOfProse } from './prose-draft.ts'

describe('lists of anything', () => {
  const list = [{ id: 'a', text: '甲', own: 1 }, '乙', 7]
  test('a change touches one entry and keeps what it does not know', () => {
    assert.deepEqual(changedAt(list, 0, { text: '丙' }), [{ id: 'a', text: '丙', own: 1 }, '乙', 7])
    assert.deepEqual(changedAt(list, 1, { id: 'b' }), [list[0], { text: '乙', id: 'b' }, 7])
  })
  test('entries are found by id, or added', () => {
    assert.deepEqual(changedFor(list, 'a', { text: '丁' })[0], { id: 'a', text: '丁', own: 1 })
    assert.deepEqual(changedFor(undefined, 'a', { share: 2 }), [{ id: 'a', share: 2 }])
    assert.deepEqual(
      withoutIds(list, id => id === 'a'),
      ['乙', 7],
    )
  })
  test('moving keeps every entry', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: -2, max: 12 }), fc.integer({ min: -3, max: 3 }), (all, at, by) => {
        assert.deepEqual([...movedBy(all, at, by)].sort(), [...all].sort())
      }),
    )
    assert.deepEqual(movedBy(['a', 'b', 'c'], 0, 1), ['b', 'a', 'c'])
  })
  test('choices and numbers fall back', () => {
    assert.equal(oneOf('x', ['a', 'b']), 'a')
    assert.deepEqual([wholeOf('12'), wholeOf(''), wholeOf(1.5), wholeOf({})], [12, null, null, null])
  })
})

test('a changed document keeps its other fields and gets its version; the others stay the same object', () => {
  const draft = { content: { strange: [1], stem: '旧' }, key: 'no document', rubric: null }
  let next: unknown
  draftHandle({ draft, onChange: value => (next = value) }, 2).change({ content: { stem: '新' } })
  assert.deepEqual(next, { content: { strange: [1], stem: '新', version: 2 }, key: 'no document', rubric: null })
})

describe('prose as a writer sees it', () => {
  const picture = { kind: 'picture', media: 'a', alt: '图' }
  const paragraph = (text: string) => ({ kind: 'paragraph', text })
  test('paragraphs run together as lines, other blocks stand between', () => {
    const segments = segmentsOf([paragraph('一'), paragraph('二'), picture])
    assert.deepEqual(segments, [
      { kind: 'text', text: '一\n二' },
      { kind: 'block', block: picture },
      { kind: 'text', text: '' },
    ])
    assert.deepEqual(blocksOf(segments), [paragraph('一'), paragraph('二'), picture])
  })
  test('sound blocks survive being read and written', () => {
    const line = fc.string({ minLength: 1 }).filter(text => text.trim() === text && !/[\n\r]/.test(text) && text !== '')
    const block = fc.oneof(line.map(paragraph), fc.record({ kind: fc.constant('code'), text: fc.string() }), fc.constant(picture))
    fc.assert(fc.property(fc.array(block), blocks => assert.deepEqual(blocksOf(segmentsOf(blocks)), blocks)))
  })
  test('any JSON can be read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const segments = segmentsOf(value)
        assert.ok(segments.length % 2 === 1 && segments[0]?.kind === 'text')
        assert.equal(typeof wordsOfProse(value), 'string')
        assert.ok(gapTextsOf(value).every(text => typeof text === 'string'))
        for (const row of rowsOf(value)) assert.ok(gridOf(row).rows.every(cells => cells.length === gridOf(row).head.length))
      }),
    )
  })
  test('a block cuts the text at the caret, and taking it out joins the halves', () => {
    const cut = withBlock(segmentsOf('前后'), 0, 1, picture)
    assert.deepEqual(blocksOf(cut), [paragraph('前'), picture, paragraph('后')])
    assert.deepEqual(withoutBlock(cut, 1), [{ kind: 'text', text: '前\n后' }])
  })
  test('blanks and empty lines mean nothing', () => {
    assert.ok(meansSame('甲\n', '甲') && meansSame(' 甲 \n\n乙', '甲\n乙') && !meansSame('甲乙', '甲\n乙'))
    assert.ok(isBlankProse(null) && isBlankProse(' \n') && !isBlankProse([picture]))
  })
})
