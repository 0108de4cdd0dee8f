import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AttemptStateView } from '../../../modules/delivery/contract.ts'
import { sample, serverNow, warningDue } from './server-clock.ts'
import { change, goTo, openSheet, progressOf, standingOf } from './sheet.ts'
import { fakePaper } from '../rehearsal/fake-server.ts'

const state = {
  responses: [{ itemId: 'item-2', value: { version: 1, optionId: 'b' }, epoch: 1, seq: 2 }],
  marks: [],
  lastItemId: 'item-2',
} as unknown as AttemptStateView

test('the sheet opens at the place the tab remembers, else at the item touched last', () => {
  assert.equal(openSheet(fakePaper, state, [], 'item-4').at, 3)
  assert.equal(openSheet(fakePaper, state, [], null).at, 1)
  assert.equal(openSheet(fakePaper, { ...state, lastItemId: null }, [], null).at, 0)
})

test('a later event of this machine wins over the server, an earlier one does not', () => {
  const mine = (seq: number) => [
    { epoch: 1, seq, itemId: 'item-2', kind: 'respond' as const, value: { version: 1, optionId: 'c' }, clientMs: 0 },
  ]
  assert.equal(openSheet(fakePaper, state, mine(3), null).responses.get('item-2')?.['optionId'], 'c')
  assert.equal(openSheet(fakePaper, state, mine(1), null).responses.get('item-2')?.['optionId'], 'b')
})

test('progress counts what is answered by the rules of the type, and clearing takes it back', () => {
  const sheet = openSheet(fakePaper, state, [], null)
  assert.deepEqual([progressOf(sheet).answered, progressOf(sheet).unanswered.map(i => i.number)], [1, [1, 3, 4]])
  const foreign = change(sheet, { kind: 'respond', itemId: 'item-1', value: { version: 1, optionId: 'no-such' } })
  assert.equal(progressOf(foreign).answered, 1)
  assert.equal(progressOf(change(sheet, { kind: 'respond', itemId: 'item-2', value: null })).answered, 0)
  const [first] = sheet.items
  assert.ok(first && standingOf(change(sheet, { kind: 'mark', itemId: 'item-1', value: true }), first).marked)
})

test('turning pages stops at the ends', () => {
  const sheet = openSheet(fakePaper, state, [], null)
  assert.deepEqual([goTo(sheet, -1).at, goTo(sheet, 99).at], [0, 3])
})

test('the clock trusts the shortest round trip and follows a machine that slept', () => {
  const first = sample(null, { serverMs: 1_000_000, sentMs: 0, receivedMs: 200 })
  assert.equal(serverNow(first, 200), 1_000_100)
  assert.equal(sample(first, { serverMs: 1_005_000, sentMs: 5_000, receivedMs: 6_000 }), first, 'a slow reply is not believed')
  const better = sample(first, { serverMs: 1_005_000, sentMs: 5_090, receivedMs: 5_100 })
  assert.equal(serverNow(better, 5_100), 1_005_005)
  const slept = sample(better, { serverMs: 1_900_000, sentMs: 6_000, receivedMs: 6_400 })
  assert.equal(serverNow(slept, 6_400), 1_900_200)
})

test('a warning falls due once, when its minute is crossed', () => {
  assert.equal(warningDue(30 * 60_000 + 1, 30 * 60_000), 30)
  assert.equal(warningDue(30 * 60_000, 30 * 60_000 - 1), null)
  assert.equal(warningDue(11 * 60_000, 4 * 60_000), 5)
  assert.equal(warningDue(61_000, 0), null)
})
