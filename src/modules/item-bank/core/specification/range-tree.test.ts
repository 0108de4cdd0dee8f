import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointsIn, rangeTree, rowsOfTree } from './range-tree.ts'

const point = (code: string) => {
  const letters = code.split('-').slice(0, -1)
  return { code, name: `点${code}`, ranges: letters.map(letter => ({ code: letter, name: `范围${letter}` })) }
}
const codes = ['A-A-A-001', 'A-A-A-002', 'A-A-B-001', 'A-B-A-001', 'B-A-A-001']
const tree = rangeTree(codes.map(point))

test('points are gathered into ranges in the order of the table', () => {
  assert.deepEqual(
    tree.map(({ code, depth, name }) => [code, depth, name]),
    [
      ['A', 0, '范围A'],
      ['B', 0, '范围B'],
    ],
  )
  assert.deepEqual(
    tree[0]?.ranges.map(range => [range.code, range.depth]),
    [
      ['A-A', 1],
      ['A-B', 1],
    ],
  )
  assert.deepEqual(
    tree[0]?.ranges[0]?.ranges.map(range => [range.code, range.points.map(each => each.code)]),
    [
      ['A-A-A', ['A-A-A-001', 'A-A-A-002']],
      ['A-A-B', ['A-A-B-001']],
    ],
  )
})

test('no point is lost, at whatever depth it lies', () => {
  assert.deepEqual(
    tree.flatMap(pointsIn).map(each => each.code),
    codes,
  )
  const shallow = rangeTree([point('A-001'), point('A-B-002')])
  assert.deepEqual(
    shallow.flatMap(pointsIn).map(each => each.code),
    ['A-001', 'A-B-002'],
  )
  assert.deepEqual(rangeTree([]), [])
})

test('folded ranges hide what lies in them', () => {
  const shown = (unfold: (code: string) => boolean) =>
    rowsOfTree(tree, range => unfold(range.code)).map(row => (row.kind === 'range' ? row.range.code : row.point.code))
  assert.deepEqual(
    shown(() => false),
    ['A', 'B'],
  )
  assert.deepEqual(
    shown(code => code === 'A'),
    ['A', 'A-A', 'A-B', 'B'],
  )
  assert.deepEqual(
    shown(code => ['A', 'A-A', 'A-A-A'].includes(code)),
    ['A', 'A-A', 'A-A-A', 'A-A-A-001', 'A-A-A-002', 'A-A-B', 'A-B', 'B'],
  )
})

test('a point stands one step below its range', () => {
  const rows = rowsOfTree(tree, () => true)
  assert.deepEqual(
    rows.flatMap(row => (row.kind === 'point' ? [row.depth] : [])),
    [3, 3, 3, 3, 3],
  )
})
