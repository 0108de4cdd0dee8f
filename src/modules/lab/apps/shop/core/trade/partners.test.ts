import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../../../core/app/stage.test.ts'
import type { PlayStep } from '../../../../core/app/play.ts'
import { DAY, by, home, shop } from '../plays/small-mall.ts'

const location = (code: string, kind: string) => ({ code, zone: 'A', kind, cap: 99, route: 1 })
const wms = {
  zones: [{ code: 'A', zh: '家居区', keeps: ['家居'] }],
  locations: [location('A-01', '拣选'), location('T-01', '退货')],
  skus: [{ sku: 'CUP-RED', name: '保温杯', gtin: '6901234567892', category: '家居', perCase: 10, weight: 400 }],
  stock: [{ loc: 'A-01', sku: 'CUP-RED', lot: 'L1', on: 20 }],
}
const pay = {
  wallets: [
    { id: 'buyer', persona: 'clerk', name: '赵明', kind: 'person', password: '270815', balance: 90_000 },
    { id: 'own', name: '云栖生活馆', kind: 'merchant' },
  ],
}
const mall = { buyers: [{ persona: 'clerk', name: '赵明', addresses: [{ ...home, id: 'A1' }] }] }
const apps = {
  desk: {},
  shop: { ...shop, stores: [{ ...shop.stores[0], staff: [{ persona: 'second', role: '店主' }] }, shop.stores[1]] },
  mall,
  pay,
  wms,
}
const order: readonly PlayStep[] = [
  ['mall.cart.add', { sku: 'CUP-RED', quantity: 3 }],
  ['mall.order.place', { store: 'own', address: 'A1' }],
]
const paid: PlayStep = ['pay.trade.pay', { trade: 'O1001', method: 'balance', password: '270815' }]

type Seen = {
  shop: { orders: { closed: string | null; paidAt: number | null; refunded: number; total: number }[] }
  wms: { quants: { sku: string; on: number; reserved: number }[] }
  pay: { trades: { state: string; refunded: number }[]; wallets: { id: string; balance: number }[] }
}
function after(name: string, steps: readonly PlayStep[]): Seen {
  return perform({ name, apps: apps as never, steps: [...order, ...steps] }).world.state.apps as unknown as Seen
}

test('an order keeps goods in the warehouse and opens a trade', () => {
  const { shop, wms, pay } = after('placed', [])
  assert.equal(shop.orders[0]?.closed, null)
  assert.equal(wms.quants[0]?.reserved, 3)
  assert.equal(pay.trades[0]?.state, 'WAIT_BUYER_PAY')
})

test('nobody pays: order, trade and reservation end together', () => {
  const { shop, wms, pay } = after('lapsed', [by(DAY + 3600)])
  assert.notEqual(shop.orders[0]?.closed, null)
  assert.equal(wms.quants[0]?.reserved, 0)
  assert.equal(pay.trades[0]?.state, 'TRADE_CLOSED')
})

test('the buyer withdraws: the same at once', () => {
  const { shop, wms, pay } = after('cancelled', [['mall.order.cancel', { order: 'O1001' }]])
  assert.equal(shop.orders[0]?.closed, '买家取消')
  assert.equal(wms.quants[0]?.reserved, 0)
  assert.equal(pay.trades[0]?.state, 'TRADE_CLOSED')
})

test('paid and refunded before it was sent: the money is back to the 分 and the goods are free', () => {
  const refund: readonly PlayStep[] = [
    paid,
    ['mall.aftersale.apply', { order: 'O1001', sku: 'CUP-RED', quantity: 3, type: 'refund', reason: '拍错了', amount: 29_700 }],
    ['desk.persona.switch', { persona: 'second' }],
    ['shop.aftersale.agree', { claim: 'S1001' }],
    ['shop.aftersale.refund', { claim: 'S1001', amount: 29_701 }, 'E_OVER'],
    ['shop.aftersale.refund', { claim: 'S1001', amount: 29_700 }],
  ]
  const { shop, wms, pay } = after('refunded', refund)
  assert.equal(shop.orders[0]?.refunded, 29_700)
  assert.equal(shop.orders[0]?.closed, '全额退款')
  assert.equal(pay.trades[0]?.state, 'TRADE_CLOSED')
  assert.equal(wms.quants[0]?.reserved, 0)
  assert.equal(pay.wallets.find(w => w.id === 'buyer')?.balance, 90_000)
})
