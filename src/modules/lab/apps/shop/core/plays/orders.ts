import type { Play, PlayStep } from '../../../../core/app/play.ts'
import { agentId, appId } from '../../../../core/world/ids.ts'
import { DAY, agent, by, customer, home, order, shop } from './small-mall.ts'

const at = (no: string, more: object) => ({ ...order, no, ...more })
const orders = [
  at('O9001', { message: '请改发公司地址' }),
  at('O9002', {
    paid: 10,
    lines: [
      { sku: 'CUP-RED', quantity: 2 },
      { sku: 'TIN', quantity: 1 },
    ],
  }),
  at('O9003', { paid: 10 }),
  at('O9004', { paid: 10 }),
  at('O9005', { paid: 40, placed: 41, buyer: 'guest.b', address: { ...home, name: '钱丽', region: '新疆' } }),
  at('O9006', { paid: 90, placed: 91, shipped: 60, waybill: 'ZT0000009006' }),
  at('O9007', { placed: 22 }),
]
const ship = (change: object, refusal?: string): PlayStep => {
  const data = { order: 'O9002', lines: [], carrier: '中通快递', waybill: 'ZT1000000001', ...change }
  return refusal === undefined ? ['shop.order.ship', data] : ['shop.order.ship', data, refusal]
}
const keeper = agent('keeper.a', 'keeper', { store: 'rival' }, { hours: 6 })
const buyer = (id: string, sku: string, reserve: number) => ({ ...customer(id, sku, { reserve }), id: agentId(id), app: appId('shop') })

/** Orders that wait when the day begins. */
export const sending: Play = {
  name: 'seven orders are sent, changed and closed',
  apps: { desk: {}, shop: { ...shop, orders } },
  agents: [keeper],
  steps: [
    ['shop.order.adjust', { order: 'O9002', off: 100, freight: 0 }, 'E_PAID'],
    ['shop.order.adjust', { order: 'O9001', off: 99999, freight: 0 }, 'E_ADJUST'],
    ['shop.order.adjust', { order: 'O9001', off: 500, freight: 0 }],
    ['shop.order.adjust', { order: 'O9', off: 500, freight: 0 }, 'E_NONE'],
    ['shop.order.remark', { order: 'O9001', text: '老客户' }],
    ['shop.order.readdress', { order: 'O9001', address: { ...home, detail: '杭州市滨江区江南大道 2 号' } }],
    ['shop.order.readdress', { order: 'O9006', address: home }, 'E_STATE'],
    ['shop.order.close', { order: 'O9002', reason: '缺货' }, 'E_PAID'],
    ['shop.order.close', { order: 'O9007', reason: '' }, 'E_REASON'],
    ['shop.order.close', { order: 'O9007', reason: '买家拍错' }],
    ['shop.order.close', { order: 'O9007', reason: '买家拍错' }, 'E_STATE'],
    ship({ carrier: '飞毛腿' }, 'E_CARRIER'),
    ship({ waybill: '单号' }, 'E_WB_FORMAT'),
    ship({ waybill: 'ZT0000009006' }, 'E_WB_USED'),
    ship({ lines: [{ sku: 'CUP-RED', quantity: 3 }] }, 'E_QTY_SHIP'),
    ship({ order: 'O9001' }, 'E_STATE'),
    ship({ lines: [{ sku: 'CUP-RED', quantity: 2 }] }),
    ['shop.order.dropLine', { order: 'O9002', sku: 'TIN', quantity: 2, reason: '缺货' }, 'E_QTY_SHIP'],
    ['shop.order.dropLine', { order: 'O9001', sku: 'CUP-RED', quantity: 1, reason: '缺货' }, 'E_STATE'],
    ['shop.order.dropLine', { order: 'O9002', sku: 'TIN', quantity: 1, reason: '缺货' }],
    ['shop.order.notify', { order: 'O9002', text: '茶叶罐缺货，已退款，其余今天发出。' }],
    ['shop.order.mergeShip', { orders: ['O9003', 'O9005'], carrier: '中通快递', waybill: 'ZT1000000002' }, 'E_MERGE'],
    ['shop.order.mergeShip', { orders: ['O9003', 'O9004'], carrier: '中通快递', waybill: 'ZT1000000002' }],
    by(2 * DAY),
    ['shop.aftersale.compensate', { order: 'O9005', amount: 9999999, reason: '晚发' }, 'E_OVER'],
    ['shop.aftersale.compensate', { order: 'O9001', amount: 500, reason: '晚发' }, 'E_NONE'],
    ['shop.aftersale.compensate', { order: 'O9005', amount: 500, reason: '晚发' }],
    by(12 * DAY),
  ],
  follows: ['delivered'],
}

