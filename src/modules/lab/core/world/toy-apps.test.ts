/** Three small apps with which the tests of the engine play: a clock, a depot and a till that sells what the depot has. Holds no test itself. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type LabApp, defineApp, happened, partsFor } from '../app/define-app.ts'
import type { AppSpec } from '../app/lab-app.ts'
import { no } from '../app/refuse.ts'
import type { Hidden, Json } from './canonical.ts'
import { hide } from './canonical.ts'
import type { Engine } from './engine.ts'
import { type WorldTime, agentId, appId, commandId, personaId, worldId, worldTime } from './ids.ts'
import { countersFault, ledgerFault, stockFault } from './ledgers.ts'
import type { Command, Reply, Scenario, Setup } from './state.ts'
import { type World, openWorld, submit } from './world.ts'

const none = z.strictObject({})

type ClockSlice = { turns: number }
const clock = partsFor<ClockSlice>()
const clockSpec: AppSpec<ClockSlice> = {
  id: appId('clock'),
  version: '1.0.0',
  zh: '时钟',
  host: null,
  requires: [],
  kernel: true,
  config: none,
  seed: () => ({ turns: 0 }),
  commands: {
    turn: clock.command({
      zh: '快进',
      data: z.strictObject({ to: z.int() }),
      who: 'persona',
      refusals: ['E_PAST'],
      decide: (_s, { to }, ctx) => (to <= ctx.now ? no('E_PAST') : { ...happened('turned', { to }), advanceTo: worldTime(to) }),
    }),
    again: clock.command({
      zh: '重置',
      data: z.strictObject({ to: z.int().min(1) }),
      who: 'persona',
      refusals: [],
      decide: (_s, { to }) => ({ ...happened('turned', { to: 0 }), resetTo: to }),
    }),
    become: clock.command({
      zh: '换身份',
      data: z.strictObject({ persona: z.string() }),
      who: 'persona',
      refusals: [],
      decide: (_s, { persona }) => ({ ...happened('turned', { to: 0 }), persona: personaId(persona) }),
    }),
  },
  events: {
    turned: clock.event({ data: z.strictObject({ to: z.int() }), caption: (_d, { who }) => `${who}拨动时钟`, evolve: s => void s.turns++ }),
  },
  ports: {},
  asks: {},
  agents: {},
  policies: {},
  machines: {},
  view: s => ({ turns: s.turns }),
  facts: {},
  traps: {},
  consequences: {},
  invariants: [],
  refusals: { E_PAST: '不能回到过去。' },
}

type DepotSlice = { stock: Record<string, { onHand: number; reserved: number }>; plan: Hidden<string> }
const depot = partsFor<DepotSlice>()
const taken = z.strictObject({ sku: z.string(), qty: z.int(), id: z.string() })
const depotSpec: AppSpec<DepotSlice> = {
  id: appId('depot'),
  version: '1.0.0',
  zh: '库房',
  host: null,
  requires: [],
  config: z.strictObject({ stock: z.record(z.string(), z.int()), plan: z.string() }),
  seed: (config: { stock: Record<string, number>; plan: string }) => ({
    stock: Object.fromEntries(Object.entries(config.stock).map(([sku, onHand]) => [sku, { onHand, reserved: 0 }])),
    plan: hide(config.plan),
  }),
  commands: {
    take: depot.command({
      zh: '出库',
      data: z.strictObject({ sku: z.string(), qty: z.int() }),
      who: 'both',
      refusals: ['E_STOCK'],
      decide: (s, { sku, qty }, ctx) => {
        const left = s.stock[sku]?.onHand ?? 0
        return left < qty ? no('E_STOCK', { left }) : happened('taken', { sku, qty, id: ctx.nextId('T') }, { reply: { left: left - qty } })
      },
    }),
    spoil: depot.command({
      zh: '弄乱库存（引擎之错）',
      data: z.strictObject({ sku: z.string() }),
      who: 'both',
      refusals: [],
      decide: (_s, { sku }) => happened('spoiled', { sku }),
    }),
  },
  events: {
    taken: depot.event({
      data: taken,
      caption: ({ sku, qty }, { who }) => `${who}取走${sku} ${qty} 件`,
      evolve: (s, { sku, qty }) => {
        const row = s.stock[sku]
        if (row) row.onHand -= qty
      },
    }),
    spoiled: depot.event({
      data: z.strictObject({ sku: z.string() }),
      caption: () => '库存被弄乱',
      evolve: (s, { sku }) => {
        const row = s.stock[sku]
        if (row) row.reserved = row.onHand + 1
      },
    }),
  },
  ports: { take: 'take' },
  asks: { left: depot.asked(z.string(), (s, sku) => s.stock[sku]?.onHand ?? 0) },
  agents: {},
  policies: {},
  machines: {},
  view: s => ({ stock: Object.entries(s.stock).map(([sku, row]) => ({ sku, ...row })) }),
  facts: {},
  traps: {},
  consequences: {},
  invariants: [{ id: 'stock', broken: s => stockFault(Object.entries(s.stock).map(([sku, row]) => ({ sku, ...row }))) }],
  refusals: { E_STOCK: '库存只有 {left} 件。' },
}

type TillSlice = {
  lines: { currency: string; amount: number }[]
  orders: { id: string; sku: string; qty: number; seal: string }[]
  purse: number
  praise: string[]
}
const till = partsFor<TillSlice>()
const saleOf = z.strictObject({ sku: z.string(), qty: z.int().min(1), price: z.int().min(0) })
const tillSpec: AppSpec<TillSlice> = {
  id: appId('till'),
  version: '1.0.0',
  zh: '收银台',
  host: 'till.lab.test',
  requires: ['depot'],
  config: z.strictObject({ purse: z.int() }),
  seed: ({ purse }: { purse: number }) => ({ lines: [], orders: [], purse, praise: [] }),
  commands: {
    sell: till.command({
      zh: '卖出',
      data: saleOf,
      who: 'persona',
      kinds: ['clerk'],
      refusals: ['E_FUNDS'],
      decide: (s, { sku, qty, price }, ctx) => {
        const took = ctx.call('depot.take', { sku, qty })
        if (!took.ok) return took
        if (s.purse < qty * price) return no('E_FUNDS', { purse: s.purse }, 'price')
        const sold = { id: ctx.nextId('O'), sku, qty, total: qty * price, seal: ctx.effect('sign', sku) }
        const timer = { after: 86_400, by: 'till.cashier', type: 'till.settle', data: { id: sold.id }, known: '日终结账', key: sold.id }
        return happened('sold', sold, { timers: [timer], reply: sold.id })
      },
    }),
    settle: till.command({
      zh: '结账',
      data: z.strictObject({ id: z.string() }),
      who: 'agent',
      refusals: ['E_DONE'],
      decide: (s, { id }) => (s.orders.some(o => o.id === id) ? happened('settled', { id }) : no('E_DONE')),
    }),
    cancel: till.command({
      zh: '取消结账',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: [],
      decide: (_s, { id }) => happened('noticed', { text: '取消' }, { cancel: [id] }),
    }),
    praise: till.command({
      zh: '评价',
      data: z.strictObject({ text: z.string() }),
      who: 'agent',
      refusals: ['E_RUDE'],
      decide: (_s, { text }) => (text === '差' ? no('E_RUDE') : happened('praised', { text })),
    }),
    ring: till.command({
      zh: '响铃',
      data: z.strictObject({ times: z.int() }),
      who: 'both',
      refusals: [],
      decide: (_s, { times }) => ({
        ok: true,
        events: Array.from({ length: times }, () => ({ type: 'noticed', data: { text: '铃' } })),
      }),
    }),
    plan: till.command({
      zh: '安排响铃',
      data: z.strictObject({ times: z.int() }),
      who: 'persona',
      refusals: [],
      decide: (_s, { times }) =>
        happened(
          'noticed',
          { text: '安排' },
          {
            timers: Array.from({ length: times }, (_, i) => ({ after: i + 1, by: 'till.cashier', type: 'till.ring', data: { times: 90 } })),
          },
        ),
    }),
    row: till.command({
      zh: '同一时刻的几件事',
      data: z.strictObject({ prios: z.array(z.int()) }),
      who: 'persona',
      refusals: [],
      decide: (_s, { prios }) => {
        const timer = (prio: number, i: number) => ({
          after: 10,
          prio,
          by: 'till.cashier',
          type: 'till.praise',
          data: { text: `${prio}/${i}` },
        })
        return happened('noticed', { text: '安排' }, { timers: prios.map(timer) })
      },
    }),
    grab: till.command({
      zh: '抢购（后悔）',
      data: none,
      who: 'agent',
      refusals: ['E_RUDE'],
      decide: (_s, _d, ctx) => {
        const took = ctx.call('depot.take', { sku: 'tea', qty: ctx.ask('depot.left', 'tea') as number })
        return took.ok ? no('E_RUDE') : took
      },
    }),
    spill: till.command({ zh: '半分钱（引擎之错）', data: none, who: 'both', refusals: [], decide: () => happened('spilt', {}) }),
    turnClock: till.command({
      zh: '越权',
      data: none,
      who: 'both',
      refusals: [],
      decide: (_s, _d, ctx) => ({ ...happened('noticed', { text: '越权' }), advanceTo: worldTime(ctx.now + 1) }),
    }),
    fraction: till.command({
      zh: '分数（引擎之错）',
      data: none,
      who: 'both',
      refusals: [],
      decide: () => happened('noticed', { text: '零点一', n: 0.1 }),
    }),
  },
  events: {
    sold: till.event({
      data: z.strictObject({ id: z.string(), sku: z.string(), qty: z.int(), total: z.int(), seal: z.string() }),
      caption: ({ id, sku, qty }, { who }) => `${who}卖出${sku} ${qty} 件，订单 ${id}`,
      evolve: (s, { id, sku, qty, total, seal }) => {
        s.purse -= total
        s.lines.push({ currency: 'CNY', amount: total }, { currency: 'CNY', amount: -total })
        s.orders.push({ id, sku, qty, seal })
      },
    }),
    settled: till.event({ data: z.strictObject({ id: z.string() }), caption: ({ id }) => `订单 ${id} 结账`, evolve: () => {} }),
    praised: till.event({
      data: z.strictObject({ text: z.string() }),
      caption: ({ text }, { who }) => `${who}评价：${text}`,
      evolve: (s, { text }) => void s.praise.push(text),
    }),
    spilt: till.event({ data: none, caption: () => '半分钱', evolve: s => void (s.purse += 0.5) }),
    noticed: till.event({
      data: z.looseObject({ text: z.string() }),
      caption: ({ text }) => text,
      evolve: () => {},
      shown: ({ text }) => text !== '安排',
    }),
  },
  ports: {},
  asks: {},
  agents: { 'till.cashier': '收银系统' },
  policies: {
    customer: {
      zh: '顾客',
      on: ['till.sold', 'till.praised'],
      params: z.looseObject({}),
      secret: z.looseObject({}),
      react: ({ event, me, ctx }) => {
        if (event.type === 'till.praised') {
          const times = Number((event.data as { text: string }).text.replace(/\D/g, '')) + 1
          return times <= Number(me.params['echo'] ?? 0) ? [{ after: 0, type: 'till.praise', data: { text: `再来${times}` } }] : []
        }
        if (me.params['greedy'] === true) return [{ after: 60, type: 'till.grab', data: {} }]
        const wait = ctx.draws.number({ agent: me.id, purpose: 'wait', about: (event.data as { id: string }).id }, 0, 600)
        const kind = Number(me.secret['mood']) > 5 ? '好' : '差'
        return [
          { after: 0, type: 'till.praise', data: { text: '谢谢' }, memory: { seen: event.seq } },
          { after: 3600 + wait, type: 'till.praise', data: { text: kind }, known: '顾客评价' },
        ]
      },
    },
  },
  machines: {},
  view: s => ({ purse: s.purse, orders: s.orders.map(o => o.id), praise: [...s.praise] }),
  facts: {},
  traps: {},
  consequences: {},
  invariants: [
    { id: 'ledger', broken: s => ledgerFault(s.lines) },
    { id: 'lines', broken: s => countersFault(s.orders.map(o => ({ line: o.id, qty: o.qty, fulfilled: o.qty, shipped: 0, returned: 0 }))) },
  ],
  refusals: { E_FUNDS: '余额只有 {purse} 分。', E_DONE: '没有这张订单。', E_RUDE: '评价不当。' },
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Counts how often an effect was asked for, so that a replay can be seen to ask for none. */
export const asked = { effects: 0 }

