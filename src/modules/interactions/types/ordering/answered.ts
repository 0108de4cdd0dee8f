import type { Answered } from '../../core/interaction-spec.ts'
import type { OrderingPublic, OrderingResponse } from './type.ts'

/** Every entry once, pinned ones where they stand. */
export function answered(content: OrderingPublic, response: OrderingResponse): Answered {
  const known = new Set(content.entries.map(entry => entry.id))
  const isWhole = response.entryIds.length === known.size && response.entryIds.every(id => known.has(id))
  if (!isWhole) return { state: 'invalid', why: 'other-entries' }
  const isMoved = content.entries.some((entry, at) => entry.pinned && response.entryIds[at] !== entry.id)
  return isMoved ? { state: 'invalid', why: 'pinned-entry-moved' } : { state: 'answered' }
}
