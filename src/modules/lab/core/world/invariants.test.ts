import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { defineApp } from '../app/define-app.ts'
import { type Json, canonical, hiddenIn } from './canonical.ts'
import { stateHash } from './engine.ts'
import { commandId, hash } from './ids.ts'
import { brokenAt, hydrate, replay, resume, snapshotOf } from './replay.ts'
import { asked, engine, engineWith, freeze, later, play, setup, toySpecs } from './toy-apps.test.ts'
import type { Command, LabEvent, Setup } from './state.ts'
import { appView, captionOf, worldView } from './view.ts'
import { type World, openWorld, submit } from './world.ts'

/** Commands at random, sensible and not. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('till.sell'),
      data: fc.record({
        sku: fc.constantFrom('tea', 'pot', 'cup'),
        qty: fc.integer({ min: -1, max: 7 }),
        price: fc.integer({ min: 0, max: 9000 }),
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('depot.take'),
      data: fc.record({ sku: fc.constantFrom('tea', 'pot'), qty: fc.integer({ min: 0, max: 9 }) }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('clock.turn'), data: fc.record({ by: fc.integer({ min: -10, max: 200_000 }) }) }) },
  { weight: 1, arbitrary: fc.constant({ type: 'clock.again', data: { to: 1 } }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('till.ring'), data: fc.record({ times: fc.integer({ min: 0, max: 250 }) }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('clock.become'), data: fc.record({ persona: fc.constantFrom('clerk', 'keeper') }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('till.nothing', 'depot.spoil', 'nowhere.at', 'toString.constructor'),
      data: fc.anything(),
    }),
  },
)

function playAll(steps: readonly { type: string; data: unknown }[], on = engine, at: Setup = setup): World {
  const game = play(on, at)
  for (const { type, data } of steps) {
    const turn = type === 'clock.turn' ? { to: game.now().state.now + (data as { by: number }).by } : data
    game.say(type, turn)
  }
  return game.now()
}

test('W1: the same setup and events give the same bytes; so does going on from any snapshot', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.nat(), (steps, n) => {
      const { state, events } = playAll(steps)
      assert.equal(canonical(replay(engine, setup, events)), canonical(state))
      const cut = n % events.length
      const half = replay(engine, setup, events.slice(0, cut))
      assert.equal(stateHash(engine, hydrate(engine, setup, snapshotOf(half), events)), stateHash(engine, state))
      assert.equal(brokenAt(engine, setup, events), null)
    }),
    { numRuns: 60 },
  )
})

test('W1: a fold that remembers anything outside of the state is seen', () => {
  let outside = 0
  const events = {
    ...toySpecs.depot.events,
    taken: {
      ...toySpecs.depot.events['taken'],
      evolve: (s: { stock: Record<string, { onHand: number; reserved: number }> }) =>
        void ((s.stock['tea'] ?? { onHand: 0 }).onHand -= ++outside),
    },
  }
  const bad = engineWith({ depot: defineApp({ ...toySpecs.depot, events } as typeof toySpecs.depot) })
  const world = playAll([{ type: 'depot.take', data: { sku: 'tea', qty: 1 } }], bad)
  assert.notEqual(stateHash(bad, replay(bad, setup, world.events)), stateHash(bad, world.state))
})

test('W1: another seed, scenario, parameter or task begins another chain', () => {
  const heads = [
    setup,
    { ...setup, seed: 'seed-8' },
    { ...setup, params: { qty: 3 } },
    { ...setup, tasks: [hash('a'.repeat(64))] },
    { ...setup, scenario: { ...setup.scenario, costs: {} } },
    { ...setup, mode: 'final' as const },
  ].map(at => openWorld(engine, at).state.head)
  assert.equal(new Set(heads).size, heads.length)
})

/** Events that rest on nothing: only the opening, and what persona's commands and turns of the clock wrote, may have no cause. */
function uncaused(events: readonly LabEvent[], personas: readonly string[]): number[] {
  return events.filter(e => e.cause === 0 && e.type !== 'world.opened' && !personas.includes(e.by)).map(e => e.seq)
}