export const toyApps: Readonly<Record<string, LabApp>> = {
  clock: defineApp(clockSpec),
  depot: defineApp(depotSpec),
  till: defineApp(tillSpec),
}
export const toySpecs = { clock: clockSpec, depot: depotSpec, till: tillSpec }

export const engine: Engine = {
  apps: toyApps,
  sha256,
  effects: { sign: input => `${JSON.stringify(input)}#${++asked.effects}` },
}

/** The toy engine with one app in another form. */
export function engineWith(change: Readonly<Record<string, LabApp>>): Engine {
  return { ...engine, apps: { ...toyApps, ...change } }
}

export const scenario: Scenario = {
  id: 'toy@1',
  start: worldTime(1_772_413_200),
  horizon: worldTime(1_772_413_200 + 60 * 86_400),
  days: { holidays: [], workdays: [] },
  personas: [
    { id: personaId('clerk'), name: '店员', kind: 'clerk', apps: [appId('clock'), appId('till'), appId('depot')] },
    { id: personaId('keeper'), name: '库管', kind: 'keeper', apps: [appId('clock'), appId('depot')] },
  ],
  persona: personaId('clerk'),
  apps: { clock: {}, depot: { stock: { tea: 100, pot: 5 }, plan: 'PLAN-SECRET-4711' }, till: { purse: 100_000 } },
  agents: [
    { id: agentId('customer.a'), name: '王女士', app: appId('till'), policy: 'customer', params: {}, secret: hide({ mood: 9 }) },
    { id: agentId('customer.b'), name: '李先生', app: appId('till'), policy: 'customer', params: {}, secret: hide({ mood: 2 }) },
  ],
  costs: { 'depot.take': 60 },
}

