import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readHtml } from '../../../../../platform/markup/read-html.ts'
import { Prose } from '../../../../interactions/contract.ts'
import { proseOfHtml } from './html-prose.ts'
import { htmlOfProse } from './html-text.ts'
import { Notes } from '../notes.ts'

const found = { media: 'a'.repeat(64), width: 40, height: 30 }

function read(html: string) {
  const notes = new Notes('X')
  const blocks = proseOfHtml([readHtml(html)], { element: 'stem', notes, picture: address => (address === 'there.png' ? found : null) })
  return { blocks, told: notes.losses.map(loss => `${loss.kind} ${loss.element}`) }
}

describe('HTML becomes prose', () => {
  for (const [name, html, texts] of [
    ['paragraphs', '<p>甲</p><p>乙</p>', ['甲', '乙']],
    ['breaks', '甲<br>乙<hr>丙', ['甲', '乙', '丙']],
    ['blanks', '<p>  甲 \n 乙&nbsp;丙　丁 </p>', ['甲 乙 丙　丁']],
    ['lists', '<ul><li>甲</li><li>乙</li></ul>', ['· 甲', '· 乙']],
    ['headings and divisions', '<h2>题</h2><div>甲<div>乙</div></div>', ['题', '甲', '乙']],
    ['empty elements', '<p></p><p> </p><span>甲</span>', ['甲']],
  ] as const)
    test(name, () =>
      assert.deepEqual(
        read(html).blocks.map(block => 'text' in block && block.text),
        texts,
      ),
    )

  test('tables and code keep their shape', () => {
    assert.deepEqual(read('<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td></tr></table><pre>a\n  b</pre>').blocks, [
      { kind: 'table', head: ['甲', '乙'], rows: [['1', '']] },
      { kind: 'code', text: 'a\n  b' },
    ])
  })

  test('a picture that is there is shown, one that is not is told as lost', () => {
    assert.deepEqual(read('<img src="there.png" alt="图">').blocks, [{ kind: 'picture', alt: '图', ...found }])
    assert.deepEqual(read('甲<img src="gone.png">').told, ['lost stem img'])
    assert.deepEqual(read('<img src="there.png">').told, ['changed stem img'])
  })

  for (const [html, told] of [
    ['<b>甲</b>', 'changed stem b'],
    ['x<sup>2</sup>', 'changed stem sup'],
    ['<a href="http://x.test">甲</a>', 'lost stem a'],
    ['<script>alert(1)</script>甲', 'lost stem script'],
    ['<video src="a.mp4">甲</video>', 'lost stem video'],
    ['<math><mi>x</mi></math>', 'lost stem math'],
    ['<table><tr><td colspan="2">甲</td></tr><tr><td>1</td><td>2</td></tr></table>', 'changed stem table'],
    ['<table><tr><td>只有一行</td></tr></table>', 'changed stem table'],
  ] as const)
    test(`${html} is told`, () => assert.ok(read(html).told.includes(told), read(html).told.join()))

  test('text of a script never becomes text of an item', () => {
    assert.deepEqual(read('<script>偷</script><style>p{}</style>甲').blocks, [{ kind: 'paragraph', text: '甲' }])
  })
})

const cell = fc.string({ maxLength: 12 }).map(text =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim(),
)
const text = fc.string({ minLength: 1, maxLength: 40 }).map(
  word =>
    `文${word
      .replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
      .replaceAll(/\s+/g, ' ')
      .trim()}`,
)
const block = fc.oneof(
  text.map(value => ({ kind: 'paragraph' as const, text: value })),
  text.map(value => ({ kind: 'code' as const, text: value })),
  fc.integer({ min: 1, max: 4 }).chain(width => {
    const row = fc.array(cell, { minLength: width, maxLength: width })
    return fc.record({ kind: fc.constant('table' as const), head: row, rows: fc.array(row, { minLength: 1, maxLength: 3 }) })
  }),
)

test('prose written as HTML is read as the same prose', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), blocks => {
      const prose = Prose.parse(blocks)
      assert.deepEqual(read(htmlOfProse(prose, () => 'there.png')).blocks, prose)
    }),
    { numRuns: 300 },
  )
})
