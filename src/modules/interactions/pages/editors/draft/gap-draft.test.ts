import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { freshWrittenGap, gapsInOrder, nextGapId, settledGaps } from './gap-draft.ts'

const lists = {
  gaps: [
    { id: '1', kind: 'text', own: true },
    { id: '2', kind: 'number' },
  ],
  keyGaps: [
    { id: '1', kind: 'text', accept: ['提单'] },
    { id: '2', kind: 'number', value: '' },
  ],
}

describe('gaps follow the text', () => {
  test('one that came is described, with a place in the key', () => {
    const settled = settledGaps(['{{1}} {{2}} {{3}}'], lists, freshWrittenGap)
    assert.deepEqual(settled.gaps, [...lists.gaps, freshWrittenGap('3').gap])
    assert.deepEqual(settled.keyGaps, [...lists.keyGaps, freshWrittenGap('3').key])
  })
  test('one that left goes when nothing was said about it, and stays otherwise', () => {
    const settled = settledGaps(['nothing'], lists, freshWrittenGap)
    assert.deepEqual(settled, { gaps: [lists.gaps[0]], keyGaps: [lists.keyGaps[0]] })
  })
  test('any shape is taken', () => {
    assert.deepEqual(settledGaps(['{{1}}'], { gaps: 7, keyGaps: null }, freshWrittenGap), {
      gaps: [freshWrittenGap('1').gap],
      keyGaps: [freshWrittenGap('1').key],
    })
  })
})

test('the next number is the least that is free', () => {
  assert.equal(nextGapId(['{{1}} {{3}}'], [{ id: '2' }]), '4')
  assert.equal(nextGapId(['{{2}}'], []), '1')
})

test('gaps are listed as they are read, those that stand nowhere last', () => {
  const order = gapsInOrder(['{{b}} {{a}}'], [{ id: 'a' }, { id: 'z' }, { id: 'b' }])
  assert.deepEqual(
    order.map(one => [one.id, one.stands]),
    [
      ['b', true],
      ['a', true],
      ['z', false],
    ],
  )
})
