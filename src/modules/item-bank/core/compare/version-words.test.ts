import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aDraft } from '../../fixtures.ts'
import { type VersionPart, partDifferences, wordsOfVersion } from './version-words.ts'

const shown = (parts: readonly VersionPart[]) => parts.map(({ place, letter, text }) => `${place} ${letter} ${text}`)

test('a single choice is read as stem, lettered options, key in words and explanation', () => {
  const { content, key } = aDraft()
  assert.deepEqual(shown(wordsOfVersion(content, key)), [
    'stem  某网店更换商品主图后，在展现量不变的情况下访客数明显上升，最直接说明（    ）。',
    'option A 搜索排名靠前',
    'option B 点击率提高',
    'option C 店铺收藏增加',
    'option D 物流时效加快',
    'key  点击率提高',
    'explanation  展现量不变而访客增加，说明点击率上升；其余各项不能由此直接推出。',
  ])
})

test('pairs of a matching and parts of a case are read by the words their ids stand for', () => {
  const matching = wordsOfVersion(
    { version: 1, stem: '配对', left: [{ id: 'l1', text: 'B2B' }], right: [{ id: 'r1', text: '企业之间' }], reuse: false },
    { version: 1, pairs: [{ left: 'l1', right: 'r1' }], explanation: null },
  )
  assert.deepEqual(shown(matching), ['stem  配对', 'entry  B2B', 'entry  企业之间', 'key  B2B → 企业之间'])
  const part = { id: 'p1', type: 'true-false', marks: 100, content: { version: 2, stem: '运费由买家承担。' } }
  const right = { version: 1, parts: [{ id: 'p1', key: { version: 1, verdict: 'false' } }] }
  const shownCase = shown(wordsOfVersion({ version: 1, stimulus: '阅读材料', parts: [part] }, right))
  assert.deepEqual(shownCase, ['stimulus  阅读材料', 'entry  运费由买家承担。', 'key  p1 → false'])
})

test('an unfinished draft gives the words it has', () => {
  assert.deepEqual(shown(wordsOfVersion({ stem: 7, options: [{ id: 'a' }, { id: 'b', text: '乙' }, null] }, {})), ['option B 乙'])
  assert.deepEqual(wordsOfVersion({}, {}), [])
})

test('versions are laid side by side place by place: changed, new, gone and untouched', () => {
  const base = aDraft()
  const options = [
    { id: 'opt0', text: '搜索排名靠前', pinned: false },
    { id: 'opt1', text: '点击率上升', pinned: false },
    { id: 'opt9', text: '退货减少', pinned: false },
  ]
  const older = wordsOfVersion(base.content, base.key)
  const newer = wordsOfVersion({ ...base.content, options }, { ...base.key, optionId: 'opt0' })
  const parts = partDifferences(older, newer)
  assert.deepEqual(
    parts.map(part => `${part.id} ${part.changed}`),
    [
      'stem false',
      'options/opt0 false',
      'options/opt1 true',
      'options/opt2 true',
      'options/opt3 true',
      'options/opt9 true',
      'key true',
      'explanation false',
    ],
  )
  assert.deepEqual(parts[2]?.pieces, [
    { kind: 'same', text: '点击率' },
    { kind: 'gone', text: '提高' },
    { kind: 'new', text: '上升' },
  ])
  assert.deepEqual(parts[3]?.pieces, [{ kind: 'gone', text: '店铺收藏增加' }])
  assert.deepEqual(parts[5]?.pieces, [{ kind: 'new', text: '退货减少' }])
})

test('a version beside itself shows no change', () => {
  const { content, key } = aDraft()
  const words = wordsOfVersion(content, key)
  assert.ok(partDifferences(words, words).every(part => !part.changed))
  assert.equal(partDifferences(words, words).length, words.length)
})
