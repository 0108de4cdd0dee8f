import { type XmlElement, childElements } from '../../../../../../kernel/xml.ts'
import type { ItemDocument } from '../../../../../interactions/contract.ts'
import { placeId } from '../../../../core/exchange/text/letters.ts'
import { missing } from './choices.ts'
import { rightOf } from './declared.ts'
import { type QtiEntry, type QtiMade, lineIn, responseOf, stemOf } from './qti-entry.ts'
import { combinationsOf, ordersOf } from './samples.ts'

/** `orderInteraction`: the correct response is the order. */
export function orderOf(entry: QtiEntry, interaction: XmlElement): QtiMade | null {
  const response = responseOf(entry, interaction)
  if (response === undefined) return missing(entry, interaction)
  const choices = childElements(interaction, 'simpleChoice')
  const identifiers = choices.map(choice => choice.attributes['identifier'] ?? '')
  if (response.correct.length !== identifiers.length) {
    entry.notes.fault('correctResponse', '正确顺序没有包含全部选项', 'the right order does not name every choice')
    return null
  }
  const idOf = (identifier: string) => placeId(identifiers.indexOf(identifier))
  const entries = choices.map((choice, at) => ({
    id: placeId(at),
    text: lineIn(entry, choice),
    pinned: choice.attributes['fixed'] === 'true',
  }))
  const entryIds = response.correct.map(idOf)
  return {
    type: 'ordering',
    content: { version: 1, stem: stemOf(entry, interaction), entries },
    key: { version: 1, entryIds, explanation: null },
    rubric: {},
    rubrics: ['all-or-nothing', 'positions', 'neighbours'].map(credit => ({ version: 1, credit })),
    given: one => ({ [response.identifier]: (one['entryIds'] as readonly string[]).map(id => identifiers[Number(id.slice(1)) - 1] ?? '') }),
    responses: ordersOf(entryIds).map(ids => ({ version: 1, entryIds: ids })),
  }
}

type Side = { readonly id: string; readonly identifier: string; readonly text: string }

/** `matchInteraction`: the first set is the left side. */
export function matchOf(entry: QtiEntry, interaction: XmlElement): QtiMade | null {
  const [first, second] = childElements(interaction, 'simpleMatchSet')
  const side = (set: XmlElement | undefined, letter: string) =>
    (set === undefined ? [] : childElements(set, 'simpleAssociableChoice')).map((choice, at) => sideOf(entry, choice, `${letter}${at + 1}`))
  return paired(entry, interaction, side(first, 'l'), side(second, 'r'))
}

/** `associateInteraction`: pairs without direction; the first of each correct pair becomes the left side. */
export function associateOf(entry: QtiEntry, interaction: XmlElement): QtiMade | null {
  const response = responseOf(entry, interaction)
  if (response === undefined) return missing(entry, interaction)
  entry.notes.changed('associateInteraction', '自由连线改写为左右匹配', 'free association became matching of two sides')
  const firsts = new Set(rightOf(response).map(pair => pair.split(/\s+/)[0] ?? ''))
  const choices = childElements(interaction, 'simpleAssociableChoice')
  const [left, right] = [true, false].map((isLeft, place) =>
    choices
      .filter(choice => firsts.has(choice.attributes['identifier'] ?? '') === isLeft)
      .map((choice, at) => sideOf(entry, choice, `${place === 0 ? 'l' : 'r'}${at + 1}`)),
  )
  return paired(entry, interaction, left ?? [], right ?? [])
}

function sideOf(entry: QtiEntry, choice: XmlElement, id: string): Side {
  return { id, identifier: choice.attributes['identifier'] ?? '', text: lineIn(entry, choice) }
}

function paired(entry: QtiEntry, interaction: XmlElement, left: readonly Side[], right: readonly Side[]): QtiMade | null {
  const response = responseOf(entry, interaction)
  if (response === undefined) return missing(entry, interaction)
  const pairs = rightOf(response).flatMap(text => {
    const [one = '', other = ''] = text.trim().split(/\s+/)
    const from = left.find(side => side.identifier === one) ?? left.find(side => side.identifier === other)
    const to = right.find(side => side.identifier === other) ?? right.find(side => side.identifier === one)
    return from === undefined || to === undefined ? [] : [{ left: from.id, right: to.id }]
  })
  if (pairs.length === 0 || new Set(pairs.map(pair => pair.left)).size < pairs.length || pairs.length < left.length) {
    entry.notes.fault('correctResponse', '左侧每一项应恰好对应右侧一项', 'every entry on the left must have exactly one partner')
    return null
  }
  const reuse = right.length < left.length || new Set(pairs.map(pair => pair.right)).size < pairs.length
  const identifierOf = (side: readonly Side[], id: string) => side.find(one => one.id === id)?.identifier ?? ''
  const given = (one: ItemDocument) => {
    const made = one['pairs'] as readonly { readonly left: string; readonly right: string }[]
    return { [response.identifier]: made.map(pair => `${identifierOf(left, pair.left)} ${identifierOf(right, pair.right)}`) }
  }
  return {
    type: 'matching',
    content: { version: 1, stem: stemOf(entry, interaction), left: left.map(shown), right: right.map(shown), reuse },
    key: { version: 1, pairs, explanation: null },
    rubric: {},
    rubrics: ['per-pair', 'all-or-nothing', 'per-pair-minus-wrong'].map(credit => ({ version: 1, credit })),
    given,
    responses: samplePairs(left, right, reuse),
  }
}

const shown = ({ id, text }: Side) => ({ id, text })

function samplePairs(left: readonly Side[], right: readonly Side[], reuse: boolean): ItemDocument[] {
  const combinations = combinationsOf(left.map(() => [...right.map(side => side.id), '']))
  const made = combinations.map(partners => left.flatMap((side, at) => (partners[at] ? [{ left: side.id, right: partners[at] }] : [])))
  const allowed = made.filter(pairs => pairs.length > 0 && (reuse || new Set(pairs.map(pair => pair.right)).size === pairs.length))
  return allowed.map(pairs => ({ version: 1, pairs }))
}
