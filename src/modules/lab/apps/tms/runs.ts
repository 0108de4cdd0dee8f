import type { Play, PlayStep } from '../../core/app/play.ts'
import { waybillNumber } from './tariff.ts'

const east = ['浙江省', '江苏省', '上海市']
const rate = (first: number, step: number, hours: number) => ({
  area: '华东',
  regions: east,
  firstGrams: 1000,
  first,
  stepGrams: 1000,
  step,
  hours,
})
const carriers = [
  {
    code: 'SD',
    name: '顺达速运',
    prefix: 'SD',
    services: [
      { code: 'BK', name: '标快', rates: [rate(1000, 200, 24)] },
      { code: 'TK', name: '特快', rates: [rate(1800, 400, 12)] },
    ],
  },
  {
    code: 'JT',
    name: '经通快运',
    prefix: 'JT',
    cutoff: 960,
    services: [
      { code: 'PT', name: '普通', rates: [rate(800, 150, 48), { ...rate(1200, 600, 72), area: '全国', regions: ['北京市', '广东省'] }] },
    ],
  },
]
const from = { name: '王芳', phone: '0571-88881234', region: '浙江省杭州市', detail: '文一路 20 号' }
const to = { name: '李小梅', phone: '13800001111', region: '江苏省南京市', detail: '中山路 18 号 3 幢 201 室' }
const moved = { ...to, phone: '13900002222', detail: '汉口路 7 号' }
const tms = {
  carriers,
  promises: [{ orderNo: 'O1', hours: 24 }],
  whereabouts: [
    { orderNo: 'O11', phone: moved.phone, detail: moved.detail },
    { orderNo: 'O99', phone: '13700000000', detail: 'TAINT-9501 号' },
  ],
  fates: [
    { orderNo: 'O12', fate: 'damaged' },
    { orderNo: 'O13', fate: 'lost' },
    { orderNo: 'O14', fate: 'refused' },
  ],
  vehicles: [{ id: 'V1', name: '厢式货车', cap: 100 }],
  stops: [
    { id: 'P1', zh: '城西店', x: -40, y: 0, load: 30 },
    { id: 'P2', zh: '城北店', x: 0, y: 50, load: 40, until: 600 },
    { id: 'P3', zh: '城东店', x: 60, y: 10, load: 50, until: 570 },
  ],
  bill: [
    { id: 'B1', waybill: 'SD000000011', grams: 3000, fee: 1400, truth: 'weight' },
    { id: 'B2', waybill: 'SD000000025', grams: 900, fee: 1000, truth: 'ok' },
    { id: 'B3', waybill: 'SD000000039', grams: 900, fee: 1000, truth: 'ok' },
  ],
}
/** The n-th waybill of a play. */
const nth = (n: number, prefix = 'SD'): string => waybillNumber(prefix, 26_030_000 + 1000 + n)
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const HOUR = 3600
const step = (type: string, data: object, refusal?: string): PlayStep =>
  (refusal === undefined ? [type, data] : [type, data, refusal]) as unknown as PlayStep
const make = (orderNo: string, more: object = {}, refusal?: string): PlayStep =>
  step('tms.waybill.create', { orderNo, carrier: 'SD', service: 'BK', from, to, goods: '茶叶', weight: 1200, ...more }, refusal)
const book = (waybills: readonly string[], more: object = {}, refusal?: string): PlayStep =>
  step('tms.pickup.book', { carrier: 'SD', waybills, day: 'today', ...more }, refusal)

