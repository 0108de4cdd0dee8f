import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShownVersion } from '../shared/versions.ts'
import { TABS, placeIn, tabToShow, tabsFor, versionsIn } from './queue-tabs.ts'

const version = (itemVersionId: string, dueAt: number | null) => ({ itemVersionId, code: itemVersionId, dueAt }) as ShownVersion
const queue = {
  mine: [version('m', null)],
  toReview: [version('late', 900), version('b', 100), version('never', null), version('a', 100)],
  toApprove: [],
  toDecide: [version('t', 50)],
}

test('what is due first stands first; equals stand by their number', () =>
  assert.deepEqual(
    versionsIn(queue, 'review').map(each => each.itemVersionId),
    ['a', 'b', 'late', 'never'],
  ))

test('a version knows its queue and its place there', () => {
  const place = placeIn(queue, 'late')
  assert.deepEqual([place?.tab, place?.at, place?.versions.length], ['review', 2, 4])
  assert.equal(placeIn(queue, 't')?.tab, 'decide')
  assert.equal(placeIn(queue, 'm'), undefined)
  assert.equal(placeIn(queue, 'unknown'), undefined)
})

test('the tab asked for opens, else the first with work', () => {
  assert.equal(tabToShow(queue, TABS, 'mine'), 'mine')
  assert.equal(tabToShow(queue, TABS, 'nonsense'), 'review')
  assert.equal(tabToShow({ ...queue, toReview: [] }, TABS, null), 'decide')
  assert.equal(tabToShow({ mine: [], toReview: [], toApprove: [], toDecide: [] }, ['mine'], null), 'mine')
})

test('tabs are those of the duties somebody has, and any with work in it', () => {
  assert.deepEqual(tabsFor(queue, ['item-writer']), ['review', 'decide', 'mine'])
  const empty = { mine: [], toReview: [], toApprove: [], toDecide: [] }
  assert.deepEqual(tabsFor(empty, ['national-officer']), ['approve', 'decide'])
  assert.deepEqual(tabsFor(empty, ['item-reviewer', 'item-writer']), ['review', 'mine'])
})
