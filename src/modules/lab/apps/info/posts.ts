import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, TimerWish } from '../../core/app/lab-app.ts'
import { after, byHand, moved, wrongState } from '../../core/app/machine.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { dayText, parseWorldTime } from '../../core/world/calendar.ts'
import { worldTime } from '../../core/world/ids.ts'
import { type InfoPart, type InfoSlice, POST, type Post, PostBody, parts } from './slice.ts'

const CONTACT = /1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|[\w.-]+@[\w-]+\.\w+|微信|QQ|加我|扫码/
const LEAST_DAYS = 7
const MOST_DAYS = 180

export function postOf(s: Frozen<InfoSlice>, id: string): Frozen<Post> | undefined {
  return s.posts.find(p => p.id === id)
}

/** A title names the goods once: a piece of two or more signs that stands there twice is stuffing. */
export function repeatedWord(title: string): string | null {
  const signs = [...title]
  for (let size = 4; size >= 2; size--) {
    for (let i = 0; i + 2 * size <= signs.length; i++) {
      const piece = signs.slice(i, i + size).join('')
      if (
        /^[\u4e00-\u9fff]+$/.test(piece) &&
        signs
          .slice(i + size)
          .join('')
          .includes(piece)
      )
        return piece
    }
  }
  return null
}

function titleFault(title: string): Refuse | null {
  const length = [...title].length
  if (length < 8 || length > 30) return no('E_TITLE', { why: `应为 8 至 30 个字，现在是 ${length} 个字` }, 'title')
  const twice = repeatedWord(title)
  return twice === null ? null : no('E_TITLE', { why: `“${twice}”重复出现` }, 'title')
}

/** What the form itself finds, before anybody looks at it. */
function formFault(s: Frozen<InfoSlice>, post: PostBody, now: number): Refuse | null {
  const category = s.categories.find(c => c.id === post.category)
  if (category === undefined) return no('E_CAT', {}, 'category')
  const title = titleFault(post.title)
  if (title !== null) return title
  if (CONTACT.test(`${post.title}${post.body}`)) return no('E_CONTACT_IN_BODY', {}, 'body')
  const word = s.banned.find(w => `${post.title}${post.body}`.includes(w))
  if (word !== undefined) return no('E_BANNED', { word }, post.title.includes(word) ? 'title' : 'body')
  const missing = category.attrs.find(name => (post.attrs[name] ?? '').trim() === '')
  if (missing !== undefined) return no('E_ATTR', { name: missing }, 'attrs')
  const until = parseWorldTime(post.until)
  const days = until === undefined ? 0 : Math.ceil((until - now) / 86_400)
  if (until === undefined || days < LEAST_DAYS || days > MOST_DAYS) return no('E_EXPIRY', {}, 'until')
  return post.pictures.length === 0 || post.pictures.some(p => !/\.(jpg|jpeg|png|webp)$/i.test(p)) ? no('E_PIC', {}, 'pictures') : null
}

const tight = (text: string): string => text.replace(/\s+/g, '')

/** What a person who looks at the notice finds: another category, facts unlike the papers, claims nobody may make of food. */
export function auditFault(s: Frozen<InfoSlice>, post: Frozen<Post>): string | null {
  const claim = s.delicate.hidden.find(w => `${post.title}${post.body}`.includes(w))
  if (claim !== undefined) return `普通商品不得宣传“${claim}”等功效`
  const goods = s.goods.hidden.find(g => post.title.includes(g.name) || post.body.includes(g.name))
  if (goods === undefined) return '标题和说明中没有写明品名'
  if (goods.category !== post.category) return '所选类目与商品不符'
  const wrong = Object.entries(goods.attrs).find(
    ([name, value]) => post.attrs[name] !== undefined && tight(post.attrs[name]) !== tight(value),
  )
  return wrong === undefined ? null : `参数“${wrong[0]}”与商品资料不符`
}

const auditing = (s: Frozen<InfoSlice>, id: string): TimerWish => ({
  after: s.auditAfter,
  by: 'info.auditor',
  type: 'info.post.audit',
  data: { id },
  known: '供求信息审核出结果',
})

const One = z.strictObject({ id: z.string() })
/** What whoever put it up may do; the rest is done by auditors and by time. */
const BY_HAND = byHand(POST, ['refresh', 'off', 'resubmit'])

function stepping(trigger: 'refresh' | 'off', zh: string) {
  return parts.command({
    zh,
    data: One,
    who: 'persona',
    refusals: trigger === 'refresh' ? ['E_NONE', 'E_STATE', 'E_REFRESH'] : ['E_NONE', 'E_STATE'],
    decide: (s, { id }, ctx: DecideContext) => {
      const post = postOf(s, id)
      if (post === undefined) return no('E_NONE', { id })
      if (after(POST, post.state, trigger) === undefined) return wrongState(BY_HAND, post.state)
      if (trigger === 'refresh' && dayText(worldTime(post.refreshed)) === dayText(ctx.now)) return no('E_REFRESH')
      return happened('postStepped', { id, trigger }, trigger === 'off' ? { cancel: [`post:${id}`] } : {})
    },
  })
}

