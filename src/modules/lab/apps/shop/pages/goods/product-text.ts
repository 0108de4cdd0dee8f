import { fill } from '../../../../../../ui/words.ts'
import { countOf, fenOf, yuanText } from '../../../../pages/parts/money.ts'
import type { ProductText, VariantText } from '../texts.ts'
import type { Product } from '../view.ts'
import { words } from './words.ts'

export const EMPTY_VARIANT: VariantText = { sku: '', a: '', b: '', gtin: '', price: '', listPrice: '', weight: '', stock: '' }
export const EMPTY_PRODUCT: ProductText = {
  title: '',
  cat: '',
  brand: '',
  attrs: {},
  modules: [{ kind: '卖点', text: '' }],
  images: [],
  freight: '',
  specs: ['颜色', ''],
  variants: [EMPTY_VARIANT],
  noReason: true,
}

/** The form of a product that is kept already. */
export function productText(product: Product): ProductText {
  const { title, cat, brand, attrs, modules, images, freight, variants, noReason } = product
  const names = [...new Set(variants.flatMap(v => Object.keys(v.spec)))]
  const [a = '颜色', b = ''] = names
  return {
    title,
    cat,
    brand: brand ?? '',
    attrs,
    modules,
    images,
    freight: freight ?? '',
    noReason,
    specs: [a, b],
    variants: variants.map(v => ({
      sku: v.sku,
      a: v.spec[a] ?? '',
      b: v.spec[b] ?? '',
      gtin: v.gtin ?? '',
      price: yuanText(v.price),
      listPrice: v.listPrice === null ? '' : yuanText(v.listPrice),
      weight: String(v.weight),
      stock: String(v.stock),
    })),
  }
}

type Data = { readonly ok: true; readonly data: object } | { readonly ok: false; readonly zh: string }

/** What is sent; only what is no number at all is stopped here, everything else is for the platform to judge. */
export function productData(text: ProductText): Data {
  const variants: object[] = []
  for (const [i, v] of text.variants.entries()) {
    const price = fenOf(v.price)
    const listPrice = v.listPrice.trim() === '' ? null : fenOf(v.listPrice)
    if (price === null || (listPrice === null && v.listPrice.trim() !== '')) return { ok: false, zh: fill(words.badPrice, { n: i + 1 }) }
    const [weight, stock] = [countOf(v.weight), countOf(v.stock)]
    if (weight === null || stock === null) return { ok: false, zh: fill(words.badWeight, { n: i + 1 }) }
    const gtin = v.gtin.trim()
    variants.push({ sku: v.sku.trim(), spec: specOf(text, v), gtin: gtin === '' ? null : gtin, price, listPrice, weight, stock })
  }
  const { title, cat, brand, attrs, modules, images, freight, noReason } = text
  return {
    ok: true,
    data: {
      title: title.trim(),
      cat,
      brand: brand.trim() === '' ? null : brand.trim(),
      attrs: Object.fromEntries(Object.entries(attrs).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]]))),
      modules: modules.flatMap(m => (m.text.trim() === '' ? [] : [{ kind: m.kind, text: m.text.trim() }])),
      images: images.map(({ src, alt }) => ({ src, alt: alt.trim() })),
      freight: freight === '' ? null : freight,
      variants,
      noReason,
    },
  }
}

function specOf({ specs: [a, b] }: ProductText, v: VariantText): Record<string, string> {
  const parts: readonly (readonly [string, string])[] = [
    [a.trim(), v.a.trim()],
    [b.trim(), v.b.trim()],
  ]
  return Object.fromEntries(parts.filter(([name, value]) => name !== '' && value !== ''))
}

/** Length as titles are counted: a full-width sign is two. */
export function titleUnits(text: string): number {
  return [...text].reduce((n, sign) => n + ((sign.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0)
}