const careful: Play = {
  name: 'quotes, waybills, pickups and a parcel at the door',
  apps: { desk: {}, tms },
  steps: [
    ['tms.quote', { region: '西藏自治区拉萨市', weight: 800 }, 'E_AREA'],
    ['tms.quote', { region: '江苏省南京市', weight: 2400, volume: 30_000 }],
    make('O1', { from: { ...from, detail: '' } }, 'E_ADDR_PARSE'),
    make('O1', { to: { ...to, detail: '中山路附近' } }, 'E_ADDR_PARSE'),
    make('O1', { to: { ...to, phone: '1380000' } }, 'E_PHONE'),
    make('O1', { goods: '打火机 10 只' }, 'E_PROHIBITED'),
    make('O1', { insured: 100 }, 'E_INSURED'),
    make('O1', { value: 60_000 }, 'W_INSURE'),
    make('O1', { carrier: 'XX' }, 'E_SERVICE'),
    make('O1', { to: { ...to, region: '西藏自治区拉萨市' } }, 'E_AREA'),
    make('O1', { value: 60_000, insured: 60_000, cod: 9900 }),
    make('O2'),
    make('O3', { carrier: 'JT', service: 'PT' }),
    step('tms.label.make', { waybill: 'SD1', masked: true }, 'E_NONE'),
    step('tms.label.make', { waybill: nth(1), masked: false }),
    step('tms.label.make', { waybill: nth(1), masked: true }),
    step('tms.track.subscribe', { waybill: 'SD1' }, 'E_NONE'),
    step('tms.track.subscribe', { waybill: nth(1) }),
    book(['SD1'], {}, 'E_NONE'),
    book([nth(3, 'JT')], {}, 'E_CARRIER'),
    book([nth(1)]),
    book([nth(1)], {}, 'E_BOOKED'),
    step('tms.pickup.cancel', { pickup: 'PU9' }, 'E_NONE'),
    step('tms.pickup.cancel', { pickup: 'PU1001' }),
    book([nth(1)]),
    step('tms.waybill.cancel', { waybill: nth(2) }),
    step('tms.waybill.cancel', { waybill: nth(2) }, 'E_STATE'),
    step('tms.waybill.cancel', { waybill: 'SD1' }, 'E_NONE'),
    step('tms.send', { orderNo: 'O3', carrier: 'JT', service: 'PT', waybill: 'JT1', to, weight: 900 }, 'E_NONE'),
    step('tms.send', { orderNo: 'O4', carrier: 'JT', service: 'PT', waybill: nth(3, 'JT'), to, weight: 900 }, 'E_OTHER_ORDER'),
    step('tms.send', { orderNo: 'O3', carrier: 'JT', service: 'PT', waybill: nth(3, 'JT'), to, weight: 900 }),
    step('tms.send', { orderNo: 'O5', carrier: 'SD', service: 'TK', from: '杭州仓', to, weight: 900 }),
    step('tms.cod.settle', { carrier: 'SD', amount: 9900 }, 'E_NO_COD'),
    by(9 * HOUR),
    step('tms.label.make', { waybill: nth(1), masked: true }, 'E_STATE'),
    make('O6'),
    book([nth(5)], {}, 'E_CUTOFF'),
    book([nth(5)], { day: 'tomorrow' }),
    step('tms.scan', { waybill: 'SD1', code: 20, place: '网点' }, 'E_NONE'),
    step('tms.scan', { waybill: nth(5), code: 99, place: '网点' }, 'E_CODE'),
    step('tms.scan', { waybill: nth(5), code: 50, place: '网点' }, 'E_SEQ'),
    by(8 * HOUR),
    step('tms.scan', { waybill: nth(1), code: 70, place: '网点' }, 'E_NOTE'),
    step('tms.scan', { waybill: nth(1), code: 20, place: '苏州中转站' }),
    by(40 * HOUR),
    step('tms.cod.settle', { carrier: 'SD', amount: 9800 }, 'E_AMOUNT'),
    step('tms.cod.settle', { carrier: 'SD', amount: 9900 }),
    step('tms.route.plan', { vehicle: 'V9', stops: ['P1'] }, 'E_NONE'),
    step('tms.route.plan', { vehicle: 'V1', stops: ['P1', 'P1'] }, 'E_STOP'),
    step('tms.route.plan', { vehicle: 'V1', stops: ['P1', 'P2', 'P3'] }, 'E_CAPACITY'),
    step('tms.route.plan', { vehicle: 'V1', stops: ['P1', 'P3'] }, 'E_LATE'),
    step('tms.route.plan', { vehicle: 'V1', stops: ['P3', 'P1'] }),
    step('tms.bill.audit', { id: 'B9', verdict: 'ok' }, 'E_NONE'),
    step('tms.bill.audit', { id: 'B1', verdict: 'weight' }, 'E_REASON'),
    step('tms.bill.audit', { id: 'B1', verdict: 'weight', reason: '称重 900 克，账单按 3000 克计费' }),
    step('tms.bill.audit', { id: 'B2', verdict: 'rate', reason: '单价高' }),
    step('tms.bill.audit', { id: 'B3', verdict: 'ok' }),
    by(60 * HOUR),
  ],
  follows: ['billAnswered'],
}

