import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STATIONS, type Stations, completenessLedger, lostEvents } from './completeness.ts'

const all = ['a', 'b', 'c']
const whole: Stations = Object.fromEntries(STATIONS.map(station => [station, all]))

test('when everybody arrives everywhere, every arrow sums', () => {
  const ledger = completenessLedger(whole)
  assert.equal(ledger.length, STATIONS.length - 1)
  assert.ok(ledger.every(arrow => arrow.sums && arrow.before === 3 && arrow.after === 3))
})

test('who is missing at an arrow is named there and nowhere else', () => {
  for (const [n, station] of STATIONS.entries()) {
    if (n === 0) continue
    const short = { ...whole, ...Object.fromEntries(STATIONS.slice(n).map(later => [later, ['a', 'c']])) }
    const faulty = completenessLedger(short).filter(arrow => !arrow.sums)
    assert.deepEqual(
      faulty.map(arrow => [arrow.to, arrow.unexplained]),
      [[station, ['b']]],
    )
  }
})

test('a reason makes an absence sum, and stands in the ledger', () => {
  const [arrow] = completenessLedger({ registered: all, 'checked-in': ['a'] }, { 'checked-in': { b: 'absent', c: 'absent' } })
  assert.deepEqual(arrow, {
    from: 'registered',
    to: 'checked-in',
    before: 3,
    after: 1,
    excused: { absent: ['b', 'c'] },
    unexplained: [],
    invented: [],
    twice: [],
    sums: true,
  })
  const elsewhere = completenessLedger({ registered: all, 'checked-in': ['a', 'b'] }, { started: { c: 'absent' } })
  assert.deepEqual(elsewhere[0]?.unexplained, ['c'])
})

test('who comes from nowhere, or twice, does not sum although the count does', () => {
  const [swapped] = completenessLedger({ 'in-package': ['a', 'b'], ingested: ['a', 'x'] })
  assert.deepEqual([swapped?.sums, swapped?.before, swapped?.after, swapped?.unexplained, swapped?.invented], [false, 2, 2, ['b'], ['x']])
  const [more] = completenessLedger({ 'in-package': ['a'], ingested: ['a', 'x'] })
  assert.deepEqual([more?.sums, more?.unexplained, more?.invented], [false, [], ['x']])
  const [twice] = completenessLedger({ scored: ['a', 'b'], released: ['a', 'b', 'b'] })
  assert.deepEqual([twice?.sums, twice?.twice], [false, ['b']])
})

test('stations that are not known yet are left out, and the next is compared with the last known', () => {
  const ledger = completenessLedger({ registered: all, ended: ['a', 'b'] })
  assert.deepEqual(
    ledger.map(arrow => [arrow.from, arrow.to, arrow.unexplained]),
    [['registered', 'ended', ['c']]],
  )
  assert.deepEqual(completenessLedger({}), [])
})

test('an acknowledged event that is not there is named by attempt and epoch', () => {
  assert.deepEqual(lostEvents({ a: { 1: 5, 2: 3 } }, { a: { 1: 5, 2: 3 } }), [])
  assert.deepEqual(lostEvents({ a: { 1: 5, 2: 3 }, b: { 1: 1 } }, { a: { 1: 4, 2: 9 } }), [
    { attempt: 'a', epoch: 1, promised: 5, found: 4 },
    { attempt: 'b', epoch: 1, promised: 1, found: 0 },
  ])
})
