import { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { happened } from '../../../../core/app/define-app.ts'
import { type Refuse, no } from '../../../../core/app/refuse.ts'
import { hide } from '../../../../core/world/canonical.ts'
import { PERMS, inStore, ownStore } from '../../lookup.ts'
import { Address, type ShopPart, type ShopSlice, type Store, parts } from '../../slice.ts'
import { contrast } from './listing-rules.ts'

type S = Frozen<ShopSlice>
const Block = z.strictObject({
  id: z.string(),
  kind: z.enum(['banner', 'text', 'products', 'coupon', 'nav']),
  text: z.string().max(500),
  image: z.string().nullable(),
  alt: z.string().max(100),
  link: z.string().nullable(),
  color: z.string(),
  background: z.string(),
})
const Member = z.strictObject({ persona: z.string(), role: z.string().min(1).max(20), perms: z.array(z.string()) })

function imageFault(s: S, src: string): Refuse | null {
  const image = s.images.find(i => i.src === src)
  if (image === undefined) return no('E_NONE', { id: src }, 'logo')
  return image.w === image.h ? null : no('E_LOGO_RATIO', { w: image.w, h: image.h }, 'logo')
}

/** A block as a person would meet it: does its link lead anywhere, can its picture and its words be read? */
export function blockFault(s: S, store: Frozen<Store>, block: z.output<typeof Block>): Refuse | null {
  if (block.image !== null && (!s.images.some(i => i.src === block.image) || block.alt.trim() === ''))
    return no('E_IMG', { id: block.id }, 'image')
  if (isDead(s, store, block.link)) return no('E_LINK_DEAD', { link: block.link ?? '' }, 'link')
  const hundredths = contrast(block.color, block.background)
  return block.text !== '' && hundredths < 450
    ? no('E_CONTRAST', { ratio: `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}` }, 'color')
    : null
}

/** A link inside the store: its home, a category of it, a product that is on sale. */
export function isDead(s: S, store: Frozen<Store>, link: string | null): boolean {
  if (link === null || link === '/') return false
  const [kind, id] = link.split(':')
  if (kind === 'category') return !store.categories.some(c => c.id === id)
  return kind !== 'product' || !s.products.some(p => p.id === id && p.store === store.id && p.state === 'on')
}

function storeIn(s: ShopSlice, id: string): Store | undefined {
  return s.stores.find(o => o.id === id)
}

/** The store itself: opening, face, categories, staff, home page. */
export const store: ShopPart = {
  commands: {
    'store.open': parts.command({
      zh: '开通店铺',
      data: z.strictObject({ name: z.string().min(2).max(30), licence: z.string(), address: Address.strict() }),
      who: 'persona',
      refusals: ['E_HAS_STORE', 'E_NAME_TAKEN', 'E_LICENSE'],
      decide: (s, { name, licence, address }, ctx) => {
        if (ownStore(s, ctx.persona) !== undefined) return no('E_HAS_STORE')
        if (s.stores.some(o => o.name === name)) return no('E_NAME_TAKEN', { name }, 'name')
        if (!s.licences.includes(licence)) return no('E_LICENSE', {}, 'licence')
        const id = ctx.nextId('ST')
        return happened('storeOpened', { id, name, address, persona: ctx.persona }, { reply: id })
      },
    }),
    'store.profile': parts.command({
      zh: '设置店铺资料',
      data: z.strictObject({ notice: z.string().max(500), logo: z.string().nullable(), shipHours: z.int().min(1).max(720) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_LOGO_RATIO'],
      decide: (s, data, ctx) =>
        inStore(s, ctx, 'store', ({ store }) => {
          const fault = data.logo === null ? null : imageFault(s, data.logo)
          return fault ?? happened('storeChanged', { ...data, id: store.id })
        }),
    }),
    'store.publish': parts.command({
      zh: '发布店铺',
      data: z.strictObject({}),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_EMPTY_HOME'],
      decide: (s, _d, ctx) =>
        inStore(s, ctx, 'store', ({ store }) =>
          store.live.length === 0 || !s.products.some(p => p.store === store.id && p.state === 'on')
            ? no('E_EMPTY_HOME')
            : happened('storePublished', { id: store.id }),
        ),
    }),
    'category.save': parts.command({
      zh: '保存店铺分类',
      data: z.strictObject({ id: z.string().nullable(), name: z.string().min(1).max(20), parent: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_DEPTH'],
      decide: (s, { id, name, parent }, ctx) =>
        inStore(s, ctx, 'store', ({ store }) => {
          const above = store.categories.find(c => c.id === parent)
          if (parent !== null && above === undefined) return no('E_NONE', { id: parent })
          if (above !== undefined && above.parent !== null) return no('E_DEPTH', {}, 'parent')
          const own = id ?? ctx.nextId('SC')
          return happened('categorySaved', { store: store.id, id: own, name, parent }, { reply: own })
        }),
    }),
    'sub.save': parts.command({
      zh: '设置子账号',
      data: Member,
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_LAST_ADMIN', 'E_NONE'],
      decide: (s, member, ctx) =>
        inStore(s, ctx, 'store', ({ store }) => {
          const wrong = member.perms.find(p => PERMS[p] === undefined)
          if (wrong !== undefined || !ctx.personas.some(p => p.id === member.persona)) return no('E_NONE', { id: wrong ?? member.persona })
          const others = store.staff.filter(m => m.persona !== member.persona && m.perms.length === 0)
          if (member.perms.length > 0 && others.length === 0) return no('E_LAST_ADMIN', {}, 'perms')
          return happened('subSaved', { store: store.id, ...member })
        }),
    }),
    'decor.set': parts.command({
      zh: '编辑装修模块',
      data: Block.omit({ id: true }).extend({ id: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_NONE', 'E_LINK_DEAD', 'E_IMG', 'E_CONTRAST'],
      decide: (s, { id, ...data }, ctx) =>
        inStore(s, ctx, 'store', ({ store }) => {
          if (id !== null && !store.blocks.some(b => b.id === id)) return no('E_NONE', { id })
          const block = { ...data, id: id ?? ctx.nextId('B') }
          return blockFault(s, store, block) ?? happened('decorSet', { store: store.id, block }, { reply: block.id })
        }),
    }),
    'decor.move': parts.command({
      zh: '调整模块顺序',
      data: z.strictObject({ ids: z.array(z.string()) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_BLOCKS'],
      decide: (s, { ids }, ctx) =>
        inStore(s, ctx, 'store', ({ store }) =>
          ids.length === store.blocks.length && store.blocks.every(b => ids.includes(b.id))
            ? happened('decorMoved', { store: store.id, ids })
            : no('E_BLOCKS', {}, 'ids'),
        ),
    }),
    'decor.publish': parts.command({
      zh: '发布装修',
      data: z.strictObject({ device: z.enum(['pc', 'mobile']) }),
      who: 'persona',
      refusals: ['E_NO_STORE', 'E_SUB_PERM', 'E_EMPTY_HOME', 'E_LINK_DEAD'],
      decide: (s, { device }, ctx) =>
        inStore(s, ctx, 'store', ({ store }) => {
          if (store.blocks.length === 0) return no('E_EMPTY_HOME')
          const dead = store.blocks.find(b => isDead(s, store, b.link))
          return dead === undefined ? happened('decorPublished', { store: store.id, device }) : no('E_LINK_DEAD', { link: dead.link ?? '' })
        }),
    }),
  },
  events: {
    storeOpened: parts.event({
      data: z.strictObject({ id: z.string(), name: z.string(), address: Address, persona: z.string() }),
      caption: ({ name }, { who }) => `${who}开通店铺“${name}”`,
      evolve: (s, { id, name, address, persona }, { seq }) => {
        const empty = { categories: [], promise: [], notice: '', logo: null, blocks: [], live: [] }
        const staff = [{ persona, role: '店主', perms: [] }]
        const fresh = { published: false, shipHours: 48, noReasonDays: 7, rating: 0, sold: 0, points: 0, bad: hide(false) }
        s.stores.push({ id, name, address, staff, ...empty, ...fresh, seq })
      },
    }),
    storeChanged: parts.event({
      data: z.strictObject({ id: z.string(), notice: z.string(), logo: z.string().nullable(), shipHours: z.int() }),
      caption: (_d, { who }) => `${who}修改店铺资料`,
      evolve: (s, { id, ...data }) => void Object.assign(storeIn(s, id) ?? {}, data),
    }),
    storePublished: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: (_d, { who }) => `${who}发布店铺`,
      evolve: (s, { id }) => void Object.assign(storeIn(s, id) ?? {}, { published: true }),
    }),
    categorySaved: parts.event({
      data: z.strictObject({ store: z.string(), id: z.string(), name: z.string(), parent: z.string().nullable() }),
      caption: ({ name }, { who }) => `${who}保存店铺分类“${name}”`,
      evolve: (s, { store: id, ...category }) => {
        const own = storeIn(s, id)
        if (own !== undefined) own.categories = [...own.categories.filter(c => c.id !== category.id), category]
      },
    }),
    subSaved: parts.event({
      data: Member.extend({ store: z.string() }),
      caption: ({ persona, role }, { who }) => `${who}设置子账号 ${persona}（${role}）`,
      evolve: (s, { store: id, ...member }) => {
        const own = storeIn(s, id)
        if (own !== undefined) own.staff = [...own.staff.filter(m => m.persona !== member.persona), member]
      },
    }),
    decorSet: parts.event({
      data: z.strictObject({ store: z.string(), block: Block }),
      caption: ({ block }, { who }) => `${who}编辑装修模块 ${block.id}`,
      evolve: (s, { store: id, block }) => {
        const own = storeIn(s, id)
        if (own === undefined) return
        const known = own.blocks.some(b => b.id === block.id)
        own.blocks = known ? own.blocks.map(b => (b.id === block.id ? block : b)) : [...own.blocks, block]
      },
    }),
    decorMoved: parts.event({
      data: z.strictObject({ store: z.string(), ids: z.array(z.string()) }),
      caption: (_d, { who }) => `${who}调整装修模块的顺序`,
      evolve: (s, { store: id, ids }) => {
        const own = storeIn(s, id)
        if (own !== undefined) own.blocks = ids.flatMap(b => own.blocks.filter(block => block.id === b))
      },
    }),
    decorPublished: parts.event({
      data: z.strictObject({ store: z.string(), device: z.string() }),
      caption: ({ device }, { who }) => `${who}发布${device === 'pc' ? '电脑端' : '手机端'}首页`,
      evolve: (s, { store: id, device }, { seq }) => {
        const own = storeIn(s, id)
        if (own !== undefined)
          own.live = [...own.live.filter(l => l.device !== device), { device, blocks: own.blocks.map(b => ({ ...b })), seq }]
      },
    }),
  },
  refusals: {
    E_HAS_STORE: '您已经有店铺了。',
    E_NAME_TAKEN: '店铺名称“{name}”已被使用，请更换。',
    E_LICENSE: '没有查到这个统一社会信用代码的有效营业执照，请核对。',
    E_LOGO_RATIO: '店标应为正方形，所选图片为 {w}×{h}。',
    E_EMPTY_HOME: '首页还没有内容，或店内没有销售中的商品，暂不能发布。',
    E_DEPTH: '店铺分类最多两级。',
    E_LAST_ADMIN: '店铺至少要保留一名拥有全部权限的管理员。',
    E_LINK_DEAD: '链接“{link}”指向的商品或分类不存在，或商品未在销售中。',
    E_IMG: '模块“{id}”的图片不在图片空间中，或缺少替代文字。',
    E_CONTRAST: '文字与背景的对比度为 {ratio}，应不低于 4.5。',
    E_BLOCKS: '请列出全部模块，每个一次。',
  },
}
