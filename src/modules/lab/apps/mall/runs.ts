import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId } from '../../core/world/ids.ts'

const START = 1_772_413_200
const DAY = 86_400
const images = ['a', 'b', 'c'].map(name => ({ src: `${name}.webp`, alt: '茶杯' }))
const cup = (store: string, id: string, more: object) => ({
  id,
  store,
  title: `${store}号店 青瓷茶杯`,
  cat: 'cups',
  attrs: { 材质: '青瓷' },
  images,
  variants: [
    {
      sku: `CUP-${store.toUpperCase()}`,
      spec: { 颜色: '青' },
      price: 8800,
      weight: 300,
      stock: 30,
    },
  ],
  ...more,
})
const variant = (sku: string, price: number, stock = 30) => ({ sku, spec: { 款式: '标准' }, price, weight: 300, stock })
const plan = (id: string, store: string, excluded: string[]) => ({
  id,
  store,
  name: '全国',
  mode: 'piece',
  excluded,
  rules: [
    {
      regions: ['浙江', '上海', '江苏'],
      first: 1,
      firstFee: 600,
      add: 1,
      addFee: 100,
    },
  ],
})
const shop = {
  cats: [{ id: 'cups', name: '茶杯', parent: null, attrs: ['材质'] }],
  stores: [
    { id: 'a', name: '甲店', sold: 300, rating: 470 },
    { id: 'b', name: '乙店', sold: 100, rating: 490 },
    { id: 'c', name: '丙店', sold: 900, rating: 450, bad: true },
  ],
  freights: [plan('FA', 'a', []), plan('FB', 'b', ['西藏'])],
  products: [
    cup('a', 'PA', { freight: 'FA' }),
    cup('a', 'PT', { title: '青瓷茶托', variants: [variant('TRAY', 3000)], noReason: false }),
    cup('b', 'PB', { variants: [variant('CUP-B', 9000)], freight: 'FB' }),
    cup('c', 'PC', { variants: [variant('CUP-C', 6000, 2)] }),
    cup('a', 'PD', { title: '下架的杯', state: 'off', variants: [variant('OLD', 1000)] }),
  ],
  coupons: [
    { id: 'C10', store: 'a', name: '满百减十', min: 10000, off: 1000, total: 9, perBuyer: 1, from: START - DAY, until: START + 20 * DAY },
    { id: 'CP', store: null, name: '平台券', min: 5000, off: 300, total: 9, perBuyer: 2, from: START - DAY, until: START + 2 * DAY },
    { id: 'CV', store: 'a', name: '会员券', min: 0, off: 300, total: 9, level: 4, from: START - DAY, until: START + 2 * DAY },
    { id: 'CX', store: 'a', name: '过期券', min: 0, off: 300, total: 9, from: START - DAY, until: START },
  ],
  road: 100_000,
}
const address = (id: string, more: object) => ({
  id,
  name: '王芳',
  phone: '19900000001',
  region: '浙江',
  detail: '杭州市西湖区文一路 1 号',
  ...more,
})
const mall = {
  buyers: [
    {
      persona: 'clerk',
      name: '王芳',
      points: 200,
      card: 60000,
      addresses: [address('A1', { main: true }), address('A2', { phone: '19900000002', stale: true }), address('A3', { region: '西藏' })],
    },
  ],
  synonyms: [['杯子', '茶杯']],
  need: [{ sku: 'CUP-A', quantity: 1 }],
}
const hide = { hidden: { hours: 5, note: 'TAINT-8101' } }
const keeper = (store: string) => ({
  id: agentId(`keeper.${store}`),
  name: `${store}店`,
  app: appId('shop'),
  policy: 'keeper',
  params: { store },
  secret: hide,
})
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const till = (store: string, more: object = {}) => ({ store, address: 'A1', ...more })
const preview = (data: object, refusal?: string): PlayStep =>
  refusal === undefined ? ['mall.checkout.preview', data as never] : ['mall.checkout.preview', data as never, refusal]
const place = (data: object, refusal?: string): PlayStep =>
  refusal === undefined ? ['mall.order.place', data as never] : ['mall.order.place', data as never, refusal]