test('W2: whatever an agent does follows from a command of the person or a turn of the clock', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), steps => {
      const { events } = playAll(steps)
      assert.deepEqual(uncaused(events, ['clerk', 'keeper']), [])
      for (const event of events) assert.ok(event.cause < event.seq, `${event.type} before its cause`)
    }),
    { numRuns: 40 },
  )
  const world = playAll([{ type: 'till.sell', data: { sku: 'tea', qty: 1, price: 5 } }])
  const forged = world.events.map(e => (e.type === 'till.praised' ? { ...e, cause: 0 } : e))
  assert.ok(uncaused(forged, ['clerk']).length > 0, 'a forged event without a cause is seen')
  assert.ok(brokenAt(engine, setup, forged) !== null, 'and the chain is broken there')
})

test('W2: nothing happens to a world that is left alone', () => {
  const world = playAll([{ type: 'till.sell', data: { sku: 'tea', qty: 1, price: 5 } }])
  const twice = submit(engine, world, { id: commandId('late'), type: 'till.nothing', data: {}, expectedSeq: world.state.seq }).world
  assert.deepEqual(twice.events, world.events)
})

test('W3: a replay asks for no effect and decides nothing', () => {
  const game = play()
  game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  game.ok('till.sell', { sku: 'tea', qty: 2, price: 5 })
  const before = asked.effects
  const deaf = { ...engine, effects: {} }
  assert.equal(stateHash(deaf, replay(deaf, setup, game.now().events)), stateHash(engine, game.now().state))
  assert.equal(asked.effects, before)
  assert.throws(
    () =>
      submit(deaf, game.now(), {
        id: commandId('x'),
        type: 'till.sell',
        data: { sku: 'tea', qty: 1, price: 1 },
        expectedSeq: game.now().state.seq,
      }),
    /no effect sign/,
  )
})

test('W3: a decision that writes into its slice is stopped by the frozen state', () => {
  const take = {
    ...toySpecs.depot.commands['take'],
    decide: (s: { stock: Record<string, unknown> }) => ((s.stock['tea'] = 1), { ok: true as const, events: [] }),
  }
  const bad = engineWith({
    depot: defineApp({ ...toySpecs.depot, commands: { ...toySpecs.depot.commands, take } } as unknown as typeof toySpecs.depot),
  })
  assert.throws(() => play(bad).ok('depot.take', { sku: 'tea', qty: 1 }), TypeError)
})

test('W4: a build with other versions does not take up an exam, and raises a training world only by the apps’ own upcast', () => {
  const final = { ...setup, mode: 'final' as const }
  const world = playAll([{ type: 'depot.take', data: { sku: 'tea', qty: 2 } }], engine, final)
  const next = (more: object) => engineWith({ depot: defineApp({ ...toySpecs.depot, version: '1.1.0', ...more }) })
  const upcast = (event: { type: string; data: Json }): Json =>
    event.type === 'depot.taken' ? { ...(event.data as Record<string, Json>), qty: 10 } : event.data
  const refusedExam = resume(next({ upcast }), final, world.events, world.state.pins)
  assert.deepEqual(refusedExam, { ok: false, faults: ['app depot 1.0.0, here 1.1.0'] })
  assert.ok(resume(engine, final, world.events, world.state.pins).ok)

  const training = playAll([{ type: 'depot.take', data: { sku: 'tea', qty: 2 } }])
  assert.equal(resume(next({}), setup, training.events, training.state.pins).ok, false)
  const raised = resume(next({ upcast }), setup, training.events, training.state.pins)
  assert.ok(raised.ok)
  assert.deepEqual(appView(next({ upcast }), raised.state, 'depot', setup.scenario.persona), {
    stock: [
      { sku: 'tea', onHand: 90, reserved: 0 },
      { sku: 'pot', onHand: 5, reserved: 0 },
    ],
  })
  assert.equal(brokenAt(next({ upcast }), setup, raised.events), null)
  const otherScenario = { ...setup, scenario: { ...setup.scenario, costs: {} } }
  assert.deepEqual(resume(engine, otherScenario, training.events, training.state.pins), { ok: false, faults: ['another scenario'] })
})

test('W5: nothing hidden is in a view, a refusal, a reply or a caption; a view that leaks stops', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), steps => {
      const world = playAll(steps)
      const secrets = [...hiddenIn(world.state), ...hiddenIn(setup.scenario)].map(s => canonical(s).replace(/^"|"$/g, ''))
      const captions = world.events.map(e => captionOf({ engine, setup }, e, world.state.persona) ?? '')
      const out = canonical([worldView(engine, setup, world.state), captions, world.trace.map(t => t.reply) as unknown as Json])
      for (const secret of secrets) assert.ok(!out.includes(secret), secret)
    }),
    { numRuns: 40 },
  )
  const leaky = engineWith({ depot: defineApp({ ...toySpecs.depot, view: s => s as unknown as Json }) })
  assert.throws(() => worldView(leaky, setup, openWorld(leaky, setup).state), /shows what is hidden/)
})

