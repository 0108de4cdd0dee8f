import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { defineApp, happened, partsFor } from '../../core/app/define-app.ts'
import type { AppSpec, Decision } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { appId, commandId, personaId } from '../../core/world/ids.ts'
import { engineOf, setupOf } from '../../core/app/stage.test.ts'
import { LAB_APPS } from '../../core/registry.ts'
import { type World, openWorld, submit } from '../../core/world/world.ts'

type Told = { told: string[]; deaf: boolean }
const parts = partsFor<Told>()
const Out = z.strictObject({ outNo: z.string() })

/** What a shop is told by the platform; a deaf one says no. */
function hears(what: string) {
  return parts.command({
    zh: what,
    data: Out,
    who: 'agent',
    refusals: ['E_DEAF'],
    decide: (s, { outNo }): Decision =>
      s.deaf ? { ok: false, code: 'E_DEAF', facts: {} } : happened('told', { what: `${what} ${outNo}` }),
  })
}

/** What a shop asks of the platform. */
const asks = parts.command({
  zh: '转达',
  data: z.strictObject({ port: z.string(), data: z.json() }),
  who: 'persona',
  refusals: [],
  decide: (_s, { port, data }, ctx): Decision => {
    const done = ctx.call(port, data as Json)
    return done.ok ? happened('told', { what: port }) : done
  },
})

/** A shop that does nothing but pass on: it stands for the real one, whose own rules are tried elsewhere. */
const shopSpec: AppSpec<Told> = {
  id: appId('shop'),
  version: '1.0.0',
  zh: '试验网店',
  host: null,
  requires: [],
  config: z.strictObject({ deaf: z.boolean().default(false) }),
  seed: (config: { deaf: boolean }) => ({ told: [], deaf: config.deaf }),
  commands: { paid: hears('paid'), finished: hears('finished'), closed: hears('closed'), ask: asks },
  events: {
    told: parts.event({
      data: z.strictObject({ what: z.string() }),
      caption: ({ what }) => what,
      evolve: (s, { what }) => void s.told.push(what),
    }),
  },
  ports: { paid: 'paid', finished: 'finished', closed: 'closed' },
  asks: {},
  agents: {},
  policies: {},
  machines: {},
  view: () => null,
  facts: {},
  traps: {},
  consequences: {},
  invariants: [],
  refusals: { E_DEAF: '没有听见' },
}

const engine = engineOf({ ...LAB_APPS, shop: defineApp(shopSpec) })
const wallets = [
  { id: 'fang', persona: 'clerk', name: '王芳', kind: 'person', password: '820416', balance: 100_000 },
  { id: 'mingxiang', name: '茗香网店', kind: 'merchant' },
  { id: 'unknown.shop', name: '未认证商户', kind: 'merchant', verified: false },
]

function begin(shop: Json = {}) {
  const apps = ['desk', 'pay', 'shop'].map(appId)
  const personas = [{ id: personaId('clerk'), name: '王芳', kind: 'buyer', apps }]
  let world: World = openWorld(engine, setupOf({ name: 'with a shop', apps: { desk: {}, pay: { wallets }, shop }, personas, steps: [] }))
  let count = 0
  const give = (type: string, data: Json): string => {
    const outcome = submit(engine, world, { id: commandId(`c${count++}`), type, data, expectedSeq: world.state.seq })
    world = outcome.world
    return outcome.reply.ok ? 'ok' : outcome.reply.refusal.code
  }
  const slice = <T>(id: string): T => world.state.apps[id] as unknown as T
  return {
    give,
    ask: (port: string, data: Json) => give('shop.ask', { port, data }),
    told: () => slice<Told>('shop').told,
    trade: () => slice<{ trades: { state: string; held: number; refunded: number }[] }>('pay').trades[0],
    notices: () => slice<{ notices: { result: string }[] }>('pay').notices.map(n => n.result),
    pays: () => give('pay.trade.pay', { trade: 'O1', password: '820416' }),
  }
}

const order = { outNo: 'O1', payer: 'clerk', payee: 'mingxiang', amount: 12_800, title: '明前龙井', kind: 'escrow' }

test('an order is paid, sent and confirmed through the ports of the platform, and the shop hears of it', () => {
  const at = begin()
  assert.equal(at.ask('pay.openTrade', order), 'ok')
  assert.equal(at.ask('pay.openTrade', order), 'E_DUP_OUTNO')
  assert.equal(at.ask('pay.openTrade', { ...order, outNo: 'O2', payee: 'unknown.shop' }), 'E_MERCHANT_OFF')
  assert.equal(at.ask('pay.sent', { outNo: 'O1' }), 'E_STATE')
  assert.equal(at.pays(), 'ok')
  assert.deepEqual(at.notices(), ['success'])
  assert.equal(at.ask('pay.closeTrade', { outNo: 'O1' }), 'E_PAID')
  assert.equal(at.ask('pay.sent', { outNo: 'O1' }), 'ok')
  assert.equal(at.ask('pay.refund', { outNo: 'O1', amount: 12_801 }), 'E_OVER')
  assert.equal(at.ask('pay.refund', { outNo: 'O1', amount: 800 }), 'ok')
  assert.equal(at.trade()?.held, 12_000)
  assert.equal(at.ask('pay.confirm', { outNo: 'O1' }), 'ok')
  assert.equal(at.trade()?.state, 'TRADE_FINISHED')
  assert.deepEqual(at.told(), ['pay.openTrade', 'paid O1', 'pay.sent', 'pay.refund', 'finished O1', 'pay.confirm'])
})

test('a shop that gives all of the money back is not called back: it knows', () => {
  const at = begin()
  at.ask('pay.openTrade', order)
  at.pays()
  assert.equal(at.ask('pay.refund', { outNo: 'O1', amount: 12_800 }), 'ok')
  assert.deepEqual(at.trade() && { state: at.trade()?.state, refunded: at.trade()?.refunded }, { state: 'TRADE_CLOSED', refunded: 12_800 })
  assert.deepEqual(at.told(), ['pay.openTrade', 'paid O1', 'pay.refund'])
})

test('an order nobody pays is closed after a day, and the shop hears of it; one it closes itself is closed in silence', () => {
  const late = begin()
  late.ask('pay.openTrade', order)
  late.give('desk.clock.advance', { mode: 'by', value: 90_000 })
  assert.deepEqual(late.told(), ['pay.openTrade', 'closed O1'])
  const own = begin()
  own.ask('pay.openTrade', order)
  assert.equal(own.ask('pay.closeTrade', { outNo: 'O1' }), 'ok')
  assert.deepEqual(own.told(), ['pay.openTrade', 'pay.closeTrade'])
})

test('a shop that does not answer changes nothing of the payment; the failed notification is kept', () => {
  const at = begin({ deaf: true })
  at.ask('pay.openTrade', order)
  assert.equal(at.pays(), 'ok')
  assert.equal(at.trade()?.state, 'WAIT_SELLER_SEND_GOODS')
  assert.deepEqual(at.notices(), ['fail'])
})