export const setup: Setup = { id: worldId('w1'), mode: 'practice', seed: 'seed-7', params: {}, scenario, tasks: [] }

/** A world under the hands of a test. */
export type Play = {
  readonly now: () => World
  readonly say: (type: string, data?: unknown, more?: Partial<Command>) => Reply
  readonly ok: (type: string, data?: unknown) => Json
  readonly no: (type: string, data?: unknown) => string
}

/** Opens a world and plays in it; every decision gets a state that it cannot change. */
export function play(on: Engine = engine, at: Setup = setup): Play {
  let world = openWorld(on, at)
  let n = 0
  const say: Play['say'] = (type, data = {}, more = {}) => {
    freeze(world.state)
    const outcome = submit(on, world, { id: commandId(`c${++n}`), type, data, expectedSeq: world.state.seq, ...more })
    world = outcome.world
    return outcome.reply
  }
  return {
    now: () => world,
    say,
    ok: (type, data) => {
      const reply = say(type, data)
      assert.ok(reply.ok, `${type}: ${reply.ok ? '' : reply.refusal.zh}`)
      return reply.reply
    },
    no: (type, data) => {
      const reply = say(type, data)
      assert.ok(!reply.ok, `${type} was not refused`)
      return reply.refusal.code
    },
  }
}

export function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const inner of Object.values(value)) freeze(inner)
}

export const later = (world: World, seconds: number): WorldTime => worldTime(world.state.now + seconds)
