import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type TableState, tableStateOf, withTableState } from './table-address.ts'
import type { Column } from './table-column.ts'
import { rowsOf } from './table-rows.ts'

type Row = { name: string; state: string; hours: number }
const rows: Row[] = [
  { name: '张三', state: 'open', hours: 9 },
  { name: '阿依古丽·买买提', state: 'done', hours: 120 },
  { name: '李四', state: 'open', hours: 30 },
]
const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', text: row => row.name },
  { key: 'state', title: '状态', text: row => row.state, filter: { choices: [], value: row => row.state } },
  { key: 'hours', title: '学时', text: row => row.hours, number: true },
]
const plain: TableState = { search: '', filters: {}, sort: null, page: 1, open: null }
const names = { filters: ['state'], columns: ['name', 'state', 'hours'] }

test('every search word must occur, in any column', () => {
  assert.deepEqual(
    rowsOf(rows, columns, { ...plain, search: '张 open' }).map(r => r.name),
    ['张三'],
  )
  assert.equal(rowsOf(rows, columns, { ...plain, search: '张 done' }).length, 0)
})

test('numbers sort by size and names by pinyin', () => {
  assert.deepEqual(
    rowsOf(rows, columns, { ...plain, sort: { column: 'hours', down: true } }).map(r => r.hours),
    [120, 30, 9],
  )
  assert.deepEqual(
    rowsOf(rows, columns, { ...plain, sort: { column: 'name', down: false } }).map(r => r.name),
    ['阿依古丽·买买提', '李四', '张三'],
  )
})

test('filters match exactly', () => assert.equal(rowsOf(rows, columns, { ...plain, filters: { state: 'open' } }).length, 2))

test('a state survives the address bar, beside parameters of others', () => {
  const anyState = fc.record({
    search: fc.string(),
    filters: fc.record({ state: fc.string({ minLength: 1 }) }, { requiredKeys: [] }),
    sort: fc.option(fc.record({ column: fc.constantFrom(...names.columns), down: fc.boolean() }, { noNullPrototype: true })),
    page: fc.integer({ min: 1, max: 999 }),
    open: fc.option(fc.string({ minLength: 1 })),
  })
  fc.assert(
    fc.property(anyState, state => {
      const address = withTableState(new URLSearchParams('tab=seats'), state, names, 'a.')
      assert.equal(address.get('tab'), 'seats')
      assert.deepEqual(tableStateOf(new URLSearchParams(address.toString()), names, 'a.'), { ...state, filters: { ...state.filters } })
    }),
  )
})

test('a default state leaves no trace and a stale link breaks nothing', () => {
  assert.equal(withTableState(new URLSearchParams('q=x&page=3'), plain, names).toString(), '')
  assert.deepEqual(tableStateOf(new URLSearchParams('sort=-gone&page=-2&page=x'), names), plain)
})
