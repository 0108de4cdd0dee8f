import type { Play, PlayStep } from '../../core/app/play.ts'
import { HOUR, ID_NUMBER, bidder, body, by, people, step, vendor } from './runs-stage.ts'

const publish = (more: object, refusal?: string): PlayStep => step('lot.publish', { ...body, ...more }, refusal)
const edit = (lot: string, more: object, refusal?: string): PlayStep => step('lot.edit', { lot, ...body, ...more }, refusal)
const ship = (deal: string, waybill: string, refusal?: string): PlayStep =>
  step('deal.ship', { deal, carrier: '顺达速运', waybill }, refusal)
const rate = (deal: string, score: string, refusal?: string): PlayStep => step('rate.post', { deal, score, text: '合作愉快。' }, refusal)

const seller: Play = {
  name: 'a lot is published, sold, sent and judged',
  apps: { desk: {}, auction: { people } },
  agents: [bidder('buyer.zhang', '张敏', 30_000), bidder('buyer.li', '李强', 28_000, { more: { sniper: true } })],
  steps: [
    publish({}, 'E_VERIFY'),
    step('verify', { name: '王芳', idNo: '330106198808080013' }, 'E_ID'),
    step('verify', { name: '王芳', idNo: ID_NUMBER }),
    step('verify', { name: '王芳', idNo: ID_NUMBER }, 'E_VERIFIED'),
    publish({ title: '高仿搪瓷茶缸' }, 'E_BANNED'),
    publish({ title: '茶缸' }, 'E_TITLE'),
    publish({ hours: 0 }, 'E_WINDOW'),
    publish({ step: 0 }, 'E_STEP0'),
    publish({ reserve: 9000 }, 'E_RESERVE'),
    publish({ kind: 'dutch', reserve: 11_000 }, 'E_FLOOR'),
    publish({ kind: 'multi', quantity: 1 }, 'E_QUANTITY'),
    publish({ buyNow: 10_000 }, 'E_BUY_NOW'),
    publish({ reserve: 20_000, startAfter: 600 }),
    edit('LOT1001', { reserve: 9000 }, 'E_RESERVE'),
    edit('LOT1001', { reserve: 25_000, deposit: 1000 }),
    edit('LOT9', {}, 'E_NONE'),
    publish({ startAfter: 900 }),
    publish({ kind: 'dutch', reserve: 5000, every: 300 }),
    edit('LOT1003', { kind: 'dutch', reserve: 5000, every: 600 }),
    step('lot.cancel', { lot: 'LOT1003' }),
    step('lot.cancel', { lot: 'LOT1002' }),
    step('lot.cancel', { lot: 'LOT1002' }, 'E_STATE'),
    step('lot.cancel', { lot: 'LOT9' }, 'E_NONE'),
    by(1200),
    edit('LOT1001', {}, 'E_HAS_BIDS'),
    step('lot.cancel', { lot: 'LOT1001' }, 'E_HAS_BIDS'),
    by(2 * HOUR),
    ship('A1001', 'SD123456789', 'E_STATE'),
    by(HOUR),
    ship('A9', 'SD123456789', 'E_NONE'),
    ship('A1001', '123', 'E_WB_FORMAT'),
    ship('A1001', 'SD123456789'),
    rate('A1001', 'good', 'E_STATE'),
    rate('A9', 'good', 'E_NONE'),
    by(3 * 86_400),
    rate('A1001', 'good'),
    rate('A1001', 'good', 'E_ONCE'),
  ],
  follows: ['rated'],
}

const verified = people.map(p => ({ ...p, verified: true }))
const greedy: Play = {
  name: 'a reserve nobody reaches, a parcel nobody sends, a harsh word',
  apps: { desk: {}, auction: { people: verified } },
  agents: [
    bidder('buyer.zhang', '张敏', 30_000, { params: { wants: ['收藏'] } }),
    bidder('buyer.li', '李强', 60_000, { more: { defaults: true }, params: { wants: ['文玩'] } }),
  ],
  steps: [
    publish({ reserve: 90_000 }),
    publish({ title: '紫砂壶一把', category: '文玩', deposit: 2000 }),
    publish({ title: '铜墨盒一方', category: '收藏', hours: 1 }),
    publish({ title: '无人问津的旧书', category: '旧书', hours: 1 }),
    by(4 * HOUR),
    by(6 * 86_400),
    ship('A1001', 'SD123456788'),
    by(4 * 86_400),
    rate('A1001', 'bad'),
  ],
  springs: ['greedy', 'judgedBadly'],
  follows: ['unsold', 'late'],
}

