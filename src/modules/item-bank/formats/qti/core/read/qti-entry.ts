import { type XmlElement, type XmlNode, childElements, descendants, textWithin } from '../../../../../../kernel/xml.ts'
import type { Block, GivenValues, ItemDocument } from '../../../../../interactions/contract.ts'
import type { ExchangeMedia } from '../../../../core/exchange/exchange-item.ts'
import type { ReadingAids } from '../../../../core/exchange/format.ts'
import { keepPicture } from '../../../../core/exchange/text/found-picture.ts'
import { type FoundPicture, proseOfHtml } from '../../../../core/exchange/text/html-prose.ts'
import { lineOfBlocks } from '../../../../core/exchange/text/line-of-blocks.ts'
import type { Made } from '../../../../core/exchange/made.ts'
import type { Notes } from '../../../../core/exchange/notes.ts'
import type { Declared } from './declared.ts'

/** One item while it is read. `item` has the engine's own names; `original` is what the engine runs. */
export type QtiEntry = {
  readonly item: XmlElement
  readonly original: XmlElement
  readonly body: XmlElement
  readonly declared: ReadonlyMap<string, Declared>
  readonly notes: Notes
  readonly aids: ReadingAids
  /** A file by an address in the item, as the package has it. */
  readonly fileAt: (address: string) => Uint8Array | undefined
  readonly media: Map<string, ExchangeMedia>
}

/** What was made of an item, and how its responses look in QTI, so that both ways of scoring can be compared. */
export type QtiMade = Made & {
  /** Rubrics that could say what the item's own rules say, the usual one first. Empty where a person marks. */
  readonly rubrics: readonly ItemDocument[]
  /** A response of ours by response identifier. */
  readonly given: (response: ItemDocument) => GivenValues
  /** Responses worth comparing. */
  readonly responses: readonly ItemDocument[]
}

const isInteraction = (node: XmlElement) => node.name.endsWith('Interaction')

/** Interactions in the order of the document. */
export function interactionsIn(body: XmlElement): XmlElement[] {
  return [...descendants(body)].filter(isInteraction)
}

export function responseOf(entry: QtiEntry, interaction: XmlElement): Declared | undefined {
  return entry.declared.get(interaction.attributes['responseIdentifier'] ?? '')
}

/** Nodes as prose; interactions leave nothing, unless `special` says what stands for them. */
export function proseIn(entry: QtiEntry, nodes: readonly XmlNode[], name: string, special?: (node: XmlElement) => string | null): Block[] {
  return proseOfHtml(nodes, {
    element: name,
    notes: entry.notes,
    picture: address => pictureAt(entry, address),
    special: node => special?.(node) ?? (isInteraction(node) || SILENT.has(node.name) ? '' : null),
  })
}

/** Parts of a body that are no text of the stem; they are read or told elsewhere. */
const SILENT = new Set([
  'rubricBlock',
  'prompt',
  'feedbackBlock',
  'feedbackInline',
  'templateBlock',
  'templateInline',
  'stylesheet',
  'catalogInfo',
])

/** The prompt of an interaction and the text around it as one stem. */
export function stemOf(entry: QtiEntry, interaction: XmlElement): Block[] {
  const around = proseIn(entry, entry.body.children, 'itemBody')
  return [...around, ...promptOf(entry, interaction)]
}

export function promptOf(entry: QtiEntry, interaction: XmlElement): Block[] {
  return childElements(interaction, 'prompt').flatMap(prompt => proseIn(entry, prompt.children, 'prompt'))
}

/** An option's or entry's text on its own. */
export function lineIn(entry: QtiEntry, node: XmlElement): string {
  const text = lineOfBlocks(proseIn(entry, node.children, node.name), node.name, entry.notes)
  return text === '' ? textWithin(node).trim() : text
}

export function pictureAt(entry: QtiEntry, address: string): FoundPicture | null {
  const bytes = entry.fileAt(address)
  return bytes === undefined ? null : keepPicture(entry, address.slice(0, 80), bytes)
}
