import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { marks } from '../../../../kernel/marks.ts'
import { aBankItem } from '../../fixtures.ts'
import { coverageOf, liesIn } from './coverage.ts'

test('an item lies in every area that its path begins with', () => {
  assert.ok(liesIn(['网络营销'], ['网络营销']))
  assert.ok(liesIn(['基础', '法规', '电子签名'], ['基础', '法规']))
  assert.ok(!liesIn(['基础'], ['基础', '法规']))
  assert.ok(!liesIn(['物流'], ['网络营销']))
})

test('coverage counts marks of operational items against the weight', () => {
  const items = [
    aBankItem({ area: ['a'], type: 'multiple-choice' }),
    aBankItem({ area: ['a'] }),
    aBankItem({ area: ['a'], state: 'retired' }),
    aBankItem({ area: ['b'] }),
  ]
  assert.deepEqual(
    coverageOf(
      [
        { path: ['a'], weight: 2 },
        { path: ['b'], weight: 0 },
        { path: ['c'], weight: 5 },
      ],
      items,
    ),
    [
      { path: ['a'], needed: marks(2), have: marks(3), items: 2, papers: 1 },
      { path: ['b'], needed: marks(0), have: marks(1), items: 1, papers: null },
      { path: ['c'], needed: marks(5), have: marks(0), items: 0, papers: 0 },
    ],
  )
})

const anyArea = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })

test('a path lies in itself and in each of its beginnings, and in nothing longer', () => {
  fc.assert(
    fc.property(anyArea, anyArea, (area, more) => {
      assert.ok(liesIn(area, area))
      assert.ok(liesIn([...area, ...more], area))
      assert.ok(!liesIn(area, [...area, ...more]))
    }),
  )
})

test('areas that do not contain each other share no item: their marks never exceed those of the bank', () => {
  const anyItem = fc.record({ area: anyArea, type: fc.constantFrom('single-choice', 'multiple-choice', 'true-false') })
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 40 }), facts => {
      const items = facts.map(each => aBankItem(each as never))
      const coverage = coverageOf(
        ['a', 'b', 'c'].map(name => ({ path: [name], weight: 10 })),
        items,
      )
      assert.equal(
        coverage.reduce((sum, area) => sum + area.have, 0),
        items.reduce((sum, item) => sum + item.marks, 0),
      )
      for (const area of coverage) assert.equal(area.papers, Math.floor(area.have / area.needed))
    }),
  )
})
