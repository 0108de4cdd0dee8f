import assert from 'node:assert/strict'
import { test } from 'node:test'
import { marks } from '../../../kernel/marks.ts'
import { aBankItem } from '../fixtures.ts'
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
