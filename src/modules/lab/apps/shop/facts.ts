import type { Frozen } from '../../../../kernel/brand.ts'
import type { FactDef, FactRow, FactType } from '../../core/app/lab-app.ts'
import { bannedIn, units } from './core/goods/listing-rules.ts'
import { isDead } from './core/goods/store.ts'
import { quote } from './core/trade/pricing.ts'
import { arrivedAt, fulfilState, orderState, payState, refundable } from './lookup.ts'
import { type Order, type ShopSlice, parts } from './slice.ts'

type S = Frozen<ShopSlice>
type Rows = (FactRow & { readonly seq: number })[]

/** Fields as lines `name type 中文`. */
export function fieldsOf(...lines: readonly string[]): FactDef<unknown>['fields'] {
  return Object.fromEntries(
    lines.map(line => {
      const [name = '', type = 'text', zh = ''] = line.split(' ')
      return [name, { zh, type: type as FactType }]
    }),
  )
}

export function pick<T, K extends keyof T>(of: T, ...keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map(key => [key, of[key]])) as Pick<T, K>
}

/** `颜色:红` pairs in the order of their keys. */
const pairs = (record: Readonly<Record<string, string>>): string[] =>
  Object.keys(record)
    .toSorted()
    .map(key => `${key}:${record[key] ?? ''}`)
const pieces = (lines: readonly { readonly sku: string; readonly quantity: number }[]): string[] => lines.map(l => `${l.sku}×${l.quantity}`)
const addressText = (a: Frozen<Order>['address']): string => `${a.name} ${a.phone} ${a.region} ${a.detail}`

/** Everything a product says. */
const wordsOf = (p: Frozen<ShopSlice>['products'][number]): string =>
  [p.title, ...Object.values(p.attrs), ...p.modules.map(m => m.text)].join(' ')

function productRows(s: S): Rows {
  return s.products.map(p => ({
    ...pick(p, 'store', 'title', 'cat', 'brand', 'state', 'noReason', 'seq'),
    product: p.id,
    units: units(p.title),
    attrs: pairs(p.attrs),
    description: p.modules.map(m => m.text).join('\n'),
    banned: bannedIn(wordsOf(p), s.banned),
    clean: bannedIn(wordsOf(p), s.banned).length === 0,
    images: p.images.map(i => i.src),
    alts: p.images.filter(i => i.alt.trim() !== '').length,
    freight: s.freights.find(f => f.id === p.freight)?.name ?? null,
    skus: p.variants.map(v => v.sku),
  }))
}

function variantRows(s: S): Rows {
  return s.products.flatMap(p =>
    p.variants.map(v => ({
      ...pick(v, 'sku', 'gtin', 'price', 'listPrice', 'weight', 'stock'),
      ...pick(p, 'store', 'title', 'state', 'seq'),
      product: p.id,
      spec: pairs(v.spec),
    })),
  )
}

/** Probes are hidden carts and addresses that run through the very prices buyers pay: any settings that come to the same are right. */
function probeRows(s: S): Rows {
  return s.probes.hidden.map(({ id, store, lines, region, coupon }) => {
    const running = s.promos.filter(p => p.store === store && p.state === 'active').map(p => p.from)
    const now = Math.max(s.begun, ...running)
    const named = s.coupons.filter(c => c.store === store && c.name === coupon).map(c => c.id)
    const priced = quote(s, { store, lines, region, coupons: named, now })
    const done = priced.ok ? priced.quote : null
    const touched = s.products.filter(p => p.variants.some(v => lines.some(l => l.sku === v.sku))).map(p => p.seq)
    return {
      id,
      region,
      ok: priced.ok,
      refusal: priced.ok ? null : priced.code,
      freight: done?.freight ?? null,
      goods: done?.goods ?? null,
      off: done === null ? null : done.offs.reduce((n, o) => n + o.amount, 0),
      total: done?.total ?? null,
      gifts: pieces(done?.gifts ?? []),
      seq: Math.max(0, ...touched),
    }
  })
}

function orderRow(order: Frozen<Order>): FactRow & { readonly seq: number } {
  return {
    ...pick(order, 'no', 'store', 'buyer', 'buyerName', 'total', 'freight', 'refunded', 'late', 'remark', 'message', 'closed'),
    parcels: order.parcels.length,
    state: orderState(order),
    pay: payState(order),
    fulfil: fulfilState(order),
    region: order.address.region,
    address: addressText(order.address),
    skus: order.lines.map(l => l.sku),
    lines: pieces(order.lines),
    off: order.offs.reduce((n, o) => n + o.amount, 0),
    coupons: [...order.coupons],
    seq: Math.max(order.seq, ...order.parcels.map(p => p.seq)),
  }
}

function parcelRows(s: S): Rows {
  return s.orders.flatMap(o =>
    o.parcels.map(p => ({
      ...pick(p, 'waybill', 'carrier', 'at', 'delivered', 'seq'),
      ...pick(o, 'no', 'store'),
      address: addressText(p.address),
      lines: pieces(p.lines),
      inTime: o.shipBy === null || p.at <= o.shipBy,
    })),
  )
}

function claimRows(s: S): Rows {
  return s.claims.map(c => {
    const order = s.orders.find(o => o.no === c.order)
    const line = order?.lines.find(l => l.sku === c.sku)
    return {
      ...pick(c, 'order', 'sku', 'type', 'state', 'reason', 'lawful', 'refund', 'answer', 'forced', 'grade', 'found', 'by', 'seq'),
      claim: c.id,
      right: c.found === null ? null : c.found === c.condition.hidden,
      inTime: c.handledAt !== null && c.handledAt <= c.appliedAt + (c.type === 'refund' ? 48 : 72) * 3600 && c.by !== 'shop.platform',
      share: line === undefined ? 0 : Math.floor((line.share * c.quantity) / line.quantity),
      left: order === undefined ? 0 : refundable(order, c.sku, c.quantity),
      arrived: order === undefined ? null : arrivedAt(order),
    }
  })
}

