import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPool, aPoolItem, where } from '../../fixtures.ts'
import { type Pool, attributeOf, itemsByStimulus, selectedIn } from './pool.ts'

const POOL: Pool = {
  items: [
    aPoolItem('a', { attributes: { DOK: 1 }, stimulusId: 'S1', exposure: 4 }),
    aPoolItem('b', { attributes: { DOK: 2 } }),
    aPoolItem('c', { attributes: { DOK: null }, stimulusId: 'S2' }),
    aPoolItem('d', { attributes: { DOK: 2 }, stimulusId: 'S1' }),
  ],
  stimuli: [
    { id: 'S1', attributes: { WORDS: 100 } },
    { id: 'S2', attributes: { WORDS: 300 } },
  ],
}

test('selections of items and stimuli', () => {
  assert.deepEqual(selectedIn(POOL, 'item', { kind: 'all' }), [0, 1, 2, 3])
  assert.deepEqual(selectedIn(POOL, 'item', where('DOK == 2')), [1, 3])
  assert.deepEqual(selectedIn(POOL, 'item', where('DOK != 2')), [0])
  assert.deepEqual(selectedIn(POOL, 'item', where('is.na(DOK)')), [2])
  assert.deepEqual(selectedIn(POOL, 'item', where('ID %in% c("a", "d")')), [0, 3])
  assert.deepEqual(selectedIn(POOL, 'item', where('STID == "S1" & EXPOSURE > 0')), [0])
  assert.deepEqual(selectedIn(POOL, 'item', { kind: 'ids', ids: ['d', 'x', 'a'] }), [0, 3])
  assert.deepEqual(selectedIn(POOL, 'stimulus', where('WORDS > 200')), [1])
  assert.deepEqual(selectedIn(POOL, 'stimulus', where('STID == "S1"')), [0])
  assert.deepEqual(selectedIn(POOL, 'stimulus', { kind: 'ids', ids: ['S2'] }), [1])
})

test('attributes by name, whatever the case; unknown ones are missing', () => {
  assert.equal(attributeOf(POOL, 'item', 0, 'dok'), 1)
  assert.equal(attributeOf(POOL, 'item', 0, 'Id'), 'a')
  assert.equal(attributeOf(POOL, 'item', 1, 'STID'), null)
  assert.equal(attributeOf(POOL, 'item', 0, 'constructor'), null)
  assert.equal(attributeOf(POOL, 'stimulus', 1, 'words'), 300)
  assert.throws(() => attributeOf(POOL, 'item', 9, 'DOK'), /no item at 9/)
  assert.throws(() => attributeOf(POOL, 'stimulus', 9, 'DOK'), /no stimulus at 9/)
})

test('items by their stimulus, in the order of the stimuli', () => {
  assert.deepEqual(itemsByStimulus(POOL), [[0, 3], [2]])
  assert.deepEqual(itemsByStimulus(aPool(3)), [])
})
