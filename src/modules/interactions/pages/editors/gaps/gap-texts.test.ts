import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowTexts, withGapAtEnd, withGapInTable, withoutGap, withoutGapInTable } from './gap-texts.ts'

const table = { kind: 'table', head: ['项目', '金额'], rows: [['运费', '{{1}}']] }

test('a gap is put back at the end and taken out everywhere', () => {
  assert.deepEqual(withGapAtEnd('实付', '1'), [{ kind: 'paragraph', text: '实付{{1}}' }])
  assert.deepEqual(withoutGap([{ kind: 'paragraph', text: '实付{{1}}元{{2}}' }, table], '1'), [
    { kind: 'paragraph', text: '实付元{{2}}' },
    { ...table, rows: [['运费', '']] },
  ])
})

test('in a table it goes into the first empty cell, or into a new row', () => {
  assert.deepEqual(withGapInTable(withoutGapInTable(table, '1'), '2')['rows'], [['运费', '{{2}}']])
  assert.deepEqual(withGapInTable(table, '2')['rows'], [
    ['运费', '{{1}}'],
    ['{{2}}', ''],
  ])
})

test('gaps of a table to fill stand in its rows', () => {
  assert.deepEqual(rowTexts(table), ['运费', '{{1}}'])
  assert.deepEqual(rowTexts(null), [])
})
