import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attributeOf, childElements, descendants, textWithin, xmlElement } from './xml.ts'

const tree = xmlElement('a', { x: '1' }, [
  't',
  xmlElement('b', {}, ['u', xmlElement('c')]),
  xmlElement('d'),
  'v',
  xmlElement('b', {}, ['w']),
])

test('attributes are those of the document only', () => {
  assert.equal(attributeOf(tree, 'x'), '1')
  assert.equal(attributeOf(tree, 'y'), undefined)
  assert.equal(attributeOf(tree, 'toString'), undefined)
})

test('children by name, everything below in order, and all text', () => {
  assert.deepEqual(
    childElements(tree).map(({ name }) => name),
    ['b', 'd', 'b'],
  )
  assert.equal(childElements(tree, 'b').length, 2)
  assert.deepEqual(
    [...descendants(tree)].map(({ name }) => name),
    ['a', 'b', 'c', 'd', 'b'],
  )
  assert.equal(textWithin(tree), 'tuvw')
})

test('width is no danger', () => {
  const wide = xmlElement(
    'p',
    {},
    Array.from({ length: 300_000 }, () => xmlElement('b', {}, ['x'])),
  )
  assert.equal(textWithin(wide).length, 300_000)
  assert.equal([...descendants(wide)].length, 300_001)
})

test('depth is no danger', () => {
  let deep = xmlElement('p', {}, ['x'])
  for (let n = 0; n < 100_000; n++) deep = xmlElement('p', {}, [deep])
  assert.equal(textWithin(deep), 'x')
  assert.equal([...descendants(deep)].length, 100_001)
})
