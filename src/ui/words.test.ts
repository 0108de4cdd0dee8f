import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en as componentsEn } from './components/words.en.ts'
import { zh as componentsZh } from './components/words.zh.ts'
import { currentLanguage, fill, setLanguage, wordFaults } from './words.ts'

test('the words of the components match key by key and place by place', () => {
  assert.deepEqual(wordFaults(componentsZh, componentsEn), [])
})

test('faults are named by their key', () => {
  assert.deepEqual(wordFaults({ a: '甲', b: { c: '共{n}条' }, d: ' ' }, { b: { c: '{m} rows' }, d: 'x', e: 'only' }), [
    'a: no English',
    'b.c: places n against m',
    'd: blank',
    'e: no Chinese',
  ])
  assert.deepEqual(wordFaults({ a: '共 {n} 条' }, { a: '{n} rows' }), ['a: a typed space between Chinese and Latin'])
})

test('places are filled', () => assert.equal(fill('共{n}条', { n: 3 }), '共3条'))

test('Chinese is the language until another is chosen', () => {
  assert.equal(currentLanguage(), 'zh')
  setLanguage('en')
  assert.equal(currentLanguage(), 'en')
  setLanguage('zh')
})
