import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { lineAfter, replacedBy } from './item-line.ts'
import { OPEN_STATES, VERSION_EVENTS, VERSION_STATES, VERSION_TRANSITIONS, type VersionState, isOpen, nextState } from './states.ts'

const anyState = fc.constantFrom(...VERSION_STATES)
const anyEvent = fc.constantFrom(...VERSION_EVENTS)

describe('the way of a version', () => {
  const way: readonly (readonly [from: VersionState, event: (typeof VERSION_EVENTS)[number], to: VersionState])[] = [
    ['draft', 'send', 'item-review'],
    ['item-review', 'pass', 'passed'],
    ['passed', 'approve', 'approved'],
    ['approved', 'start-trial', 'trial'],
    ['trial', 'make-operational', 'operational'],
    ['operational', 'retire', 'retired'],
    ['operational', 'replace', 'retired'],
    ['item-review', 'return', 'returned'],
    ['passed', 'return', 'returned'],
    ['approved', 'return', 'returned'],
    ['trial', 'return', 'returned'],
    ['draft', 'withdraw', 'withdrawn'],
    ['item-review', 'withdraw', 'withdrawn'],
    ['passed', 'withdraw', 'withdrawn'],
    ['approved', 'retire', 'retired'],
    ['trial', 'retire', 'retired'],
  ]
  for (const [from, event, to] of way) {
    test(`${from} —${event}→ ${to}`, () => assert.deepEqual(nextState(from, event), { ok: true, value: to }))
  }

  test('is the whole table: nothing else leads anywhere', () => {
    const known = new Set(way.map(([from, event]) => `${from} ${event}`))
    for (const from of VERSION_STATES)
      for (const event of VERSION_EVENTS) {
        const outcome = nextState(from, event)
        assert.equal(outcome.ok, known.has(`${from} ${event}`), `${from} ${event}`)
        if (!outcome.ok) assert.deepEqual(outcome.refusal, { code: 'wrong-state', facts: { state: from, event } })
      }
  })

  test('never leads back to a draft, so that sent content cannot change', () => {
    for (const steps of Object.values(VERSION_TRANSITIONS)) assert.ok(!Object.values(steps).includes('draft'))
  })

  test('ends in three states and nowhere else', () => {
    const ends = VERSION_STATES.filter(state => Object.keys(VERSION_TRANSITIONS[state]).length === 0)
    assert.deepEqual(ends, ['returned', 'withdrawn', 'retired'])
  })

  test('reaches operation only through every desk', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), events => {
        const seen: VersionState[] = ['draft']
        for (const event of events) {
          const next = nextState(seen.at(-1) ?? 'draft', event)
          if (next.ok) seen.push(next.value)
        }
        if (!seen.includes('operational')) return
        assert.deepEqual(seen.slice(0, 6), ['draft', 'item-review', 'passed', 'approved', 'trial', 'operational'])
      }),
      { numRuns: 2_000 },
    )
  })

  test('a version is on its way until it is used or over', () => {
    assert.deepEqual(
      VERSION_STATES.filter(state => isOpen(state)),
      [...OPEN_STATES],
    )
    assert.ok(!isOpen('operational') && !isOpen('returned'))
  })
})

describe('all versions of an item', () => {
  const line = [
    { itemVersionId: 'v1', state: 'retired' as VersionState },
    { itemVersionId: 'v2', state: 'operational' as VersionState },
    { itemVersionId: 'v3', state: 'trial' as VersionState },
  ]

  test('the operational version stays until the next one takes its place', () => {
    assert.deepEqual(
      lineAfter(line, 'v3', 'operational').map(version => version.state),
      ['retired', 'retired', 'operational'],
    )
    assert.deepEqual(replacedBy(line, 'v3', 'operational'), ['v2'])
  })

  test('no other step touches other versions', () => {
    for (const state of VERSION_STATES.filter(each => each !== 'operational')) assert.deepEqual(replacedBy(line, 'v3', state), [])
  })

  test('whatever steps are taken, there is never a second operational version', () => {
    const steps = fc.array(fc.tuple(fc.nat(3), anyEvent), { maxLength: 60 })
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 4, maxLength: 4 }), steps, (states, taken) => {
        let versions = states.map((state, at) => ({ itemVersionId: `v${at}`, state: state === 'operational' && at > 0 ? 'trial' : state }))
        for (const [at, event] of taken) {
          const next = nextState(versions[at]?.state ?? 'draft', event)
          if (next.ok) versions = [...lineAfter(versions, `v${at}`, next.value)]
          assert.ok(versions.filter(version => version.state === 'operational').length <= 1)
        }
      }),
    )
  })
})
