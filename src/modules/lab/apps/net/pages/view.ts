import type { AppPageProps } from '../../../pages/app-page.ts'

export type Download = { readonly name: string; readonly bytes: number; readonly kind: string }
export type Site = { readonly host: string; readonly title: string; readonly downloads: readonly Download[] }
export type DriveFile = {
  readonly id: string
  readonly folder: string
  readonly name: string
  readonly bytes: number
  readonly damaged: boolean
}

/** What the app shows of itself, as far as its pages draw it. */
export type NetView = {
  readonly home: string
  readonly bookmarks: readonly { readonly id: string; readonly title: string; readonly url: string }[]
  readonly visits: readonly { readonly url: string; readonly at: number; readonly warned: string }[]
  readonly pages: readonly Site[]
  readonly files: readonly DriveFile[]
}
export type NetProps = AppPageProps<NetView>
