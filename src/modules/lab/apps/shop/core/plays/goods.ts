import type { Play, PlayStep } from '../../../../core/app/play.ts'
import { DAY, START, agent, by, cup, customer, depot, images, plan, shop } from './small-mall.ts'

const { id: _id, store: _store, costs: _costs, ...body } = cup
const variants = [{ sku: 'NEW-1', spec: { 颜色: '白色' }, gtin: '6901234567892', price: 8800, listPrice: 9900, weight: 380, stock: 50 }]
const save = (change: object, refusal?: string): PlayStep => {
  const data = { id: null, ...body, title: '云栖旅行保温杯 380 毫升', variants, ...change }
  return refusal === undefined ? ['shop.product.save', data] : ['shop.product.save', data, refusal]
}
const submit = (product: string, refusal?: string): PlayStep =>
  refusal === undefined ? ['shop.product.submit', { product }] : ['shop.product.submit', { product }, refusal]
const again = (change: object): PlayStep => save({ id: 'P1001', ...change })
const watchdog = agent('watchdog.a', 'watchdog', {}, { wait: 7200 })
const alt = images.map(i => ({ src: i.src, alt: '旅行杯' }))

/** A product is written, refused for every reason there is, audited, bought. */
export const shelving: Play = {
  name: 'a product comes on the shelf and is bought',
  apps: { desk: {}, shop },
  agents: [customer('customer.a', 'NEW-1', { reserve: 9000 }), watchdog],
  steps: [
    ['shop.freight.save', { id: null, ...plan, rules: [...plan.rules, { ...plan.rules[0], regions: ['火星'] }] }, 'E_REGION'],
    ['shop.freight.save', { id: null, ...plan, excluded: ['西藏', '浙江'] }, 'E_REGION_TWICE'],
    ['shop.freight.save', { id: null, ...plan, excluded: [] }, 'E_REGION_GAP'],
    ['shop.freight.save', { id: 'F9', ...plan }, 'E_NONE'],
    ['shop.freight.save', { id: null, ...plan, name: '大件运费' }],
    save({ variants: [{ ...variants[0], price: 10000 }] }, 'E_PRICE'),
    save({ variants: [{ ...variants[0], gtin: '6901234567890' }] }, 'E_GTIN'),
    save({ variants: [{ ...variants[0], sku: 'CUP-RED' }] }, 'E_SKU_TAKEN'),
    save({ title: cup.title }, 'W_DUP'),
    save({ id: 'P9' }, 'E_NONE'),
    save({ title: '' }),
    submit('P1001', 'E_TITLE_LEN'),
    again({ title: '云栖全网最低价保温杯' }),
    submit('P1001', 'E_BANNED_WORD'),
    again({ cat: 'home' }),
    submit('P1001', 'E_CAT'),
    again({ attrs: { 材质: '316 不锈钢' } }),
    submit('P1001', 'E_ATTR_REQUIRED'),
    again({ images: alt.slice(0, 2) }),
    submit('P1001', 'E_IMG_COUNT'),
    again({ images: [...alt.slice(0, 2), { src: 'wide.webp', alt: '横幅' }] }),
    submit('P1001', 'E_IMG_RATIO'),
    again({ images: alt.map(i => ({ ...i, alt: '' })) }),
    submit('P1001', 'E_IMG_ALT'),
    again({ images: [...alt.slice(0, 2), { src: 'lost.webp', alt: '无' }] }),
    submit('P1001', 'E_NONE'),
    again({ freight: null }),
    submit('P1001', 'E_NO_FREIGHT'),
    again({ attrs: { 材质: '顶级 316 不锈钢', 容量: '380 毫升' } }),
    submit('P1001'),
    ['shop.product.on', { product: 'P1001' }, 'E_AUDIT'],
    by(1800),
    submit('P1001', 'E_STATE'),
    again({ attrs: { 材质: '316 不锈钢', 容量: '380 毫升' } }),
    submit('P1001'),
    by(4 * 3600),
    ['shop.product.copy', { product: 'P1001', suffix: '-B' }],
    ['shop.product.copy', { product: 'P1001', suffix: '-B' }, 'E_SKU_TAKEN'],
    ['shop.product.stock', { sku: 'NEW-1', stock: 8 }],
    ['shop.product.stock', { sku: 'RIVAL', stock: 8 }, 'E_NONE'],
    ['shop.product.batchPrice', { prices: [{ sku: 'NEW-1', price: 0 }] }, 'E_PRICE'],
    ['shop.product.batchPrice', { prices: [{ sku: 'NEW-1', price: 8600 }] }],
    ['shop.product.off', { product: 'P1001' }],
    ['shop.product.off', { product: 'P1001' }, 'E_STATE'],
    ['shop.product.on', { product: 'P1001' }],
    ['desk.persona.switch', { persona: 'second' }],
    ['shop.product.on', { product: 'P1001' }, 'E_NO_STORE'],
    ['desk.persona.switch', { persona: 'clerk' }],
    ['shop.sub.save', { persona: 'clerk', role: '客服', perms: ['care'] }, 'E_LAST_ADMIN'],
    ['shop.sub.save', { persona: 'second', role: '客服', perms: ['nothing'] }, 'E_NONE'],
    ['shop.sub.save', { persona: 'second', role: '客服', perms: ['care'] }],
    ['desk.persona.switch', { persona: 'second' }],
    ['shop.product.off', { product: 'P1001' }, 'E_SUB_PERM'],
  ],
  follows: ['audited', 'bought'],
}

