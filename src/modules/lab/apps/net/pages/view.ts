import type { AppPageProps } from '../../../pages/app-page.ts'

export type Download = { readonly name: string; readonly bytes: number; readonly kind: string }
export type Site = { readonly host: string; readonly title: string; readonly downloads: readonly Download[] }
export type DriveFile = {
  readonly id: string
  readonly folder: string
  readonly name: string
  readonly bytes: number
  readonly kind: string
  readonly damaged: boolean
}
export type Server = {
  readonly quota: number
  readonly folders: readonly { readonly path: string; readonly write: boolean }[]
  readonly files: readonly { readonly folder: string; readonly name: string; readonly bytes: number; readonly mode: string }[]
}
export type DomainName = {
  readonly name: string
  readonly state: string
  readonly until: number
  readonly records: readonly { readonly kind: string; readonly host: string; readonly value: string; readonly live: boolean }[]
}
export type Notice =
  | { readonly kind: 'abused'; readonly site: string; readonly seq: number }
  | { readonly kind: 'complaint'; readonly host: string; readonly name: string; readonly seq: number }

/** What the app shows of itself, as far as its pages draw it. */
export type NetView = {
  readonly home: string
  readonly bookmarks: readonly { readonly id: string; readonly folder: string; readonly title: string; readonly url: string }[]
  readonly visits: readonly { readonly url: string; readonly at: number; readonly warned: string }[]
  readonly pages: readonly Site[]
  readonly files: readonly DriveFile[]
  readonly link: { readonly host: string; readonly mode: 'text' | 'binary' } | null
  readonly server: Server | null
  readonly domains: readonly DomainName[]
  readonly scans: readonly { readonly at: number; readonly found: readonly string[] }[]
  readonly backups: readonly { readonly id: string; readonly bytes: number; readonly files: number }[]
  readonly passwords: readonly { readonly site: string; readonly strength: number }[]
  readonly diagnoses: readonly { readonly tool: string; readonly host: string; readonly result: string }[]
  readonly notices: readonly Notice[]
}
export type NetProps = AppPageProps<NetView>
/** What the programs of the machine need besides the view. */
export type Tool = Pick<NetProps, 'view' | 'act' | 'busy'>

/** Folders a file can be put into: those there are files in, and the root. */
export function foldersOf(files: readonly DriveFile[]): string[] {
  return [...new Set(['/', ...files.map(file => file.folder)])].toSorted()
}
