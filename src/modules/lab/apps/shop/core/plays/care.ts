import type { Play, PlayStep } from '../../../../core/app/play.ts'
import { DAY, START, agent, by, cup, home, order, shop } from './small-mall.ts'

const got = (no: string, more: object = {}) => ({
  ...order,
  no,
  placed: 120,
  paid: 118,
  shipped: 100,
  delivered: 30,
  waybill: `ZT00000${no.slice(1)}`,
  ...more,
})
const orders = ['O9001', 'O9002', 'O9003', 'O9004', 'O9005', 'O9006', 'O9007', 'O9008'].map(no => got(no))
const claim = (no: string, more: object) => ({
  order: no,
  sku: 'CUP-RED',
  type: 'return',
  reason: '不喜欢',
  noReason: true,
  amount: 9900,
  after: 60,
  ...more,
})
const claims = [
  claim('O9001', { note: 'TAINT 不在此处' }),
  claim('O9002', { type: 'refund', reason: '少发一件', noReason: false }),
  claim('O9003', { type: 'exchange', reason: '换颜色' }),
  claim('O9004', { condition: 'damaged' }),
  claim('O9005', {}),
  claim('O9006', { type: 'refund', reason: '质量问题', noReason: false }),
  claim('O9007', { type: 'refund', reason: '少发一件', noReason: false, after: 70 }),
  claim('O9008', { after: 80 }),
]
const agree = (claim: string): PlayStep => ['shop.aftersale.agree', { claim }]

/** Claims handled as they should be, and one that the clock handles. */
export const lawful: Play = {
  name: 'claims are agreed to, inspected and paid',
  apps: { desk: {}, shop: { ...shop, orders, claims } },
  steps: [
    by(90),
    agree('S1001'),
    ['shop.aftersale.agree', { claim: 'S1001' }, 'E_STATE'],
    ['shop.aftersale.agree', { claim: 'S9' }, 'E_NONE'],
    agree('S1002'),
    ['shop.aftersale.refund', { claim: 'S1002', amount: 9999999 }, 'E_OVER'],
    ['shop.aftersale.refund', { claim: 'S1002', amount: 9900 }],
    agree('S1003'),
    agree('S1004'),
    by(3 * DAY),
    ['shop.aftersale.receive', { claim: 'S1001', result: 'ok', photos: 0 }],
    ['shop.aftersale.receive', { claim: 'S1003', result: 'ok', photos: 0 }],
    ['shop.aftersale.receive', { claim: 'S1004', result: 'damaged', photos: 0 }, 'E_EVIDENCE'],
    ['shop.aftersale.receive', { claim: 'S1004', result: 'damaged', photos: 2 }],
    ['shop.aftersale.refund', { claim: 'S1001', amount: 9900 }],
    ['shop.aftersale.reship', { claim: 'S1003', carrier: '中通快递', waybill: 'ZT1000000009' }],
    ['shop.aftersale.settle', { claim: 'S1004', text: '磕碰处折价三十元' }],
    ['shop.aftersale.refund', { claim: 'S1004', amount: 6900 }],
    ['shop.aftersale.settle', { claim: 'S1004', text: '再议' }, 'E_STATE'],
    by(9 * DAY),
  ],
}

