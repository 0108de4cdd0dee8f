import assert from 'node:assert/strict'
import { test } from 'node:test'
import { happeningsOf } from './happenings.ts'
import type { History, ShownVersion } from './versions.ts'

const version = (itemVersionId: string, number: number, enteredAt: number) =>
  ({ itemVersionId, version: number, enteredAt, writer: '林夕' }) as ShownVersion
const history = (parts: Partial<History>): History => ({
  versions: [version('v1', 1, 100)],
  placings: [],
  verdicts: [],
  comments: [],
  exposures: [],
  statistics: [],
  steps: [],
  ...parts,
})
const told = (parts: Partial<History>) => happeningsOf(history(parts), 'zh').map(({ at, what, who, why }) => [at, what, who, why])

test('a version that came by file is told as it came in', () => assert.deepEqual(told({}), [[100, '第1版　入库', '林夕', '']]))

test('steps and verdicts stand newest first, verdicts in the words of who gave them', () => {
  const step = (type: string, at: number) => ({ type, at, itemVersionId: 'v1', actor: '' })
  const verdict = {
    itemVersionId: 'v1',
    duty: 'item-reviewer',
    verdict: 'returned',
    person: '许明谦',
    checklist: [],
    note: '选项B有歧义',
    at: 300,
  }
  assert.deepEqual(
    told({ steps: [step('item-drafted', 100), step('item-version-sent', 200), step('item-version-returned', 300)], verdicts: [verdict] }),
    [
      [300, '第1版　退回', '许明谦', '选项B有歧义'],
      [200, '第1版　送审', '', ''],
      [100, '第1版　建立草稿', '', ''],
    ],
  )
})

test('readings are told apart from what changed the item', () => {
  const step = (type: string) => ({ type, at: 200, itemVersionId: 'v1', actor: '' })
  const readings = happeningsOf(history({ steps: [step('item-read'), step('item-previewed'), step('item-version-sent')] }), 'zh')
  assert.deepEqual(
    readings.filter(each => each.isReading).map(each => each.what),
    ['第1版　查看内容', '第1版　预览'],
  )
})

test('what belongs to no version that is shown is told without a number', () => {
  assert.deepEqual(told({ versions: [], steps: [{ type: 'item-enemies-set', at: 5, itemVersionId: '', actor: '' }] }), [
    [5, '设置互斥试题', '', ''],
  ])
})