const add = (sku: string, quantity = 1): PlayStep => ['mall.cart.add', { sku, quantity }]
const TAX = '91350100M000100Y43' // the example of GB 32100-2015

const careful: Play = {
  name: 'three stores are compared, the best is bought, received and praised',
  apps: { desk: {}, shop, mall },
  agents: [keeper('a'), keeper('b')],
  steps: [
    ['mall.search', { q: '杯子', sort: 'price' }],
    ['mall.search', { q: '茶杯', cat: 'cups', min: 7000, max: 9500, sort: 'rating' }],
    ['mall.view', { product: 'PA' }],
    ['mall.view', { product: 'PD' }, 'E_OFF'],
    ['mall.compare.add', { product: 'PD' }, 'E_OFF'],
    ...['PA', 'PB', 'PC', 'PT'].map((product): PlayStep => ['mall.compare.add', { product }]),
    ['mall.compare.add', { product: 'PA' }, 'E_COMPARE'],
    ['mall.compare.clear', {}],
    ['mall.favourite', { product: 'PB', on: true }],
    ['mall.favourite', { product: 'PB', on: false }],
    ['mall.address.save', { id: null, name: '王芳', phone: '123', region: '浙江', detail: '杭州市西湖区' }, 'E_PHONE'],
    ['mall.address.save', { id: null, name: '王芳', phone: '19900000003', region: '东京', detail: '杭州市西湖区' }, 'E_REGION'],
    ['mall.address.save', { id: 'A9', name: '王芳', phone: '19900000003', region: '浙江', detail: '杭州市西湖区' }, 'E_NONE'],
    ['mall.address.save', { id: null, name: '王芳', phone: '19900000003', region: '上海', detail: '浦东新区世纪大道 8 号', main: true }],
    ['mall.address.remove', { id: 'A3' }],
    ['mall.address.remove', { id: 'A3' }, 'E_NONE'],
    ['mall.coupon.claim', { coupon: 'C9' }, 'E_NONE'],
    ['mall.coupon.claim', { coupon: 'CX' }, 'E_OUT'],
    ['mall.coupon.claim', { coupon: 'CV' }, 'E_LEVEL'],
    ['mall.coupon.claim', { coupon: 'CP' }],
    ['mall.coupon.claim', { coupon: 'C10' }],
    ['mall.coupon.claim', { coupon: 'C10' }, 'E_LIMIT'],
    ['mall.cart.add', { sku: 'OLD', quantity: 1 }, 'E_OFF'],
  ],
}

