import { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { happened } from '../../../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../../../core/app/lab-app.ts'
import { no } from '../../../../core/app/refuse.ts'
import { hide } from '../../../../core/world/canonical.ts'
import { inStore, orderFault } from '../../lookup.ts'
import { type Order, type Review, type ShopPart, type ShopSlice, parts } from '../../slice.ts'

type S = Frozen<ShopSlice>
const Post = z.object({
  order: z.string(),
  stars: z.int().min(1).max(5),
  text: z.string().min(1).max(500),
  pics: z.int().min(0).max(9).default(0),
  fake: z.boolean().default(false),
})

/** Does a text give away who bought: a telephone number, a name, an address? */
function leaks(text: string, order: Frozen<Order> | undefined): boolean {
  const { name = '', phone = '', detail = '' } = order?.address ?? {}
  return /\d{11}/.test(text.replace(/[\s-]/g, '')) || [name, phone, detail].some(part => part.length > 1 && text.includes(part))
}

function onReview(s: S, ctx: DecideContext, id: string, decide: (r: Frozen<Review>) => Decision): Decision {
  return inStore(s, ctx, 'care', ({ store }) => {
    const review = s.reviews.find(r => r.id === id && r.store === store.id)
    return review === undefined ? no('E_NONE', { id }) : decide(review)
  })
}

function rate(s: ShopSlice, id: string): void {
  const own = s.reviews.filter(r => r.store === id && r.reported !== 'removed')
  const store = s.stores.find(o => o.id === id)
  // a new voice weighs as one of a hundred that were there before
  if (store !== undefined && own.length > 0) {
    store.rating = Math.floor((store.rating * 100 + (own.at(-1)?.stars ?? 0) * 100 + 50) / 101)
  }
}

/** What buyers say, and what the store says to it. */
export const reviews: ShopPart = {
  commands: {
    reviewed: parts.command({
      zh: '发表评价',
      data: Post,
      who: 'agent',
      refusals: ['E_STATE', 'E_ABUSE'],
      decide: (s, { order: no_, stars, text, pics, fake }, ctx) => {
        const order = s.orders.find(o => o.no === no_)
        const line = order?.lines[0]
        if (order === undefined || line === undefined || order.reviewed) return no('E_NONE', { id: no_ })
        const fault = orderFault(order, 'review')
        if (fault !== null) return fault
        if (s.abuse.some(word => text.includes(word))) return no('E_ABUSE', {}, 'text')
        const id = ctx.nextId('RV')
        const { store, buyerName } = order
        return happened(
          'reviewPosted',
          { id, order: no_, store, product: line.product, buyerName, stars, text, pics, fake: hide(fake) },
          { reply: id },
        )
      },
    }),
    reviewMore: parts.command({
      zh: '追加评价',
      data: z.object({ order: z.string(), text: z.string().min(1).max(500) }),
      who: 'agent',
      refusals: ['E_ABUSE'],
      decide: (s, { order, text }) => {
        const review = s.reviews.find(r => r.order === order && r.more === null)
        if (review === undefined) return no('E_NONE', { id: order })
        return s.abuse.some(word => text.includes(word)) ? no('E_ABUSE', {}, 'text') : happened('reviewAdded', { id: review.id, text })
      },
    }),
    'review.reply': parts.command({
      zh: '回复评价',
      data: z.strictObject({ review: z.string(), text: z.string().min(1).max(300) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_ABUSE', 'E_PRIVACY'],
      decide: (s, { review: id, text }, ctx) =>
        onReview(s, ctx, id, review => {
          if (s.abuse.some(word => text.includes(word))) return no('E_ABUSE', {}, 'text')
          const order = s.orders.find(o => o.no === review.order)
          return leaks(text, order) ? no('E_PRIVACY', {}, 'text') : happened('reviewReplied', { id, text })
        }),
    }),
    'review.report': parts.command({
      zh: '举报评价',
      data: z.strictObject({ review: z.string(), reason: z.string().min(2).max(200) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_REPORTED'],
      decide: (s, { review: id, reason }, ctx) =>
        onReview(s, ctx, id, review => {
          if (review.reported !== null) return no('E_REPORTED')
          const timer = {
            after: 86_400,
            by: 'shop.platform',
            type: 'shop.review.judge',
            data: { review: id },
            known: `平台处理评价举报 ${id}`,
          }
          return happened('reviewReported', { id, reason }, { timers: [timer] })
        }),
    }),
    'review.judge': parts.command({
      zh: '处理评价举报',
      data: z.strictObject({ review: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (s, { review: id }) => {
        const review = s.reviews.find(r => r.id === id)
        return review === undefined ? no('E_NONE', { id }) : happened('reviewJudged', { id, removed: review.fake.hidden })
      },
    }),
  },
  events: {
    reviewPosted: parts.event({
      data: Post.omit({ fake: true }).extend({
        id: z.string(),
        store: z.string(),
        product: z.string(),
        buyerName: z.string(),
        fake: z.strictObject({ hidden: z.boolean() }),
      }),
      caption: ({ buyerName, stars, text }) => `${buyerName}评价 ${stars} 星：${text}`,
      evolve: (s, review, { seq }) => {
        s.reviews.push({ ...review, more: null, reply: null, reported: null, seq })
        for (const o of s.orders) if (o.no === review.order) o.reviewed = true
        rate(s, review.store)
      },
    }),
    reviewAdded: parts.event({
      data: z.strictObject({ id: z.string(), text: z.string() }),
      caption: ({ text }) => `买家追加评价：${text}`,
      evolve: (s, { id, text }) => {
        for (const r of s.reviews) if (r.id === id) r.more = text
      },
    }),
    reviewReplied: parts.event({
      data: z.strictObject({ id: z.string(), text: z.string() }),
      caption: ({ id }, { who }) => `${who}回复评价 ${id}`,
      evolve: (s, { id, text }, { seq }) => {
        for (const r of s.reviews) if (r.id === id) Object.assign(r, { reply: text, seq })
      },
    }),
    reviewReported: parts.event({
      data: z.strictObject({ id: z.string(), reason: z.string() }),
      caption: ({ id }, { who }) => `${who}举报评价 ${id}`,
      evolve: (s, { id }) => {
        for (const r of s.reviews) if (r.id === id) r.reported = 'open'
      },
    }),
    reviewJudged: parts.event({
      data: z.strictObject({ id: z.string(), removed: z.boolean() }),
      caption: ({ id, removed }) => `平台${removed ? '删除' : '保留'}被举报的评价 ${id}`,
      evolve: (s, { id, removed }) => {
        for (const r of s.reviews) if (r.id === id) r.reported = removed ? 'removed' : 'kept'
      },
    }),
  },
  refusals: {
    E_ABUSE: '内容含有辱骂或不文明用语，请修改。',
    E_PRIVACY: '回复中不能出现买家的姓名、电话或地址。',
    E_REPORTED: '这条评价已经举报过。',
  },
}
