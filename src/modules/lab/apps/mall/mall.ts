import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { type LabApp, defineApp } from '../../core/app/define-app.ts'
import type { AppSpec, ViewContext } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { appId } from '../../core/world/ids.ts'
import { browsing } from './browsing.ts'
import { buying } from './buying.ts'
import { mallFacts } from './facts.ts'
import { found, listings } from './lookup.ts'
import { owning } from './owning.ts'
import { type Bought, MallConfig, type MallSlice, parts, seedMall } from './slice.ts'

const ordersWith = (s: Frozen<MallSlice>, is: (o: Frozen<Bought>) => boolean): Frozen<Bought>[] =>
  s.buyers.flatMap(b => b.orders.filter(is))

/** 商城前台: the buyer's side. Goods, prices and orders stand in the shop and are asked for. */
export const mallSpec: AppSpec<MallSlice> = {
  id: appId('mall'),
  version: '1.0.0',
  zh: '商城',
  host: 'mall.lab.test',
  requires: ['shop'],
  config: MallConfig,
  seed: (config: MallConfig) => seedMall(config),
  commands: { ...browsing.commands, ...buying.commands, ...owning.commands },
  events: { ...browsing.events, ...buying.events, ...owning.events },
  ports: {},
  asks: {
    /** A buyer as other counters see one. */
    buyer: parts.asked(z.object({ persona: z.string() }), (s, { persona }) => {
      const buyer = s.buyers.find(b => b.persona === persona)
      return buyer === undefined ? null : { name: buyer.name, level: buyer.level, orders: buyer.orders.map(o => o.no) }
    }),
  },
  agents: { 'mall.system': '商城系统', 'mall.courier': '派送员' },
  policies: {},
  machines: {},
  view: (s, at) => viewOf(s, at),
  facts: mallFacts,
  traps: {
    badStore: parts.trap({ zh: '在价低而不守承诺的店铺下单', sprung: s => ordersWith(s, o => o.bad.hidden).map(o => o.seq) }),
    stalePhone: parts.trap({ zh: '用了电话已停用的旧地址', sprung: s => ordersWith(s, o => o.stale.hidden).map(o => o.seq) }),
    padded: parts.trap({ zh: '为用券凑单，实付反而更多', sprung: s => ordersWith(s, o => o.padded.hidden).map(o => o.seq) }),
    early: parts.trap({ zh: '还没收到货就确认收货', sprung: s => ordersWith(s, o => o.arrived === false).map(o => o.confirmSeq) }),
  },
  consequences: {
    unreachable: { zh: '留了旧电话，派送员联系不上', cause: 'mall.orderPlaced', effect: 'mall.contactFailed' },
    expired: { zh: '领了没用的优惠券过期', cause: 'mall.couponClaimed', effect: 'mall.couponExpired' },
    lapsed: { zh: '下单后没有付款，订单自动关闭', cause: 'shop.placed', effect: 'shop.closed' },
    sent: { zh: '付款后商家发货', cause: 'shop.paid', effect: 'shop.shipped' },
    answered: { zh: '投诉后平台答复', cause: 'mall.complained', effect: 'mall.complaintAnswered' },
  },
  invariants: [
    parts.invariant({
      id: 'purse',
      broken: s => {
        const wrong = s.buyers.find(b => b.card < 0 || b.points < 0)
        return wrong === undefined ? null : `${wrong.persona}: card ${wrong.card}, points ${wrong.points}`
      },
    }),
    parts.invariant({
      id: 'cart',
      broken: s => (s.buyers.every(b => new Set(b.cart.map(l => l.sku)).size === b.cart.length) ? null : 'a cart holds an article twice'),
    }),
  ],
  refusals: { ...browsing.refusals, ...buying.refusals, ...owning.refusals },
}

/** What a buyer's pages are drawn from: what the mall offers everybody, and one's own. */
function viewOf(s: Frozen<MallSlice>, { persona, ask, has }: ViewContext): Json {
  const all = listings({ ask })
  const buyer = s.buyers.find(b => b.persona === persona)
  const home = {
    stores: ask('shop.stores', {}),
    products: all as unknown as Json,
    coupons: ask('shop.coupons', {}),
    cashier: has('pay') ? 'pay' : 'card',
  }
  if (buyer === undefined) return { buyer: null, ...home }
  const { addresses, orders, page, search, compare, ...own } = buyer
  const bare = JSON.parse(JSON.stringify(own)) as Record<string, Json>
  return {
    ...home,
    buyer: {
      ...bare,
      addresses: addresses.map(({ stale: _stale, ...a }) => a),
      mine: orders.map(o => ({ no: o.no, paidBy: o.paidBy, confirmed: o.confirmed })),
    },
    search: search === null ? null : { ...search },
    results: search === null ? [] : found(s, all, search).map(l => l.product),
    page,
    compare: [...compare],
    orders: ask('shop.orders', { buyer: persona }),
    claims: ask('shop.claims', { buyer: persona }),
  }
}

export const mall: LabApp = defineApp(mallSpec)
