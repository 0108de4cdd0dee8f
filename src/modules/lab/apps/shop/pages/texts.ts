export type VariantText = {
  readonly sku: string
  readonly a: string
  readonly b: string
  readonly gtin: string
  readonly price: string
  readonly listPrice: string
  readonly weight: string
  readonly stock: string
}
/** A product as it is typed: numbers are still words, so that nothing half typed is lost. `specs`: names of up to two specifications. */
export type ProductText = {
  readonly title: string
  readonly cat: string
  readonly brand: string
  readonly attrs: Readonly<Record<string, string>>
  readonly modules: readonly { readonly kind: string; readonly text: string }[]
  readonly images: readonly { readonly src: string; readonly alt: string }[]
  readonly freight: string
  readonly specs: readonly [string, string]
  readonly variants: readonly VariantText[]
  readonly noReason: boolean
}

export type RuleText = {
  readonly regions: readonly string[]
  readonly first: string
  readonly firstFee: string
  readonly add: string
  readonly addFee: string
}
/** A plan as it is typed. */
export type FreightText = {
  readonly name: string
  readonly mode: 'weight' | 'piece'
  readonly rules: readonly RuleText[]
  readonly excluded: readonly string[]
  readonly freeOver: string
}

export type Kind = 'discount' | 'flash' | 'amount' | 'count' | 'gift' | 'bundle'
export type TierText = { readonly min: string; readonly off: string; readonly pay: string; readonly price: string; readonly gift: string }
/** A promotion as it is typed; times as `2026-03-02T09:00`. */
export type PromoText = {
  readonly name: string
  readonly kind: Kind
  readonly products: readonly string[]
  readonly tiers: readonly TierText[]
  readonly from: string
  readonly until: string
  readonly budget: 'none' | 'spend' | 'usage'
  readonly limit: string
}