const discount = {
  name: '春茶节',
  kind: 'discount',
  products: ['P1'],
  tiers: [{ pay: 9000 }],
  from: START,
  until: START + 3 * DAY,
  budget: null,
}
const promo = (change: object, refusal?: string): PlayStep => {
  const data = { id: null, ...discount, ...change }
  return refusal === undefined ? ['shop.promo.save', data] : ['shop.promo.save', data, refusal]
}

/** Promotions, their refusals, and what they lead to. */
export const selling: Play = {
  name: 'promotions of every kind; a rival follows',
  apps: { desk: {}, shop },
  agents: [
    customer('customer.b', 'CUP-BLUE', { reserve: 9000 }),
    agent('rival.a', 'rival', { store: 'rival', sku: 'RIVAL' }, { price: 7900, wait: 7200 }),
  ],
  steps: [
    promo({ until: START - 1 }, 'E_WINDOW'),
    promo({ budget: { type: 'usage', limit: 0 } }, 'E_BUDGET'),
    promo({ id: 'PR9' }, 'E_NONE'),
    promo({ tiers: [{ pay: 10000 }] }),
    ['shop.promo.activate', { promo: 'PR1001' }, 'E_RAISE_FIRST'],
    promo({ id: 'PR1001', tiers: [{ pay: 5000 }] }),
    ['shop.promo.activate', { promo: 'PR1001' }, 'W_BELOW_COST'],
    promo({ id: 'PR1001' }),
    ['shop.promo.activate', { promo: 'PR1001' }],
    promo({ id: 'PR1001' }, 'E_STATE'),
    promo({ name: '同类活动' }),
    ['shop.promo.activate', { promo: 'PR1002' }, 'E_OVERLAP'],
    ['shop.product.batchPrice', { prices: [{ sku: 'CUP-RED', price: 9800 }] }, 'E_ACTIVE_PROMO'],
    ['shop.product.off', { product: 'P1' }, 'E_ACTIVE_PROMO'],
    by(4 * 3600),
    ['shop.promo.pause', { promo: 'PR1001' }],
    ['shop.promo.pause', { promo: 'PR1001' }, 'E_STATE'],
    ['shop.promo.activate', { promo: 'PR1001' }],
    promo({ name: '满减', kind: 'amount', products: [], tiers: [{ min: 20000, off: 1200 }], budget: { type: 'usage', limit: 1 } }),
    ['shop.promo.activate', { promo: 'PR1003' }],
    promo({ name: '两件九折', kind: 'count', tiers: [{ min: 2, pay: 9000 }], from: START + DAY, until: START + 2 * DAY }),
    ['shop.promo.activate', { promo: 'PR1004' }],
    promo({ name: '买赠', kind: 'gift', products: [], tiers: [{ min: 10000, gift: 'TIN' }] }),
    ['shop.promo.activate', { promo: 'PR1005' }],
    ['shop.promo.end', { promo: 'PR1005' }],
    ['shop.promo.end', { promo: 'PR1005' }, 'E_STATE'],
    promo({ name: '秒杀', kind: 'flash', products: ['P2'], tiers: [{ price: 1500 }] }),
    ['shop.promo.activate', { promo: 'PR1006', confirm: ['W_BELOW_COST'] }],
    ['shop.coupon.issue', { name: '新客券', min: 10000, off: 1000, total: 0, from: START, until: START + DAY }, 'E_QTY'],
    ['shop.coupon.issue', { name: '新客券', min: 1000, off: 1000, total: 5, from: START, until: START + DAY }, 'E_COUPON_OFF'],
    ['shop.coupon.issue', { name: '新客券', min: 10000, off: 1000, total: 5, from: START, until: START }, 'E_WINDOW'],
    ['shop.coupon.issue', { name: '新客券', min: 10000, off: 1000, total: 5, from: START, until: START + 5 * DAY }],
    by(3 * DAY),
  ],
  springs: ['belowCost'],
  follows: ['followed'],
}

