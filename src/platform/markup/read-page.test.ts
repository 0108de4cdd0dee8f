import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCss } from './read-css.ts'
import { readPage } from './read-page.ts'

const faults = (text: string): string[] => readPage(text).faults.map(f => `${f.code} ${f.line}:${f.column}`)

test('a page becomes a list of nodes, each with its parent', () => {
  const { doctype, nodes } = readPage('<!doctype html><title>甲</title><p id="a" 1="x">乙<b>丙</b></p>')
  assert.equal(doctype, true)
  assert.deepEqual(
    nodes.map(n => [n.name, n.parent, n.text]),
    [
      ['html', -1, ''],
      ['head', 0, ''],
      ['title', 1, ''],
      ['#text', 2, '甲'],
      ['body', 0, ''],
      ['p', 4, ''],
      ['#text', 5, '乙'],
      ['b', 5, ''],
      ['#text', 7, '丙'],
    ],
  )
  assert.deepEqual(nodes[5]?.attrs, { id: 'a' })
})

test('what is wrong is told with line and column', () => {
  assert.deepEqual(faults('<!doctype html><p>一<p>二<ul><li>三</ul>'), [])
  assert.deepEqual(faults('<p>无'), ['missing-doctype 1:1'])
  assert.deepEqual(faults('<!doctype html>\n<div><a href="x">甲</div>'), ['missing-end-tag 2:6'])
  assert.deepEqual(faults('<!doctype html><img src="a" src="b">'), ['duplicate-attribute 1:32'])
})

test('a style sheet becomes rules; what no browser knows is told', () => {
  const { rules, faults: wrong } = readCss(
    'body { color: #333; colr: red }\n@media (max-width: 600px) { h1, .a { font-size: 12 ; --x: 1 } }',
  )
  assert.deepEqual(rules, [
    { selectors: ['body'], declarations: { color: '#333' } },
    { selectors: ['h1', '.a'], declarations: {} },
  ])
  assert.deepEqual(wrong, [
    { code: 'property', name: 'colr', line: 1, column: 21 },
    { code: 'value', name: 'font-size', line: 2, column: 38 },
  ])
  assert.equal(readCss('p { color').faults[0]?.code, 'syntax')
})

test('any text at all is read, and read the same twice', () => {
  const twice = fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
    assert.deepEqual(readPage(text), readPage(text))
    assert.deepEqual(readCss(text), readCss(text))
  })
  fc.assert(twice, { numRuns: 200 })
})