const lots = [
  { ...body, no: 'L1', deposit: 5000, hours: 3 },
  { ...body, no: 'L2', title: '青花瓷盘一对', category: '瓷器', buyNow: 90_000 },
  { ...body, no: 'L3', title: '藤编提篮三只', kind: 'dutch', start: 8000, reserve: 3000, every: 600 },
  { ...body, no: 'L4', title: '黄杨木雕一件', kind: 'sealed', reserve: 12_000 },
  { ...body, no: 'L5', title: '手工竹扇', kind: 'fixed', start: 3000, quantity: 3 },
  { ...body, no: 'L6', title: '明信片整套', kind: 'multi', start: 1000, quantity: 3 },
  { ...body, no: 'L7', title: '黄铜镇纸一对', category: '文房', buyNow: 12_000 },
  { ...body, no: 'L8', title: '红木书柜一组', category: '家具', deposit: 9_000_000 },
].map(l => ({ ...l, seller: 'vendor.zhou', startAfter: 60 }))
const own = [
  { ...body, no: 'S1', title: '端砚一方', kind: 'sealed', seller: 'second', startAfter: 60, hours: 1 },
  { ...body, no: 'S2', title: '无人报价的印章', kind: 'sealed', seller: 'second', startAfter: 60, hours: 1 },
  { ...body, no: 'S3', title: '老墨一锭', kind: 'sealed', reserve: 40_000, seller: 'vendor.zhou', startAfter: 60, hours: 1 },
]
const place = (lot: string, amount: number, more: object = {}, refusal?: string): PlayStep =>
  step('bid.place', { lot, amount, ...more }, refusal)
const proxy = (lot: string, max: number, refusal?: string): PlayStep => step('bid.proxy', { lot, max }, refusal)
const sealed = (lot: string, amount: number, refusal?: string): PlayStep => step('bid.sealed', { lot, amount }, refusal)
const buy = (lot: string, quantity: number, refusal?: string): PlayStep => step('buyNow', { lot, quantity }, refusal)
const pay = (deal: string, refusal?: string): PlayStep => step('deal.pay', { deal }, refusal)
const confirm = (deal: string, refusal?: string): PlayStep => step('deal.confirm', { deal }, refusal)

