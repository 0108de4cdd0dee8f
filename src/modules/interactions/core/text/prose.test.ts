import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Prose, plainText } from './prose.ts'

test('a plain string becomes one paragraph per line and empty lines vanish', () => {
  assert.deepEqual(Prose.parse('第一行\n\n  第二行 '), [
    { kind: 'paragraph', text: '第一行' },
    { kind: 'paragraph', text: '第二行' },
  ])
})

test('markup stays text: there is no block that would be read as HTML', () => {
  assert.deepEqual(Prose.parse('<script>alert(1)</script>'), [{ kind: 'paragraph', text: '<script>alert(1)</script>' }])
  assert.equal(Prose.safeParse([{ kind: 'html', text: '<b>' }]).success, false)
})

test('empty text is refused', () => {
  for (const empty of ['', '  \n ', []]) assert.equal(Prose.safeParse(empty).success, false)
})

test('the plain words of a table are its cells', () => {
  assert.equal(plainText([{ kind: 'table', head: ['页面', '次数'], rows: [['首页', '3']] }]), '页面 次数\n首页 3')
})
