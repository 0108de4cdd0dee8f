import { type XmlElement, childElements } from '../../../../kernel/xml.ts'
import type { Block } from '../../../interactions/contract.ts'
import type { ExchangeMedia } from '../../core/exchange/exchange-item.ts'
import type { ReadingAids } from '../../core/exchange/format.ts'
import { decoded, keepPicture } from '../../core/exchange/text/found-picture.ts'
import { type FoundPicture, proseOfHtml } from '../../core/exchange/text/html-prose.ts'
import { lineOfBlocks } from '../../core/exchange/text/line-of-blocks.ts'
import type { Notes } from '../../core/exchange/notes.ts'
import { element, textIn } from '../../core/exchange/text/tree.ts'

/** One entry of a quiz while it is read: its element, what is noted about it, and the pictures it brought. */
export type Entry = {
  readonly node: XmlElement
  readonly notes: Notes
  readonly aids: ReadingAids
  readonly media: Map<string, ExchangeMedia>
}

/** A text of Moodle (`<questiontext>`, `<answer>`, …) as blocks, with the files that lie beside it. */
export function proseIn(entry: Entry, holder: XmlElement | undefined, name: string, special?: (text: string) => string): Block[] {
  if (holder === undefined) return []
  const { notes, aids } = entry
  const format = holder.attributes['format'] ?? 'html'
  const raw = textIn(element(holder, 'text'))
  const text = special === undefined ? raw : special(raw)
  if (format === 'markdown') notes.changed(`${name} format`, 'Markdown标记按文字导入', 'Markdown came as it is written')
  const html = format === 'plain_text' || format === 'markdown' ? plainHtml(text) : text
  const files = new Map(childElements(holder, 'file').map(file => [file.attributes['name'] ?? '', file]))
  const picture = (address: string) => pictureOf(entry, files, address)
  return proseOfHtml([aids.readHtml(html)], { element: name, notes, picture })
}

/** The same on one line, for options and entries. */
export function lineIn(entry: Entry, holder: XmlElement | undefined, name: string): string {
  return lineOfBlocks(proseIn(entry, holder, name), name, entry.notes)
}

function plainHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return escaped
    .split('\n')
    .map(line => `<p>${line}</p>`)
    .join('')
}

function pictureOf(entry: Entry, files: ReadonlyMap<string, XmlElement>, address: string): FoundPicture | null {
  const name = decoded(address.replace(/^@@PLUGINFILE@@\//, ''))
  const file = files.get(name) ?? files.get(address)
  if (file === undefined || (file.attributes['encoding'] ?? 'base64') !== 'base64') return null
  return keepPicture(entry, name, entry.aids.base64.decode(textIn(file)))
}

/** Percent of an alternative as Moodle writes it, such as `33.33333`. */
export function fractionOf(answer: XmlElement): number {
  const value = Number(answer.attributes['fraction'] ?? '0')
  return Number.isFinite(value) ? value : 0
}
