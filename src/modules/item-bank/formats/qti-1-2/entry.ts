import { type XmlElement, childElements, descendants } from '../../../../kernel/xml.ts'
import type { Block } from '../../../interactions/contract.ts'
import type { ExchangeMedia } from '../../core/exchange/exchange-item.ts'
import type { ReadingAids } from '../../core/exchange/format.ts'
import { decoded, keepPicture } from '../../core/exchange/text/found-picture.ts'
import { type FoundPicture, proseOfHtml } from '../../core/exchange/text/html-prose.ts'
import { lineOfBlocks } from '../../core/exchange/text/line-of-blocks.ts'
import type { Notes } from '../../core/exchange/notes.ts'
import { element, textIn } from '../../core/exchange/text/tree.ts'

/** One `<item>` while it is read. `files` are the entries of its package. */
export type Entry = {
  readonly node: XmlElement
  readonly notes: Notes
  readonly aids: ReadingAids
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly media: Map<string, ExchangeMedia>
}

/** Canvas' own fields of an item, such as `question_type` and `points_possible`. */
export function fieldOf(node: XmlElement, label: string): string {
  const fields = [...descendants(node)].filter(one => one.name === 'qtimetadatafield')
  const found = fields.find(field => textIn(element(field, 'fieldlabel')) === label)
  return textIn(element(found, 'fieldentry'))
}

/** `<material>` as blocks: `text/html` is read as HTML, `text/plain` as lines. */
export function proseIn(entry: Entry, holder: XmlElement | undefined, name: string, special?: (text: string) => string): Block[] {
  const texts = holder === undefined ? [] : materials(holder)
  return texts.flatMap(mattext => {
    const raw = textIn(mattext)
    const text = special === undefined ? raw : special(raw)
    const isHtml = (mattext.attributes['texttype'] ?? 'text/plain') === 'text/html'
    const html = isHtml ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br/>')
    return proseOfHtml([entry.aids.readHtml(html)], { element: name, notes: entry.notes, picture: address => pictureOf(entry, address) })
  })
}

function materials(holder: XmlElement): XmlElement[] {
  return childElements(holder).flatMap(child => {
    if (child.name === 'mattext') return [child]
    return child.name === 'material' || child.name === 'flow' || child.name === 'flow_mat' ? materials(child) : []
  })
}

/** The same as one text, for options and entries. */
export function lineIn(entry: Entry, holder: XmlElement | undefined, name: string): string {
  return lineOfBlocks(proseIn(entry, holder, name), name, entry.notes)
}

function pictureOf(entry: Entry, address: string): FoundPicture | null {
  const name = decoded(address.replace(/^(?:\$|%24)IMS-CC-FILEBASE(?:\$|%24)\/?/, '').replace(/\?.*$/, ''))
  const bytes = entry.files.get(name) ?? entry.files.get(`web_resources/${name}`)
  return bytes === undefined ? null : keepPicture(entry, name, bytes)
}
