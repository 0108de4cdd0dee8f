import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonical } from './canonical.ts'
import { stateHash } from './engine.ts'
import { eventHash } from './fold.ts'
import { worldTime } from './ids.ts'
import { brokenAt, replay } from './replay.ts'
import { engine, later, play, setup } from './toy-apps.test.ts'
import type { LabEvent } from './state.ts'
import { captionOf, nextKnown, preview } from './view.ts'

const DAY = 86_400
const praises = (events: readonly LabEvent[]): unknown[] =>
  events.filter(e => e.type === 'till.praised').map(e => [e.by, (e.data as { text: string }).text, e.at - setup.scenario.start])

test('timers fire in the order of due, priority and age, each at its own time', () => {
  const game = play()
  game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  game.ok('clock.turn', { to: later(game.now(), 2 * DAY) })
  const fired = game.now().events.filter(e => e.type === 'world.fired')
  assert.deepEqual(
    fired.map(e => e.at),
    fired.map(e => e.at).toSorted((a, b) => a - b),
  )
  assert.equal(game.now().state.now, setup.scenario.start + 2 * DAY)
  assert.deepEqual(game.now().state.timers, [])
  assert.equal(game.now().events.find(e => e.type === 'till.settled')?.at, setup.scenario.start + DAY)
})

test('what is due together fires by priority, then by age', () => {
  const game = play()
  game.ok('till.row', { prios: [5, 0, 5, -1, 0] })
  game.ok('clock.turn', { to: later(game.now(), 10) })
  assert.deepEqual(
    praises(game.now().events).map(p => (p as string[])[1]),
    ['-1/3', '0/1', '0/4', '5/0', '5/2'],
  )
})

test('one long jump and many short ones come to the same', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 8 }), jumps => {
      const one = play()
      const many = play()
      for (const game of [one, many]) game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
      for (const by of jumps) many.ok('clock.turn', { to: later(many.now(), by) })
      one.ok('clock.turn', {
        to: later(
          one.now(),
          jumps.reduce((a, b) => a + b, 0),
        ),
      })
      const lived = (events: readonly LabEvent[]): unknown[] =>
        events.filter(e => !/^(world|clock)\./.test(e.type)).map(e => [e.type, e.at, e.by, canonical(e.data).replace(/#\d+/, '')])
      assert.deepEqual(lived(many.now().events), lived(one.now().events))
    }),
    { numRuns: 30 },
  )
})

test('the chain of causes leads from a late event back to the command of the person', () => {
  const game = play()
  game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  game.ok('clock.turn', { to: later(game.now(), 2 * DAY) })
  const { events } = game.now()
  const settled = events.find(e => e.type === 'till.settled')
  const path: string[] = []
  for (let at = settled; at !== undefined; at = events.find(e => e.seq === at?.cause)) path.push(at.type)
  assert.deepEqual(path, ['till.settled', 'world.fired', 'till.sold'])
})

test('a jump is announced with what the person may know, and surprises stay hidden', () => {
  const game = play()
  game.ok('till.plan', { times: 2 })
  game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  const due = preview(game.now().state, later(game.now(), 2 * DAY))
  assert.deepEqual(
    due.map(d => d.zh),
    ['顾客评价', '顾客评价', '日终结账'],
  )
  assert.deepEqual(preview(game.now().state, later(game.now(), 3599)), [])
  assert.equal(nextKnown(game.now().state)?.known, '顾客评价')
  assert.equal(game.now().state.timers[0]?.type, 'till.ring', 'the ringing is due first and is not announced')
})

test('a command may take time, and the horizon ends it', () => {
  const game = play()
  game.ok('depot.take', { sku: 'tea', qty: 1 })
  assert.equal(game.now().state.now, setup.scenario.start + 60)
  game.ok('clock.turn', { to: worldTime(setup.scenario.horizon + 5) })
  assert.equal(game.now().state.now, setup.scenario.horizon)
  assert.equal(game.no('clock.turn', { to: setup.scenario.start }), 'E_PAST')
})

test('a timer that is called off does not fire, and only that one', () => {
  const game = play()
  const first = game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  const second = game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  game.ok('till.cancel', { id: first })
  game.ok('clock.turn', { to: later(game.now(), 2 * DAY) })
  assert.deepEqual(
    game
      .now()
      .events.filter(e => e.type === 'till.settled')
      .map(e => (e.data as { id: string }).id),
    [second],
  )
})

test('only the kernel app turns the clock', () => {
  assert.throws(() => play().say('till.turnClock'), /may not turn the clock/)
})

test('agents act on the path of everybody: at once within the command, later by the clock, with luck of their own', () => {
  const game = play()
  game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  assert.deepEqual(praises(game.now().events), [
    ['customer.a', '谢谢', 0],
    ['customer.b', '谢谢', 0],
  ])
  assert.deepEqual(game.now().state.memories, { 'customer.a': { seen: 3 }, 'customer.b': { seen: 3 } })
  game.ok('clock.turn', { to: later(game.now(), 5000) })
  const late = praises(game.now().events).slice(2) as [string, string, number][]
  assert.deepEqual(
    late.map(([by, text]) => [by, text]),
    [['customer.a', '好']],
  )
  assert.ok((late[0]?.[2] ?? 0) >= 3600 && (late[0]?.[2] ?? 0) < 4200)
  const luckier = play(engine, { ...setup, seed: 'seed-9' })
  luckier.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  luckier.ok('clock.turn', { to: later(luckier.now(), 5000) })
  assert.notDeepEqual(praises(luckier.now().events), praises(game.now().events))
})