test('W5: a persona sees its own apps only', () => {
  const game = play()
  const apps = (): string[] => Object.keys((worldView(engine, setup, game.now().state) as { apps: object }).apps)
  assert.deepEqual(apps(), ['clock', 'till', 'depot'])
  game.ok('clock.become', { persona: 'keeper' })
  assert.deepEqual(apps(), ['clock', 'depot'])
  assert.equal(game.no('till.ring', { times: 1 }), 'E_PERM')
})

test('W6: a fraction never becomes part of a world', () => {
  assert.throws(() => play().say('till.fraction'), /0\.1 is not an integer/)
  assert.throws(() => play().say('till.spill'), /99999|100000\.5 is not an integer/)
  assert.equal(play().no('till.sell', { sku: 'tea', qty: 1, price: 0.5 }), 'E_FORMAT')
})

test('W7: a refusal after another app has acted leaves nothing of either', () => {
  const game = play()
  const before = canonical(game.now().state)
  assert.equal(game.no('till.sell', { sku: 'tea', qty: 99, price: 9000 }), 'E_FUNDS')
  assert.equal(canonical(game.now().state), before)
  assert.equal(game.now().events.length, 1)
  assert.equal(game.no('till.sell', { sku: 'pot', qty: 6, price: 1 }), 'E_STOCK')
  const reply = game.say('till.sell', { sku: 'pot', qty: 6, price: 1 })
  assert.equal(!reply.ok && reply.refusal.zh, '库存只有 5 件。')
  game.ok('till.sell', { sku: 'pot', qty: 1, price: 1 })
  assert.deepEqual(
    game
      .now()
      .events.slice(1, 3)
      .map(e => [e.type, e.by, e.cause]),
    [
      ['depot.taken', 'clerk', 0],
      ['till.sold', 'clerk', 0],
    ],
  )
  assert.deepEqual(
    game.now().events.flatMap(e => Object.values(e.counters ?? {})),
    [1, 1],
  )
})

test('W7: an agent’s command that is refused half way is undone alone; what came before it stays', () => {
  const agents = setup.scenario.agents.map(a => ({ ...a, params: { greedy: true } }))
  const game = play(engine, { ...setup, scenario: { ...setup.scenario, agents } })
  game.ok('till.sell', { sku: 'tea', qty: 3, price: 5 })
  game.ok('clock.turn', { to: later(game.now(), 3600) })
  const { state, events, trace } = game.now()
  assert.deepEqual(appView(engine, state, 'depot', state.persona), {
    stock: [
      { sku: 'tea', onHand: 97, reserved: 0 },
      { sku: 'pot', onHand: 5, reserved: 0 },
    ],
  })
  assert.equal(events.filter(e => e.type === 'depot.taken').length, 1)
  assert.deepEqual(
    trace.flatMap(t => (t.reply.ok ? [] : [t.type])),
    ['till.grab', 'till.grab'],
  )
  assert.equal(state.counters['T'], 1, 'ids of what was undone are free again')
})

test('W8: a broken invariant undoes the command and raises an alarm', () => {
  const game = play()
  const before = canonical(game.now().state)
  assert.equal(game.no('depot.spoil', { sku: 'tea' }), 'E_ENGINE')
  assert.equal(canonical(game.now().state), before)
  assert.equal(game.now().trace.at(-1)?.alarm, 'depot.stock: tea: 101 reserved of 100')
})

test('W9: a command sent twice is done once and has one reply; an old view is told so and gets the new one', () => {
  const game = play()
  const twice: Command = { id: commandId('same'), type: 'depot.take', data: { sku: 'tea', qty: 1 }, expectedSeq: 1 }
  const first = submit(engine, game.now(), twice)
  const second = submit(engine, first.world, twice)
  assert.deepEqual(second.reply, first.reply)
  assert.equal(second.world, first.world)
  for (const expectedSeq of [0, 1, first.world.state.seq + 1]) {
    const stale = submit(engine, first.world, { ...twice, id: commandId(`s${expectedSeq}`), expectedSeq })
    assert.equal(!stale.reply.ok && stale.reply.refusal.code, 'E_STALE')
    assert.deepEqual(stale.view, worldView(engine, setup, first.world.state))
    assert.equal(stale.world.state, first.world.state)
  }
  const again = submit(engine, first.world, {
    ...twice,
    id: commandId('no'),
    type: 'depot.take',
    data: {},
    expectedSeq: first.world.state.seq,
  })
  assert.deepEqual(submit(engine, again.world, { ...twice, id: commandId('no') }).reply, again.reply, 'a refusal too has one reply')
})