const buyer: Play = {
  name: 'bids by hand, by proxy and in envelopes; one win is never paid',
  apps: { desk: {}, auction: { people: verified, lots: [...lots, ...own] } },
  agents: [
    bidder('buyer.zhang', '张敏', 15_000, { params: { wants: ['L1'] } }),
    bidder('buyer.li', '李强', 13_500, { params: { wants: ['瓷器'] } }),
    vendor,
  ],
  steps: [
    place('L1', 10_000, {}, 'E_ENDED'),
    by(60),
    place('L9', 10_000, {}, 'E_NONE'),
    place('L1', 10_000, {}, 'E_DEPOSIT'),
    step('deposit.pay', { lot: 'L9' }, 'E_NONE'),
    step('deposit.pay', { lot: 'L8' }, 'E_BALANCE'),
    step('deposit.pay', { lot: 'L1' }),
    step('deposit.pay', { lot: 'L1' }, 'E_NO_DEPOSIT'),
    place('L1', 9000, {}, 'E_STEP'),
    place('L3', 9000, {}, 'E_KIND'),
    proxy('L3', 9000, 'E_KIND'),
    sealed('L1', 9000, 'E_KIND'),
    proxy('L1', 9000, 'E_STEP'),
    proxy('L1', 20_000),
    proxy('L1', 20_000, 'E_BELOW_OWN'),
    proxy('L1', 21_000),
    place('L1', 12_000, {}, 'E_BELOW_OWN'),
    place('L2', 10_000),
    buy('L2', 1, 'E_RESERVED_BID'),
    buy('L4', 1, 'E_KIND'),
    buy('L7', 1),
    buy('L5', 9, 'E_TOO_MANY'),
    buy('L5', 2),
    place('L6', 500, {}, 'E_STEP'),
    place('L6', 1500, { quantity: 9 }, 'E_TOO_MANY'),
    place('L6', 1500, { quantity: 2 }),
    place('L6', 1400, { quantity: 2 }, 'E_BELOW_OWN'),
    sealed('L4', 9000, 'E_STEP'),
    sealed('L4', 15_000),
    sealed('S1', 15_000),
    sealed('S3', 15_000),
    step('bid.open', { lot: 'L4' }, 'E_NONE'),
    pay('A1001'),
    pay('A1001', 'E_STATE'),
    pay('A9', 'E_NONE'),
    confirm('A1001', 'E_STATE'),
    confirm('A9', 'E_NONE'),
    by(700),
    buy('L3', 1),
    ['desk.persona.switch', { persona: 'second' }],
    place('S1', 20_000, {}, 'E_SELF'),
    step('bid.open', { lot: 'S1' }, 'E_EARLY'),
    place('L2', 11_500, {}, 'E_STEP'),
    buy('L5', 1),
    pay('A1004', 'E_BALANCE'),
    ['desk.persona.switch', { persona: 'clerk' }],
    by(HOUR),
    sealed('S1', 16_000, 'E_LATE'),
    ['desk.persona.switch', { persona: 'second' }],
    step('bid.open', { lot: 'S1' }),
    step('bid.open', { lot: 'S1' }, 'E_STATE'),
    ['desk.persona.switch', { persona: 'clerk' }],
    by(86_400),
    by(86_400),
    confirm('A1001'),
    by(86_400),
    pay('A1009', 'E_TIMEOUT'),
    by(12 * 86_400),
  ],
  springs: ['unpaid'],
  follows: ['outbid', 'won', 'defaulted'],
}

const rivals: Play = {
  name: 'proxies against each other, and the end moves on',
  apps: {
    desk: {},
    auction: { people: verified, lots: [{ ...body, no: 'L1', seller: 'vendor.zhou', startAfter: 60, reserve: 18_000, hours: 1 }] },
  },
  agents: [bidder('buyer.zhang', '张敏', 22_000, { more: { sniper: true } }), bidder('buyer.li', '李强', 12_000), vendor],
  steps: [
    by(60),
    place('L1', 10_000),
    ['desk.persona.switch', { persona: 'second' }],
    proxy('L1', 15_000),
    ['desk.persona.switch', { persona: 'clerk' }],
    place('L1', 12_000),
    proxy('L1', 15_000),
    proxy('L1', 19_500),
    by(2 * HOUR),
    proxy('L1', 30_000, 'E_ENDED'),
    by(86_400),
  ],
}

const carried: Play = {
  name: 'a parcel that a carrier of this world takes along',
  apps: {
    desk: {},
    auction: { people: verified },
    tms: {
      carriers: [
        {
          code: '顺达速运',
          name: '顺达速运',
          prefix: 'SD',
          services: [
            {
              code: '标快',
              name: '标快',
              rates: [{ area: '华东', regions: ['江苏省'], firstGrams: 1000, first: 1000, stepGrams: 1000, step: 200, hours: 24 }],
            },
          ],
        },
      ],
    },
  },
  agents: [bidder('buyer.zhang', '张敏', 30_000)],
  steps: [
    publish({ hours: 1 }),
    by(3 * HOUR),
    ship('A1001', 'SD123456789', 'E_WAYBILL'),
    [
      'tms.waybill.create',
      {
        orderNo: 'A1001',
        carrier: '顺达速运',
        service: '标快',
        from: { name: '王芳', phone: '13900000000', region: '浙江省杭州市', detail: '文一路 20 号' },
        to: { name: '张敏', phone: '13800001111', region: '江苏省南京市', detail: '中山路 18 号' },
        goods: '搪瓷茶缸',
        weight: 400,
      },
    ],
    ship('A1001', 'SD260310019'),
    ['tms.pickup.book', { carrier: '顺达速运', waybills: ['SD260310019'], day: 'today' }],
    by(3 * 86_400),
  ],
}

export const auctionRuns: readonly Play[] = [seller, greedy, buyer, rivals, carried]