/** Notices of supply and demand: the form, the people who look at it, how long it stands, who asks. */
export const posts: InfoPart = {
  commands: {
    'post.publish': parts.command({
      zh: '发布供求信息',
      data: PostBody.extend({ id: z.string().nullable().default(null) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_STATE', 'E_CAT', 'E_TITLE', 'E_CONTACT_IN_BODY', 'E_BANNED', 'E_ATTR', 'E_EXPIRY', 'E_PIC'],
      decide: (s, { id, ...post }, ctx) => {
        const old = id === null ? undefined : postOf(s, id)
        if (id !== null && old === undefined) return no('E_NONE', { id })
        if (old !== undefined && after(POST, old.state, 'resubmit') === undefined) return wrongState(BY_HAND, old.state)
        const fault = formFault(s, post, ctx.now)
        if (fault !== null) return fault
        const kept = { ...post, id: id ?? ctx.nextId('P') }
        return happened('submitted', kept, { timers: [auditing(s, kept.id)], reply: kept.id })
      },
    }),
    'post.refresh': stepping('refresh', '刷新供求信息'),
    'post.off': stepping('off', '下架供求信息'),
    'post.audit': parts.command({
      zh: '审核供求信息',
      data: One,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { id }, ctx) => {
        const post = postOf(s, id)
        if (post === undefined) return no('E_NONE', { id })
        if (post.state !== 'auditing') return wrongState(BY_HAND, post.state)
        const reason = auditFault(s, post)
        const until = parseWorldTime(post.until) ?? ctx.now
        const expiry: TimerWish = {
          after: Math.max(0, until + 86_400 - ctx.now),
          by: 'info.auditor',
          type: 'info.post.expire',
          data: { id },
          key: `post:${id}`,
          known: `供求信息“${post.title}”到期`,
        }
        return happened('audited', { id, ok: reason === null, reason: reason ?? '' }, reason === null ? { timers: [expiry] } : {})
      },
    }),
    'post.expire': parts.command({
      zh: '供求信息到期',
      data: One,
      who: 'agent',
      refusals: ['E_NONE', 'E_STATE'],
      decide: (s, { id }) => {
        const post = postOf(s, id)
        if (post === undefined) return no('E_NONE', { id })
        return post.state === 'online' ? happened('postStepped', { id, trigger: 'expire' }) : wrongState(BY_HAND, post.state)
      },
    }),
    'inquiry.receive': parts.command({
      zh: '收到询盘',
      data: z.strictObject({ post: z.string(), from: z.string(), text: z.string() }),
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, inquiry) =>
        postOf(s, inquiry.post)?.state === 'online' ? happened('inquired', inquiry) : no('E_NONE', { id: inquiry.post }),
    }),
  },
  events: {
    submitted: parts.event({
      data: PostBody.extend({ id: z.string() }),
      caption: ({ title, kind }, { who }) => `${who}提交${kind === 'supply' ? '供应' : '求购'}信息“${title}”`,
      evolve: (s, post, { seq }) => {
        const old = s.posts.find(p => p.id === post.id)
        const state = old === undefined ? POST.initial : moved(POST, old.state, 'resubmit')
        const kept = { ...post, state, tries: (old?.tries ?? 0) + 1, reason: '', refreshed: 0, seq }
        s.posts = [...s.posts.filter(p => p.id !== post.id), kept]
      },
    }),
    audited: parts.event({
      data: One.extend({ ok: z.boolean(), reason: z.string() }),
      caption: ({ id, ok, reason }) => (ok ? `供求信息 ${id} 审核通过` : `供求信息 ${id} 未通过审核：${reason}`),
      evolve: (s, { id, ok, reason }, { at, seq }) => {
        for (const post of s.posts)
          if (post.id === id) Object.assign(post, { state: moved(POST, post.state, ok ? 'pass' : 'reject'), reason, refreshed: at })
        s.audits.push({ post: id, ok, reason, seq })
      },
    }),
    postStepped: parts.event({
      data: One.extend({ trigger: z.enum(['refresh', 'off', 'expire']) }),
      caption: ({ id, trigger }, { who }) =>
        trigger === 'expire' ? `供求信息 ${id} 到期` : `${who}${POST.triggers[trigger] ?? ''}供求信息 ${id}`,
      evolve: (s, { id, trigger }, { at }) => {
        for (const post of s.posts) {
          if (post.id !== id) continue
          post.state = moved(POST, post.state, trigger)
          if (trigger === 'refresh') post.refreshed = at
        }
      },
    }),
    inquired: parts.event({
      data: z.strictObject({ post: z.string(), from: z.string(), text: z.string() }),
      caption: ({ from, text }) => `${from}询盘：${text}`,
      evolve: (s, inquiry, { at, seq }) => void s.inquiries.push({ ...inquiry, at, seq }),
    }),
  },
  refusals: {
    E_CAT: '请选择商品所属的末级类目。',
    E_TITLE: '标题不合要求：{why}。',
    E_CONTACT_IN_BODY: '标题和说明中不能出现电话、邮箱、微信等联系方式，请在联系人栏目中填写。',
    E_BANNED: '“{word}”属于广告禁用语，请删除或改写。',
    E_ATTR: '请填写必填参数“{name}”。',
    E_EXPIRY: '有效期应在 7 天至 180 天之内，日期形如 2026-06-30。',
    E_PIC: '请至少上传一张图片，格式为 jpg、png 或 webp。',
    E_REFRESH: '每条信息每天只能刷新一次。',
  },
}