test('W10: refusals change nothing and are all in the trace, those of agents too', () => {
  const game = play()
  game.no('depot.take', { sku: 'tea', qty: 1000 })
  game.no('till.nothing')
  game.no('till.settle', { id: 'O1001' })
  game.ok('till.sell', { sku: 'tea', qty: 1, price: 5 })
  game.ok('clock.turn', { to: later(game.now(), 7200) })
  const no = game.now().trace.flatMap(t => (t.reply.ok ? [] : [[t.by, t.type, t.reply.refusal.code]]))
  assert.deepEqual(no, [
    ['clerk', 'depot.take', 'E_STOCK'],
    ['clerk', 'till.nothing', 'E_UNKNOWN'],
    ['clerk', 'till.settle', 'E_PERM'],
    ['customer.b', 'till.praise', 'E_RUDE'],
  ])
  assert.ok(game.now().trace.every(t => t.reply.ok || t.reply.refusal.zh.length > 4))
})

test('W11: more than 200 events of a command, or 5,000 of a turn of the clock, are undone', () => {
  const game = play()
  const state = canonical(game.now().state)
  assert.equal(game.no('till.ring', { times: 201 }), 'E_BOUND')
  assert.equal(canonical(game.now().state), state)
  game.ok('till.ring', { times: 200 })
  game.ok('till.plan', { times: 60 })
  assert.equal(game.no('clock.turn', { to: later(game.now(), 100) }), 'E_TOO_FAR')
  game.ok('clock.turn', { to: later(game.now(), 30) })
  game.ok('clock.turn', { to: later(game.now(), 30) })
})

test('W11: agents that answer each other without end are stopped at the ninth turn', () => {
  const say = (echo: number) => {
    const agents = setup.scenario.agents.slice(0, 1).map(a => ({ ...a, params: { echo } }))
    return play(engine, { ...setup, scenario: { ...setup.scenario, agents } }).say('till.sell', { sku: 'tea', qty: 1, price: 5 })
  }
  assert.ok(say(7).ok)
  const stopped = say(8)
  assert.equal(!stopped.ok && stopped.refusal.code, 'E_BOUND')
})

test('W11: data above 64 KiB and files above their bounds are refused, to the byte', () => {
  const game = play()
  const size = (n: number) => ({ text: 'a'.repeat(n - 11) })
  assert.equal(game.no('till.praise', size(64 * 1024)), 'E_PERM')
  assert.equal(game.no('till.praise', size(64 * 1024 + 1)), 'E_SIZE')
  assert.equal(game.no('till.praise', { text: '汉'.repeat(22_000) }), 'E_SIZE')
  const file = (digit: string, bytes: number) => ({ digest: hash(digit.repeat(64)), bytes })
  const bring = (files: readonly ReturnType<typeof file>[]) => game.say('depot.take', { sku: 'tea', qty: 0 }, { files })
  const codeOf = (r: ReturnType<typeof bring>): string => (r.ok ? 'ok' : r.refusal.code)
  assert.equal(codeOf(bring([file('a', 1024 * 1024 + 1)])), 'E_FILE_SIZE')
  const twenty = [...'0123456789abcdef'].map(d => file(d, 1024 * 1024))
  assert.equal(codeOf(bring(twenty)), 'ok')
  assert.equal(codeOf(bring(twenty)), 'ok', 'the same files again weigh nothing')
  const four = ['01', '23', '45', '67'].map(d => ({ digest: hash(d.repeat(32)), bytes: 1024 * 1024 }))
  assert.equal(codeOf(bring(four)), 'ok')
  assert.equal(codeOf(bring([{ digest: hash('89'.repeat(32)), bytes: 1 }])), 'E_FILE_TOTAL')
})

test('whatever comes in is refused or done, never thrown', () => {
  fc.assert(
    fc.property(fc.string(), fc.anything({ withBigInt: true, withDate: true, withMap: true }), (type, data) => {
      const reply = play().say(type, data)
      assert.ok(!reply.ok && reply.refusal.zh.length > 0)
    }),
    { numRuns: 200 },
  )
  assert.equal(z.string().safeParse(1).success, false)
  freeze(null)
})
