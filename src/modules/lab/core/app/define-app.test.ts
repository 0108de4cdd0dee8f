import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { agentId, appId, commandId, personaId, worldId, worldTime } from '../world/ids.ts'
import type { Reply, ScenarioAgent, Setup } from '../world/state.ts'
import { type World, openWorld, submit } from '../world/world.ts'
import { type LabApp, defineApp, happened, partsFor } from './define-app.ts'
import type { AppSpec } from './lab-app.ts'
import { no } from './refuse.ts'
import { START, engineOf } from './stage.test.ts'

const none = z.strictObject({})
const blank = {
  version: '1.0.0',
  host: null,
  requires: [],
  ports: {},
  asks: {},
  agents: {},
  policies: {},
  machines: {},
  facts: {},
  traps: {},
  consequences: {},
  invariants: [],
} as const

type LampSlice = { lit: number }
const lamp = partsFor<LampSlice>()
/** Lights up when asked; other apps may ask how often it did. */
const lampSpec: AppSpec<LampSlice> = {
  ...blank,
  id: appId('lamp'),
  zh: '灯',
  config: none,
  seed: () => ({ lit: 0 }),
  commands: {
    light: lamp.command({
      zh: '点灯',
      data: z.strictObject({ times: z.int().max(3) }),
      who: 'both',
      refusals: ['E_BURNT'],
      decide: (s, { times }) => (s.lit + times > 3 ? no('E_BURNT', { lit: s.lit }) : happened('lit', { times }, { reply: s.lit + times })),
    }),
  },
  events: {
    lit: lamp.event({
      data: z.strictObject({ times: z.int() }),
      caption: ({ times }) => `灯亮 ${times} 次`,
      evolve: (s, { times }) => void (s.lit += times),
    }),
  },
  ports: { light: 'light' },
  asks: { lit: lamp.asked(z.strictObject({ plus: z.int() }), (s, { plus }, now) => ({ lit: s.lit + plus, now })) },
  view: s => ({ lit: s.lit }),
  refusals: { E_BURNT: '灯已亮过 {lit} 次，不能再亮。' },
}

type BellSlice = { rings: string[] }
const bell = partsFor<BellSlice>()
/** Rings, and lights the lamp where there is one. */
const bellSpec: AppSpec<BellSlice> = {
  ...blank,
  id: appId('bell'),
  zh: '铃',
  config: none,
  seed: () => ({ rings: [] }),
  commands: {
    ring: bell.command({
      zh: '响铃',
      data: z.strictObject({ times: z.int() }),
      who: 'both',
      refusals: [],
      decide: (_s, { times }, ctx) => {
        if (!ctx.has('lamp')) return happened('rang', { text: '没有灯' })
        const light = ctx.call('lamp.light', { times })
        if (!light.ok) return light
        return happened('rang', { text: `亮 ${JSON.stringify(ctx.ask('lamp.lit', { plus: 0 }))}` }, { reply: light.value })
      },
    }),
    peal: bell.command({
      zh: '连响',
      data: z.strictObject({}),
      who: 'both',
      refusals: [],
      decide: (_s, _data, ctx) => {
        const ids = [ctx.nextId('B')]
        const light = ctx.call('lamp.light', { times: 3 })
        ids.push(ctx.nextId('B'))
        return happened('rang', { text: `${ids.join(' ')} ${light.ok ? '亮' : '不亮'}` })
      },
    }),
    misuse: bell.command({
      zh: '误用',
      data: z.strictObject({ how: z.enum(['port', 'data', 'ask', 'askData', 'effect']) }),
      who: 'both',
      refusals: [],
      decide: (_s, { how }, ctx) => {
        if (how === 'port') ctx.call('lamp.dim', {})
        if (how === 'data') ctx.call('lamp.light', { times: '二' })
        if (how === 'ask') ctx.ask('lamp.colour', {})
        if (how === 'askData') ctx.ask('lamp.lit', { plus: 0.5 })
        if (how === 'effect') ctx.effect('nothing', null)
        return happened('rang', { text: how })
      },
    }),
  },
  events: {
    rang: bell.event({
      data: z.strictObject({ text: z.string() }),
      caption: ({ text }, { who }) => `${who}：${text}`,
      evolve: (s, { text }) => void s.rings.push(text),
    }),
  },
  policies: {
    neighbour: bell.policy({
      zh: '邻居',
      on: ['bell.rang'],
      params: none,
      secret: none,
      react: ({ event, me, ctx }) =>
        event.by === me.id ? [] : [{ after: 0, type: 'bell.ring', data: { times: 0 }, memory: { lamp: ctx.has('lamp') } }],
    }),
  },
  view: s => ({ rings: [...s.rings] }),
  refusals: {},
}