function decorRows(s: S): Rows {
  return s.stores.flatMap(o =>
    o.live.map(l => ({
      ...pick(l, 'device', 'seq'),
      store: o.id,
      blocks: l.blocks.length,
      kinds: l.blocks.map(b => b.kind),
      deadLinks: l.blocks.filter(b => isDead(s, o, b.link)).length,
      text: l.blocks.map(b => b.text).join('\n'),
    })),
  )
}

const PRODUCT = [
  'product text 编号|store text 店铺|title prose 标题|cat text 类目|brand text 品牌|state text 状态|noReason yes 支持七天无理由',
  'units number 标题字符数|attrs list 属性|description prose 描述|banned list 违禁词|clean yes 没有违禁词|images list 图片|alts number 有替代文字的图片数',
  'freight text 运费模板|skus list 商家编码',
]
const VARIANT = [
  'sku text 商家编码|product text 商品|store text 店铺|title prose 标题|state text 状态|gtin text 条码|price number 价格',
  'listPrice number 划线价|weight number 重量（克）|stock number 库存|spec list 规格',
]
const PROBE = [
  'id text 编号|region text 地区|ok yes 可下单|refusal text 拒绝原因|freight number 运费|goods number 商品金额|off number 优惠',
  'total number 应付|gifts list 赠品',
]
const ORDER = [
  'no text 订单号|store text 店铺|buyer text 买家|buyerName text 买家名|state text 状态|pay text 款项|fulfil text 发货|total number 应付',
  'freight number 运费|off number 优惠|refunded number 已退|late yes 延迟发货|region text 地区|address prose 收货地址|remark prose 备注',
  'message prose 买家留言|parcels number 包裹数|skus list 商家编码|lines list 明细|coupons list 优惠券|closed text 关闭原因',
]
const CLAIM = [
  'claim text 编号|order text 订单号|sku text 商家编码|type text 类型|state text 状态|reason text 原因|lawful yes 符合无理由退货',
  'refund number 退款金额|answer prose 商家答复|forced yes 平台代退|grade text 仓库定级|found text 验货结论|by text 处理人',
  'right yes 验货结论与实物一致|inTime yes 时限内由商家处理|share number 按分摊应退金额|left number 还可退金额|arrived time 签收时间',
]
const fact = (zh: string, lines: readonly string[], rows: FactDef<ShopSlice>['rows']): FactDef<ShopSlice> =>
  parts.fact({ zh, fields: fieldsOf(...lines.flatMap(l => l.split('|'))), rows })

/** What a rubric may ask of the shop. */
export const shopFacts: Readonly<Record<string, FactDef<ShopSlice>>> = {
  store: fact(
    '店铺',
    [
      'store text 编号|name text 名称|published yes 已发布|notice prose 公告|logo text 店标|shipHours number 承诺发货小时|points number 扣分',
    ],
    s => s.stores.map(o => ({ ...pick(o, 'name', 'published', 'notice', 'logo', 'shipHours', 'points', 'seq'), store: o.id })),
  ),
  product: fact('商品', PRODUCT, productRows),
  variant: fact('单品', VARIANT, variantRows),
  probe: fact('隐藏试算', PROBE, probeRows),
  freight: fact('运费模板', ['id text 编号|store text 店铺|name text 名称|mode text 计费方式|excluded list 不配送地区'], s =>
    s.freights.map(f => ({ ...pick(f, 'id', 'store', 'name', 'mode', 'seq'), excluded: [...f.excluded] })),
  ),
  promo: fact(
    '营销活动',
    ['promo text 编号|store text 店铺|name text 名称|kind text 类型|state text 状态|used number 已用预算|belowCost yes 低于成本'],
    s =>
      s.promos.map(p => ({
        ...pick(p, 'store', 'name', 'kind', 'state', 'used', 'seq'),
        promo: p.id,
        belowCost: s.belowCost.some(b => b.promo === p.id),
      })),
  ),
  coupon: fact(
    '优惠券',
    ['coupon text 编号|name text 名称|min number 门槛|off number 优惠|total number 发放数|claimed number 领取数|used number 使用数'],
    s => s.coupons.map(c => ({ ...pick(c, 'name', 'min', 'off', 'total', 'claimed', 'used', 'seq'), coupon: c.id })),
  ),
  order: fact('订单', ORDER, s => s.orders.map(orderRow)),
  parcel: fact(
    '包裹',
    [
      'no text 订单号|store text 店铺|waybill text 运单号|carrier text 快递公司|at time 发货时间|delivered time 签收时间',
      'address prose 收货地址|lines list 明细|inTime yes 按时发货',
    ],
    parcelRows,
  ),
  claim: fact('售后单', CLAIM, claimRows),
  review: fact(
    '评价',
    ['review text 编号|store text 店铺|order text 订单号|stars number 星级|text prose 内容|reply prose 商家回复|reported text 举报结果'],
    s => s.reviews.map(r => ({ ...pick(r, 'store', 'order', 'stars', 'text', 'reply', 'reported', 'seq'), review: r.id })),
  ),
  decor: fact(
    '店铺首页',
    ['store text 店铺|device text 设备|blocks number 模块数|kinds list 模块类型|deadLinks number 失效链接|text prose 文字'],
    decorRows,
  ),
  penalty: fact('违规扣分', ['store text 店铺|reason text 原因|points number 扣分|about text 对象'], s =>
    s.penalties.map(p => pick(p, 'store', 'reason', 'points', 'about', 'seq')),
  ),
}