const [astray, broken, gone, back] = [nth(1), nth(2), nth(3), nth(4)]
const fee = 500
const handle = (waybill: string, action: string, more: object = {}, refusal?: string): PlayStep =>
  step('tms.exception.handle', { waybill, action, ...more }, refusal)
const claim = (waybill: string, amount: number, evidence: readonly string[], refusal?: string): PlayStep =>
  step('tms.claim.file', { waybill, amount, evidence }, refusal)

const careless: Play = {
  name: 'an old address, a naked label, no insurance',
  apps: { desk: {}, tms },
  steps: [
    make('O11'),
    make('O12', { value: 20_000, insured: 20_000 }),
    make('O13', { value: 60_000, confirm: ['W_INSURE'] }),
    make('O14'),
    step('tms.label.make', { waybill: astray, masked: false }),
    book([astray, broken, gone, back]),
    handle(astray, 'redeliver', {}, 'E_STATE'),
    handle('SD1', 'redeliver', {}, 'E_NONE'),
    claim('SD1', 100, [], 'E_NONE'),
    claim(astray, 100, [], 'E_NO_HARM'),
    by(60 * HOUR),
    handle(astray, 'lost', {}, 'E_NOT_LOST'),
    handle(back, 'redeliver'),
    handle(astray, 'readdress', { fee }, 'E_NEW_ADDR'),
    handle(astray, 'readdress', { to: moved }, 'E_FEE'),
    handle(astray, 'readdress', { to: moved, fee }),
    claim(broken, 30_000, [], 'E_OVER_INSURED'),
    claim(broken, 20_000, ['外包装照片']),
    claim(broken, 20_000, ['外包装照片'], 'E_CLAIMED'),
    by(50 * HOUR),
    handle(broken, 'lost', {}, 'E_NOT_LOST'),
    handle(broken, 'return'),
    handle(back, 'return'),
    handle(gone, 'lost'),
    claim(broken, 20_000, ['外包装照片', '内件照片', '价值凭证']),
    claim(gone, 5000, ['价值凭证']),
    by(60 * HOUR),
    by(31 * 24 * HOUR),
    claim(astray, 100, [], 'E_NO_HARM'),
  ],
  springs: ['plain', 'astray', 'uninsured'],
  follows: ['astray', 'leaked', 'urged', 'answered'],
}

const late: Play = {
  name: 'the van comes and the parcel is still on the shelf',
  apps: {
    desk: {},
    tms,
    wms: {
      zones: [{ code: 'A', zh: '食品区', keeps: ['食品'] }],
      locations: [{ code: 'A-01', zone: 'A', kind: '拣选', cap: 60, route: 5 }],
      skus: [{ sku: 'TEA', name: '明前龙井', gtin: '6900000000017', category: '食品', perCase: 12, weight: 250 }],
      stock: [{ loc: 'A-01', sku: 'TEA', lot: 'T1', on: 9 }],
      outbounds: [{ orderNo: 'O12', lines: [{ sku: 'TEA', quantity: 1 }] }],
    },
  },
  steps: [make('O12'), book([nth(1)]), by(60 * HOUR), step('tms.claim.file', { waybill: nth(1), amount: 1, evidence: [] }, 'E_NO_HARM')],
  follows: ['missed'],
}

const tooLate: Play = {
  name: 'a claim made after its time',
  apps: { desk: {}, tms },
  steps: [make('O12'), book([nth(1)]), by(40 * 24 * HOUR), claim(nth(1), 100, [], 'E_WINDOW')],
  follows: ['urged'],
}

export const tmsRuns: readonly Play[] = [careful, careless, late, tooLate]
