import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelOrder } from '../level/levels.ts'
import { EQUIVALENCES, certainLevel, nationalLevels } from './equivalence.ts'

test('three steps stand for four national levels, each level in one step', () => {
  assert.deepEqual(
    EQUIVALENCES.map(entry => entry.name),
    ['初级', '中级', '高级'],
  )
  assert.deepEqual(
    EQUIVALENCES.flatMap(entry => nationalLevels(entry.step)),
    ['L4', 'L3', 'L2', 'L1'],
  )
})

test('the lowest step is 助理 or 员, so only the lower of the two is certain', () => {
  assert.deepEqual(EQUIVALENCES[0]?.alsoCalled, ['电子商务员', '助理电子商务师'])
  assert.deepEqual(nationalLevels('elementary'), ['L4', 'L3'])
  assert.equal(certainLevel('elementary'), 'L4')
  assert.equal(certainLevel('intermediate'), 'L2')
  assert.equal(certainLevel('advanced'), 'L1')
})

test('a higher step never stands for a lower level', () => {
  const certain = EQUIVALENCES.map(entry => levelOrder(certainLevel(entry.step)))
  assert.deepEqual(
    certain,
    [...certain].sort((a, b) => a - b),
  )
})

test('what the text does not say is marked as our reading', () => {
  assert.deepEqual(
    EQUIVALENCES.map(entry => entry.provenance),
    ['seed', 'reconstructed', 'reconstructed'],
  )
})

test('a step that stands for nothing is an error', () => {
  assert.throws(() => certainLevel('master' as 'advanced'), /step without a national level: master/)
})
