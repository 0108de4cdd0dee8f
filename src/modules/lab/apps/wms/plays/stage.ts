import type { PlayStep } from '../../../core/app/play.ts'

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
