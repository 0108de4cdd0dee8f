import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zh } from '../words.zh.ts'
import { saveAge } from './save-age.ts'

const age = (seconds: number) => saveAge(1_000_000, 1_000_000 + seconds * 1000, zh.wall.saved)

test('the age of a save is told in seconds, then in full minutes', () => {
  assert.deepEqual([0, 4.9, 5, 12, 59.9, 60, 119, 120].map(age), [
    '刚刚保存',
    '刚刚保存',
    '5秒前保存',
    '12秒前保存',
    '59秒前保存',
    '1分钟前保存',
    '1分钟前保存',
    '2分钟前保存',
  ])
})

test('a save the wall has not caught up with is just now, and none is said to be none', () => {
  assert.equal(age(-3), '刚刚保存')
  assert.equal(saveAge(null, 0, zh.wall.saved), '尚未保存')
})
