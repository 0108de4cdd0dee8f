import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareSpecifications, vanishingPoints } from './compare-specifications.ts'
import type { AssessmentPoint } from './specification.ts'

const point = (code: string, changes: Partial<AssessmentPoint> = {}): AssessmentPoint => ({
  code,
  name: `点${code}`,
  importance: 'X',
  page: null,
  ranges: [{ code: 'A', name: '基本要求' }],
  area: ['职业道德'],
  ...changes,
})

test('points are told as new, gone or changed, and what of them changed', () => {
  const before = [point('1'), point('2'), point('3'), point('4')]
  const after = [point('5'), point('2', { name: '新名', page: 3 }), point('3'), point('4', { area: ['网络营销'], importance: 'Z' })]
  assert.deepEqual(compareSpecifications(before, after), {
    added: [{ code: '5', name: '点5' }],
    removed: [{ code: '1', name: '点1' }],
    changed: [
      { code: '2', name: '新名', fields: ['name', 'page'] },
      { code: '4', name: '点4', fields: ['importance', 'area'] },
    ],
  })
})

test('the same table in another order has no difference, and against none everything is new', () => {
  const table = [point('1'), point('2')]
  assert.deepEqual(compareSpecifications(table, table.toReversed()), { added: [], removed: [], changed: [] })
  assert.deepEqual(compareSpecifications([], table).added.length, 2)
  assert.deepEqual(compareSpecifications(table, []).removed.length, 2)
})

test('a range called otherwise is a change of every point in it', () => {
  const renamed = point('1', { ranges: [{ code: 'A', name: '基本知识' }] })
  assert.deepEqual(compareSpecifications([point('1')], [renamed]).changed[0]?.fields, ['ranges'])
})

test('points with items that a table leaves out are counted over all states, by code; others do not matter', () => {
  const used = [
    { code: '2', items: 1 },
    { code: '1', items: 3 },
    { code: '2', items: 4 },
    { code: '3', items: 9 },
  ]
  assert.deepEqual(vanishingPoints(used, [point('3'), point('4')]), [
    { code: '1', items: 3 },
    { code: '2', items: 5 },
  ])
  assert.deepEqual(vanishingPoints(used, [point('1'), point('2'), point('3')]), [])
  assert.deepEqual(vanishingPoints([], []), [])
})
