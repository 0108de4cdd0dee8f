import type { Result } from '../../../../kernel/result.ts'
import type { XmlElement } from '../../../../kernel/xml.ts'
import type { ExchangeFault, ExchangeSet, Imported, Loss } from './exchange-item.ts'
import type { FormatId } from './format-ids.ts'

/** A cell as a workbook holds it; identifiers and codes are texts. */
export type Cell = string | number | boolean | null
export type SheetTable = { readonly name: string; readonly rows: readonly (readonly Cell[])[] }

/** What a format reads. Archives are opened and checked before, so a path here is a plain relative one. */
export type FormatSource =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'package'; readonly name: string; readonly entries: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'sheets'; readonly name: string; readonly sheets: readonly SheetTable[] }

/** What a format writes; the platform packs packages and draws sheets. */
export type Written =
  | { readonly kind: 'text'; readonly extension: string; readonly text: string; readonly losses: readonly Loss[] }
  | { readonly kind: 'package'; readonly entries: ReadonlyMap<string, Uint8Array>; readonly losses: readonly Loss[] }
  | { readonly kind: 'sheets'; readonly sheets: readonly SheetTable[]; readonly losses: readonly Loss[] }

/** What a pure format is handed because it cannot do it itself. */
export type ReadingAids = {
  /** XML to a tree of local names; refuses document types, entities and what exceeds the limits. */
  readonly readXml: (text: string) => Result<XmlElement, { readonly zh: string; readonly en: string }>
  /** HTML to a tree, as a browser would read it; never fails. */
  readonly readHtml: (text: string) => XmlElement
  readonly sha256: (bytes: Uint8Array) => string
  readonly utf8: { readonly decode: (bytes: Uint8Array) => string; readonly encode: (text: string) => Uint8Array }
  readonly base64: { readonly decode: (text: string) => Uint8Array; readonly encode: (bytes: Uint8Array) => string }
  /** Is this a picture that may enter the bank? Its media type and size, or why not. */
  readonly inspectPicture: (
    bytes: Uint8Array,
  ) => Result<{ readonly mediaType: string; readonly width: number; readonly height: number }, { readonly zh: string; readonly en: string }>
}

/** A format as a plug-in folder states it. */
export type Format = {
  readonly id: FormatId
  readonly zh: string
  readonly en: string
  /** Endings of file names, without the dot. */
  readonly extensions: readonly string[]
  /** Could this source be of the format? A cheap look, no promise. */
  readonly recognises: (source: FormatSource) => boolean
  /** Refuses only what is not of the format at all; faulty items are listed beside the sound ones. */
  readonly read: (source: FormatSource, aids: ReadingAids) => Result<Imported, readonly ExchangeFault[]>
  readonly write: (set: ExchangeSet, aids: ReadingAids) => Written
}
