import type { XmlElement } from '../../../../../../kernel/xml.ts'
import {
  MatchingContent,
  MatchingKey,
  MatchingRubric,
  OrderingContent,
  OrderingKey,
  OrderingRubric,
} from '../../../../../interactions/contract.ts'
import type { ExchangeItem } from '../../../../core/exchange/exchange-item.ts'
import { make } from '../../../../core/exchange/text/tree.ts'
import { type ItemBody, type Writing, counterName, nameOf, responseName } from './body.ts'
import { allOrNothing } from './choice-bodies.ts'
import { proseTree } from './prose-tree.ts'
import { base, count, declaration, mapResponse, mapping, op, set, shareRule, variable, when } from './rules.ts'

type Documents = Pick<ExchangeItem, 'content' | 'key' | 'rubric'>

export function ordering(item: Documents, writing: Writing): ItemBody {
  const { stem, entries } = OrderingContent.parse(item.content)
  const { entryIds } = OrderingKey.parse(item.key)
  const { credit } = OrderingRubric.parse(item.rubric)
  const identifier = responseName(writing.suffix)
  const counter = counterName(writing.suffix)
  const choices = entries.map(entry =>
    make('simpleChoice', { identifier: nameOf(entry.id), fixed: entry.pinned ? 'true' : undefined }, [entry.text]),
  )
  const pinned = new Set(entries.filter(entry => entry.pinned).map(entry => entry.id))
  const at = (place: number) => make('index', { n: place }, [variable(identifier)])
  const isAt = (id: string, place: number) => op('match', at(place), base('identifier', nameOf(id)))
  const byPlace = entryIds.flatMap((id, place) => (pinned.has(id) ? [] : [count(counter, isAt(id, place + 1))]))
  const rules =
    credit === 'all-or-nothing'
      ? [allOrNothing(identifier, writing.max)]
      : credit === 'positions'
        ? [...byPlace, shareRule(variable(counter), byPlace.length, writing.max)]
        : neighbours()
  return {
    responses: [declaration({ identifier, cardinality: 'ordered', baseType: 'identifier', values: entryIds.map(nameOf) })],
    counters: credit === 'all-or-nothing' ? [] : [counter],
    nodes: [...proseTree(stem, writing), make('orderInteraction', { responseIdentifier: identifier, shuffle: 'true' }, choices)],
    rules,
    byPerson: false,
  }

  /** A pair of neighbours is kept when the second stands anywhere directly behind the first. */
  function neighbours(): XmlElement[] {
    const kept = entryIds.slice(1).map((id, place) => {
      const before = entryIds[place] ?? ''
      const pairs = entryIds.slice(1).map((_, spot) => op('and', isAt(before, spot + 1), isAt(id, spot + 2)))
      return count(counter, op('or', ...pairs))
    })
    return [...kept, shareRule(variable(counter), entryIds.length - 1, writing.max)]
  }
}

export function matching(item: Documents, writing: Writing): ItemBody {
  const { stem, left, right, reuse } = MatchingContent.parse(item.content)
  const { pairs } = MatchingKey.parse(item.key)
  const { credit } = MatchingRubric.parse(item.rubric)
  const identifier = responseName(writing.suffix)
  const values = pairs.map(pair => `${nameOf(pair.left)} ${nameOf(pair.right)}`)
  const choice = (matchMax: number) => (one: { readonly id: string; readonly text: string }) =>
    make('simpleAssociableChoice', { identifier: nameOf(one.id), matchMax }, [one.text])
  const node = make('matchInteraction', { responseIdentifier: identifier, shuffle: 'true', maxAssociations: left.length }, [
    make('simpleMatchSet', {}, left.map(choice(1))),
    make('simpleMatchSet', {}, right.map(choice(reuse ? left.length : 1))),
  ])
  const declared = { identifier, cardinality: 'multiple', baseType: 'directedPair', values }
  const points = mapping(
    values.map(value => [value, 1] as const),
    credit === 'per-pair-minus-wrong' ? -1 : 0,
  )
  const byPair = when(
    op('isNull', variable(identifier)),
    [set('SCORE', base('float', 0))],
    [shareRule(mapResponse(identifier), pairs.length, writing.max)],
  )
  return {
    responses: [credit === 'all-or-nothing' ? declaration(declared) : declaration(declared, points)],
    counters: [],
    nodes: [...proseTree(stem, writing), node],
    rules: [credit === 'all-or-nothing' ? allOrNothing(identifier, writing.max) : byPair],
    byPerson: false,
  }
}
