import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Cell } from '../../exchange/format.ts'
import { PointRow } from './cells.ts'
import { COLUMNS } from './columns.ts'
import { type Above, pointOfRow } from './read-row.ts'

const PLACES = new Map(COLUMNS.map(({ key }, at) => [key, at] as const))
const GREAT: readonly Cell[] = ['A', '基本要求']
const MIDDLE: readonly Cell[] = ['A', '职业道德', '职业道德']
const SMALL: readonly Cell[] = ['A', '基本知识']
const none = (cells: number): readonly Cell[] => Array.from({ length: cells }, () => null)
const point = (code: Cell, name: Cell = '鉴定点'): readonly Cell[] => [code, name, 'X', null]

/** Reads rows one after the other; what becomes of each is its code, or the faults of its cells. */
function readAll(...rows: readonly (readonly Cell[])[]): (string | string[])[] {
  const above: Above = { ranges: new Map(), points: new Map(), last: null }
  return rows.map((cells, at) => {
    const row = new PointRow({ number: at + 2, cells, places: PLACES })
    const read = pointOfRow(row, above)
    return read === null ? row.faults.map(fault => fault.cell) : read.code
  })
}

describe('an empty range cell goes on with the range above', () => {
  test('as deep as the ranges above are the same', () => {
    assert.deepEqual(
      readAll(
        [...GREAT, ...MIDDLE, ...SMALL, ...point('001')],
        [...none(7), ...point('002')],
        [...none(5), 'B', '职业守则', ...point('001')],
        [...none(7), ...point('002')],
      ),
      ['A-A-A-001', 'A-A-A-002', 'A-A-B-001', 'A-A-B-002'],
    )
  })

  test('but not below a new one: a new great range needs its middle and small range', () => {
    assert.deepEqual(readAll([...GREAT, ...MIDDLE, ...SMALL, ...point('001')], ['B', '相关知识', ...none(5), ...point('001')]), [
      'A-A-A-001',
      ['C3', 'F3', 'E3'],
    ])
  })

  test('nor below a new middle range', () => {
    assert.deepEqual(
      readAll([...GREAT, ...MIDDLE, ...SMALL, ...point('001')], [...none(2), 'B', '网络营销', '网络营销', ...none(2), ...point('001')]),
      ['A-A-A-001', ['F3']],
    )
  })

  test('and in the first row there is nothing to go on with', () => {
    assert.deepEqual(readAll([...none(7), ...point('001')]), [['A2', 'C2', 'F2', 'E2']])
  })

  test('a faulty row does not change what later rows go on with', () => {
    assert.deepEqual(
      readAll(
        [...GREAT, ...MIDDLE, ...SMALL, ...point('001')],
        ['1', '错', 'B', '错', '错', 'B', '错', ...point('001')],
        [...none(7), ...point('002')],
      ),
      ['A-A-A-001', ['A3'], 'A-A-A-002'],
    )
  })
})

describe('the number of a point', () => {
  test('may be the same in another range', () => {
    assert.deepEqual(readAll([...GREAT, ...MIDDLE, ...SMALL, ...point('001')], [...none(5), 'B', '守则', ...point('001')]), [
      'A-A-A-001',
      'A-A-B-001',
    ])
  })

  test('stands once in its range, even when the row that had it first was faulty otherwise', () => {
    const faulty = [...GREAT, ...MIDDLE, ...SMALL, '001', '', 'X', null]
    assert.deepEqual(readAll(faulty, [...none(7), ...point('001')]), [['I2'], ['H3']])
  })

  test('is three digits of text', () => {
    for (const wrong of [1, '1', '0001', 'A01', '０01', true])
      assert.deepEqual(readAll([...GREAT, ...MIDDLE, ...SMALL, ...point(wrong)]), [['H2']], String(wrong))
    assert.deepEqual(readAll([...GREAT, ...MIDDLE, ...SMALL, ...point(' 007 ')]), ['A-A-A-007'])
  })
})

describe('a row', () => {
  test('is empty when nothing but blanks stands in it', () => {
    const empty = (cells: readonly Cell[]) => new PointRow({ number: 2, cells, places: PLACES }).isEmpty()
    assert.ok(empty([]) && empty([null, ' ', '']) && !empty([null, 0]) && !empty([false]))
  })

  test('names a fault by the column it stands in, wherever that is', () => {
    const places = new Map([['page', 27] as const])
    const row = new PointRow({ number: 9, cells: [], places })
    row.fault('page', '应为正整数', 'a whole number')
    row.fault('area', '未填写', 'missing')
    assert.deepEqual(row.faults, [
      { cell: 'AB9', zh: '教材页码：应为正整数', en: '教材页码: a whole number' },
      { cell: '9', zh: '知识范围：未填写', en: '知识范围: missing' },
    ])
  })
})
