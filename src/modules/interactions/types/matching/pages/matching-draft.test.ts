import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partnerOf, standingPairs, withPartner, withPastedPairs } from './matching-draft.ts'

const pairs = [
  { left: 'l1', right: 'r1' },
  { left: 'l2', right: 'r2' },
]

test('a partner is found, changed, and taken from whoever had it', () => {
  assert.equal(partnerOf(pairs, 'l2'), 'r2')
  assert.equal(partnerOf('nothing', 'l2'), '')
  assert.deepEqual(withPartner(pairs, { left: 'l1', right: 'r2' }, false), [{ left: 'l1', right: 'r2' }])
  assert.deepEqual(withPartner(pairs, { left: 'l1', right: 'r2' }, true), [pairs[1], { left: 'l1', right: 'r2' }])
})

test('a pair goes with its entries', () => {
  assert.deepEqual(standingPairs(pairs, [{ id: 'l1' }], [{ id: 'r1' }, { id: 'r2' }]), [pairs[0]])
})

test('two pasted columns make entries with partners, and empty entries make room', () => {
  let n = 0
  const pasted = withPastedPairs({ left: [{ id: 'a', text: '' }], right: [{ id: 'b', text: '旧' }], pairs: [] }, 0, {
    cells: [
      ['提单', '物权凭证'],
      ['发票', '结算凭证'],
    ],
    newId: () => `n${++n}`,
    most: 12,
  })
  assert.deepEqual(pasted.left, [
    { id: 'n1', text: '提单' },
    { id: 'n3', text: '发票' },
  ])
  assert.deepEqual(pasted.right, [
    { id: 'b', text: '旧' },
    { id: 'n2', text: '物权凭证' },
    { id: 'n4', text: '结算凭证' },
  ])
  assert.deepEqual(pasted.pairs, [
    { left: 'n1', right: 'n2' },
    { left: 'n3', right: 'n4' },
  ])
})
