import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import type { Asked } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import type { Json } from '../../core/world/canonical.ts'
import { asBuyer, buyerIn, listings } from './lookup.ts'
import { type MallPart, parts } from './slice.ts'

const REGIONS =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆'.split(
    ' ',
  )
const By = z.strictObject({ persona: z.string() })
const Product = z.strictObject({ product: z.string() })
const Search = z.strictObject({
  q: z.string().max(60),
  cat: z.string().nullable().default(null),
  min: z.int().min(0).nullable().default(null),
  max: z.int().min(0).nullable().default(null),
  sort: z.enum(['', 'price', 'priceDown', 'sold', 'rating']).default(''),
})
const Draft = z.strictObject({
  name: z.string().min(1).max(30),
  phone: z.string(),
  region: z.string(),
  detail: z.string().min(4).max(100),
  main: z.boolean().default(false),
})

/** Looking around, comparing, addresses, coupons. */
export const browsing: MallPart = {
  commands: {
    search: parts.command({
      zh: '搜索商品',
      data: Search,
      who: 'persona',
      refusals: ['E_LOGIN'],
      decide: (s, search, ctx) => asBuyer(s, ctx, () => happened('searched', { ...search, persona: ctx.persona })),
    }),
    view: parts.command({
      zh: '查看商品',
      data: Product,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_OFF'],
      decide: (s, { product }, ctx) =>
        asBuyer(s, ctx, () => {
          const [item] = listings(ctx, { product })
          if (item === undefined) return no('E_OFF', { title: product })
          return happened('viewed', { persona: ctx.persona, product, store: item.store.id, cat: item.cat, title: item.title })
        }),
    }),
    'compare.add': parts.command({
      zh: '加入对比',
      data: Product,
      who: 'persona',
      refusals: ['E_LOGIN', 'E_OFF', 'E_COMPARE'],
      decide: (s, { product }, ctx) =>
        asBuyer(s, ctx, buyer => {
          const [item] = listings(ctx, { product })
          if (item === undefined) return no('E_OFF', { title: product })
          if (buyer.compare.length >= 4) return no('E_COMPARE')
          return happened('compared', { persona: ctx.persona, product, store: item.store.id, cat: item.cat })
        }),
    }),
    'compare.clear': parts.command({
      zh: '清空对比',
      data: z.strictObject({}),
      who: 'persona',
      refusals: ['E_LOGIN'],
      decide: (s, _d, ctx) => asBuyer(s, ctx, () => happened('compareCleared', { persona: ctx.persona })),
    }),
    favourite: parts.command({
      zh: '收藏商品',
      data: Product.extend({ on: z.boolean() }),
      who: 'persona',
      refusals: ['E_LOGIN'],
      decide: (s, data, ctx) => asBuyer(s, ctx, () => happened('favoured', { ...data, persona: ctx.persona })),
    }),
    'address.save': parts.command({
      zh: '保存收货地址',
      data: Draft.extend({ id: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_PHONE', 'E_REGION'],
      decide: (s, { id, ...draft }, ctx) =>
        asBuyer(s, ctx, buyer => {
          if (id !== null && !buyer.addresses.some(a => a.id === id)) return no('E_NONE', { id })
          if (!/^1\d{10}$/.test(draft.phone)) return no('E_PHONE', {}, 'phone')
          if (!REGIONS.includes(draft.region)) return no('E_REGION', { region: draft.region }, 'region')
          const own = id ?? ctx.nextId('AD')
          return happened('addressSaved', { ...draft, id: own, persona: ctx.persona }, { reply: own })
        }),
    }),
    'address.remove': parts.command({
      zh: '删除收货地址',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE'],
      decide: (s, { id }, ctx) =>
        asBuyer(s, ctx, buyer =>
          buyer.addresses.some(a => a.id === id) ? happened('addressRemoved', { id, persona: ctx.persona }) : no('E_NONE', { id }),
        ),
    }),
    'coupon.claim': parts.command({
      zh: '领取优惠券',
      data: z.strictObject({ coupon: z.string() }),
      who: 'persona',
      refusals: ['E_LOGIN', 'E_NONE', 'E_OUT', 'E_LEVEL', 'E_LIMIT'],
      decide: (s, { coupon }, ctx) =>
        asBuyer(s, ctx, buyer => {
          const had = buyer.wallet.filter(t => t.coupon === coupon).length
          const got: Asked<Json> = ctx.call('shop.claimCoupon', { coupon, level: buyer.level, had })
          if (!got.ok) return got
          const { until, name } = got.value as { until: number; name: string }
          const timer = {
            after: Math.max(1, until - ctx.now),
            by: 'mall.system',
            type: 'mall.coupon.expire',
            data: { persona: ctx.persona, coupon },
            known: `优惠券“${name}”到期`,
          }
          return happened('couponClaimed', { persona: ctx.persona, coupon, name, until }, { timers: [timer] })
        }),
    }),
    'coupon.expire': parts.command({
      zh: '优惠券到期',
      data: By.extend({ coupon: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, { persona, coupon }) => {
        const open = s.buyers.find(b => b.persona === persona)?.wallet.some(t => t.coupon === coupon && t.used === null && !t.expired)
        return open === true ? happened('couponExpired', { persona, coupon }) : { ok: true, events: [] }
      },
    }),
  },
  events: {
    searched: parts.event({
      data: Search.extend({
        persona: z.string(),
        cat: z.string().nullable(),
        min: z.int().nullable(),
        max: z.int().nullable(),
        sort: z.string(),
      }),
      caption: ({ q }, { who }) => `${who}搜索“${q}”`,
      evolve: (s, { persona, ...search }, { seq }) => {
        const buyer = buyerIn(s, persona)
        if (buyer === undefined) return
        buyer.search = search
        buyer.searches.push({ q: search.q, seq })
      },
    }),
    viewed: parts.event({
      data: By.extend({ product: z.string(), store: z.string(), cat: z.string(), title: z.string() }),
      caption: ({ title }, { who }) => `${who}查看商品“${title}”`,
      evolve: (s, { persona, title: _title, ...seen }, { seq }) => {
        const buyer = buyerIn(s, persona)
        if (buyer === undefined) return
        buyer.page = seen.product
        buyer.viewed.push({ ...seen, seq })
      },
    }),
    compared: parts.event({
      data: By.extend({ product: z.string(), store: z.string(), cat: z.string() }),
      caption: ({ product }, { who }) => `${who}将 ${product} 加入对比`,
      evolve: (s, { persona, ...seen }, { seq }) => {
        const buyer = buyerIn(s, persona)
        if (buyer === undefined) return
        buyer.compare = [...buyer.compare.filter(p => p !== seen.product), seen.product]
        buyer.viewed.push({ ...seen, seq })
      },
    }),
    compareCleared: parts.event({
      data: By,
      caption: (_d, { who }) => `${who}清空对比`,
      evolve: (s, { persona }) => void Object.assign(buyerIn(s, persona) ?? {}, { compare: [] }),
    }),
    favoured: parts.event({
      data: By.extend({ product: z.string(), on: z.boolean() }),
      caption: ({ product, on }, { who }) => `${who}${on ? '收藏' : '取消收藏'} ${product}`,
      evolve: (s, { persona, product, on }) => {
        const buyer = buyerIn(s, persona)
        if (buyer !== undefined) buyer.favourites = [...buyer.favourites.filter(p => p !== product), ...(on ? [product] : [])]
      },
    }),
    addressSaved: parts.event({
      data: Draft.extend({ id: z.string(), persona: z.string(), main: z.boolean() }),
      caption: ({ id }, { who }) => `${who}保存收货地址 ${id}`,
      evolve: (s, { persona, ...address }) => {
        const buyer = buyerIn(s, persona)
        if (buyer === undefined) return
        const old = buyer.addresses.find(a => a.id === address.id)
        const stale = { hidden: old?.stale.hidden === true && old.phone === address.phone }
        const others = buyer.addresses.filter(a => a.id !== address.id).map(a => (address.main ? { ...a, main: false } : a))
        buyer.addresses = [...others, { ...address, stale }]
      },
    }),
    addressRemoved: parts.event({
      data: By.extend({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}删除收货地址 ${id}`,
      evolve: (s, { persona, id }) => {
        const buyer = buyerIn(s, persona)
        if (buyer !== undefined) buyer.addresses = buyer.addresses.filter(a => a.id !== id)
      },
    }),
    couponClaimed: parts.event({
      data: By.extend({ coupon: z.string(), name: z.string(), until: z.int() }),
      caption: ({ name }, { who }) => `${who}领到优惠券“${name}”`,
      evolve: (s, { persona, ...ticket }, { seq }) => void buyerIn(s, persona)?.wallet.push({ ...ticket, used: null, expired: false, seq }),
    }),
    couponExpired: parts.event({
      data: By.extend({ coupon: z.string() }),
      caption: ({ coupon }) => `优惠券 ${coupon} 过期，未使用`,
      evolve: (s, { persona, coupon }) => {
        for (const t of buyerIn(s, persona)?.wallet ?? []) if (t.coupon === coupon && t.used === null) t.expired = true
      },
    }),
  },
  refusals: {
    E_LOGIN: '请先以买家身份登录商城。',
    E_NONE: '找不到“{id}”，请刷新后再试。',
    E_OFF: '“{title}”已下架或不存在，请选择其他商品。',
    E_COMPARE: '最多同时对比 4 件商品，请先移除一件。',
    E_PHONE: '手机号码应为 11 位数字。',
    E_REGION: '没有“{region}”这个地区，请选择省级行政区。',
    E_OUT: '优惠券“{name}”已领完或已过期。',
    E_LEVEL: '会员等级达到 {level} 级才能领取。',
    E_LIMIT: '每人限领 {most} 张，您已领过。',
  },
}
