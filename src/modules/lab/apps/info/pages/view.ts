import type { AppPageProps } from '../../../pages/app-page.ts'

export type Hit = {
  readonly url: string
  readonly title: string
  readonly day: string
  readonly filetype: string
  readonly snippet: string
}
export type WebPage = Omit<Hit, 'snippet'> & { readonly text: string }
export type SheetRow = {
  readonly id: string
  readonly company: string
  readonly item: string
  readonly price: number
  readonly unit: string
  readonly taxed: boolean
  readonly least: number
  readonly contact: string
  readonly phone: string
  readonly url: string
  readonly day: string
  readonly reliability: string
}
export type Post = {
  readonly id: string
  readonly kind: 'supply' | 'demand'
  readonly category: string
  readonly title: string
  readonly body: string
  readonly price: number
  readonly unit: string
  readonly least: number
  readonly attrs: Readonly<Record<string, string>>
  readonly until: string
  readonly pictures: readonly string[]
  readonly state: string
  readonly reason: string
  readonly allowed: readonly string[]
}
export type Category = { readonly id: string; readonly zh: string; readonly attrs: readonly string[] }
export type Series = {
  readonly item: string
  readonly unit: string
  readonly points: readonly { readonly day: string; readonly price: number }[]
}
export type InfoView = {
  readonly search: { readonly q: string; readonly hits: readonly Hit[] } | null
  readonly history: readonly string[]
  readonly opened: readonly WebPage[]
  readonly snapshots: readonly (WebPage & { readonly at: number })[]
  readonly units: readonly string[]
  readonly tax: number
  readonly sheet: readonly SheetRow[]
  readonly checked: readonly { readonly row: string; readonly ok: boolean; readonly text: string }[]
  readonly alerts: readonly { readonly id: string; readonly keyword: string; readonly freq: string; readonly hits: readonly Hit[] }[]
  readonly categories: readonly Category[]
  readonly posts: readonly Post[]
  readonly inquiries: readonly { readonly post: string; readonly from: string; readonly text: string; readonly at: number }[]
  readonly series: readonly Series[]
  readonly channels: readonly { readonly id: string; readonly zh: string }[]
  readonly news: readonly {
    readonly id: string
    readonly channel: string
    readonly title: string
    readonly lead: string
    readonly body: string
    readonly reprints: readonly string[]
  }[]
}
export type InfoProps = AppPageProps<InfoView>

/** A row as it is being written: numbers are still text. `id` is null for a new one. */
export type Draft = Omit<SheetRow, 'id' | 'price' | 'least'> & {
  readonly id: string | null
  readonly price: string
  readonly least: string
}

/** What the search and the sheet share: the row that is being written, and opening a page. */
export type Collecting = InfoProps & {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly onOpen: (url: string) => void
}
