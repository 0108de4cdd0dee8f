import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SpecificationPoint, factsOfPoints, matchesPoint, pointTree } from './point-tree.ts'

const point = (code: string, name: string, ranges: readonly (readonly [string, string])[]): SpecificationPoint => ({
  code,
  name,
  importance: 'Y',
  page: null,
  ranges: ranges.map(([range, title]) => ({ code: range, name: title })),
  area: ['职业道德'],
  operational: 2,
  onTheirWay: 1,
  states: [{ state: 'operational', items: 2 }],
})
const points = [
  point('A-A-001', '职业道德的概念', [
    ['A', '基本要求'],
    ['A', '职业道德'],
  ]),
  point('A-A-002', '职业守则', [
    ['A', '基本要求'],
    ['A', '职业道德'],
  ]),
  point('B-A-001', '网络支付', [
    ['B', '相关知识'],
    ['A', '电子支付'],
  ]),
]

test('ranges hold their points in the order of the table', () => {
  const tree = pointTree(points)
  assert.deepEqual(
    tree.map(node => [node.value, node.selectable]),
    [
      ['A', false],
      ['B', false],
    ],
  )
  assert.deepEqual(
    tree[0]?.children?.[0]?.children?.map(node => node.value),
    ['A-A-001', 'A-A-002'],
  )
})

test('a point is found by code, by name and by its ranges, word by word', () => {
  const leaf = pointTree(points)[1]?.children?.[0]?.children?.[0]
  assert.ok(leaf)
  for (const typed of ['b-a', '支付', '相关 网络', '']) assert.ok(matchesPoint(typed, leaf), typed)
  assert.ok(!matchesPoint('守则', leaf))
})

test('the first point decides area and importance', () => {
  assert.deepEqual(factsOfPoints(points, ['B-A-001', 'A-A-001']), { area: ['职业道德'], importance: 'Y' })
  assert.equal(factsOfPoints(points, ['Z']), null)
})
