import { type XmlElement, attributeOf, childElements } from '../../../../../kernel/xml.ts'
import { type QtiResult, eachSound, qtiFault } from '../fault.ts'
import { atomKey, distinct } from '../values/compare.ts'
import { parseAtom } from '../values/parse-atom.ts'
import { type Point, type Shape, isInside, parseShape, shapeWeight } from '../values/shape.ts'
import { type Atom, type BaseType, type QtiValue, atomsOf } from '../values/value.ts'
import { flagAttribute, malformed, neededAttribute, numberAttribute } from '../vocabulary/attributes.ts'
import { plainWord } from '../vocabulary/normal-tree.ts'

export type Bounds = { readonly lower: number; readonly upper: number; readonly usual: number }
type MapEntry = { readonly key: Atom; readonly text: string; readonly worth: number; readonly caseSensitive: boolean }
/** From single values to numbers, and how their sum is bounded. */
export type Mapping = Bounds & { readonly baseType: BaseType; readonly entries: readonly MapEntry[] }
/** From areas of a picture to numbers. */
export type AreaMapping = Bounds & { readonly areas: readonly { readonly shape: Shape; readonly worth: number }[] }

export function readMapping(element: XmlElement, baseType: BaseType): QtiResult<Mapping> {
  const bounds = readBounds(element)
  if (!bounds.ok) return bounds
  const entries = eachSound(childElements(element, 'mapEntry'), entry => readMapEntry(entry, baseType))
  return entries.ok ? { ok: true, value: { ...bounds.value, baseType, entries: entries.value } } : entries
}

function readMapEntry(element: XmlElement, baseType: BaseType): QtiResult<MapEntry> {
  const text = attributeOf(element, 'mapKey')
  if (text === undefined) return qtiFault('attribute-missing', element.name, { attribute: 'mapKey' })
  const key = parseAtom(baseType, text)
  if (key === undefined) return malformed(element, 'mapKey', text)
  const worth = worthOf(element)
  if (!worth.ok) return worth
  const caseSensitive = flagAttribute(element, 'caseSensitive', false)
  return caseSensitive.ok ? { ok: true, value: { key, text, worth: worth.value, caseSensitive: caseSensitive.value } } : caseSensitive
}

export function readAreaMapping(element: XmlElement): QtiResult<AreaMapping> {
  const bounds = readBounds(element)
  if (!bounds.ok) return bounds
  const areas = eachSound(childElements(element, 'areaMapEntry'), entry => {
    const shape = readShape(entry)
    if (!shape.ok) return shape
    const worth = worthOf(entry)
    return worth.ok ? { ok: true, value: { shape: shape.value, worth: worth.value } } : worth
  })
  return areas.ok ? { ok: true, value: { ...bounds.value, areas: areas.value } } : areas
}

/** `shape` and `coords` of an element. */
export function readShape(element: XmlElement): QtiResult<Shape> {
  const kind = neededAttribute(element, 'shape')
  if (!kind.ok) return kind
  const coords = attributeOf(element, 'coords') ?? ''
  const shape = parseShape(plainWord(kind.value), coords)
  return shape === undefined ? malformed(element, 'coords', `${kind.value} ${coords}`) : { ok: true, value: shape }
}

function worthOf(element: XmlElement): QtiResult<number> {
  const worth = numberAttribute(element, 'mappedValue')
  if (!worth.ok) return worth
  return worth.value === undefined
    ? qtiFault('attribute-missing', element.name, { attribute: 'mappedValue' })
    : { ok: true, value: worth.value }
}

function readBounds(element: XmlElement): QtiResult<Bounds> {
  const lower = numberAttribute(element, 'lowerBound')
  if (!lower.ok) return lower
  const upper = numberAttribute(element, 'upperBound')
  if (!upper.ok) return upper
  const usual = numberAttribute(element, 'defaultValue')
  if (!usual.ok) return usual
  return { ok: true, value: { lower: lower.value ?? -Infinity, upper: upper.value ?? Infinity, usual: usual.value ?? 0 } }
}

/**
 * The sum of what the values are worth, each counted once, within the bounds. A value without an entry is worth
 * the default. NULL is mapped like the empty key of a string, or to the default.
 */
export function mapValue(mapping: Mapping, value: QtiValue): number {
  const atoms = value.kind === 'multiple' || value.kind === 'ordered' ? distinct(value) : atomsOf(value)
  const entryOf = indexed(mapping)
  const sum = (atoms.length === 0 ? [''] : atoms).reduce((total: number, atom) => total + (entryOf(atom)?.worth ?? mapping.usual), 0)
  return bounded(mapping, sum)
}

/** Finds the first entry for a value. Texts are compared without case unless an entry says otherwise. */
function indexed({ entries, baseType }: Mapping): (atom: Atom) => MapEntry | undefined {
  const exact = new Map<string, number>()
  const folded = new Map<string, number>()
  for (const [at, { key, caseSensitive }] of entries.entries()) {
    const isFolded = typeof key === 'string' && !caseSensitive
    const [index, text] = isFolded ? [folded, key.toLowerCase()] : [exact, atomKey(baseType, key)]
    if (!index.has(text)) index.set(text, at)
  }
  return atom => {
    const places = [exact.get(atomKey(baseType, atom)), typeof atom === 'string' ? folded.get(atom.toLowerCase()) : undefined]
    return entries[Math.min(...places.filter(place => place !== undefined))]
  }
}

/** What it costs to map a value. */
export function mappingCost({ entries }: Mapping): number {
  return entries.reduce((cost, { text }) => cost + 1 + Math.floor(text.length / 100), 0)
}

export function areaCost({ areas }: AreaMapping): number {
  return areas.reduce((cost, { shape }) => cost + shapeWeight(shape), 0)
}

/** The sum over the areas that are hit, each counted once; a point outside all of them is worth the default. */
export function mapPoints(mapping: AreaMapping, value: QtiValue): number {
  const points = atomsOf(value).filter((atom): atom is Point => typeof atom === 'object')
  if (points.length === 0) return bounded(mapping, mapping.usual)
  const hit = mapping.areas.filter(({ shape }) => points.some(point => isInside(shape, point)))
  const missed = points.filter(point => !mapping.areas.some(({ shape }) => isInside(shape, point)))
  return bounded(mapping, hit.reduce((sum, area) => sum + area.worth, 0) + missed.length * mapping.usual)
}

function bounded({ lower, upper }: Bounds, sum: number): number {
  return Math.min(upper, Math.max(lower, sum))
}
