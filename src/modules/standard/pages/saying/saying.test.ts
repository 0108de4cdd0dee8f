import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../../ui/words.ts'
import { allEditions, type Fact, factsOf } from '../../contract.ts'
import { fieldNames } from './field-names.ts'
import { clauseName, namePath } from './name-path.ts'
import { sayValue } from './say-value.ts'

const facts: readonly Fact[] = allEditions().flatMap(factsOf)
/** A code of the data that slipped through: camelCase, or a whole word of English in a Chinese text. */
const RAW = /[a-z][A-Z]|\[object|undefined|null|\b(?!HTML|PKI|EDI|FTP|BBS|WWW|SEO|seed|https?\b)[a-z]{4,}\b/
const plain = (text: string) => text.replace(/https?:\S+|seed:\S+|found:\S+/g, '')

test('every statement of every edition is said in Chinese without a raw code', () => {
  for (const { path, value } of facts) {
    if (path[0] === 'source') continue
    const lines = sayValue(path, value, 'zh')
    assert.ok(lines.length > 0 && lines.every(line => line.trim() !== ''), path.join('.'))
    assert.doesNotMatch(plain(lines.join('\n')), RAW, path.join('.'))
  }
})

test('every statement is said in English without a raw code', () => {
  for (const { path, value } of facts)
    assert.doesNotMatch(plain(sayValue(path, value, 'en').join('\n')), /[a-z][A-Z]{1}[a-z]|\[object|undefined/, path.join('.'))
})

test('every path has a name in both languages', () => {
  assert.deepEqual(wordFaults({ ...fieldNames.zh }, { ...fieldNames.en }), [])
  for (const { path } of facts)
    for (const language of ['zh', 'en'] as const) {
      const names = namePath(path, language)
      assert.ok(names.length > 0 && names.every(name => name !== ''), path.join('.'))
      if (language === 'zh') assert.doesNotMatch(names[0] ?? '', /^[a-z]/, path.join('.'))
    }
})

test('figures are said with their units', () => {
  assert.deepEqual(sayValue(['levels', 'L4', 'trainingHours'], 240, 'zh'), ['不少于240标准学时'])
  assert.deepEqual(sayValue(['levels', 'L4', 'theoryMinutes'], null, 'zh'), ['未作规定'])
  assert.deepEqual(sayValue(['weights', 'L4', 'theory', '职业道德'], 5, 'en'), ['5%'])
  assert.deepEqual(sayValue(['exam', 'passRule'], { scale: 100, theoryMin: 60, skillMin: 60 }, 'zh'), [
    '满分100分，理论知识60分、操作技能60分及以上，各项均达到者为合格',
  ])
})

test('a clause is named by its number', () => {
  assert.equal(clauseName('L3-2', 'zh'), '第2款')
  assert.deepEqual(namePath(['levels', 'L3', 'eligibility', 'L3-2'], 'zh'), ['三级', '申报条件', '第2款'])
})
