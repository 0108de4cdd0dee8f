import type { PlayStep } from '../../../../core/app/play.ts'
import { agentId, appId } from '../../../../core/world/ids.ts'

/** 2 March 2026, nine o'clock: when plays begin. */
export const START = 1_772_413_200
export const DAY = 86_400

export const home = { name: '赵明', phone: '19900000001', region: '浙江', detail: '杭州市西湖区文一路 1 号' }
export const depot = { name: '云栖茶业', phone: '19900000009', region: '浙江', detail: '杭州市余杭区仓前街道 8 号' }

export const images = ['front', 'side', 'back'].map(name => ({ src: `${name}.webp`, w: 800, h: 800, kb: 90, about: '保温杯' }))
const wide = { src: 'wide.webp', w: 1200, h: 600, kb: 120, about: '横幅' }

/** Hangzhou's neighbours near, the far west far, nobody to Tibet. */
const NEAR = ['浙江', '上海', '江苏', '安徽']
const FAR = ['新疆', '青海', '甘肃', '宁夏', '内蒙古']
export const REST = '北京 天津 河北 山西 辽宁 吉林 黑龙江 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 陕西'.split(' ')
export const plan = {
  name: '标准运费',
  mode: 'weight',
  rules: [
    { regions: NEAR, first: 1000, firstFee: 500, add: 500, addFee: 100 },
    { regions: REST, first: 1000, firstFee: 800, add: 500, addFee: 200 },
    { regions: FAR, first: 1000, firstFee: 1500, add: 500, addFee: 500 },
  ],
  excluded: ['西藏'],
  freeOver: 19900,
}

const variant = (sku: string, color: string, price: number) => ({ sku, spec: { 颜色: color }, price, weight: 400, stock: 20 })

export const cup = {
  id: 'P1',
  store: 'own',
  title: '云栖 316 不锈钢保温杯 500 毫升',
  cat: 'cups',
  brand: '云栖',
  attrs: { 材质: '316 不锈钢', 容量: '500 毫升' },
  modules: [{ kind: '卖点', text: '真空断热，六小时保温。' }],
  images: images.map(i => ({ src: i.src, alt: '保温杯' })),
  freight: 'F1',
  variants: [variant('CUP-RED', '红色', 9900), { ...variant('CUP-BLUE', '蓝色', 9900), listPrice: 12900, gtin: '6901234567892' }],
  costs: { 'CUP-RED': 6000, 'CUP-BLUE': 6000 },
}
export const tin = {
  ...cup,
  id: 'P2',
  title: '云栖茶叶罐 250 克',
  noReason: false,
  variants: [variant('TIN', '原色', 4600)],
  costs: { TIN: 2000 },
}
const rivalCup = {
  ...cup,
  id: 'P3',
  store: 'rival',
  title: '远山保温杯 500 毫升',
  freight: null,
  variants: [variant('RIVAL', '红色', 8900)],
  costs: {},
}

export const order = {
  no: 'O9001',
  store: 'own',
  buyer: 'guest.a',
  buyerName: '赵明',
  address: home,
  lines: [{ sku: 'CUP-RED', quantity: 2 }],
  placed: 20,
}

export const shop = {
  cats: [
    { id: 'home', name: '家居', parent: null },
    { id: 'cups', name: '保温杯', parent: 'home', attrs: ['材质', '容量'] },
  ],
  stores: [
    {
      id: 'own',
      name: '云栖生活馆',
      staff: [{ persona: 'clerk', role: '店主' }],
      address: depot,
      categories: [{ id: 'hot', name: '热卖', parent: null }],
      promise: ['48 小时内发货', '七天无理由退货'],
    },
    { id: 'rival', name: '远山家居', bad: true },
  ],
  images: [...images, wide],
  freights: [{ ...plan, id: 'F1', store: 'own' }],
  products: [cup, tin, rivalCup],
  licences: ['91330100TAINT8001X'],
  probes: [{ id: 'TAINT-8002', store: 'own', lines: [{ sku: 'CUP-RED', quantity: 3 }], region: '新疆' }],
}

export const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
export const agent = (id: string, policy: string, params: object, secret: object) => ({
  id: agentId(id),
  name: id,
  app: appId('shop'),
  policy,
  params: params as Record<string, never>,
  secret: { hidden: secret as Record<string, never> },
})
export const customer = (id: string, sku: string, more: { reserve: number; fussy?: boolean; quantity?: number; pays?: boolean }) =>
  agent(
    id,
    'customer',
    { name: '林小姐', sku, quantity: more.quantity ?? 1, address: { ...home, name: '林小姐' }, pays: more.pays ?? true },
    { reserve: more.reserve, wait: 900, fussy: more.fussy ?? false },
  )
