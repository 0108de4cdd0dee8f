import type { Play, PlayStep } from '../../core/app/play.ts'

/** A small warehouse for the plays: food on one side, toiletries on the other. */
export const zones = [
  { code: 'A', zh: '食品区', keeps: ['食品'] },
  { code: 'B', zh: '日化区', keeps: ['日化'] },
  { code: 'R', zh: '退货区', keeps: ['食品', '日化'] },
]
const place = (code: string, kind: string, cap: number, route: number) => ({ code, zone: code.slice(0, 1), kind, cap, route })
export const places = [
  place('A-01', '拣选', 60, 5),
  place('A-02', '存储', 200, 10),
  place('A-03', '存储', 20, 15),
  place('A-04', '存储', 50, 20),
  place('A-05', '存储', 1, 22),
  place('A-09', '不良', 50, 60),
  place('B-01', '拣选', 100, 25),
  place('B-02', '存储', 100, 30),
  place('B-03', '存储', 100, 35),
  place('R-01', '退货', 10, 50),
]
export const skus = [
  { sku: 'TEA', name: '明前龙井 250 克', gtin: '6900000000017', category: '食品', perCase: 12, weight: 250, shelfDays: 540 },
  { sku: 'SOAP', name: '手工皂 400 克', gtin: '6900000000024', category: '日化', perCase: 12, weight: 400, shelfDays: 1095 },
  { sku: 'CUP', name: '品茗杯', gtin: '6900000000031', category: '日化', perCase: 24, weight: 300 },
]
export const stock = [
  { loc: 'A-01', sku: 'TEA', lot: 'T1', exp: '2026-12-01', on: 10 },
  { loc: 'A-02', sku: 'TEA', lot: 'T2', exp: '2027-03-01', on: 100 },
  { loc: 'A-05', sku: 'TEA', lot: 'T0', exp: '2027-12-01', on: 1 },
  { loc: 'B-01', sku: 'SOAP', lot: 'S1', exp: '2028-01-01', on: 30 },
  { loc: 'B-02', sku: 'CUP', lot: 'C1', on: 20, real: 18 },
  { loc: 'B-03', sku: 'CUP', lot: 'C1', on: 5 },
]
export const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
/** A carrier, for the plays in which labels are checked. */
export const carriers = [
  {
    code: 'SD',
    name: '顺达速运',
    prefix: 'SD',
    services: [
      {
        code: 'BK',
        name: '标快',
        rates: [{ area: '华东', regions: ['浙江省'], firstGrams: 1000, first: 1000, stepGrams: 1000, step: 200, hours: 24 }],
      },
    ],
  },
]

const notices = [
  {
    no: 'N1',
    supplier: '云栖茶厂',
    after: 3600,
    lines: [
      { sku: 'TEA', quantity: 24 },
      { sku: 'SOAP', quantity: 24 },
    ],
    cartons: [
      { sku: 'TEA', lot: 'T3', made: '2026-02-01', units: 12 },
      { sku: 'TEA', lot: 'T3', made: '2026-02-01', units: 11, broken: 1, look: '箱角压破，1 盒外包装破损' },
      { sku: 'SOAP', lot: 'S2', made: '2024-01-01', units: 12 },
      { sku: 'SOAP', lot: 'S3', made: '2026-01-10', units: 12 },
    ],
  },
  {
    no: 'N9',
    supplier: '远路厂',
    after: 9_000_000,
    lines: [{ sku: 'CUP', quantity: 1 }],
    cartons: [{ sku: 'CUP', lot: 'TAINT-9402', units: 1 }],
  },
]
const wms = { zones, locations: places, skus, stock, notices }
const scan = (more: object, refusal?: string): PlayStep => {
  const data = { receipt: 'RK1001', sku: 'TEA', lot: 'T3', made: '2026-02-01', quantity: 1, state: 'good', ...more }
  return refusal === undefined ? ['wms.receipt.scan', data] : ['wms.receipt.scan', data, refusal]
}
const soap = { sku: 'SOAP', quantity: 12 }
const differ = (sku: string, kind: string, quantity: number, refusal?: string): PlayStep => {
  const data = { receipt: 'RK1001', sku, kind, quantity, note: '已拍照' }
  return refusal === undefined ? ['wms.difference.record', data] : ['wms.difference.record', data, refusal]
}
const check = (line: string, verdict: string, refusal?: string): PlayStep => {
  const data = { receipt: 'RK1001', line, verdict }
  return refusal === undefined ? ['wms.qc.record', data] : ['wms.qc.record', data, refusal]
}
const put = (line: string, loc: string, quantity: number, refusal?: string): PlayStep => {
  const data = { receipt: 'RK1001', line, loc, quantity }
  return refusal === undefined ? ['wms.putaway', data] : ['wms.putaway', data, refusal]
}

