import type { ScoreFacts } from '../../core/interaction-spec.ts'
import { type Score, shareScore } from '../../core/score.ts'
import type { OrderingContent, OrderingKey, OrderingResponse, OrderingRubric } from './type.ts'

type Facts = ScoreFacts<OrderingContent, OrderingKey, OrderingResponse, OrderingRubric>

/** By places or by neighbours; reasons name the movable entries that stand right or wrong. */
export function score({ content, key, response, rubric, max }: Facts): Score {
  const pinned = new Set(content.entries.filter(entry => entry.pinned).map(entry => entry.id))
  const movable = key.entryIds.filter(id => !pinned.has(id))
  const right = movable.filter(id => response.entryIds.indexOf(id) === key.entryIds.indexOf(id))
  const wrong = movable.filter(id => !right.includes(id))
  const share = shareOf(rubric.credit, { movable: movable.length, right: right.length, key, response })
  return shareScore(max, share, [
    { code: 'right', optionIds: right },
    { code: 'wrong', optionIds: wrong },
  ])
}

type Places = { readonly movable: number; readonly right: number; readonly key: OrderingKey; readonly response: OrderingResponse }

function shareOf(credit: OrderingRubric['credit'], { movable, right, key, response }: Places): { of: number; got: number } {
  switch (credit) {
    case 'all-or-nothing':
      return { of: 1, got: right === movable ? 1 : 0 }
    case 'positions':
      return { of: movable, got: right }
    case 'neighbours':
      return { of: key.entryIds.length - 1, got: keptNeighbours(key.entryIds, response.entryIds) }
  }
}

/** How many pairs follow one another directly as they do in the key. */
function keptNeighbours(key: readonly string[], given: readonly string[]): number {
  return key.slice(1).filter((id, at) => given[given.indexOf(id) - 1] === key[at]).length
}
