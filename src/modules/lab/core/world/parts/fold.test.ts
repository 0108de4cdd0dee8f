import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { groundOf, hashOf, pinFaults, pinsOf, stateHash } from '../engine.ts'
import { type Fold, eventHash, foldEvent, openFold, openOwned, seedState } from '../fold.ts'
import type { Json } from '../canonical.ts'
import { type Hash, hash, worldTime } from '../ids.ts'
import type { LabEvent, Setup, Timer } from '../state.ts'
import { engine, engineWith, scenario, setup, toyApps } from '../toy-apps.test.ts'

const NO_HASH = hash('0'.repeat(64))
const event = (type: string, data: Json, more: Partial<LabEvent> = {}): LabEvent => ({
  seq: 1,
  at: scenario.start,
  type,
  by: 'world',
  cause: 0,
  data,
  hash: NO_HASH,
  ...more,
})
const fresh = (): Fold => openOwned(engine, setup, seedState(engine, setup))
const timer = (id: number, due: number, prio: number): Timer => ({
  id,
  due: worldTime(due),
  prio,
  by: 'till.cashier' as Timer['by'],
  type: 'till.settle',
  data: null,
  cause: 1,
  known: null,
  key: null,
})
const asJson = (value: unknown): Json => value as Json

test('the state before the first event is the seeds of the apps, in the order of their names', () => {
  const state = seedState(engine, setup)
  assert.deepEqual(Object.keys(state.apps), ['clock', 'depot', 'till'])
  assert.deepEqual([state.seq, state.lap, state.lapFrom, state.ready, state.now], [0, 1, 0, 0, scenario.start])
  assert.deepEqual([state.timers, state.memories, state.counters, state.files], [[], {}, {}, {}])
  assert.equal(state.persona, 'clerk')
})

test('a fragment that an app does not understand is told by its place', () => {
  const broken = { ...setup, scenario: { ...scenario, apps: { ...scenario.apps, depot: { stock: { tea: '多' }, plan: '' } } } }
  assert.throws(() => seedState(engine, broken), /scenario: depot\.stock\.tea does not fit/)
  assert.throws(() => seedState(engine, { ...setup, scenario: { ...scenario, apps: { moon: {} } } }), /there is no app moon/)
})

test('the first hash depends on all that is pinned', () => {
  const heads = new Set<Hash>()
  const variants: readonly Partial<Setup>[] = [
    {},
    { seed: 'seed-8' },
    { params: { qty: 1 } },
    { mode: 'final' },
    { tasks: [NO_HASH] },
    { scenario: { ...scenario, costs: {} } },
  ]
  for (const change of variants) heads.add(seedState(engine, { ...setup, ...change }).head)
  heads.add(seedState(engineWith({ till: { ...(toyApps['till'] as (typeof toyApps)[string]), version: '1.0.1' } }), setup).head)
  assert.equal(heads.size, variants.length + 1)
})

test('events of the engine do what they say and nothing else', () => {
  const cases: readonly (readonly [string, Json, Record<string, unknown>])[] = [
    ['world.opened', { pins: NO_HASH }, { lapFrom: 1, ready: 1 }],
    ['world.ready', {}, { ready: 1 }],
    ['world.clock', {}, {}],
    ['world.persona', { persona: 'keeper' }, { persona: 'keeper' }],
    ['world.noted', { agent: 'customer.a', memory: { n: 1 } }, { memories: { 'customer.a': { n: 1 } } }],
    ['world.filed', { files: [{ digest: NO_HASH, bytes: 7 }] }, { files: { [NO_HASH]: 7 } }],
    ['world.scheduled', { timer: asJson(timer(1, scenario.start + 5, 0)) }, { timers: [timer(1, scenario.start + 5, 0)] }],
  ]
  for (const [type, data, change] of cases) {
    const fold = fresh()
    foldEvent(fold, event(type, data))
    assert.deepEqual(fold.state, { ...seedState(engine, setup), seq: 1, head: NO_HASH, ...change }, type)
  }
  assert.throws(() => foldEvent(fresh(), event('world.flood', {})), /no event world\.flood/)
  assert.throws(() => foldEvent(fresh(), event('till.flood', {})), /no event till\.flood/)
})

