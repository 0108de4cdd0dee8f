import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId } from '../../core/world/ids.ts'
import { by, carriers, inboundPlays, places, skus, stock, zones } from './runs-inbound.ts'

const to = { name: '李梅', phone: '13800000000', region: '浙江省杭州市', detail: '文三路 1 号' }
const shelf = { zones, locations: places, skus, stock }
const reserve = (orderNo: string, sku: string, quantity: number): PlayStep => ['wms.reserve', { orderNo, lines: [{ sku, quantity }], to }]
const pick = (task: string, more: object, refusal?: string): PlayStep => {
  const data = { task, sku: 'TEA', loc: 'A-01', lot: 'T1', quantity: 5, ...more }
  return refusal === undefined ? ['wms.pick.confirm', data] : ['wms.pick.confirm', data, refusal]
}
const cup = { sku: 'CUP', loc: 'B-02', lot: 'C1' }
const hand = (orders: readonly string[], count: number, refusal?: string): PlayStep => {
  const data = { carrier: '顺达速运', orders, count }
  return refusal === undefined ? ['wms.ship.handover', data] : ['wms.ship.handover', data, refusal]
}

const outgoing: Play = {
  name: 'orders are picked, packed, handed over; one goes out short, one is stopped',
  apps: { desk: {}, wms: { ...shelf, outbounds: [{ orderNo: 'O1', to, lines: [{ sku: 'TEA', quantity: 5 }] }] } },
  steps: [
    ['wms.reserve', { orderNo: 'O1', lines: [{ sku: 'TEA', quantity: 1 }] }, 'E_TWICE'],
    ['wms.reserve', { orderNo: 'O2', lines: [{ sku: 'NO', quantity: 1 }] }, 'E_NO_SKU'],
    ['wms.reserve', { orderNo: 'O2', lines: [{ sku: 'CUP', quantity: 99 }] }, 'E_STOCK'],
    reserve('O2', 'CUP', 22),
    reserve('O3', 'CUP', 3),
    reserve('O6', 'SOAP', 4),
    ['wms.wave.create', { orders: [], rule: '按单拣' }, 'E_EMPTY'],
    ['wms.wave.create', { orders: ['O9'], rule: '按单拣' }, 'E_NONE'],
    ['wms.wave.create', { orders: ['O1', 'O1'], rule: '按单拣' }, 'E_TWICE'],
    ['wms.wave.create', { orders: ['O1', 'O2', 'O3'], rule: '批量拣' }],
    ['wms.wave.create', { orders: ['O1'], rule: '按单拣' }, 'E_STATE'],
    ['wms.count.start', { locs: ['A-01'] }, 'E_PICKING'],
    ['wms.move', { from: 'A-01', to: 'A-03', sku: 'TEA', lot: 'T1', quantity: 10 }, 'E_RESERVED'],
    pick('O9-1', {}, 'E_NONE'),
    pick('O1-1', { sku: 'SOAP' }, 'E_SKU'),
    pick('O1-1', { loc: 'B-01' }, 'E_WRONG_LOC'),
    pick('O1-1', { loc: 'A-02', lot: 'T2' }, 'E_FEFO'),
    pick('O1-1', { quantity: 6 }, 'E_QUANTITY'),
    pick('O1-1', { sku: '6900000000017' }),
    pick('O1-1', {}, 'E_STATE'),
    pick('O3-1', { ...cup, quantity: 3 }, 'E_PROMISED'),
    pick('O3-1', { ...cup, loc: 'B-03', quantity: 3 }),
    pick('O2-1', { ...cup, quantity: 20 }, 'E_NOT_THERE'),
    pick('O2-1', { ...cup, quantity: 18 }, 'W_SHORT'),
    pick('O2-1', { ...cup, quantity: 18, short: 'rest' }),
    pick('O2-1', { ...cup, quantity: 1 }, 'E_DONE'),
    pick('O2-2', { ...cup, loc: 'B-03', quantity: 2 }),
    ['wms.weigh', { orderNo: 'O9', box: '3号箱' }, 'E_NONE'],
    ['wms.weigh', { orderNo: 'O1', box: '9号箱' }, 'E_BOX'],
    ['wms.weigh', { orderNo: 'O1', box: '3号箱' }],
    ['wms.pack', { orders: ['O1'], box: '9号箱', weight: 1430 }, 'E_BOX'],
    ['wms.pack', { orders: ['O1', 'O3'], box: '3号箱', weight: 1430 }, 'E_MIX_ORDER'],
    ['wms.pack', { orders: ['O9'], box: '3号箱', weight: 1430 }, 'E_NONE'],
    ['wms.pack', { orders: ['O1'], box: '3号箱', weight: 1630 }, 'E_WEIGHT'],
    ['wms.label.print', { orderNo: 'O1', waybill: 'YD1' }, 'E_NOT_PACKED'],
    hand(['O1'], 1, 'E_NOT_PACKED'),
    ['wms.pack', { orders: ['O1'], box: '3号箱', weight: 1430 }],
    ['wms.weigh', { orderNo: 'O1', box: '3号箱' }, 'E_STATE'],
    ['wms.release', { orderNo: 'O1' }, 'E_STATE'],
    hand(['O1'], 1, 'E_NO_LABEL'),
    ['wms.label.print', { orderNo: 'O1', waybill: 'YD1' }],
    ['wms.address.set', { orderNo: 'O1', to: { ...to, phone: '13900000000' } }],
    ['wms.address.set', { orderNo: 'O9', to }, 'E_NONE'],
    hand(['O1'], 2, 'E_COUNT'),
    hand(['O9'], 1, 'E_NONE'),
    hand(['O1'], 1),
    ['wms.address.set', { orderNo: 'O1', to }, 'E_STATE'],
    ['wms.release', { orderNo: 'O3' }],
    ['wms.release', { orderNo: 'O9' }, 'E_NONE'],
    reserve('O3', 'CUP', 1),
    ['wms.release', { orderNo: 'O6' }],
    by(400_000),
  ],
}

