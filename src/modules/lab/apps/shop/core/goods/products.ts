import { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { happened } from '../../../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../../../core/app/machine.ts'
import { no } from '../../../../core/app/refuse.ts'
import type { Json } from '../../../../core/world/canonical.ts'
import { inStore, productOf, variantBySku } from '../../lookup.ts'
import { PRODUCT } from '../../machines.ts'
import { Fen, type Product, ProductDraft, type ShopPart, type ShopSlice, parts, variantOf } from '../../slice.ts'
import { bannedIn, draftFault, submitFault } from './listing-rules.ts'

type S = Frozen<ShopSlice>
const Id = z.strictObject({ product: z.string() })
const Saved = ProductDraft.extend({ id: z.string(), store: z.string() })

/** Runs a decision on a product of one's own that knows the trigger. */
function onProduct(s: S, ctx: DecideContext, at: { id: string; trigger: string }, decide: (p: Frozen<Product>) => Decision): Decision {
  return inStore(s, ctx, 'goods', ({ store }) => {
    const product = productOf(s, store.id, at.id)
    if (product === undefined) return no('E_NONE', { id: at.id })
    return after(PRODUCT, product.state, at.trigger) === undefined ? wrongState(PRODUCT, product.state) : decide(product)
  })
}

function submitted(s: S, product: Frozen<Product>, shelve: boolean): Decision {
  const fault = submitFault(s, product)
  if (fault !== null) return fault
  const timer = {
    after: s.audit,
    by: 'shop.platform',
    type: 'shop.product.audit',
    data: { product: product.id },
    known: `商品 ${product.id} 审核完成`,
  }
  return happened('submitted', { product: product.id, shelve }, { timers: [timer], reply: product.id })
}

/** The platform's audit reads title and attributes; what stands in the description it leaves to others. */
function audited(s: S, product: Frozen<Product>): Decision {
  const word = bannedIn(Object.values(product.attrs).join(' '), s.banned)[0]
  const note = word === undefined ? null : `商品属性含有违禁词“${word}”，请修改后重新提交。`
  return happened('audited', { product: product.id, passed: note === null, note })
}

/** A product under an active promotion keeps its price. */
function isPromoted(s: S, product: string): boolean {
  return s.promos.some(p => (p.state === 'active' || p.state === 'scheduled') && (p.products.length === 0 || p.products.includes(product)))
}

const Price = z.strictObject({ sku: z.string(), price: z.int(), listPrice: z.int().nullable().default(null) })

function batchPrice(s: S, prices: readonly z.output<typeof Price>[], store: string): Decision {
  for (const { sku, price, listPrice } of prices) {
    const found = variantBySku(s, sku)
    if (found === undefined || found.product.store !== store) return no('E_NONE', { id: sku })
    if (price <= 0 || (listPrice !== null && price > listPrice)) return no('E_PRICE', { sku }, 'prices')
    if (isPromoted(s, found.product.id) && s.promos.some(p => p.store === store)) return no('E_ACTIVE_PROMO', { sku }, 'prices')
  }
  return happened('repriced', { prices: prices.map(p => ({ ...p })) })
}

function setState(s: ShopSlice, id: string, trigger: string): void {
  for (const p of s.products) if (p.id === id) p.state = moved(PRODUCT, p.state, trigger)
}

function keep(s: ShopSlice, { variants, id, ...draft }: z.output<typeof Saved>, { at, seq }: { at: number; seq: number }): void {
  const old = s.products.find(p => p.id === id)
  const kept = variants.map(v => {
    const before = old?.variants.find(o => o.sku === v.sku)
    const history = before === undefined || before.price !== v.price ? [{ at, price: v.price }] : []
    return { ...variantOf(v, before?.cost ?? null, at), history: [...(before?.history ?? []), ...history] }
  })
  const product = { ...draft, id, variants: kept, state: PRODUCT.initial, auditNote: null, shelve: true, seq }
  s.products = old === undefined ? [...s.products, product] : s.products.map(p => (p.id === id ? product : p))
}

/** Products: writing, submitting, audit, shelf, prices. */
export const products: ShopPart = {
  commands: {
    'product.save': parts.command({
      zh: '保存商品',
      data: ProductDraft.extend({ id: z.string().nullable(), confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE', 'E_PRICE', 'E_GTIN', 'E_SKU_TAKEN', 'W_DUP'],
      decide: (s, { id, confirm, ...draft }, ctx) =>
        inStore(s, ctx, 'goods', ({ store }) => {
          const old = id === null ? undefined : productOf(s, store.id, id)
          if (id !== null && old === undefined) return no('E_NONE', { id })
          if (old !== undefined && after(PRODUCT, old.state, 'save') === undefined) return wrongState(PRODUCT, old.state)
          const fault = draftFault(s, id, draft)
          if (fault !== null) return fault
          const twin = s.products.some(p => p.store === store.id && p.id !== id && p.title === draft.title)
          if (twin && !confirm.includes('W_DUP')) return no('W_DUP', {}, 'title')
          const own = id ?? ctx.nextId('P')
          return happened('productSaved', { ...draft, id: own, store: store.id } as unknown as Json, { reply: own })
        }),
    }),
    'product.submit': parts.command({
      zh: '提交审核',
      data: Id.extend({ shelve: z.boolean().default(true) }),
      who: 'persona',
      refusals: [
        'E_NO_STORE',
        'E_SUB_PERM',
        'E_NONE',
        'E_STATE',
        'E_TITLE_LEN',
        'E_BANNED_WORD',
        'E_CAT',
        'E_ATTR_REQUIRED',
        'E_IMG_COUNT',
        'E_IMG_RATIO',
        'E_IMG_ALT',
        'E_NO_FREIGHT',
      ],
      decide: (s, { product: id, shelve }, ctx) => onProduct(s, ctx, { id, trigger: 'submit' }, p => submitted(s, p, shelve)),
    }),
    'product.audit': parts.command({
      zh: '审核商品',
      data: Id,
      who: 'agent',
      refusals: [],
      decide: (s, { product: id }) => {
        const product = s.products.find(p => p.id === id && p.state === 'auditing')
        return product === undefined ? no('E_NONE', { id }) : audited(s, product)
      },
    }),
    'product.on': parts.command({
      zh: '上架',
      data: Id,
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE', 'E_AUDIT'],
      decide: (s, { product: id }, ctx) =>
        inStore(s, ctx, 'goods', ({ store }) => {
          const product = productOf(s, store.id, id)
          if (product === undefined) return no('E_NONE', { id })
          if (['draft', 'auditing', 'rejected'].includes(product.state)) return no('E_AUDIT')
          return after(PRODUCT, product.state, 'on') === undefined ? wrongState(PRODUCT, product.state) : happened('putOn', { product: id })
        }),
    }),
    'product.off': parts.command({
      zh: '下架',
      data: Id,
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE', 'E_ACTIVE_PROMO'],
      decide: (s, { product: id }, ctx) =>
        onProduct(s, ctx, { id, trigger: 'off' }, product =>
          s.promos.some(p => p.state === 'active' && p.products.includes(product.id))
            ? no('E_ACTIVE_PROMO', { sku: product.variants[0]?.sku ?? id })
            : happened('takenOff', { product: id }),
        ),
    }),
    'product.batchPrice': parts.command({
      zh: '批量改价',
      data: z.strictObject({ prices: z.array(Price).min(1).max(100) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_PRICE', 'E_ACTIVE_PROMO'],
      decide: (s, { prices }, ctx) => inStore(s, ctx, 'goods', ({ store }) => batchPrice(s, prices, store.id)),
    }),
    'rival.reprice': parts.command({
      zh: '对手改价',
      data: z.strictObject({ prices: z.array(Price).min(1) }),
      who: 'agent',
      refusals: [],
      decide: (_s, { prices }) => happened('repriced', { prices: prices.map(p => ({ ...p })) }),
    }),
    'product.stock': parts.command({
      zh: '修改库存',
      data: z.strictObject({ sku: z.string(), stock: z.int().min(0).max(1_000_000) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE'],
      decide: (s, data, ctx) =>
        inStore(s, ctx, 'goods', ({ store }) =>
          variantBySku(s, data.sku)?.product.store === store.id ? happened('restocked', data) : no('E_NONE', { id: data.sku }),
        ),
    }),
    'product.copy': parts.command({
      zh: '复制商品',
      data: Id.extend({ suffix: z.string().regex(/^-?[A-Z0-9]{1,6}$/) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_SKU_TAKEN'],
      decide: (s, { product: id, suffix }, ctx) =>
        inStore(s, ctx, 'goods', ({ store }) => {
          const product = productOf(s, store.id, id)
          if (product === undefined) return no('E_NONE', { id })
          const draft = ProductDraft.parse({
            ...Object.fromEntries(Object.entries(product).filter(([key]) => key in ProductDraft.shape)),
            variants: product.variants.map(({ cost: _cost, history: _history, ...v }) => ({ ...v, sku: `${v.sku}${suffix}`.slice(0, 30) })),
          })
          const fault = draftFault(s, null, draft)
          const own = ctx.nextId('P')
          return fault ?? happened('productSaved', { ...draft, id: own, store: store.id } as unknown as Json, { reply: own })
        }),
    }),
    'product.ban': parts.command({
      zh: '违规处理',
      data: Id.extend({ reason: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, { product: id, reason }) =>
        s.products.some(p => p.id === id && p.state === 'on') ? happened('banned', { product: id, reason }) : no('E_NONE', { id }),
    }),
  },
  events: {
    productSaved: parts.event({
      data: Saved,
      caption: ({ id, title }, { who }) => `${who}保存商品 ${id}“${title}”`,
      evolve: (s, saved, head) => keep(s, saved, head),
    }),
    submitted: parts.event({
      data: Id.extend({ shelve: z.boolean() }),
      caption: ({ product }, { who }) => `${who}提交商品 ${product} 审核`,
      evolve: (s, { product: id, shelve }) => {
        setState(s, id, 'submit')
        for (const p of s.products) if (p.id === id) p.shelve = shelve
      },
    }),
    audited: parts.event({
      data: Id.extend({ passed: z.boolean(), note: z.string().nullable() }),
      caption: ({ product, passed, note }) => `平台审核商品 ${product}：${passed ? '通过' : `驳回，${note ?? ''}`}`,
      evolve: (s, { product: id, passed, note }, { seq }) => {
        for (const p of s.products) {
          if (p.id !== id) continue
          p.state = moved(PRODUCT, p.state, !passed ? 'reject' : p.shelve ? 'pass' : 'keep')
          p.auditNote = note
          p.seq = seq
        }
      },
    }),
    putOn: parts.event({
      data: Id,
      caption: ({ product }, { who }) => `${who}上架商品 ${product}`,
      evolve: (s, { product }) => setState(s, product, 'on'),
    }),
    takenOff: parts.event({
      data: Id,
      caption: ({ product }, { who }) => `${who}下架商品 ${product}`,
      evolve: (s, { product }) => setState(s, product, 'off'),
    }),
    repriced: parts.event({
      data: z.strictObject({ prices: z.array(z.strictObject({ sku: z.string(), price: Fen, listPrice: Fen.nullable() })) }),
      caption: ({ prices }, { who }) => `${who}修改 ${prices.length} 个单品的价格`,
      evolve: (s, { prices }, { at }) => {
        for (const v of s.products.flatMap(p => p.variants)) {
          const change = prices.find(p => p.sku === v.sku)
          if (change === undefined) continue
          v.price = change.price
          v.listPrice = change.listPrice ?? v.listPrice
          v.history.push({ at, price: change.price })
        }
      },
    }),
    restocked: parts.event({
      data: z.strictObject({ sku: z.string(), stock: z.int() }),
      caption: ({ sku, stock }, { who }) => `${who}将 ${sku} 的库存改为 ${stock}`,
      evolve: (s, { sku, stock }) => {
        for (const v of s.products.flatMap(p => p.variants)) if (v.sku === sku) v.stock = stock
      },
    }),
    banned: parts.event({
      data: Id.extend({ reason: z.string() }),
      caption: ({ product, reason }) => `商品 ${product} 因${reason}被平台违规下架`,
      evolve: (s, { product: id, reason }, { seq }) => {
        setState(s, id, 'ban')
        const product = s.products.find(p => p.id === id)
        const store = s.stores.find(o => o.id === product?.store)
        if (product === undefined || store === undefined) return
        product.auditNote = reason
        store.points += 2
        s.penalties.push({ id: `${id}-${seq}`, store: store.id, reason, points: 2, about: id, seq })
      },
    }),
  },
  refusals: {
    E_NO_STORE: '您没有可管理的店铺。',
    E_SUB_PERM: '您的子账号没有“{perm}”权限，请联系店主开通。',
    E_NONE: '找不到“{id}”，可能已被删除。',
    E_PRICE: '“{sku}”的价格应大于 0，且不高于划线价。',
    E_GTIN: '商品条码“{gtin}”不正确：应为 13 位数字，且校验位相符。',
    E_SKU_TAKEN: '商家编码“{sku}”已被使用，请更换。',
    W_DUP: '店内已有同名商品，重复铺货可能被平台处理。确认后可以继续保存。',
    E_TITLE_LEN: '标题长度为 {length} 字符，应在 1 至 60 字符之间（一个汉字按 2 个字符计）。',
    E_BANNED_WORD: '标题含有广告法禁止使用的“{word}”，请删除。',
    E_CAT: '请选择最末一级类目。',
    E_ATTR_REQUIRED: '请填写必填属性：{attrs}。',
    E_IMG_COUNT: '商品图片应为 3 至 9 张，现有 {count} 张。',
    E_IMG_RATIO: '图片“{src}”为 {w}×{h}，主图应为 1:1 的正方形。',
    E_IMG_ALT: '图片“{src}”缺少替代文字。',
    E_NO_FREIGHT: '请选择运费模板。',
    E_AUDIT: '商品尚未通过审核，不能上架。',
    E_ACTIVE_PROMO: '“{sku}”正在参加营销活动，请先结束活动。',
  },
}