const block = { kind: 'text', text: '春茶上新', image: null, alt: '', link: 'product:P1', color: '#333333', background: '#ffffff' }
const set = (change: object, refusal?: string): PlayStep => {
  const data = { id: null, ...block, ...change }
  return refusal === undefined ? ['shop.decor.set', data] : ['shop.decor.set', data, refusal]
}

/** The face of the store; a second store; a description that should have been read again. */
export const opening: Play = {
  name: 'a home page, a second store, a careless description',
  apps: { desk: {}, shop: { ...shop, licences: ['91330100MA0000TEST', ...shop.licences] } },
  agents: [watchdog],
  steps: [
    ['shop.store.open', { name: '分店', licence: '91330100MA0000TEST', address: depot }, 'E_HAS_STORE'],
    ['shop.store.profile', { notice: '三月八日前下单赠茶样', logo: 'wide.webp', shipHours: 24 }, 'E_LOGO_RATIO'],
    ['shop.store.profile', { notice: '', logo: 'lost.webp', shipHours: 24 }, 'E_NONE'],
    ['shop.store.profile', { notice: '三月八日前下单赠茶样', logo: 'front.webp', shipHours: 24 }],
    ['shop.category.save', { id: null, name: '保温杯', parent: 'hot' }],
    ['shop.category.save', { id: null, name: '旅行杯', parent: 'SC1001' }, 'E_DEPTH'],
    ['shop.category.save', { id: null, name: '旅行杯', parent: 'SC9' }, 'E_NONE'],
    ['shop.decor.publish', { device: 'pc' }, 'E_EMPTY_HOME'],
    ['shop.store.publish', {}, 'E_EMPTY_HOME'],
    set({ link: 'product:P9' }, 'E_LINK_DEAD'),
    set({ kind: 'banner', image: 'lost.webp', alt: '横幅' }, 'E_IMG'),
    set({ color: '#cccccc' }, 'E_CONTRAST'),
    set({ color: 'red' }, 'E_CONTRAST'),
    set({ id: 'B9' }, 'E_NONE'),
    set({}),
    set({ kind: 'banner', text: '', image: 'wide.webp', alt: '春茶节', link: 'category:hot' }),
    ['shop.decor.move', { ids: ['B1002'] }, 'E_BLOCKS'],
    ['shop.decor.move', { ids: ['B1002', 'B1001'] }],
    set({ id: 'B1001', text: '春茶上新，欢迎选购' }),
    ['shop.decor.publish', { device: 'pc' }],
    ['shop.store.publish', {}],
    ['shop.product.off', { product: 'P1' }],
    ['shop.decor.publish', { device: 'mobile' }, 'E_LINK_DEAD'],
    save({ modules: [{ kind: '卖点', text: '保温效果全网最低价里唯一做到的。' }] }),
    submit('P1001'),
    by(DAY),
    ['desk.persona.switch', { persona: 'second' }],
    ['shop.store.open', { name: '云栖生活馆', licence: '91330100MA0000TEST', address: depot }, 'E_NAME_TAKEN'],
    ['shop.store.open', { name: '二店', licence: '00', address: depot }, 'E_LICENSE'],
    ['shop.store.open', { name: '二店', licence: '91330100MA0000TEST', address: depot }],
  ],
  springs: ['limitWords'],
  follows: ['audited', 'banned'],
}