const careless: Play = {
  name: 'picked without scanning, waiting for stock, a broken return called whole',
  apps: {
    desk: {},
    wms: {
      ...shelf,
      stock: [...stock, { loc: 'B-01', sku: 'CUP', lot: 'C0', on: 4, real: 0 }],
      conditions: [
        { orderNo: 'O5', sku: 'SOAP', grade: 'damaged', look: '外壳碎裂，有使用痕迹。' },
        { orderNo: 'O77', sku: 'TEA', grade: 'wrong', look: 'TAINT-9401 不会退回' },
      ],
    },
  },
  steps: [
    ...['O5', 'O6', 'O7', 'O8'].map(o => reserve(o, 'SOAP', 1)),
    reserve('O9', 'CUP', 4),
    ['wms.wave.create', { orders: ['O5', 'O6', 'O7', 'O8', 'O9'], rule: '按单拣' }],
    ...['O5', 'O6', 'O7', 'O8'].flatMap((o): PlayStep[] => [
      pick(`${o}-1`, { sku: 'SOAP', loc: 'B-01', lot: 'S1', quantity: 1, scanned: false }),
      ['wms.weigh', { orderNo: o, box: '3号箱' }],
      ['wms.pack', { orders: [o], box: '3号箱', weight: 580 }],
      ['wms.label.print', { orderNo: o, waybill: `YD-${o}` }],
    ]),
    hand(['O5', 'O6', 'O7', 'O8'], 4),
    pick('O9-1', { sku: 'CUP', loc: 'B-01', lot: 'C0', quantity: 0, short: 'wait' }),
    ['wms.return.expect', { rma: 'RMA1', orderNo: 'O5', lines: [{ sku: 'SOAP', quantity: 1 }] }],
    ['wms.return.expect', { rma: 'RMA1', orderNo: 'O5', lines: [{ sku: 'SOAP', quantity: 1 }] }, 'E_RMA_USED'],
    ['wms.return.expect', { rma: 'RMA2', orderNo: 'O5', lines: [{ sku: 'NO', quantity: 1 }] }, 'E_NO_SKU'],
    ['wms.return.inspect', { rma: 'RMA1', grade: 'good', loc: 'R-01' }, 'E_STATE'],
    by(180_000),
    ['wms.return.inspect', { rma: 'RMA9', grade: 'good', loc: 'R-01' }, 'E_NO_RMA'],
    ['wms.return.inspect', { rma: 'RMA1', grade: 'good', loc: 'R-09' }, 'E_LOC'],
    ['wms.return.inspect', { rma: 'RMA1', grade: 'good', loc: 'A-05' }, 'E_CAP'],
    ['wms.return.inspect', { rma: 'RMA1', grade: 'good', loc: 'R-01' }],
    pick('O9-2', { sku: 'CUP', loc: 'B-01', lot: 'NL1001', quantity: 0, short: 'rest' }),
    ['wms.pack', { orders: ['O9'], box: '3号箱', weight: 180 }, 'E_NOTHING'],
    by(400_000),
  ],
  springs: ['unscanned', 'misgraded'],
  follows: ['refilled', 'complained', 'returnAudited'],
}

