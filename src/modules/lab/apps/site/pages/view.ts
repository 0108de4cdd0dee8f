import type { AppPageProps } from '../../../pages/app-page.ts'

export type SiteFile = {
  readonly path: string
  readonly kind: 'html' | 'css' | 'text' | 'asset'
  readonly text: string
  readonly bytes: number
}
export type Asset = { readonly name: string; readonly zh: string; readonly bytes: number; readonly width: number; readonly height: number }
export type Project = {
  readonly id: string
  readonly name: string
  readonly files: readonly SiteFile[]
  readonly redirects: readonly { readonly from: string; readonly to: string; readonly code: number }[]
  readonly tags: readonly {
    readonly page: string
    readonly event: string
    readonly params: Readonly<Record<string, string>>
    readonly trigger: string
  }[]
}
export type Finding = { readonly code: string; readonly ok: boolean; readonly zh: string }
export type Space = {
  readonly host: string
  readonly quota: number
  readonly used: number
  readonly live: number | null
  readonly domain: string | null
  readonly https: { readonly certificate: string; readonly until: number; readonly expired: boolean } | null
  readonly versions: readonly { readonly n: number; readonly at: number; readonly files: number }[]
}
type Walk = {
  readonly host: string
  readonly seen: readonly string[]
  readonly dead: readonly string[]
  readonly hits: readonly { readonly page: string; readonly event: string }[]
}
type Message = { readonly host: string; readonly page: string; readonly values: Readonly<Record<string, string>>; readonly at: number }
export type SiteView = {
  readonly templates: readonly { readonly id: string; readonly zh: string }[]
  readonly assets: readonly Asset[]
  readonly trackEvents: readonly { readonly name: string; readonly needed: readonly string[] }[]
  readonly projects: readonly Project[]
  readonly reports: readonly { readonly project: string; readonly path: string; readonly findings: readonly Finding[] }[]
  readonly preview: { readonly path: string; readonly device: 'phone' | 'tablet' | 'desktop'; readonly html: string } | null
  readonly spaces: readonly Space[]
  readonly certificates: readonly { readonly id: string; readonly host: string; readonly until: number }[]
  readonly log: readonly Walk[]
  readonly crawls: readonly { readonly host: string; readonly kept: readonly string[]; readonly blocked: readonly string[] }[]
  readonly messages: readonly Message[]
  readonly lost: readonly { readonly host: string; readonly why: string }[]
}
export type SiteProps = AppPageProps<SiteView>
/** What every part of the workbench works on. */
export type Bench = SiteProps & { readonly project: Project }
/** A part that works on the page that is open: `flush` saves first what is typed, and says whether that went well. */
export type PageTool = Bench & { readonly page: string | null; readonly flush: () => Promise<boolean> }

export function pagesOf({ files }: Project): { readonly value: string; readonly zh: string }[] {
  return files.flatMap(({ path, kind }) => (kind === 'html' ? [{ value: path, zh: path }] : []))
}
