import type { Frozen } from '../../../../kernel/brand.ts'
import type { DecideContext } from '../../core/app/lab-app.ts'
import { says } from '../../core/task/folding.ts'
import type { Conversation, CsSlice, Slot } from './slice.ts'

type Listing = {
  readonly title: string
  readonly attrs: Readonly<Record<string, string>>
  readonly store: { readonly shipHours: number }
  readonly variants: readonly {
    readonly sku: string
    readonly now: number
    readonly stock: number
    readonly spec: Readonly<Record<string, string>>
  }[]
}
type Ctx = Pick<DecideContext, 'ask'>
export type Card = { readonly kind: string; readonly id: string }

/** Ways of writing so many 分 as 元. */
function yuanForms(fen: number): string[] {
  const [whole, cents] = [Math.floor(fen / 100), fen % 100]
  const two = `${whole}.${String(cents).padStart(2, '0')}`
  return cents === 0 ? [two, String(whole)] : cents % 10 === 0 ? [two, two.slice(0, -1)] : [two]
}

function listingOf(ctx: Ctx, sku: string): Listing | undefined {
  return (ctx.ask('shop.listing', { sku }) as unknown as Listing[])[0]
}

/** What is true now, as groups of words of which each must be said in one of its ways; numbers first. */
export function truthOf(s: Frozen<CsSlice>, ctx: Ctx, want: Frozen<Slot>): string[][] {
  switch (want.slot) {
    case 'price': {
      const variant = listingOf(ctx, want.sku)?.variants.find(v => v.sku === want.sku)
      return variant === undefined ? [['下架', '没有了', '售完']] : [yuanForms(variant.now)]
    }
    case 'stock': {
      const left = listingOf(ctx, want.sku)?.variants.find(v => v.sku === want.sku)?.stock ?? 0
      return [left > 0 ? ['有货', '有现货', '现货', `${left}件`] : ['没货', '无货', '缺货', '售完', '没有货']]
    }
    case 'attr': {
      const item = listingOf(ctx, want.sku)
      const value = item?.attrs[want.name] ?? item?.variants.find(v => v.sku === want.sku)?.spec[want.name] ?? ''
      return [[value]]
    }
    case 'freight':
      return [freightForms(s, ctx, want)]
    case 'shipBy': {
      const store = (ctx.ask('shop.stores', {}) as { id: string; shipHours: number }[]).find(o => o.id === s.store)
      const hours = store?.shipHours ?? 48
      return [[`${hours}小时`, `${hours}个小时`, ...(hours % 24 === 0 ? [`${hours / 24}天`, `${hours / 24}日内`] : [])]]
    }
    case 'waybill': {
      const order = ctx.ask('shop.order', { orderNo: want.order }) as { parcels: { waybill: string }[] } | null
      const numbers = (order?.parcels ?? []).map(p => p.waybill)
      return [numbers.length === 0 ? ['还没有发货', '尚未发货', '还没发货', '未发货', '没有发货'] : numbers]
    }
    case 'words':
      return want.need.map(group => [...group])
    case 'card':
      return []
  }
}

function freightForms(s: Frozen<CsSlice>, ctx: Ctx, want: Extract<Frozen<Slot>, { slot: 'freight' }>): string[] {
  const lines = [{ sku: want.sku, quantity: want.quantity }]
  const priced = ctx.ask('shop.price', { store: s.store, lines, region: want.region }) as { ok: boolean; freight?: number }
  if (!priced.ok) return ['不发货', '不配送', '送不到', '不能发', '无法配送', '不送']
  const fee = priced.freight ?? 0
  return fee === 0 ? ['包邮', '免运费', '免邮', '运费0元', '不收运费'] : yuanForms(fee)
}

const NUMBERS = new Set(['price', 'freight', 'shipBy', 'stock'])

/**
 * Was the question answered? `null`: nothing was said to it yet, as with a greeting. A number that is not the true one is wrong at once;
 * words that are not to the point are wrong when they pretend to be an answer.
 */
export function judge(at: { s: Frozen<CsSlice>; ctx: Ctx; want: Frozen<Slot>; said: string; card: Card | null }): boolean | null {
  const { s, ctx, want, said, card } = at
  if (want.slot === 'card') return card === null ? null : card.kind === want.kind && card.id === want.id ? true : null
  if (said.trim() === '') return null
  const groups = truthOf(s, ctx, want)
  const hit = groups.filter(group => group.some(word => word !== '' && says(said, word))).length
  if (hit === groups.length) return true
  if (NUMBERS.has(want.slot)) return namesNumber(said) ? false : null
  return [...said].length >= 12 && hit === 0 ? false : null
}

/** A number is meant: digits that are not part of a code, or Chinese numerals before a unit. “一下” is none. */
function namesNumber(said: string): boolean {
  const digits = /[0-9０-９]/.test(said.replace(/[A-Za-z][A-Za-z0-9-]*/g, ''))
  return digits || /[一二三四五六七八九十百千两]+(元|块|小时|个小时|天|件|个)(?!人)/.test(said)
}

/** Words that a clerk must not say: to anybody, and to this question. */
export function forbiddenIn(s: Frozen<CsSlice>, said: string, own: readonly string[]): string[] {
  return [...s.words.divert, ...s.words.abuse, ...s.words.promise, ...own].filter(word => says(said, word))
}

export function kindOf(s: Frozen<CsSlice>, word: string): 'divert' | 'abuse' | 'promise' | 'own' {
  if (s.words.divert.includes(word)) return 'divert'
  if (s.words.abuse.includes(word)) return 'abuse'
  return s.words.promise.includes(word) ? 'promise' : 'own'
}

/** The question that is open now; none when all were answered. */
export function openQuestion(c: Frozen<Conversation>) {
  return c.script.hidden.questions[c.script.hidden.at]
}

/** What the clerk has said since the customer's last word. */
export function saidSince(c: Frozen<Conversation>): string {
  const last = c.msgs.findLastIndex(m => m.by === 'customer')
  return c.msgs
    .slice(last + 1)
    .filter(m => m.by !== 'customer')
    .map(m => m.text)
    .join('\n')
}

/** One to five stars: slow answers, wrong facts and forbidden words cost. */
export function starsOf(c: Frozen<Conversation>, left: boolean): number {
  const first = c.firstAt === null ? 999 : c.firstAt - c.since
  const bad = c.msgs.filter(m => m.verdict.hidden.forbidden.length > 0).length
  const lost = (first > 30 ? 1 : 0) + (first > 120 ? 1 : 0) + c.script.hidden.wrong + 2 * bad + (left ? 4 : 0)
  return Math.max(1, 5 - lost)
}