const count: Play = {
  name: 'a blind count, approved by another, and pick faces kept full',
  apps: { desk: {}, wms: { ...shelf, stock: [...stock, { loc: 'B-03', sku: 'SOAP', lot: 'S1', exp: '2028-01-01', on: 50 }] } },
  agents: [
    {
      id: agentId('floor.li'),
      name: '小李',
      app: appId('wms'),
      policy: 'colleague',
      params: { every: 300 },
      secret: { hidden: { hasty: 0 } },
    },
  ],
  steps: [
    ['wms.count.start', { locs: ['X'] }, 'E_LOC'],
    ['wms.count.start', { locs: ['B-02', 'B-01'] }],
    ['wms.count.start', { locs: ['B-02'] }, 'E_FROZEN'],
    ['wms.stock.query', { loc: 'X' }, 'E_LOC'],
    ['wms.stock.query', { loc: 'A-01' }],
    ['wms.stock.query', { loc: 'B-02' }, 'E_BLIND'],
    ['wms.look', { loc: 'X' }, 'E_LOC'],
    ['wms.look', { loc: 'B-02' }],
    ['wms.move', { from: 'B-02', to: 'B-03', sku: 'CUP', lot: 'C1', quantity: 1 }, 'E_FROZEN'],
    ['wms.move', { from: 'A-02', to: 'A-03', sku: 'TEA', lot: 'T9', quantity: 1 }, 'E_NONE'],
    ['wms.move', { from: 'A-02', to: 'A-03', sku: 'TEA', lot: 'T2', quantity: 101 }, 'E_QUANTITY'],
    ['wms.move', { from: 'A-02', to: 'A-03', sku: 'TEA', lot: 'T2', quantity: 10 }],
    ['wms.move', { from: 'A-02', to: 'A-09', sku: 'TEA', lot: 'T2', quantity: 1 }],
    ['wms.count.record', { count: 'PD9', loc: 'B-02', sku: 'CUP', lot: 'C1', counted: 18 }, 'E_NONE'],
    ['wms.count.record', { count: 'PD1001', loc: 'A-01', sku: 'TEA', lot: 'T1', counted: 1 }, 'E_NOT_IN_COUNT'],
    ['wms.count.record', { count: 'PD1001', loc: 'B-02', sku: 'NO', lot: 'C1', counted: 18 }, 'E_NO_SKU'],
    ['wms.count.recount', { count: 'PD1001', loc: 'B-02', sku: 'CUP', lot: 'C1', counted: 18 }, 'E_NOT_RECORDED'],
    ['wms.count.record', { count: 'PD1001', loc: 'B-02', sku: 'CUP', lot: 'C1', counted: 17 }],
    ['wms.count.record', { count: 'PD1001', loc: 'B-02', sku: 'CUP', lot: 'C1', counted: 18 }, 'E_RECORDED'],
    ['wms.count.recount', { count: 'PD1001', loc: 'B-02', sku: 'CUP', lot: 'C1', counted: 18 }],
    ['wms.count.approve', { count: 'PD1001', reasons: [] }, 'E_SELF'],
    ['desk.persona.switch', { persona: 'second' }],
    ['wms.count.approve', { count: 'PD9', reasons: [] }, 'E_NONE'],
    ['wms.count.approve', { count: 'PD1001', reasons: [] }, 'E_NOT_COUNTED'],
    ['wms.count.record', { count: 'PD1001', loc: 'B-01', sku: 'SOAP', lot: 'S1', counted: 30 }],
    ['wms.count.record', { count: 'PD1001', loc: 'B-01', sku: 'CUP', lot: 'C7', counted: 1 }],
    ['wms.count.approve', { count: 'PD1001', reasons: [] }, 'E_REASON'],
    [
      'wms.count.approve',
      {
        count: 'PD1001',
        reasons: [
          { loc: 'B-02', sku: 'CUP', reason: '丢失' },
          { loc: 'B-01', sku: 'CUP', reason: '错放' },
        ],
      },
    ],
    ['wms.count.approve', { count: 'PD1001', reasons: [] }, 'E_STATE'],
    ['wms.replenish.run', {}, 'E_NO_REFILL'],
    ['wms.replenish.set', { sku: 'NO', min: 1, max: 2 }, 'E_NO_SKU'],
    ['wms.replenish.set', { sku: 'SOAP', min: 9, max: 2 }, 'E_RANGE'],
    ['wms.replenish.set', { sku: 'SOAP', min: 40, max: 50 }],
    ['wms.replenish.run', {}],
    ['wms.replenish.run', {}, 'E_NO_REFILL'],
    ['wms.move', { from: 'B-01', to: 'A-09', sku: 'CUP', lot: 'C7', quantity: 1 }, 'E_ZONE'],
    reserve('O1', 'TEA', 12),
    ['wms.wave.create', { orders: ['O1'], rule: '按单拣' }],
    by(4000),
  ],
}

const labels: Play = {
  name: 'a label is checked against the carrier',
  apps: { desk: {}, tms: { carriers }, wms: shelf },
  steps: [
    reserve('O1', 'TEA', 5),
    reserve('O2', 'TEA', 5),
    ['wms.wave.create', { orders: ['O1', 'O2'], rule: '批量拣' }],
    pick('O1-1', {}),
    ['wms.pack', { orders: ['O1'], box: '3号箱', weight: 1430 }],
    ['tms.waybill.create', { orderNo: 'O2', carrier: 'SD', service: 'BK', from: { ...to, name: '王芳' }, to, goods: '茶叶', weight: 1430 }],
    ['wms.label.print', { orderNo: 'O1', waybill: 'SD260310023' }, 'E_WAYBILL'],
    ['wms.label.print', { orderNo: 'O1', waybill: 'SD260310019' }, 'E_OTHER_ORDER'],
  ],
}

export const wmsRuns: readonly Play[] = [...inboundPlays, outgoing, careless, count, labels]
