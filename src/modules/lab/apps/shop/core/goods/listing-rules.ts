import type { z } from 'zod'
import type { Frozen } from '../../../../../../kernel/brand.ts'
import { type Refuse, no } from '../../../../core/app/refuse.ts'
import type { ProductDraft, ShopSlice, VariantDraft } from '../../slice.ts'

type S = Frozen<ShopSlice>
type Draft = Frozen<z.output<typeof ProductDraft>>

/** Length as product titles count it: a full-width sign is two units. */
export function units(text: string): number {
  let n = 0
  for (const sign of text) n += (sign.codePointAt(0) ?? 0) > 0xff ? 2 : 1
  return n
}

/** Small letters of ASCII only: the tables for other scripts differ between builds. */
const lower = (text: string): string => text.replace(/[A-Z]/g, letter => letter.toLowerCase())

/** The words of the list of limits that a text says, blanks left out of account. */
export function bannedIn(text: string, banned: readonly string[]): string[] {
  const plain = lower(text.replace(/\s+/g, ''))
  return banned.filter(word => plain.includes(lower(word)))
}

/** Check digit of a GTIN-13 (GS1 General Specifications §7.9). */
export function isGtin13(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false
  const sum = [...text].reduce((n, digit, i) => n + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}

function variantFault(v: Frozen<z.output<typeof VariantDraft>>): Refuse | null {
  if (v.price <= 0 || (v.listPrice !== null && v.price > v.listPrice)) return no('E_PRICE', { sku: v.sku }, 'variants')
  return v.gtin !== null && !isGtin13(v.gtin) ? no('E_GTIN', { gtin: v.gtin }, 'variants') : null
}

/** What is checked whenever a product is kept: prices, bar codes, codes that are somebody else's. */
export function draftFault(s: S, own: string | null, draft: Draft): Refuse | null {
  const fault = draft.variants.map(variantFault).find(f => f !== null)
  if (fault !== undefined) return fault
  const skus = draft.variants.map(v => v.sku)
  const others = s.products.filter(p => p.id !== own).flatMap(p => p.variants.map(v => v.sku))
  const taken = skus.find((sku, i) => skus.indexOf(sku) !== i || others.includes(sku))
  return taken === undefined ? null : no('E_SKU_TAKEN', { sku: taken }, 'variants')
}

/** What the form checks before a product goes to the audit. */
export function submitFault(s: S, draft: Draft): Refuse | null {
  const length = units(draft.title)
  if (length === 0 || length > 60) return no('E_TITLE_LEN', { length }, 'title')
  const [word] = bannedIn(draft.title, s.banned)
  if (word !== undefined) return no('E_BANNED_WORD', { word }, 'title')
  const cat = s.cats.find(c => c.id === draft.cat)
  if (cat === undefined || s.cats.some(c => c.parent === draft.cat)) return no('E_CAT', {}, 'cat')
  const lacking = cat.attrs.filter(name => (draft.attrs[name] ?? '').trim() === '')
  if (lacking.length > 0) return no('E_ATTR_REQUIRED', { attrs: lacking.join('、') }, 'attrs')
  return imageFault(s, draft) ?? (draft.freight === null ? no('E_NO_FREIGHT', {}, 'freight') : null)
}

function imageFault(s: S, { images }: Draft): Refuse | null {
  if (images.length < 3 || images.length > 9) return no('E_IMG_COUNT', { count: images.length }, 'images')
  for (const { src, alt } of images) {
    const image = s.images.find(i => i.src === src)
    if (image === undefined) return no('E_NONE', { id: src }, 'images')
    if (image.w !== image.h) return no('E_IMG_RATIO', { src, w: image.w, h: image.h }, 'images')
    if (alt.trim() === '') return no('E_IMG_ALT', { src }, 'images')
  }
  return null
}

/** WCAG 2.2 contrast of two colours `#rrggbb`, in hundredths; 0 where one of them is no colour. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  if (x === null || y === null) return 0
  const [light, dark] = x > y ? [x, y] : [y, x]
  return Math.floor(((light + 0.05) / (dark + 0.05)) * 100)
}

function luminance(color: string): number | null {
  if (!/^#[0-9a-fA-F]{6}$/.test(color)) return null
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const c = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