/** Claims refused against the law and otherwise; money paid without looking. */
/** Buyers who try everything a shop must say no to, and a few things it must not. */
const want = (more: object) => ({
  after: 60,
  type: 'shop.placeOrder',
  data: { store: 'own', buyer: 'guest.z', buyerName: '钱丽', lines: [{ sku: 'CUP-RED', quantity: 1 }], address: home, ...more },
})
const take = (coupon: string, more: object = {}) => ({ after: 60, type: 'shop.claimCoupon', data: { coupon, had: 0, ...more } })
const ask = (more: object) => ({
  after: 90,
  type: 'shop.applyAftersale',
  data: { order: 'O9001', sku: 'CUP-RED', type: 'return', reason: '不喜欢', amount: 100, ...more },
})
const coupon = { store: 'own', min: 0, off: 100, total: 9, from: START - DAY, until: START + DAY }
const errands = [
  want({ lines: [{ sku: 'CUP-RED', quantity: 99 }] }),
  want({ lines: [{ sku: 'GONE', quantity: 1 }] }),
  want({ address: { ...home, region: '火星' } }),
  want({ address: { ...home, region: '西藏' } }),
  want({ coupons: ['C-BIG'] }),
  want({ expect: 1 }),
  want({ points: 100, message: '送人的，请包好' }),
  take('C-OUT'),
  take('C-VIP'),
  take('C-BIG', { had: 1 }),
  take('C-BIG'),
  ask({ order: 'O9009', sku: 'TIN', noReason: true }),
  ask({ order: 'O9010', noReason: true }),
  ask({ amount: 9_999_999 }),
  ask({ order: 'O9011' }),
  ask({}),
  { after: 120, type: 'shop.cancelClaim', data: { claim: 'S1001' } },
  { after: 120, type: 'shop.remind', data: { outNo: 'O9012' } },
  { after: 120, type: 'shop.invoice', data: { outNo: 'O9012', invoice: { title: '个人', taxNo: null } } },
  { after: 120, type: 'shop.buyerAddress', data: { outNo: 'O9012', address: { ...home, detail: '杭州市上城区解放路 3 号' } } },
  { after: 120, type: 'shop.buyerAddress', data: { outNo: 'O9001', address: home } },
  { after: 120, type: 'shop.finished', data: { outNo: 'O9002' } },
  { after: 180, type: 'shop.reviewed', data: { order: 'O9002', stars: 1, text: '滚' } },
  { after: 180, type: 'shop.reviewed', data: { order: 'O9012', stars: 5, text: '好' } },
  { after: 180, type: 'shop.reviewed', data: { order: 'O9002', stars: 4, text: '杯子不错', fake: true } },
  { after: 240, type: 'shop.reviewMore', data: { order: 'O9002', text: '用了一周，保温很好' } },
]

export const buyers: Play = {
  name: 'buyers try what a shop refuses',
  apps: {
    desk: {},
    shop: {
      ...shop,
      products: [
        ...shop.products,
        { ...cup, id: 'P9', title: '旧款', state: 'off', variants: [{ ...cup.variants[0], sku: 'GONE' }], costs: {} },
      ],
      coupons: [
        { ...coupon, id: 'C-OUT', name: '过期券', until: START },
        { ...coupon, id: 'C-VIP', name: '会员券', level: 3 },
        { ...coupon, id: 'C-BIG', name: '大额券', min: 99900 },
      ],
      orders: [
        got('O9001'),
        got('O9002'),
        got('O9009', { lines: [{ sku: 'TIN', quantity: 1 }] }),
        got('O9010', { placed: 420, paid: 418, shipped: 400, delivered: 300 }),
        { ...order, no: 'O9011' },
        { ...order, no: 'O9012', paid: 10 },
      ],
    },
  },
  agents: [agent('errand.a', 'errand', { on: 'shop.notified', list: errands }, {})],
  steps: [
    ['shop.order.notify', { order: 'O9001', text: '新品上架，欢迎选购' }],
    by(300),
    ['shop.review.report', { review: 'RV1001', reason: '不是真实买家' }],
    by(2 * DAY),
  ],
  follows: ['judged'],
}

export const unlawful: Play = {
  name: 'claims are refused, and the platform rules',
  apps: { desk: {}, shop: { ...shop, orders, claims } },
  steps: [
    by(90),
    ['shop.aftersale.refuse', { claim: 'S1001', reason: '不行' }, 'E_REASON'],
    ['shop.aftersale.refuse', { claim: 'S1001', reason: '商品没有质量问题' }, 'W_LEGAL'],
    ['shop.aftersale.refuse', { claim: 'S1001', reason: '商品没有质量问题', confirm: ['W_LEGAL'] }],
    ['shop.aftersale.refuse', { claim: 'S1006', reason: '发货前已逐件检查称重' }],
    agree('S1002'),
    ['shop.aftersale.refund', { claim: 'S1002', amount: 19800 }],
    by(DAY + 3600),
    ['shop.aftersale.evidence', { claim: 'S1001', text: '发货视频一份' }],
    by(4 * DAY),
  ],
  springs: ['unlawful', 'stickerPrice'],
  follows: ['ruled'],
}
