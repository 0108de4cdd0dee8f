import { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { happened } from '../../../../core/app/define-app.ts'
import type { DecideContext, Decision, TimerWish } from '../../../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../../../core/app/machine.ts'
import { type Refuse, no } from '../../../../core/app/refuse.ts'
import type { Json } from '../../../../core/world/canonical.ts'
import { type WorldTime, worldTime } from '../../../../core/world/ids.ts'
import { inStore, promoOf } from '../../lookup.ts'
import { PROMOTION } from '../../machines.ts'
import { CouponDraft, FreightPlan, type Promo, PromoDraft, type ShopPart, type ShopSlice, type Variant, parts } from '../../slice.ts'
import { shareOf, yuan } from '../trade/pricing.ts'
import { planFault } from './freight.ts'

type S = Frozen<ShopSlice>
const Id = z.strictObject({ promo: z.string() })
const MONTH = 30 * 86_400

function promoted(s: S, promo: Pick<Frozen<Promo>, 'products' | 'store'>): Frozen<Variant>[] {
  const own = s.products.filter(p => p.store === promo.store && (promo.products.length === 0 || promo.products.includes(p.id)))
  return own.flatMap(p => p.variants)
}

/** What a variant costs under a promotion of single lines; null for other kinds. */
function priceUnder(promo: Pick<Frozen<Promo>, 'kind' | 'tiers'>, variant: Frozen<Variant>): number | null {
  const tier = promo.tiers[0]
  if (tier === undefined || (promo.kind !== 'discount' && promo.kind !== 'flash')) return null
  return promo.kind === 'flash' ? tier.price : shareOf(variant.price, tier.pay)
}

/** The lowest price of the last thirty days: a promotion that is not below it was preceded by a rise. */
function lowest(variant: Frozen<Variant>, now: number): number {
  const before = variant.history.filter(h => h.at <= now - MONTH).at(-1)
  const recent = variant.history.filter(h => h.at > now - MONTH)
  return Math.min(...[...(before === undefined ? [] : [before]), ...recent].map(h => h.price))
}

function promoFault(s: S, promo: Frozen<Omit<Promo, 'used' | 'seq' | 'state'>>, now: number): Refuse | null {
  if (promo.until <= promo.from || promo.until <= now) return no('E_WINDOW', {}, 'until')
  if (promo.budget !== null && promo.budget.limit <= 0) return no('E_BUDGET', {}, 'budget')
  const lost = promo.products.find(id => !s.products.some(p => p.id === id && p.store === promo.store))
  if (lost !== undefined) return no('E_NONE', { id: lost }, 'products')
  const rival = s.promos.find(p => isRival(p, promo))
  if (rival !== undefined) return no('E_OVERLAP', { name: rival.name }, 'from')
  const raised = promoted(s, promo).find(v => (priceUnder(promo, v) ?? 0) >= lowest(v, now) && priceUnder(promo, v) !== null)
  return raised === undefined ? null : no('E_RAISE_FIRST', { sku: raised.sku, price: yuan(lowest(raised, now)) }, 'tiers')
}

type Rivals = Pick<Frozen<Promo>, 'id' | 'store' | 'kind' | 'products' | 'from' | 'until'>

function isRival(p: Frozen<Promo>, promo: Rivals): boolean {
  const shared = p.products.length === 0 || promo.products.length === 0 || p.products.some(id => promo.products.includes(id))
  const alive = p.state === 'active' || p.state === 'scheduled' || p.state === 'paused'
  return (
    alive && p.id !== promo.id && p.store === promo.store && p.kind === promo.kind && shared && p.from < promo.until && promo.from < p.until
  )
}

function onPromo(s: S, ctx: DecideContext, at: { id: string; trigger: string }, decide: (p: Frozen<Promo>) => Decision): Decision {
  return inStore(s, ctx, 'promos', ({ store }) => {
    const promo = promoOf(s, store.id, at.id)
    if (promo === undefined) return no('E_NONE', { id: at.id })
    return after(PROMOTION, promo.state, at.trigger) === undefined ? wrongState(PROMOTION, promo.state) : decide(promo)
  })
}

const turn = (promo: Frozen<Promo>, at: number, to: 'start' | 'end'): TimerWish => ({
  at: worldTime(at),
  by: 'shop.platform',
  type: 'shop.promo.turn',
  data: { promo: promo.id, to },
  key: `${promo.id}:${to}`,
  known: `活动“${promo.name}”${to === 'start' ? '开始' : '结束'}`,
})

function activate(s: S, promo: Frozen<Promo>, ctx: DecideContext, confirmed: readonly string[]): Decision {
  const fault = promoFault(s, promo, ctx.now)
  if (fault !== null) return fault
  const below = promoted(s, promo).find(v => {
    const price = priceUnder(promo, v)
    return price !== null && v.cost !== null && price < v.cost
  })
  if (below !== undefined && !confirmed.includes('W_BELOW_COST')) return no('W_BELOW_COST', { sku: below.sku }, 'tiers')
  const data = { promo: promo.id, belowCost: below !== undefined }
  const end = turn(promo, promo.until, 'end')
  if (promo.from > ctx.now && promo.state === 'draft')
    return happened('promoScheduled', data, { timers: [turn(promo, promo.from, 'start'), end] })
  return happened('promoStarted', data, { timers: promo.state === 'paused' ? [] : [end] })
}

function setState(s: ShopSlice, id: string, trigger: string): void {
  for (const p of s.promos)
    if (p.id === id && after(PROMOTION, p.state, trigger) !== undefined) p.state = moved(PROMOTION, p.state, trigger)
}

function note(s: ShopSlice, promo: string, belowCost: boolean, seq: number): void {
  if (belowCost) s.belowCost.push({ promo, seq })
}

const windowOf = ({ from, until }: { from: number; until: number }, now: WorldTime): boolean => until > from && until > now

/** What moves customers: freight plans, promotions, coupons. */
export const promos: ShopPart = {
  commands: {
    'freight.save': parts.command({
      zh: '保存运费模板',
      data: FreightPlan.extend({ id: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_REGION', 'E_REGION_TWICE', 'E_REGION_GAP'],
      decide: (s, { id, ...plan }, ctx) =>
        inStore(s, ctx, 'store', ({ store }) => {
          if (id !== null && !s.freights.some(f => f.id === id && f.store === store.id)) return no('E_NONE', { id })
          const own = id ?? ctx.nextId('FT')
          return planFault(plan) ?? happened('freightSaved', { ...plan, id: own, store: store.id } as unknown as Json, { reply: own })
        }),
    }),
    'promo.save': parts.command({
      zh: '保存活动',
      data: PromoDraft.extend({ id: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE', 'E_WINDOW', 'E_BUDGET'],
      decide: (s, { id, ...draft }, ctx) =>
        inStore(s, ctx, 'promos', ({ store }) => {
          const old = id === null ? undefined : promoOf(s, store.id, id)
          if (id !== null && old === undefined) return no('E_NONE', { id })
          if (old !== undefined && old.state !== 'draft') return wrongState(PROMOTION, old.state)
          if (!windowOf(draft, ctx.now)) return no('E_WINDOW', {}, 'until')
          if (draft.budget !== null && draft.budget.limit <= 0) return no('E_BUDGET', {}, 'budget')
          const own = id ?? ctx.nextId('PR')
          return happened('promoSaved', { ...draft, id: own, store: store.id } as unknown as Json, { reply: own })
        }),
    }),
    'promo.activate': parts.command({
      zh: '启动活动',
      data: Id.extend({ confirm: z.array(z.string()).default([]) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE', 'E_OVERLAP', 'E_RAISE_FIRST', 'W_BELOW_COST', 'E_WINDOW', 'E_BUDGET'],
      decide: (s, { promo: id, confirm }, ctx) => onPromo(s, ctx, { id, trigger: 'start' }, promo => activate(s, promo, ctx, confirm)),
    }),
    'promo.pause': parts.command({
      zh: '暂停活动',
      data: Id,
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE'],
      decide: (s, { promo: id }, ctx) => onPromo(s, ctx, { id, trigger: 'pause' }, () => happened('promoPaused', { promo: id })),
    }),
    'promo.end': parts.command({
      zh: '结束活动',
      data: Id,
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_STATE'],
      decide: (s, { promo: id }, ctx) =>
        onPromo(s, ctx, { id, trigger: 'end' }, () => happened('promoEnded', { promo: id }, { cancel: [`${id}:start`, `${id}:end`] })),
    }),
    'promo.turn': parts.command({
      zh: '活动到时',
      data: Id.extend({ to: z.enum(['start', 'end']) }),
      who: 'agent',
      refusals: [],
      decide: (s, { promo: id, to }) => {
        const promo = s.promos.find(p => p.id === id)
        if (promo === undefined || after(PROMOTION, promo.state, to) === undefined) return no('E_NONE', { id })
        return to === 'start' ? happened('promoStarted', { promo: id, belowCost: false }) : happened('promoEnded', { promo: id })
      },
    }),
    'coupon.issue': parts.command({
      zh: '发放优惠券',
      data: CouponDraft,
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_QTY', 'E_WINDOW', 'E_COUPON_OFF'],
      decide: (s, draft, ctx) =>
        inStore(s, ctx, 'promos', ({ store }) => {
          if (draft.total < 1) return no('E_QTY', {}, 'total')
          if (!windowOf(draft, ctx.now)) return no('E_WINDOW', {}, 'until')
          if (draft.min > 0 && draft.off >= draft.min) return no('E_COUPON_OFF', {}, 'off')
          const id = ctx.nextId('CP')
          return happened('couponIssued', { ...draft, id, store: store.id }, { reply: id })
        }),
    }),
  },
  events: {
    freightSaved: parts.event({
      data: FreightPlan.extend({ id: z.string(), store: z.string() }),
      caption: ({ name }, { who }) => `${who}保存运费模板“${name}”`,
      evolve: (s, plan, { seq }) => void (s.freights = [...s.freights.filter(f => f.id !== plan.id), { ...plan, seq }]),
    }),
    promoSaved: parts.event({
      data: PromoDraft.extend({ id: z.string(), store: z.string() }),
      caption: ({ name }, { who }) => `${who}保存活动“${name}”`,
      evolve: (s, draft, { seq }) =>
        void (s.promos = [...s.promos.filter(p => p.id !== draft.id), { ...draft, state: PROMOTION.initial, used: 0, seq }]),
    }),
    promoScheduled: parts.event({
      data: Id.extend({ belowCost: z.boolean() }),
      caption: ({ promo }, { who }) => `${who}排定活动 ${promo}`,
      evolve: (s, { promo, belowCost }, { seq }) => {
        setState(s, promo, 'schedule')
        note(s, promo, belowCost, seq)
      },
    }),
    promoStarted: parts.event({
      data: Id.extend({ belowCost: z.boolean() }),
      caption: ({ promo }) => `活动 ${promo} 开始`,
      evolve: (s, { promo, belowCost }, { seq }) => {
        setState(s, promo, 'start')
        note(s, promo, belowCost, seq)
      },
    }),
    promoPaused: parts.event({
      data: Id,
      caption: ({ promo }, { who }) => `${who}暂停活动 ${promo}`,
      evolve: (s, { promo }) => setState(s, promo, 'pause'),
    }),
    promoEnded: parts.event({
      data: Id,
      caption: ({ promo }) => `活动 ${promo} 结束`,
      evolve: (s, { promo }) => setState(s, promo, 'end'),
    }),
    couponIssued: parts.event({
      data: CouponDraft.extend({ id: z.string(), store: z.string() }),
      caption: ({ name }, { who }) => `${who}发放优惠券“${name}”`,
      evolve: (s, coupon, { seq }) => void s.coupons.push({ ...coupon, claimed: 0, used: 0, seq }),
    }),
  },
  refusals: {
    E_REGION: '没有“{region}”这个地区，请按省级行政区填写。',
    E_REGION_TWICE: '“{region}”重复设置了运费，请只保留一处。',
    E_REGION_GAP: '以下地区没有设置运费，也没有列入不配送地区：{regions}。',
    E_WINDOW: '结束时间应晚于开始时间，且不能早于现在。',
    E_BUDGET: '预算应大于 0。',
    E_OVERLAP: '与活动“{name}”的商品和时间重叠，同类活动不能叠加。',
    E_RAISE_FIRST: '“{sku}”近 30 天最低成交价为 {price} 元，活动价应低于该价，不得先涨后降。',
    W_BELOW_COST: '“{sku}”的活动价低于成本价。确认后可以继续启动。',
    E_QTY: '发放数量应至少为 1 张。',
    E_COUPON_OFF: '优惠金额应小于使用门槛。',
  },
}
