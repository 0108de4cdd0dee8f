/** A line of facts: what it is and what it says. `strong` sets the value larger, for what is read from a distance. */
export type PrintFact = { readonly label: string; readonly value: string; readonly strong?: boolean }

/** A part of a printed document, from top to bottom. */
export type PrintBlock =
  /** Facts as a definition list; `photo` keeps a frame of a two-inch photo (35 × 49 mm) beside them. */
  | { readonly kind: 'facts'; readonly facts: readonly PrintFact[]; readonly photo: { readonly caption: string } | null }
  /** `widths`: share of each column, in any unit. */
  | {
      readonly kind: 'table'
      readonly title: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly widths: readonly number[]
    }
  | { readonly kind: 'rules'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: string; readonly align: 'left' | 'center' }
  /** Blank lines to sign on. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] }

/** What a printed page says, as data: modules build it, this folder sets it. */
export type PlainDocument = {
  /** Of the file, and what a screen reader announces. */
  readonly name: string
  readonly language: 'zh-CN' | 'en'
  /** Who issues it, above the title. */
  readonly issuer: string
  readonly title: string
  readonly subtitle: string
  /** The cinnabar seal beside the issuer. */
  readonly seal: boolean
  /** A code at the head, with what to read below it. */
  readonly code: { readonly text: string; readonly caption: string } | null
  readonly blocks: readonly PrintBlock[]
  readonly footer: string
  /** Milliseconds; the same document printed twice at the same instant is the same file. */
  readonly printedAt: number
}