test('a task begun anew is the same task: same people, same luck, same ids, one chain, the old lap kept', () => {
  const game = play()
  const act = (): void => {
    game.ok('till.sell', { sku: 'tea', qty: 3, price: 5 })
    game.ok('clock.turn', { to: later(game.now(), 5000) })
  }
  act()
  const first = game.now()
  game.ok('clock.again', { to: 1 })
  const fresh = game.now().state
  assert.deepEqual([fresh.lap, fresh.now, fresh.timers, fresh.counters, fresh.persona], [2, setup.scenario.start, [], {}, 'clerk'])
  assert.deepEqual(game.now().events.slice(0, first.events.length), first.events)
  assert.equal(fresh.lapFrom, fresh.seq)
  act()
  const lived = (events: readonly LabEvent[]): unknown[] =>
    events.filter(e => e.type.startsWith('till.sold')).map(e => [e.data, e.counters])
  const again = lived(game.now().events.slice(first.events.length)).map(e => canonical(e).replace(/#\d+/, ''))
  assert.deepEqual(
    again,
    lived(first.events).map(e => canonical(e).replace(/#\d+/, '')),
  )
  assert.equal(brokenAt(engine, setup, game.now().events), null)
  assert.equal(stateHash(engine, replay(engine, setup, game.now().events)), stateHash(engine, game.now().state))
})

test('training may go back to any event, also across a reset', () => {
  const game = play()
  game.ok('depot.take', { sku: 'tea', qty: 1 })
  const mark = game.now().state
  game.ok('depot.take', { sku: 'tea', qty: 10 })
  game.ok('clock.again', { to: mark.seq })
  assert.deepEqual(game.now().state.apps['depot'], mark.apps['depot'])
  game.ok('clock.again', { to: 1 })
  game.ok('clock.again', { to: mark.seq })
  const { state, events } = game.now()
  assert.deepEqual([state.apps['depot'], state.lap], [mark.apps['depot'], 4])
  assert.equal(stateHash(engine, replay(engine, setup, events)), stateHash(engine, state))
})

test('files brought in before a reset still count against the world', () => {
  const game = play()
  const digest = 'ab'.repeat(32) as never
  game.say('depot.take', { sku: 'tea', qty: 0 }, { files: [{ digest, bytes: 9 }] })
  game.ok('clock.again', { to: 1 })
  assert.deepEqual(game.now().state.files, { [digest]: 9 })
})

test('any change to any event breaks the chain at that event', () => {
  const game = play()
  game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  game.ok('clock.turn', { to: later(game.now(), 2 * DAY) })
  const { events } = game.now()
  const changes: ((e: LabEvent) => LabEvent)[] = [
    e => ({ ...e, at: worldTime(e.at + 1) }),
    e => ({ ...e, by: 'somebody' }),
    e => ({ ...e, cause: e.cause + 1 }),
    e => ({ ...e, type: `${e.type}x` }),
    e => ({ ...e, data: { forged: true } }),
    e => ({ ...e, counters: { O: 9 } }),
    e => ({ ...e, seq: e.seq + 1 }),
  ]
  fc.assert(
    fc.property(fc.nat({ max: events.length - 1 }), fc.constantFrom(...changes), (at, change) => {
      const forged = events.map((e, i) => (i === at ? change(e) : e))
      assert.equal(brokenAt(engine, setup, forged), at + 1)
    }),
  )
  assert.equal(brokenAt(engine, setup, events.toSpliced(3, 1)), 4, 'one left out')
  const { hash: _hash, ...last } = { ...(events.at(-1) as LabEvent), seq: events.length + 5 }
  const jumped = { ...last, hash: eventHash(engine, (events.at(-2) as LabEvent).hash, last) }
  assert.equal(brokenAt(engine, setup, [...events.slice(0, -1), jumped]), events.length, 'a number left out, hashed anew')
  assert.equal(brokenAt(engine, { ...setup, seed: 'other' }, events), 1, 'another world')
})

test('captions say who did what and when, and keep silent of what a persona may not know', () => {
  const game = play()
  game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  game.ok('till.plan', { times: 1 })
  const lines = game.now().events.map(e => captionOf({ engine, setup }, e, setup.scenario.persona))
  assert.deepEqual(
    lines.filter(line => line !== null),
    [
      '2026-03-02 09:00:00 开始做题',
      '2026-03-02 09:00:00 店员取走tea 1 件',
      '2026-03-02 09:00:00 店员卖出tea 1 件，订单 O1001',
      '2026-03-02 09:00:00 王女士评价：谢谢',
      '2026-03-02 09:00:00 李先生评价：谢谢',
    ],
  )
})

test('thirty days are over in no time', () => {
  const game = play()
  for (let i = 0; i < 15; i++) game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  const start = performance.now()
  game.ok('clock.turn', { to: later(game.now(), 30 * DAY) })
  assert.ok(performance.now() - start < 200)
})
