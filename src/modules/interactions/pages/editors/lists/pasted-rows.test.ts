import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withLines } from './pasted-rows.ts'

const how = (lines: readonly string[], most = 8) => ({ lines, most, fresh: () => ({ id: 'new' }) })
const texts = (rows: readonly unknown[]) => rows.map(row => (row as { readonly text?: string }).text)

test('empty rows take the lines first and keep their ids', () => {
  const { rows, last } = withLines(
    [
      { id: 'a', text: '' },
      { id: 'b', text: '' },
      { id: 'c', text: '丙' },
    ],
    0,
    how(['一', '二']),
  )
  assert.deepEqual(rows, [
    { id: 'a', text: '一' },
    { id: 'b', text: '二' },
    { id: 'c', text: '丙' },
  ])
  assert.equal(last, 1)
})

test('the others become rows behind, and never more than the list holds', () => {
  const start = [
    { id: 'a', text: '甲' },
    { id: 'b', text: '乙' },
  ]
  assert.deepEqual(texts(withLines(start, 0, how(['一', '二'])).rows), ['甲', '一', '二', '乙'])
  assert.deepEqual(texts(withLines([{ id: 'a', text: '' }], 0, how(['一', '二', '三'], 2)).rows), ['一', '二'])
  assert.deepEqual(withLines('nothing', 0, how(['一'])), { rows: [{ id: 'new', text: '一' }], last: 0 })
})