/** Customers come by themselves; the warehouse picks; one of them is late. */
export const demand: Play = {
  name: 'customers come, goods are picked, a parcel is late',
  apps: { desk: {}, shop: { ...shop, picking: true } },
  agents: [
    buyer('customer.c', 'CUP-RED', 9900),
    buyer('customer.d', 'TIN', 4600),
    buyer('customer.e', 'RIVAL', 9900),
    { ...buyer('customer.f', 'CUP-BLUE', 9900), params: { ...customer('x', 'CUP-BLUE', { reserve: 1 }).params, pays: false } as never },
    keeper,
    agent('picker.a', 'picker', { store: 'own', wait: 3600 }, { short: [{ sku: 'TIN', quantity: 1 }] }),
  ],
  steps: [
    ['shop.product.off', { product: 'P1' }],
    ['shop.product.on', { product: 'P1' }],
    by(1500),
    ship({ order: 'O1001', waybill: 'ZT1000000003' }, 'E_NOT_PICKED'),
    by(2 * 3600),
    ship({ order: 'O1001', waybill: 'ZT1000000003' }),
    by(5 * DAY),
    ['shop.review.reply', { review: 'RV1001', text: '滚' }, 'E_ABUSE'],
    ['shop.review.reply', { review: 'RV1001', text: '林小姐您好，感谢支持' }, 'E_PRIVACY'],
    ['shop.review.reply', { review: 'RV1001', text: '感谢您的支持，欢迎再来。' }],
    ['shop.review.report', { review: 'RV9', reason: '恶意' }, 'E_NONE'],
    ['shop.review.report', { review: 'RV1001', reason: '恶意差评' }],
    ['shop.review.report', { review: 'RV1001', reason: '恶意差评' }, 'E_REPORTED'],
    by(2 * DAY),
  ],
  follows: ['delivered', 'praised', 'judged'],
}

const rate = { area: '全国', regions: ['浙江'], firstGrams: 1000, first: 600, stepGrams: 1000, step: 200, hours: 24 }
const tms = {
  carriers: [{ code: '中通快递', name: '中通快递', prefix: 'ZT', services: [{ code: '标准快递', name: '标准快递', rates: [rate] }] }],
}

/** With the carriers' app in the world, a number that it does not know is refused in its words, and it brings the parcel. */
export const carried: Play = {
  name: 'a number the carrier does not know, and one it made',
  apps: { desk: {}, shop: { ...shop, orders: orders.slice(1, 3) }, tms },
  steps: [
    ship({}, 'E_PARTNER'),
    [
      'tms.waybill.create',
      {
        orderNo: 'O9002',
        carrier: '中通快递',
        service: '标准快递',
        from: { name: '云栖茶业', phone: '19900000009', region: '浙江省杭州市', detail: '余杭区仓前街道 8 号' },
        to: { name: '赵明', phone: '19900000001', region: '浙江省杭州市', detail: '西湖区文一路 1 号' },
        goods: '保温杯',
        weight: 1100,
      },
    ],
    ship({ waybill: 'ZT260310019' }),
    by(4 * DAY),
  ],
}
