import { type XmlElement, childElements, descendants } from '../../../../../../kernel/xml.ts'
import type { Block, GivenValues, ItemDocument, WrittenGapKey } from '../../../../../interactions/contract.ts'
import { placeId } from '../../../../core/exchange/text/letters.ts'
import { numberGap } from '../../../../core/exchange/text/number-gap.ts'
import { missing } from './choices.ts'
import { type Declared, rightOf } from './declared.ts'
import { type QtiEntry, type QtiMade, interactionsIn, lineIn, proseIn, responseOf } from './qti-entry.ts'
import { combinationsOf } from './samples.ts'

type Placed = { readonly id: string; readonly node: XmlElement; readonly response: Declared }

/** Interactions in the text with the gap ids that stand for them. */
function placedIn(entry: QtiEntry): Placed[] | null {
  const nodes = interactionsIn(entry.body)
  const placed = nodes.map((node, at) => ({ id: `g${at + 1}`, node, response: responseOf(entry, node) }))
  const poor = placed.find(one => one.response === undefined)
  if (poor !== undefined) return missing(entry, poor.node)
  return placed.flatMap(({ id, node, response }) => (response === undefined ? [] : [{ id, node, response }]))
}

function stemWithGaps(entry: QtiEntry, placed: readonly Placed[]): Block[] {
  const mark = new Map(placed.map(one => [one.node, `{{${one.id}}}`]))
  return proseIn(entry, entry.body.children, 'itemBody', node => mark.get(node) ?? null)
}

const RUBRICS: readonly ItemDocument[] = ['per-gap', 'all-or-nothing'].map(credit => ({ version: 1, shares: [], credit }))

/** `inlineChoiceInteraction`, one or more. */
export function inlineChoicesOf(entry: QtiEntry): QtiMade | null {
  const placed = placedIn(entry)
  if (placed === null) return null
  const lists = placed.map(({ id, node, response }) => {
    const identifiers = childElements(node, 'inlineChoice').map(choice => choice.attributes['identifier'] ?? '')
    const options = childElements(node, 'inlineChoice').map((choice, at) => ({ id: placeId(at), text: lineIn(entry, choice) }))
    return { id, response, identifiers, options, right: identifiers.indexOf(rightOf(response)[0] ?? '') }
  })
  return chosenInGaps(entry, stemWithGaps(entry, placed), lists)
}

type List = {
  readonly id: string
  readonly response: Declared
  readonly identifiers: readonly string[]
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly right: number
}

function chosenInGaps(
  entry: QtiEntry,
  stem: readonly Block[],
  lists: readonly List[],
  given?: (response: ItemDocument) => GivenValues,
): QtiMade | null {
  if (lists.some(list => list.right < 0)) {
    entry.notes.fault('correctResponse', '有的空没有说明哪项正确', 'a gap does not say which choice is right')
    return null
  }
  const chosenOf = (response: ItemDocument) => response['gaps'] as readonly { readonly id: string; readonly optionId: string }[]
  const ownGiven = (response: ItemDocument) =>
    Object.fromEntries(
      lists.map(list => {
        const chosen = chosenOf(response).find(gap => gap.id === list.id)
        return [list.response.identifier, chosen === undefined ? null : (list.identifiers[Number(chosen.optionId.slice(1)) - 1] ?? null)]
      }),
    )
  const combinations = combinationsOf(lists.map(list => [...list.options.map(option => option.id), '']))
  return {
    type: 'inline-choice',
    content: { version: 1, stem, gaps: lists.map(({ id, options }) => ({ id, options })) },
    key: { version: 1, gaps: lists.map(list => ({ id: list.id, optionId: placeId(list.right) })), explanation: null },
    rubric: {},
    rubrics: RUBRICS,
    given: given ?? ownGiven,
    responses: combinations.map(ids => ({
      version: 1,
      gaps: lists.flatMap((list, at) => (ids[at] ? [{ id: list.id, optionId: ids[at] }] : [])),
    })),
  }
}

