import type { Frozen } from '../../../../kernel/brand.ts'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import { appId } from '../../core/world/ids.ts'
import { countersFault, stockFault } from '../../core/world/ledgers.ts'
import { shopAsks } from './asks.ts'
import { aftersale } from './core/care/aftersale.ts'
import { claims } from './core/care/claims.ts'
import { reviews } from './core/care/reviews.ts'
import { shopFacts } from './facts.ts'
import { bannedIn } from './core/goods/listing-rules.ts'
import { products } from './core/goods/products.ts'
import { promos } from './core/goods/promos.ts'
import { store } from './core/goods/store.ts'
import { CLAIM, ORDER, PRODUCT, PROMOTION } from './machines.ts'
import { shopPolicies } from './policies.ts'
import { openingTimers, seedWhole } from './seeding.ts'
import { ShopConfig, type ShopPart, type ShopSlice, parts } from './slice.ts'
import { handling } from './core/trade/handling.ts'
import { placing } from './core/trade/placing.ts'
import { progress } from './core/trade/progress.ts'
import { shopView } from './view.ts'

const PARTS: readonly ShopPart[] = [store, products, promos, placing, progress, handling, aftersale, claims, reviews]
const merged = <K extends keyof ShopPart>(key: K): ShopPart[K] => Object.assign({}, ...PARTS.map(p => p[key])) as ShopPart[K]

/** What the discounts of an order and its lines come to must be one sum. */
function totalsFault(s: Frozen<ShopSlice>): string | null {
  const wrong = s.orders.find(o => o.lines.reduce((n, l) => n + l.share, 0) + o.freight !== o.total || o.refunded > o.total)
  return wrong === undefined ? null : `order ${wrong.no}: total ${wrong.total}, refunded ${wrong.refunded}`
}

/** 商家后台: goods, prices, orders, claims, reviews and the face of a store. */
export const shopSpec: AppSpec<ShopSlice> = {
  id: appId('shop'),
  version: '1.0.0',
  zh: '商家后台',
  host: 'seller.mall.lab.test',
  requires: [],
  config: ShopConfig,
  seed: (config: ShopConfig, { start }) => seedWhole(config, start),
  opening: (s, start) => openingTimers(s, start),
  commands: merged('commands'),
  events: merged('events'),
  ports: {
    placeOrder: 'placeOrder',
    paid: 'paid',
    finished: 'finished',
    closed: 'closed',
    picked: 'picked',
    returned: 'returned',
    delivered: 'delivered',
    remind: 'remind',
    invoice: 'invoice',
    claimCoupon: 'claimCoupon',
    applyAftersale: 'applyAftersale',
    shipBack: 'shipBack',
    cancelClaim: 'cancelClaim',
    escalate: 'escalate',
    reviewed: 'reviewed',
    reviewMore: 'reviewMore',
    buyerAddress: 'buyerAddress',
    readdress: 'order.readdress',
    remark: 'order.remark',
    adjust: 'order.adjust',
    compensate: 'aftersale.compensate',
  },
  asks: shopAsks,
  agents: { 'shop.platform': '网店平台', 'shop.courier': '快递员', 'shop.buyer': '买家' },
  policies: shopPolicies,
  machines: { product: PRODUCT, promotion: PROMOTION, order: ORDER, claim: CLAIM },
  view: (s, at) => shopView(s, at),
  facts: shopFacts,
  traps: {
    limitWords: parts.trap({
      zh: '带着违禁词的详情页上了架',
      sprung: s =>
        s.products.flatMap(p =>
          p.seq > 0 && (p.state === 'on' || p.state === 'banned') && bannedIn(p.modules.map(m => m.text).join(' '), s.banned).length > 0
            ? [p.seq]
            : [],
        ),
    }),
    belowCost: parts.trap({ zh: '活动价低于成本仍然启动', sprung: s => s.belowCost.map(b => b.seq) }),
    unlawful: parts.trap({
      zh: '拒绝了符合七天无理由的申请',
      sprung: s => s.claims.flatMap(c => (c.lawful && ['refused', 'arbitration'].includes(c.state) ? [c.seq] : [])),
    }),
    stickerPrice: parts.trap({
      zh: '退款超过了按优惠分摊应退的金额',
      sprung: s =>
        s.claims.flatMap(c => {
          const line = s.orders.find(o => o.no === c.order)?.lines.find(l => l.sku === c.sku)
          return c.refund !== null && !c.forced && line !== undefined && c.refund > Math.floor((line.share * c.quantity) / line.quantity)
            ? [c.seq]
            : []
        }),
    }),
  },
  consequences: {
    audited: { zh: '提交的商品过一会儿审核出结果', cause: 'shop.submitted', effect: 'shop.audited' },
    banned: { zh: '详情页的违禁词被举报，商品违规下架', cause: 'shop.submitted', effect: 'shop.banned' },
    bought: { zh: '价格合适的商品有人下单', cause: 'shop.submitted', effect: 'shop.placed' },
    followed: { zh: '对手跟着活动降价', cause: 'shop.promoStarted', effect: 'shop.repriced' },
    delivered: { zh: '发出的包裹几天后签收', cause: 'shop.shipped', effect: 'shop.delivered' },
    praised: { zh: '签收后买家评价', cause: 'shop.shipped', effect: 'shop.reviewPosted' },
    ruled: { zh: '违规拒绝退货，平台判责扣分', cause: 'shop.refused', effect: 'shop.ruled' },
    judged: { zh: '举报的评价由平台处理', cause: 'shop.reviewReported', effect: 'shop.reviewJudged' },
  },
  invariants: [
    parts.invariant({
      id: 'counters',
      broken: s =>
        countersFault(
          s.orders.flatMap(o =>
            o.lines.map(l => {
              const { fulfilled, shipped, returned } = l.counters
              return { line: l.id, qty: l.quantity, fulfilled, shipped, returned }
            }),
          ),
        ),
    }),
    parts.invariant({
      id: 'stock',
      broken: s => stockFault(s.products.flatMap(p => p.variants.map(v => ({ sku: v.sku, onHand: v.stock, reserved: 0 })))),
    }),
    parts.invariant({ id: 'totals', broken: totalsFault }),
    parts.invariant({
      id: 'skus',
      broken: s => {
        const skus = s.products.flatMap(p => p.variants.map(v => v.sku))
        return new Set(skus).size < skus.length ? 'two variants of one code' : null
      },
    }),
  ],
  refusals: merged('refusals'),
}

export const shop: LabApp = defineApp(shopSpec)
