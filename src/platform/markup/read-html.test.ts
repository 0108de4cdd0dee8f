import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readHtml } from './read-html.ts'

test('a fragment becomes a tree of local names, comments left out', () => {
  assert.deepEqual(readHtml('<p class="a">甲<!-- x --><b>乙</b>&amp;</p>'), {
    name: 'body',
    attributes: {},
    children: [{ name: 'p', attributes: { class: 'a' }, children: ['甲', { name: 'b', attributes: {}, children: ['乙'] }, '&'] }],
  })
})

test('what is not well formed is read as a browser reads it', () => {
  const { children } = readHtml('<p>一<p>二')
  assert.deepEqual(
    children.map(child => typeof child !== 'string' && child.children),
    [['一'], ['二']],
  )
})

test('fifty thousand nested elements neither overflow the stack nor lose their text', () => {
  const tree = readHtml(`${'<div>'.repeat(50_000)}底`)
  assert.match(JSON.stringify(tree), /底/)
})

test('any text at all is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => readHtml(text).name === 'body'),
    { numRuns: 300 },
  )
})