test('timers stand in the order of firing, whatever the order they came in', () => {
  const row = fc.record({ due: fc.integer({ min: 1, max: 5 }), prio: fc.integer({ min: -1, max: 1 }) })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), rows => {
      const fold = fresh()
      for (const [i, { due, prio }] of rows.entries())
        foldEvent(fold, event('world.scheduled', { timer: asJson(timer(i + 1, scenario.start + due, prio)) }, { seq: i + 1 }))
      const order = fold.state.timers.map(t => [t.due, t.prio, t.id] as const)
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]),
      )
      for (const { id } of rows.map((_, i) => ({ id: i + 1 }))) foldEvent(fold, event('world.fired', { timer: id }))
      assert.deepEqual(fold.state.timers, [])
    }),
    { numRuns: 60 },
  )
})

test('writing never reaches the state a fold came from, and copies only the slice that is written', () => {
  const base = seedState(engine, setup)
  const fold = openFold(engine, setup, base)
  foldEvent(fold, event('till.praised', { text: '好' }))
  assert.deepEqual((base.apps['till'] as { praise: unknown[] }).praise, [])
  assert.deepEqual((fold.state.apps['till'] as { praise: unknown[] }).praise, ['好'])
  assert.equal(fold.state.apps['depot'], base.apps['depot'])
})

test('counters of ids go with the event that used them', () => {
  const fold = fresh()
  foldEvent(fold, event('till.praised', { text: '好' }, { counters: { T: 4 } }))
  foldEvent(fold, event('till.praised', { text: '好' }, { seq: 2, counters: { O: 1 } }))
  assert.deepEqual(fold.state.counters, { T: 4, O: 1 })
})

test('the hash of an event changes with everything it says and with the one before it', () => {
  const bare = { seq: 1, at: scenario.start, type: 'till.praised', by: 'a', cause: 0, data: { text: '好' } }
  const other = { ...bare, hash: NO_HASH }
  const { hash: _none, ...same } = other
  assert.equal(eventHash(engine, NO_HASH, same), eventHash(engine, NO_HASH, bare))
  const changes: readonly object[] = [
    { seq: 2 },
    { at: worldTime(5) },
    { type: 'till.sold' },
    { by: 'b' },
    { cause: 1 },
    { data: {} },
    { counters: {} },
  ]
  const hashes = new Set(changes.map(change => eventHash(engine, NO_HASH, { ...bare, ...change })))
  hashes.add(eventHash(engine, NO_HASH, bare))
  hashes.add(eventHash(engine, hash('1'.repeat(64)), bare))
  assert.equal(hashes.size, changes.length + 2)
})

test('pins say what a build must be, and each difference is named', () => {
  const pins = pinsOf(engine, setup)
  assert.deepEqual(pins.apps, { clock: '1.0.0', depot: '1.0.0', till: '1.0.0' })
  assert.deepEqual(pinFaults(engine, setup, pins), [])
  const faults = pinFaults(engine, setup, {
    ...pins,
    engine: '0.9.0',
    apps: { ...pins.apps, till: '2.0.0', moon: '1.0.0' },
    scenario: NO_HASH,
  })
  assert.deepEqual(faults, ['engine 0.9.0, here 1.0.0', 'app till 2.0.0, here 1.0.0', 'app moon 1.0.0, here absent', 'another scenario'])
  assert.deepEqual(pinFaults(engine, { ...setup, tasks: [NO_HASH] }, pins), ['other tasks'])
})

test('the ground of a world is worked out once for an engine, and names who watches what', () => {
  const ground = groundOf(engine, setup)
  assert.equal(groundOf(engine, setup), ground)
  assert.notEqual(groundOf(engineWith({}), setup), ground)
  assert.deepEqual(
    ground.watchers.get('till.sold')?.map(a => a.id),
    ['customer.a', 'customer.b'],
  )
  assert.equal(ground.watchers.get('depot.taken'), undefined)
})

test('hashes of values do not depend on the order of keys', () => {
  assert.equal(hashOf(engine, { a: 1, b: 2 }), hashOf(engine, { b: 2, a: 1 }))
  const state = seedState(engine, setup)
  assert.equal(stateHash(engine, state), stateHash(engine, { ...state, apps: Object.fromEntries(Object.entries(state.apps).toReversed()) }))
})