const engine = engineOf({ lamp: defineApp(lampSpec), bell: defineApp(bellSpec) })
function worldWith(apps: readonly string[], agents: readonly ScenarioAgent[] = []): World {
  const scenario = {
    id: 'bells@1',
    start: START,
    horizon: worldTime(START + 86_400),
    days: { holidays: [], workdays: [] },
    personas: [{ id: personaId('clerk'), name: '王芳', kind: '店员', apps: apps.map(appId) }],
    persona: personaId('clerk'),
    apps: Object.fromEntries(apps.map(id => [id, {}])),
    agents,
    costs: {},
  }
  const setup: Setup = { id: worldId('bells'), mode: 'practice', seed: 's', params: {}, scenario, tasks: [] }
  return openWorld(engine, setup)
}
let n = 0
function say(world: World, type: string, data: unknown): { world: World; reply: Reply } {
  return submit(engine, world, { id: commandId(`c${n++}`), type, data, expectedSeq: world.state.seq })
}

test('an app works without its partner, and with it when the scenario has it', () => {
  const alone = say(worldWith(['bell']), 'bell.ring', { times: 1 }).world
  assert.deepEqual(alone.state.apps['bell'], { rings: ['没有灯'] })
  const both = say(worldWith(['bell', 'lamp']), 'bell.ring', { times: 2 })
  assert.deepEqual(both.world.state.apps['bell'], { rings: [`亮 {"lit":2,"now":${START}}`] }, 'the lamp was lit before it was asked')
  assert.ok(both.reply.ok && both.reply.reply === 2)
  assert.deepEqual(
    both.world.events.slice(-2).map(e => e.type),
    ['lamp.lit', 'bell.rang'],
  )
})

test('names that every object has are no apps of a world', () => {
  const world = worldWith(['bell'])
  for (const id of ['toString', 'constructor', '__proto__']) {
    const { reply } = say(world, `${id}.ring`, {})
    assert.equal(reply.ok ? '' : reply.refusal.code, 'E_UNKNOWN', id)
  }
})

test('an agent may ask as well whether a partner is there', () => {
  const agent = { id: agentId('neighbour.a'), name: '邻居', app: appId('bell'), policy: 'neighbour', params: {}, secret: { hidden: {} } }
  for (const apps of [['bell'], ['bell', 'lamp']]) {
    const { world } = say(worldWith(apps, [agent]), 'bell.ring', { times: 0 })
    assert.deepEqual(world.state.memories, { 'neighbour.a': { lamp: apps.includes('lamp') } })
    assert.equal((world.state.apps['bell'] as { rings: unknown[] }).rings.length, 2)
  }
})

test('the refusal of a partner reaches the person in the words of the partner', () => {
  const world = say(worldWith(['bell', 'lamp']), 'bell.ring', { times: 3 }).world
  const { reply, world: after } = say(world, 'bell.ring', { times: 1 })
  assert.ok(!reply.ok)
  assert.deepEqual([reply.refusal.code, reply.refusal.zh, reply.refusal.facts], ['E_BURNT', '灯已亮过 3 次，不能再亮。', { lit: 3 }])
  assert.equal(after.state, world.state)
})

test('ids that were drawn before a partner refused are not drawn again by who goes on', () => {
  let world = say(worldWith(['bell', 'lamp']), 'bell.ring', { times: 1 }).world
  for (let times = 0; times < 2; times++) world = say(world, 'bell.peal', {}).world
  assert.deepEqual((world.state.apps['bell'] as { rings: string[] }).rings.slice(1), ['B1001 B1002 不亮', 'B1003 B1004 不亮'])
})

test('a port, ask, effect or data that are not there are bugs and throw', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['port', /no port lamp\.dim/],
    ['data', /port lamp\.light got data that does not fit/],
    ['ask', /nothing answers lamp\.colour/],
    ['askData', /asks another with data that does not fit/],
    ['effect', /no effect nothing/],
  ]
  for (const [how, fault] of cases) assert.throws(() => say(worldWith(['bell', 'lamp']), 'bell.misuse', { how }), fault)
  assert.throws(() => say(worldWith(['bell']), 'bell.misuse', { how: 'data' }), /no port lamp\.light/)
})

test('taking off the type of a slice changes nothing in an app', () => {
  const app: LabApp = defineApp(lampSpec)
  assert.equal(app as unknown, lampSpec)
  assert.deepEqual(happened('lit', { times: 1 }), { ok: true, events: [{ type: 'lit', data: { times: 1 } }] })
  assert.deepEqual(happened('lit', null, { cancel: ['k'] }), { ok: true, events: [{ type: 'lit', data: null }], cancel: ['k'] })
  assert.deepEqual(no('E_X'), { ok: false, code: 'E_X', facts: {} })
  assert.deepEqual(no('E_X', { n: 1 }, 'qty'), { ok: false, code: 'E_X', facts: { n: 1 }, field: 'qty' })
})
