import type { XmlElement } from '../../../../../../kernel/xml.ts'
import {
  ChoiceRubric,
  HotAreaContent,
  HotAreaKey,
  MultipleChoiceContent,
  MultipleChoiceKey,
  type Prose,
  type Shape,
  SingleChoiceContent,
  SingleChoiceKey,
  TrueFalseContent,
  TrueFalseKey,
} from '../../../../../interactions/contract.ts'
import type { ExchangeItem } from '../../../../core/exchange/exchange-item.ts'
import { make } from '../../../../core/exchange/text/tree.ts'
import { type ItemBody, type Writing, nameOf, responseName } from './body.ts'
import { proseTree } from './prose-tree.ts'
import { base, correct, declaration, mapResponse, mapping, op, shareRule, variable, when, set } from './rules.ts'

type Documents = Pick<ExchangeItem, 'content' | 'key' | 'rubric'>
type Option = { readonly id: string; readonly text: string; readonly pinned: boolean }

export function singleChoice(item: Documents, writing: Writing): ItemBody {
  const { stem, options } = SingleChoiceContent.parse(item.content)
  const { optionId } = SingleChoiceKey.parse(item.key)
  return oneOf(
    stem,
    choiceNode(
      options.map(option => ({ ...option, id: nameOf(option.id) })),
      1,
      writing,
    ),
    nameOf(optionId),
    writing,
  )
}

export function trueFalse(item: Documents, writing: Writing): ItemBody {
  const { stem } = TrueFalseContent.parse(item.content)
  const options = [
    { id: 'true', text: '正确', pinned: true },
    { id: 'false', text: '错误', pinned: true },
  ]
  return oneOf(stem, choiceNode(options, 1, writing), TrueFalseKey.parse(item.key).verdict, writing)
}

function oneOf(stem: Prose, node: XmlElement, right: string, writing: Writing): ItemBody {
  const identifier = responseName(writing.suffix)
  return {
    responses: [declaration({ identifier, cardinality: 'single', baseType: 'identifier', values: [right] })],
    counters: [],
    nodes: [...proseTree(stem, writing), node],
    rules: [allOrNothing(identifier, writing.max)],
    byPerson: false,
  }
}

export function allOrNothing(identifier: string, max: number): XmlElement {
  return when(
    op('match', variable(identifier), correct(identifier)),
    [set('SCORE', base('float', max / 100))],
    [set('SCORE', base('float', 0))],
  )
}

function choiceNode(options: readonly Option[], maxChoices: number, { suffix }: Writing): XmlElement {
  const all = options.every(option => option.pinned)
  const choices = options.map(option =>
    make('simpleChoice', { identifier: option.id, fixed: option.pinned ? 'true' : undefined }, [option.text]),
  )
  return make(
    'choiceInteraction',
    { responseIdentifier: responseName(suffix), shuffle: String(!all), maxChoices, 'data-zhiheng-fixed': all ? 'true' : undefined },
    choices,
  )
}

export function multipleChoice(item: Documents, writing: Writing): ItemBody {
  const { stem, options } = MultipleChoiceContent.parse(item.content)
  const { optionIds } = MultipleChoiceKey.parse(item.key)
  const node = choiceNode(
    options.map(option => ({ ...option, id: nameOf(option.id) })),
    0,
    writing,
  )
  return {
    ...setOf({ all: options.map(option => option.id), right: optionIds, item }, writing),
    nodes: [...proseTree(stem, writing), node],
  }
}

export function hotArea(item: Documents, writing: Writing): ItemBody {
  const { stem, picture, areas, most } = HotAreaContent.parse(item.content)
  const { areaIds } = HotAreaKey.parse(item.key)
  const image = make(
    'object',
    { data: writing.picture(picture.media), type: typeOf(writing.picture(picture.media)), width: picture.width, height: picture.height },
    [picture.alt],
  )
  const choices = areas.map(area =>
    make('hotspotChoice', { identifier: nameOf(area.id), hotspotLabel: area.label, ...shapeAttributes(area.shape) }),
  )
  const node = make('hotspotInteraction', { responseIdentifier: responseName(writing.suffix), maxChoices: most }, [image, ...choices])
  return { ...setOf({ all: areas.map(area => area.id), right: areaIds, item }, writing), nodes: [...proseTree(stem, writing), node] }
}

function shapeAttributes(shape: Shape): { readonly shape: string; readonly coords: string } {
  switch (shape.kind) {
    case 'rect':
      return { shape: 'rect', coords: [shape.x, shape.y, shape.x + shape.width, shape.y + shape.height].join(',') }
    case 'circle':
      return { shape: 'circle', coords: [shape.x, shape.y, shape.radius].join(',') }
    case 'polygon':
      return { shape: 'poly', coords: shape.points.flatMap(point => [point.x, point.y]).join(',') }
  }
}

type Chosen = { readonly all: readonly string[]; readonly right: readonly string[]; readonly item: Documents }

/** A set of chosen ids by the credit rule. Points are whole: a share of a right option is 100. */
function setOf({ all, right, item }: Chosen, { suffix, max }: Writing): Omit<ItemBody, 'nodes'> {
  const identifier = responseName(suffix)
  const { credit, wrongCost } = ChoiceRubric.parse(item.rubric)
  const values = right.map(nameOf)
  const declared = { identifier, cardinality: 'multiple', baseType: 'identifier', values }
  if (credit === 'all-or-nothing')
    return { responses: [declaration(declared)], counters: [], rules: [allOrNothing(identifier, max)], byPerson: false }
  const cost = credit === 'per-option' ? 100 : credit === 'right-minus-wrong' ? wrongCost : 100 * all.length
  const entries = all.map(id => [nameOf(id), right.includes(id) ? 100 : -cost] as const)
  const rule = when(
    op('isNull', variable(identifier)),
    [set('SCORE', base('float', 0))],
    [shareRule(mapResponse(identifier), 100 * right.length, max)],
  )
  return { responses: [declaration(declared, mapping(entries, 0))], counters: [], rules: [rule], byPerson: false }
}

const TYPES: Readonly<Record<string, string>> = { svg: 'image/svg+xml', jpg: 'image/jpeg', webp: 'image/webp' }
const typeOf = (path: string): string => TYPES[path.replace(/^.*\./, '')] ?? 'image/png'
