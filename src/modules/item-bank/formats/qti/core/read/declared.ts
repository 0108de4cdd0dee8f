import { type XmlElement, childElements } from '../../../../../../kernel/xml.ts'
import { element, textIn } from '../../../../core/exchange/text/tree.ts'

/** A response declaration as far as items of ours need it; the engine reads the whole. */
export type Declared = {
  readonly identifier: string
  readonly cardinality: string
  readonly baseType: string
  readonly correct: readonly string[]
  readonly mapping: readonly { readonly key: string; readonly value: number }[]
  readonly areas: readonly { readonly shape: string; readonly coords: string; readonly value: number }[]
}

/** Response declarations of a normalised item, by identifier. */
export function declaredIn(item: XmlElement): ReadonlyMap<string, Declared> {
  return new Map(childElements(item, 'responseDeclaration').map(node => [node.attributes['identifier'] ?? '', declared(node)]))
}

function declared(node: XmlElement): Declared {
  const correct = element(node, 'correctResponse')
  const mapping = element(node, 'mapping')
  const areas = element(node, 'areaMapping')
  return {
    identifier: node.attributes['identifier'] ?? '',
    cardinality: node.attributes['cardinality'] ?? 'single',
    baseType: node.attributes['baseType'] ?? 'identifier',
    correct: correct === undefined ? [] : childElements(correct, 'value').map(textIn),
    mapping: mapping === undefined ? [] : childElements(mapping, 'mapEntry').map(mapEntry),
    areas: areas === undefined ? [] : childElements(areas, 'areaMapEntry').map(areaEntry),
  }
}

function mapEntry(node: XmlElement) {
  return { key: node.attributes['mapKey'] ?? '', value: number(node.attributes['mappedValue']) }
}

function areaEntry(node: XmlElement) {
  return { shape: node.attributes['shape'] ?? '', coords: node.attributes['coords'] ?? '', value: number(node.attributes['mappedValue']) }
}

function number(text: string | undefined): number {
  const value = Number(text ?? '0')
  return Number.isFinite(value) ? value : 0
}

/** What is right: the correct response, or, where there is none, what the mapping rewards. */
export function rightOf(response: Declared): readonly string[] {
  return response.correct.length > 0 ? response.correct : response.mapping.filter(entry => entry.value > 0).map(entry => entry.key)
}
