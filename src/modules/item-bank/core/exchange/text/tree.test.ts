import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readXml } from '../../../../../platform/markup/read-xml.ts'
import { element, escapeXml, make, textIn, writeXml } from './tree.ts'

test('what is written is read as the same tree, whatever its texts and attributes hold', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 30 }).filter(text => text === text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ''))
  fc.assert(
    fc.property(word, word, (text, attribute) => {
      const root = make('a', { x: attribute, y: undefined }, [
        make('b', {}, [text === '' ? '文' : text]),
        make('c', {}, ['前', make('d', {}, ['中']), '后']),
      ])
      const read = readXml(writeXml(root))
      assert.ok(read.ok, JSON.stringify(read))
      const texts = (node: typeof root | undefined) => textIn(node)
      assert.equal(read.value.attributes['x'], attribute)
      assert.equal(texts(element(read.value, 'b')), (text === '' ? '文' : text).trim())
      assert.equal(texts(element(read.value, 'c')), '前中后')
    }),
    { numRuns: 300 },
  )
})

test('characters that XML forbids are left out, the others escaped', () => {
  assert.equal(escapeXml('a\u0000<b>&"\'\ud800c\ttab'), 'a&lt;b&gt;&amp;&quot;&apos;c\ttab')
})

test('line breaks in an attribute survive', () => {
  const read = readXml(writeXml(make('a', { x: '一\n二\t三' })))
  assert.ok(read.ok && read.value.attributes['x'] === '一\n二\t三')
})

test('an element that is not there has no text', () => assert.equal(textIn(element(undefined, 'x')), ''))