/** `gapMatchInteraction`: every gap gets the list of all texts that can be put into it. */
export function gapMatchOf(entry: QtiEntry, interaction: XmlElement): QtiMade | null {
  const response = responseOf(entry, interaction)
  if (response === undefined) return missing(entry, interaction)
  entry.notes.changed('gapMatchInteraction', '拖放填空改写为选词填空', 'dragging into gaps became choosing in gaps')
  const texts = childElements(interaction).filter(child => child.name === 'gapText' || child.name === 'gapImg')
  if (texts.some(text => text.name === 'gapImg'))
    entry.notes.lost('gapImg', '图片选项改为其文字', 'pictures to be put into gaps became their words')
  const identifiers = texts.map(text => text.attributes['identifier'] ?? '')
  const options = texts.map((text, at) => ({ id: placeId(at), text: lineIn(entry, text) || `图${at + 1}` }))
  const gaps = [...descendants(interaction)].filter(node => node.name === 'gap')
  const pairs = rightOf(response).map(pair => pair.trim().split(/\s+/))
  const lists = gaps.map((gap, at) => {
    const identifier = gap.attributes['identifier'] ?? ''
    const right = identifiers.indexOf(pairs.find(pair => pair[1] === identifier)?.[0] ?? '')
    return { id: `g${at + 1}`, response, identifiers, options, right }
  })
  const mark = new Map(gaps.map((gap, at) => [gap, `{{g${at + 1}}}`]))
  const special = (node: XmlElement) => mark.get(node) ?? (texts.includes(node) ? '' : null)
  const stem = [...proseIn(entry, entry.body.children, 'itemBody'), ...proseIn(entry, interaction.children, 'gapMatchInteraction', special)]
  const given = (one: ItemDocument) => {
    const chosen = one['gaps'] as readonly { readonly id: string; readonly optionId: string }[]
    const name = (gap: { readonly id: string; readonly optionId: string }) =>
      `${identifiers[Number(gap.optionId.slice(1)) - 1] ?? ''} ${gaps[Number(gap.id.slice(1)) - 1]?.attributes['identifier'] ?? ''}`
    return { [response.identifier]: chosen.map(name) }
  }
  return chosenInGaps(entry, stem, lists, given)
}

/** `textEntryInteraction`, one or more; gaps that all stand in one table make a document to fill in. */
export function textEntriesOf(entry: QtiEntry): QtiMade | null {
  const placed = placedIn(entry)
  if (placed === null) return null
  const keys = placed.map(one => keyOf(entry, one))
  if (keys.some(key => key === null)) return null
  const sound = keys.flatMap(key => (key === null ? [] : [key]))
  const stem = stemWithGaps(entry, placed)
  const gaps = sound.map((key, at) => ({
    id: key.id,
    kind: key.kind,
    unit: placed[at]?.node.attributes['data-zhiheng-unit'] ?? null,
    width: 'medium',
  }))
  const given = (response: ItemDocument) => {
    const texts = response['gaps'] as readonly { readonly id: string; readonly text: string }[]
    return Object.fromEntries(placed.map(one => [one.response.identifier, texts.find(gap => gap.id === one.id)?.text ?? null]))
  }
  const combinations = combinationsOf(sound.map(key => [...rightTexts(key), '不对', '']))
  const responses = combinations.map(texts => ({
    version: 1,
    gaps: sound.flatMap((key, at) => (texts[at] ? [{ id: key.id, text: fitting(key, texts[at]) }] : [])),
  }))
  const rest = { key: { version: 1, gaps: sound, explanation: null }, rubric: {}, rubrics: RUBRICS, given, responses }
  const table = soleTable(stem)
  if (table === null) return { type: 'blank', content: { version: 1, stem, gaps }, ...rest }
  const without = stem.filter(block => block !== table)
  const head = without.length > 0 ? without : [{ kind: 'paragraph' as const, text: '请填写下表。' }]
  return { type: 'table-fill', content: { version: 1, stem: head, table: { head: table.head, rows: table.rows }, gaps }, ...rest }
}

const rightTexts = (key: WrittenGapKey): readonly string[] => (key.kind === 'number' ? [key.value] : key.accept)
const fitting = (key: WrittenGapKey, text: string) => (key.kind === 'number' && text === '不对' ? '987654321' : text)

const holdsGap = (texts: readonly string[]) => texts.some(text => /\{\{g\d+\}\}/.test(text))

function soleTable(stem: readonly Block[]): Extract<Block, { readonly kind: 'table' }> | null {
  const holding = stem.filter(block => holdsGap(block.kind === 'table' ? block.rows.flat() : 'text' in block ? [block.text] : []))
  const [only] = holding
  return holding.length === 1 && only?.kind === 'table' && !holdsGap(only.head) ? only : null
}

function keyOf(entry: QtiEntry, { id, response }: Placed): WrittenGapKey | null {
  const right = rightOf(response)
  const [first] = right
  if (first === undefined) {
    entry.notes.fault('correctResponse', '有的空没有正确写法', 'a gap says nothing about what is right')
    return null
  }
  if (response.baseType !== 'integer' && response.baseType !== 'float')
    return {
      id,
      kind: 'text',
      accept: [...new Set([...right, ...response.mapping.filter(one => one.value > 0).map(one => one.key)])],
      ignoreCase: true,
      ignoreSpace: true,
    }
  const read = numberGap(`${first}:${toleranceOf(entry.item, response.identifier)}`)
  if (read !== null) return { id, kind: 'number', ...read, units: [] }
  entry.notes.fault('correctResponse', `数值“${first}”不能识别`, `the number “${first}” is not understood`)
  return null
}

/** The tolerance that the item's own rules allow for a response, where they say so in the usual way. */
function toleranceOf(item: XmlElement, identifier: string): string {
  const equals = [...descendants(item)].filter(node => node.name === 'equal' && node.attributes['toleranceMode'] === 'absolute')
  const own = equals.find(node =>
    [...descendants(node)].some(inner => inner.name === 'variable' && inner.attributes['identifier'] === identifier),
  )
  return own?.attributes['tolerance']?.trim().split(/\s+/)[0] ?? '0'
}
