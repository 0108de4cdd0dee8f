import type { Answered } from '../../core/interaction-spec.ts'
import type { MatchingPublic, MatchingResponse } from './type.ts'

/** Without `reuse` an entry on the right serves once: a response that uses it twice does not belong to the item. */
export function answered(content: MatchingPublic, response: MatchingResponse): Answered {
  if (response.pairs.length === 0) return { state: 'blank' }
  const [left, right] = [new Set(content.left.map(entry => entry.id)), new Set(content.right.map(entry => entry.id))]
  if (!response.pairs.every(pair => left.has(pair.left) && right.has(pair.right))) return { state: 'invalid', why: 'unknown-entry' }
  const used = new Set(response.pairs.map(pair => pair.right))
  return content.reuse || used.size === response.pairs.length ? { state: 'answered' } : { state: 'invalid', why: 'entry-used-twice' }
}