const careful: Play = {
  name: 'a delivery is counted, its gaps told, its goods put where they belong',
  apps: { desk: {}, wms },
  steps: [
    ['wms.asn.create', { supplier: '云栖茶厂', lines: [{ sku: 'NO', quantity: 1 }] }, 'E_NO_SKU'],
    [
      'wms.asn.create',
      {
        supplier: '云栖茶厂',
        lines: [
          { sku: 'TEA', quantity: 1 },
          { sku: '6900000000017', quantity: 1 },
        ],
      },
      'E_DUP_LINE',
    ],
    [
      'wms.asn.create',
      {
        supplier: '云栖茶厂',
        lines: [
          { sku: 'TEA', quantity: 12 },
          { sku: 'CUP', quantity: 24 },
        ],
      },
    ],
    ['wms.unload', { notice: 'N1' }, 'E_NOT_ARRIVED'],
    by(3600),
    ['wms.unload', { notice: 'X' }, 'E_NONE'],
    ['wms.unload', { notice: 'N1' }],
    ['wms.unload', { notice: 'N1' }, 'E_UNLOADED'],
    ['wms.receipt.close', { receipt: 'RK9' }, 'E_NONE'],
    ['wms.receipt.close', { receipt: 'RK1001' }, 'E_NOTHING_IN'],
    scan({ receipt: 'RK9' }, 'E_NONE'),
    scan({ sku: 'CUP' }, 'E_NOT_ON_ASN'),
    scan({ made: null }, 'E_MADE'),
    scan({ ...soap, lot: 'S2', made: '2024-01-01' }, 'E_EXP'),
    scan({ ...soap, lot: 'S2', made: '2024-01-01', state: 'refused' }),
    scan({ ...soap, lot: 'S3', made: '2026-01-10' }),
    scan({ quantity: 30 }, 'W_OVER'),
    scan({ quantity: 22 }),
    scan({ state: 'damaged' }),
    scan({}),
    ['wms.receipt.strike', { receipt: 'RK1001', line: 'RL1005' }],
    ['wms.receipt.strike', { receipt: 'RK1001', line: 'RL9' }, 'E_NONE'],
    ['wms.receipt.close', { receipt: 'RK1001' }, 'W_DIFF'],
    differ('CUP', '短少', 1, 'E_NOT_ON_ASN'),
    differ('TEA', '短少', 1),
    differ('TEA', '破损', 1),
    differ('SOAP', '临期', 12),
    check('RL1002', 'pass', 'E_STATE'),
    ['wms.receipt.close', { receipt: 'RK1001' }],
    scan({}, 'E_STATE'),
    check('RL1002', 'pass'),
    check('RL1003', 'pass'),
    check('RL9', 'pass', 'E_NONE'),
    check('RL1004', 'fail'),
    put('RL9', 'A-03', 1, 'E_NONE'),
    put('RL1003', 'X', 1, 'E_LOC'),
    put('RL1003', 'B-01', 1, 'E_ZONE'),
    put('RL1003', 'A-03', 23, 'E_QUANTITY'),
    put('RL1003', 'A-09', 1, 'E_KIND'),
    put('RL1003', 'A-03', 22, 'E_CAP'),
    put('RL1003', 'A-01', 22, 'E_LOT_MIX'),
    put('RL1003', 'A-03', 20),
    ['wms.count.start', { locs: ['A-04'] }],
    put('RL1003', 'A-04', 2, 'E_FROZEN'),
    ['desk.persona.switch', { persona: 'second' }],
    ['wms.count.approve', { count: 'PD1001', reasons: [] }],
    put('RL1003', 'A-04', 2),
    put('RL1004', 'A-09', 1),
    put('RL1002', 'B-02', 12),
    put('RL1002', 'B-02', 1, 'E_STATE'),
    by(3 * 86_400),
    ['wms.unload', { notice: 'ASN1001' }],
  ],
  follows: ['answered', 'audited'],
}

const careless: Play = {
  name: 'nobody counts, nobody reads the labels',
  apps: { desk: {}, wms },
  steps: [
    by(3600),
    ['wms.unload', { notice: 'N1' }],
    scan({ ...soap, lot: 'S2', made: '2026-01-10' }),
    scan({ ...soap, lot: 'S3', made: '2026-01-10' }),
    scan({ quantity: 24 }),
    differ('SOAP', '短少', 3),
    ['wms.receipt.close', { receipt: 'RK1001' }],
    check('RL1001', 'pass'),
    check('RL1002', 'pass'),
    check('RL1003', 'pass'),
    put('RL1003', 'A-04', 24),
    put('RL1001', 'B-02', 12),
    put('RL1002', 'B-03', 12),
    ['wms.reserve', { orderNo: 'O1', lines: [{ sku: 'TEA', quantity: 133 }] }],
    ['wms.wave.create', { orders: ['O1'], rule: '按单拣' }],
    by(86_400),
  ],
  springs: ['misdated', 'flawed'],
  follows: ['answered', 'audited'],
}

const refused: Play = {
  name: 'a whole delivery goes back',
  apps: { desk: {}, wms },
  steps: [
    by(3600),
    ['wms.unload', { notice: 'N1' }],
    scan({ state: 'refused', quantity: 23 }),
    ['wms.receipt.close', { receipt: 'RK1001', confirm: ['W_DIFF'] }],
    by(86_400),
  ],
}

export const inboundPlays: readonly Play[] = [careful, careless, refused]