const bought: Play = {
  ...careful,
  name: 'a cart goes through the till, arrives and is kept',
  steps: [
    ...careful.steps,
    ['mall.cart.add', { sku: 'CUP-C', quantity: 3 }, 'E_STOCK'],
    ['mall.cart.add', { sku: 'CUP-A', quantity: 21 }, 'E_BUY_LIMIT'],
    add('CUP-A', 2),
    ['mall.cart.set', { sku: 'CUP-A', quantity: 31 }, 'E_STOCK'],
    ['mall.cart.set', { sku: 'CUP-A', quantity: 21 }, 'E_BUY_LIMIT'],
    ['mall.cart.set', { sku: 'TRAY', quantity: 1 }, 'E_NONE'],
    ['mall.cart.set', { sku: 'CUP-A', quantity: 1 }],
    add('CUP-B'),
    ['mall.cart.remove', { sku: 'CUP-B' }],
    ['mall.cart.remove', { sku: 'CUP-B' }, 'E_NONE'],
    preview(till('b'), 'E_EMPTY'),
    preview(till('a', { address: 'A9' }), 'E_ADDR'),
    preview(till('a', { coupons: ['CV'] }), 'E_COUPON'),
    preview(till('a', { coupons: ['C10'] }), 'E_COUPON'),
    preview(till('a', { points: 900 }), 'E_POINTS'),
    preview(till('a', { coupons: ['CP'], points: 100 })),
    place(till('a', { expect: 1 }), 'E_PRICE_CHANGED'),
    place(till('b'), 'E_EMPTY'),
    place(till('a', { coupons: ['CP'], points: 100, expect: 9000 })),
    ['mall.order.remind', { order: 'O1001' }, 'E_STATE'],
    ['mall.order.pay', { order: 'O9' }, 'E_NONE'],
    ['mall.order.pay', { order: 'O1001' }],
    ['mall.order.pay', { order: 'O1001' }, 'E_STATE'],
    ['mall.order.remind', { order: 'O1001' }],
    ['mall.order.address', { order: 'O1001', address: 'A9' }, 'E_ADDR'],
    ['mall.order.address', { order: 'O1001', address: 'AD1001' }],
    ['mall.order.cancel', { order: 'O1001' }, 'E_STATE'],
    ['mall.review.post', { order: 'O1001', stars: 5, text: '好' }, 'E_STATE'],
    by(DAY),
    ['mall.receipt.confirm', { order: 'O1001' }, 'W_NOT_DELIVERED'],
    by(DAY),
    ['mall.receipt.confirm', { order: 'O1001' }],
    ['mall.review.post', { order: 'O1001', stars: 5, text: '骗子' }, 'E_ABUSE'],
    ['mall.review.post', { order: 'O1001', stars: 5, text: '釉色温润，手感好，包装也仔细。' }],
    ['mall.review.append', { order: 'O1001', text: '垃圾' }, 'E_ABUSE'],
    ['mall.review.append', { order: 'O1001', text: '用了几天，不烫手。' }],
    ['mall.invoice.request', { order: 'O1001', title: '云栖茶业有限公司', taxNo: '91350100M000100Y44' }, 'E_TAXNO'],
    ['mall.invoice.request', { order: 'O1001', title: '云栖茶业有限公司', taxNo: TAX }],
    ['mall.complain', { order: 'O1001', text: '发票还没有收到' }],
    by(3 * DAY),
  ],
  follows: ['sent', 'answered'],
}

const apply = (more: object, refusal?: string): PlayStep => {
  const data = { order: 'O1001', sku: 'CUP-A', type: 'return', reason: '不喜欢', noReason: true, amount: 8000, ...more }
  return refusal === undefined ? ['mall.aftersale.apply', data] : ['mall.aftersale.apply', data, refusal]
}

const claiming: Play = {
  name: 'goods go back in every way',
  apps: { desk: {}, shop, mall: { ...mall, need: [] } },
  agents: [keeper('a')],
  steps: [
    add('CUP-A', 3),
    add('TRAY'),
    place(till('a')),
    apply({}, 'E_STATE'),
    ['mall.order.pay', { order: 'O1001' }],
    by(2 * DAY),
    apply({ amount: 99999 }, 'E_OVER'),
    apply({ reason: '质量问题', noReason: false }, 'E_EVIDENCE'),
    apply({ sku: 'TRAY', amount: 2000 }, 'E_EXCLUDED'),
    apply({ order: 'O9' }, 'E_NONE'),
    apply({}),
    ['mall.aftersale.cancel', { claim: 'S9' }, 'E_NONE'],
    ['mall.aftersale.cancel', { claim: 'S1001' }],
    ['mall.aftersale.cancel', { claim: 'S1001' }, 'E_STATE'],
    apply({}),
    ['mall.aftersale.escalate', { claim: 'S1002' }, 'E_STATE'],
    by(DAY),
    ['mall.aftersale.shipBack', { claim: 'S1002', waybill: 'SF12345678' }],
    ['mall.aftersale.shipBack', { claim: 'S1002', waybill: 'SF12345678' }, 'E_STATE'],
    by(9 * DAY),
    apply({ sku: 'CUP-A', amount: 100 }, 'E_WINDOW_CLAIM'),
  ],
}

const refused: Play = {
  ...claiming,
  name: 'a store that says no, and a buyer who does not accept it',
  apps: {
    desk: {},
    shop: { ...shop, stores: [{ ...shop.stores[0], staff: [{ persona: 'second', role: '店主' }] }, ...shop.stores.slice(1)] },
    mall: { ...mall, need: [] },
  },
  steps: [
    add('CUP-A', 2),
    place(till('a')),
    ['mall.order.pay', { order: 'O1001' }],
    by(2 * DAY),
    apply({ type: 'refund', noReason: false, reason: '价格变动' }),
    ['desk.persona.switch', { persona: 'second' }],
    ['mall.search', { q: '' }, 'E_LOGIN'],
    ['shop.aftersale.refuse', { claim: 'S1001', reason: '成交价以下单时为准' }],
    ['desk.persona.switch', { persona: 'clerk' }],
    ['mall.aftersale.escalate', { claim: 'S1001' }],
    by(3 * DAY),
  ],
}

