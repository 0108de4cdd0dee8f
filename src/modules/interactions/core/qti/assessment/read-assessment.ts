import { type XmlElement, attributeOf, childElements } from '../../../../../kernel/xml.ts'
import { type QtiResult, eachSound } from '../fault.ts'
import { flagAttribute, listAttribute, neededAttribute, numberAttribute } from '../vocabulary/attributes.ts'

/** A reference to an item, with all that the assessment says about it. */
export type ItemReference = {
  readonly kind: 'item'
  readonly identifier: string
  readonly href: string
  readonly categories: readonly string[]
  readonly weights: ReadonlyMap<string, number>
  readonly renamed: ReadonlyMap<string, string>
  readonly element: XmlElement
}

export type Section = {
  readonly kind: 'section'
  readonly identifier: string
  readonly element: XmlElement
  readonly parts: readonly Part[]
}
export type Part = ItemReference | Section

/** A `testPart`: conditions hold in linear parts only. */
export type Stretch = {
  readonly identifier: string
  readonly isLinear: boolean
  readonly element: XmlElement
  readonly sections: readonly Part[]
}

export function readStretches(assessment: XmlElement): QtiResult<readonly Stretch[]> {
  return eachSound(childElements(assessment, 'testPart'), element => {
    const identifier = neededAttribute(element, 'identifier')
    if (!identifier.ok) return identifier
    const sections = readParts(element)
    if (!sections.ok) return sections
    const isLinear = attributeOf(element, 'navigationMode') !== 'nonlinear'
    return { ok: true, value: { identifier: identifier.value, isLinear, element, sections: sections.value } }
  })
}

function readParts(element: XmlElement): QtiResult<readonly Part[]> {
  const children = childElements(element).filter(({ name }) => name === 'assessmentSection' || name === 'assessmentItemRef')
  return eachSound<XmlElement, Part>(children, child => (child.name === 'assessmentSection' ? readSection(child) : readReference(child)))
}

function readSection(element: XmlElement): QtiResult<Section> {
  const identifier = neededAttribute(element, 'identifier')
  if (!identifier.ok) return identifier
  const parts = readParts(element)
  return parts.ok ? { ok: true, value: { kind: 'section', identifier: identifier.value, element, parts: parts.value } } : parts
}

function readReference(element: XmlElement): QtiResult<ItemReference> {
  const identifier = neededAttribute(element, 'identifier')
  if (!identifier.ok) return identifier
  const href = neededAttribute(element, 'href')
  if (!href.ok) return href
  const weights = eachSound(childElements(element, 'weight'), weight => {
    const name = neededAttribute(weight, 'identifier')
    if (!name.ok) return name
    const value = numberAttribute(weight, 'value')
    return value.ok ? { ok: true, value: [name.value, value.value ?? 1] as const } : value
  })
  if (!weights.ok) return weights
  const renamed = childElements(element, 'variableMapping').map(
    ({ attributes }) => [attributes['targetIdentifier'] ?? '', attributes['sourceIdentifier'] ?? ''] as const,
  )
  const facts = { categories: listAttribute(element, 'category'), weights: new Map(weights.value), renamed: new Map(renamed) }
  return { ok: true, value: { kind: 'item', identifier: identifier.value, href: href.value, ...facts, element } }
}

/** How many of its parts a section shows, and whether it mixes them. */
export function readSelection({
  element,
  parts,
}: Section): QtiResult<{ readonly count: number; readonly repeats: boolean; readonly mixes: boolean }> {
  const [selection] = childElements(element, 'selection')
  const [ordering] = childElements(element, 'ordering')
  const count = selection ? numberAttribute(selection, 'select') : { ok: true as const, value: undefined }
  if (!count.ok) return count
  const repeats = selection ? flagAttribute(selection, 'withReplacement', false) : { ok: true as const, value: false }
  if (!repeats.ok) return repeats
  const mixes = ordering ? flagAttribute(ordering, 'shuffle', false) : { ok: true as const, value: false }
  if (!mixes.ok) return mixes
  return { ok: true, value: { count: count.value ?? parts.length, repeats: repeats.value, mixes: mixes.value } }
}
