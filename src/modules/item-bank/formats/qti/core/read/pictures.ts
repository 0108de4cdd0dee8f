import { type XmlElement, childElements } from '../../../../../../kernel/xml.ts'
import type { ItemDocument, Shape } from '../../../../../interactions/contract.ts'
import { textIn } from '../../../../core/exchange/text/tree.ts'
import { CHOICE_CREDITS, missing } from './choices.ts'
import { type Declared, rightOf } from './declared.ts'
import { type QtiEntry, type QtiMade, pictureAt, responseOf, stemOf } from './qti-entry.ts'
import { subsetsOf } from './samples.ts'

type Area = { readonly id: string; readonly identifier: string; readonly label: string; readonly shape: Shape; readonly right: boolean }

/** `hotspotInteraction`: its choices are the areas. */
export function hotspotOf(entry: QtiEntry, interaction: XmlElement): QtiMade | null {
  const response = responseOf(entry, interaction)
  if (response === undefined) return missing(entry, interaction)
  const right = rightOf(response)
  const areas = childElements(interaction, 'hotspotChoice').map((choice, at) => {
    const identifier = choice.attributes['identifier'] ?? ''
    const label = (choice.attributes['hotspotLabel'] ?? choice.attributes['label'] ?? textIn(choice)).trim()
    if (label === '')
      entry.notes.changed('hotspotChoice', '区域没有名称，暂以序号代替，请补写', 'an area has no label; it is numbered for now')
    return { identifier, label: label || `区域${at + 1}`, shape: shapeOf(choice), right: right.includes(identifier) }
  })
  return areasOf(entry, { interaction, response }, areas, identifiers => ({
    [response.identifier]: response.cardinality === 'single' ? (identifiers[0] ?? null) : [...identifiers],
  }))
}

/** `selectPointInteraction`: the areas that the mapping rewards, and those it does not, become areas to choose from. */
export function selectPointOf(entry: QtiEntry, interaction: XmlElement): QtiMade | null {
  const response = responseOf(entry, interaction)
  if (response === undefined) return missing(entry, interaction)
  entry.notes.changed(
    'selectPointInteraction',
    '自由点选改写为区域点选，区域名称与干扰区域请补写',
    'free points became areas; add labels and wrong areas',
  )
  const areas = response.areas.map((area, at) => ({
    identifier: String(at),
    label: `区域${at + 1}`,
    shape: shapeFrom(area.shape, area.coords),
    right: area.value > 0,
  }))
  return areasOf(entry, { interaction, response }, areas, null)
}

type Found = Omit<Area, 'id' | 'shape'> & { readonly shape: Shape | null }

function areasOf(
  entry: QtiEntry,
  { interaction, response }: { readonly interaction: XmlElement; readonly response: Declared },
  found: readonly Found[],
  given: ((identifiers: readonly string[]) => Record<string, string | null | readonly string[]>) | null,
): QtiMade | null {
  const picture = pictureIn(entry, interaction)
  const areas = found.flatMap(({ shape, ...area }, at) => (shape === null ? [] : [{ ...area, id: `a${at + 1}`, shape }]))
  if (picture === null) return unfit(entry, '图片不在文件中或不能使用', 'the picture is missing or cannot be used')
  if (areas.length < found.length)
    return unfit(entry, '有的区域形状不支持（只支持矩形、圆和多边形）', 'an area has a shape other than rectangle, circle and polygon')
  const right = areas.filter(area => area.right).map(area => area.id)
  if (right.length === 0) return unfit(entry, '没有说明哪个区域正确', 'nothing says which area is right')
  const most = Math.max(right.length, Number(interaction.attributes['maxChoices'] ?? '1') || areas.length)
  const identifiersOf = (ids: readonly string[]) => ids.map(id => areas.find(area => area.id === id)?.identifier ?? '')
  const samples = given === null ? [] : subsetsOf(areas.map(area => area.id)).filter(ids => ids.length <= most)
  return {
    type: 'hot-area',
    content: {
      version: 1,
      stem: stemOf(entry, interaction),
      picture,
      areas: areas.map(({ id, label, shape }) => ({ id, label, shape })),
      most,
    },
    key: { version: 1, areaIds: right, explanation: null },
    rubric: {},
    rubrics: response.cardinality === 'single' ? CHOICE_CREDITS.slice(0, 1) : CHOICE_CREDITS,
    given: (one: ItemDocument) => (given === null ? {} : given(identifiersOf(one['areaIds'] as readonly string[]))),
    responses: samples.map(areaIds => ({ version: 1, areaIds })),
  }
}

function unfit({ notes }: QtiEntry, zh: string, en: string): null {
  notes.fault('hotspotInteraction', zh, en)
  return null
}

function pictureIn(entry: QtiEntry, interaction: XmlElement) {
  const node = childElements(interaction).find(child => child.name === 'object' || child.name === 'img')
  const address = node?.attributes['data'] ?? node?.attributes['src']
  const found = address === undefined ? null : pictureAt(entry, address)
  if (node === undefined || found === null) return null
  const own = (name: string, otherwise: number) => Number(/^\d{1,5}$/.exec(node.attributes[name] ?? '')?.[0] ?? otherwise)
  const alt = (node.attributes['alt'] ?? textIn(node)).trim().slice(0, 500)
  if (alt === '') entry.notes.changed('object', '图片没有替代文字，请补写', 'the picture has no alternative text; add one')
  return { media: found.media, alt: alt || '图片', width: own('width', found.width), height: own('height', found.height) }
}

function shapeOf(choice: XmlElement): Shape | null {
  return shapeFrom(choice.attributes['shape'] ?? '', choice.attributes['coords'] ?? '')
}

/** Coordinates as HTML's image maps have them. */
export function shapeFrom(shape: string, coords: string): Shape | null {
  const numbers = coords.split(/[\s,]+/).map(text => Math.round(Number(text)))
  if (numbers.some(number => !Number.isFinite(number) || number < 0)) return null
  const [a = 0, b = 0, c = 0, d = 0] = numbers
  if (shape === 'rect' && numbers.length === 4 && c > a && d > b) return { kind: 'rect', x: a, y: b, width: c - a, height: d - b }
  if (shape === 'circle' && numbers.length === 3 && c > 0) return { kind: 'circle', x: a, y: b, radius: c }
  if (shape === 'poly' && numbers.length >= 6) {
    const points = numbers.flatMap((x, at) => (at % 2 === 0 && at + 1 < numbers.length ? [{ x, y: numbers[at + 1] ?? 0 }] : []))
    const [first, last] = [points[0], points.at(-1)]
    const closed = points.length > 3 && first?.x === last?.x && first?.y === last?.y
    return { kind: 'polygon', points: closed ? points.slice(0, -1) : points }
  }
  return null
}
