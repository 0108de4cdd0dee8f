import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvOf, fileName, guardCell, sheetOf, widthsOf } from './sheet-export.ts'
import type { Column } from './table-column.ts'

type Row = { name: string; marks: number }
const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', text: row => row.name },
  { key: 'marks', title: '成绩', text: row => row.marks, number: true },
]

test('cells that a spreadsheet would run are led by an apostrophe', () => {
  for (const bad of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '=HYPERLINK("http://x")'])
    assert.equal(guardCell(bad), `'${bad}`)
  for (const good of ['张三', '2026-11-23', '1+1', '阿依古丽·买买提']) assert.equal(guardCell(good), good)
})

test('no exported text begins with a formula character, whatever was typed', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (first, rest) => {
      const line = csvOf(columns, [{ name: first + rest, marks: 1 }])
        .split('\r\n')
        .slice(1)
        .join('\r\n')
      return line.startsWith(`"'`)
    }),
  )
})

test('numbers stay numbers, also negative ones, and quotes are doubled', () => {
  assert.equal(csvOf(columns, [{ name: '说"好"', marks: -5 }]), '\uFEFF"姓名","成绩"\r\n"说""好""",-5\r\n')
  assert.deepEqual(sheetOf(columns, [{ name: '=1', marks: -5 }])[1], [
    { value: `'=1`, type: String },
    { value: -5, type: Number },
  ])
})

test('Chinese counts double in widths, within bounds', () => {
  assert.deepEqual(widthsOf(columns, [{ name: '阿依古丽·买买提', marks: 1 }]), [{ width: 17 }, { width: 8 }])
})

test('file names hold no character that a system refuses', () => assert.equal(fileName('申报:2026/11', 'csv'), '申报-2026-11.csv'))