const careless: Play = {
  name: 'the cheap store, the old number, a coupon that costs money',
  apps: { desk: {}, shop, mall: { ...mall, buyers: mall.buyers.map(b => ({ ...b, card: 13000 })) } },
  agents: [keeper('a'), { ...keeper('c'), secret: { hidden: { hours: 999, note: 'TAINT-8102' } } }],
  steps: [
    ['mall.coupon.claim', { coupon: 'C10' }],
    ['mall.coupon.claim', { coupon: 'CP' }],
    add('CUP-A'),
    add('TRAY'),
    place(till('a', { coupons: ['C10'], address: 'A2' })),
    ['mall.order.pay', { order: 'O1001' }],
    add('CUP-C', 2),
    preview({ store: 'c', address: 'A3' }),
    place({ store: 'c', address: 'A1' }),
    ['mall.order.pay', { order: 'O1002' }, 'E_BALANCE'],
    ['mall.order.cancel', { order: 'O1002' }],
    add('CUP-C', 1),
    place({ store: 'c', address: 'A1' }),
    add('CUP-B', 1),
    preview({ store: 'b', address: 'A3' }, 'E_AREA'),
    place({ store: 'b', address: 'A3' }, 'E_AREA'),
    by(DAY / 2),
    ['mall.receipt.confirm', { order: 'O1001', confirm: ['W_NOT_DELIVERED'] }],
    by(40 * DAY),
  ],
  springs: ['badStore', 'stalePhone', 'padded', 'early'],
  follows: ['unreachable', 'expired', 'lapsed'],
}

const shelf: Play = {
  name: 'goods leave the shelf while they lie in the cart',
  apps: {
    desk: {},
    shop: { ...shop, stores: [{ ...shop.stores[0], staff: [{ persona: 'second', role: '店主' }] }, ...shop.stores.slice(1)] },
    mall,
  },
  steps: [
    add('CUP-A', 2),
    ['desk.persona.switch', { persona: 'second' }],
    ['shop.product.stock', { sku: 'CUP-A', stock: 1 }],
    ['desk.persona.switch', { persona: 'clerk' }],
    place(till('a'), 'E_STOCK'),
    ['desk.persona.switch', { persona: 'second' }],
    ['shop.product.off', { product: 'PA' }],
    ['desk.persona.switch', { persona: 'clerk' }],
    preview(till('a'), 'E_OFF'),
    place(till('a'), 'E_OFF'),
    ['mall.cart.set', { sku: 'CUP-A', quantity: 1 }, 'E_OFF'],
  ],
}

const escrow: Play = {
  name: 'where there is a payment platform, its cashier takes the money and it holds it until receipt',
  apps: {
    desk: {},
    shop,
    mall,
    pay: {
      wallets: [
        { id: 'buyer', persona: 'clerk', name: '王芳', kind: 'person', password: '270815', balance: 50000 },
        { id: 'a', name: '甲店', kind: 'merchant' },
      ],
    },
  },
  agents: [keeper('a')],
  steps: [
    add('CUP-A', 1),
    place(till('a')),
    ['mall.order.pay', { order: 'O1001' }, 'E_CASHIER'],
    ['pay.trade.pay', { trade: 'O1001', method: 'balance', password: '270815' }],
    by(2 * DAY),
    apply({ amount: 8800, type: 'refund', noReason: false, reason: '价格变动' }),
    ['mall.aftersale.cancel', { claim: 'S1001' }],
    ['mall.receipt.confirm', { order: 'O1001' }],
    add('CUP-A', 1),
    place(till('a')),
    ['mall.order.cancel', { order: 'O1002' }],
  ],
  follows: ['sent'],
}

export const mallRuns: readonly Play[] = [careful, bought, claiming, refused, careless, shelf, escrow]
