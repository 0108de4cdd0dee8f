import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instant } from '../../../../../kernel/instant.ts'
import { type Credit, type TimeFacts, balanceAt, creditedSpans, editingEnds, transportEnds } from './ledger.ts'
import { openSiteClock, restartSiteClock, siteNow } from './site-clock.ts'

const START = 1_000_000
const at = (ms: number) => instant(START + ms)
const credit = (from: number, until: number | null, scope: Credit['scope'] = 'person', creditId = `${scope} ${from}`): Credit => ({
  creditId,
  scope,
  from: at(from),
  until: until === null ? null : at(until),
  grantedAt: at(until ?? from),
})
const facts = (credits: readonly Credit[] = [], changes: Partial<TimeFacts> = {}): TimeFacts => ({
  clockStart: at(0),
  allottedMs: 1_000,
  allowanceMs: 200,
  extraMs: 0,
  credits,
  ...changes,
})
const span = fc.tuple(fc.integer({ min: -500, max: 3_000 }), fc.integer({ min: 0, max: 700 }))
const credits = fc
  .array(fc.tuple(span, fc.constantFrom<Credit['scope']>('person', 'room', 'site')), { maxLength: 8 })
  .map(list => list.map(([[from, length], scope], n) => credit(from, from + length, scope, String(n))))

describe('the deadline', () => {
  test('is the entitlement after the start of the clock, and the second one lies behind it', () => {
    assert.equal(editingEnds(facts()), at(1_200))
    assert.equal(editingEnds(facts([], { extraMs: 300 })), at(1_500))
    assert.equal(transportEnds(facts(), 600), at(1_800))
  })

  test('the same fault credited to a person, the room and the site counts once', () => {
    const both = [credit(100, 300), credit(200, 400, 'room'), credit(150, 250, 'site')]
    assert.deepEqual(creditedSpans(facts(both)), [{ from: at(100), until: at(400) }])
    assert.equal(editingEnds(facts(both)), at(1_500))
  })

  test('a fault before the start gives nothing back, one after the end neither, one across the end counts', () => {
    assert.equal(editingEnds(facts([credit(-400, -100), credit(1_300, 1_900)])), at(1_200))
    assert.equal(editingEnds(facts([credit(-400, 100)])), at(1_300))
    assert.equal(editingEnds(facts([credit(1_100, 1_900)])), at(2_000))
    assert.equal(
      editingEnds(facts([credit(1_100, 1_900), credit(1_950, 2_000)])),
      at(2_050),
      'an end moved by one credit may reach the next',
    )
  })

  test('while a pause is going on there is none, unless the end came before it', () => {
    assert.equal(editingEnds(facts([credit(500, null)])), null)
    assert.equal(transportEnds(facts([credit(500, null)]), 600), null)
    assert.equal(editingEnds(facts([credit(1_300, null)])), at(1_200))
  })

  test('does not depend on the order of credits, never comes earlier by one, and a repeated one changes nothing', () => {
    fc.assert(
      fc.property(credits, span, (list, [from, length]) => {
        const ends = editingEnds(facts(list))
        assert.ok(ends !== null && ends >= at(1_200))
        assert.equal(editingEnds(facts(list.toReversed())), ends)
        assert.equal(editingEnds(facts([...list, ...list])), ends)
        assert.ok((editingEnds(facts([...list, credit(from, from + length)])) ?? 0) >= ends)
      }),
    )
  })

  test('gives exactly the entitlement outside of the credits, counted millisecond by millisecond', () => {
    fc.assert(
      fc.property(credits, list => {
        const ends = editingEnds(facts(list)) ?? assert.fail()
        let worked = 0
        for (let ms: number = at(0); ms < ends; ms++) if (!list.some(one => ms >= one.from && ms < (one.until ?? 0))) worked += 1
        assert.equal(worked, 1_200)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the balance', () => {
  test('used and remaining are the entitlement, used and credited the time gone by; none is negative', () => {
    fc.assert(
      fc.property(credits, fc.integer({ min: -100, max: 9_000 }), (list, ms) => {
        const ends = editingEnds(facts(list)) ?? assert.fail()
        const { usedMs, creditedMs, remainingMs } = balanceAt(facts(list), at(ms))
        assert.equal(usedMs + remainingMs, 1_200)
        assert.equal(usedMs + creditedMs, Math.max(0, Math.min(at(ms), ends) - START))
        assert.ok(Math.min(usedMs, creditedMs, remainingMs) >= 0)
      }),
    )
  })

  test('stands still during a pause', () => {
    const paused = facts([credit(500, null)])
    assert.deepEqual(balanceAt(paused, at(500)).remainingMs, balanceAt(paused, at(9_000)).remainingMs)
    assert.equal(balanceAt(paused, at(9_000)).creditedMs, 8_500)
  })
})

describe('the clock of a site', () => {
  test('is set once and then follows the monotonic clock alone', () => {
    const clock = openSiteClock(at(0), 500)
    assert.equal(siteNow(clock, 1_500), at(1_000))
    assert.equal(siteNow(clock, 400), at(0), 'it never runs backwards')
  })

  test('after a restart goes on from the disk, or from the peer if that is further', () => {
    const now = (peerNow: number | null) =>
      siteNow(restartSiteClock({ lastWritten: at(5_000), peerNow: peerNow === null ? null : at(peerNow), monoNow: 7 }), 107)
    assert.deepEqual([now(null), now(9_000), now(2_000)], [at(5_100), at(9_100), at(5_100)])
  })
})
