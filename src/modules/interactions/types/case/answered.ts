import type { Answered } from '../../core/interaction-spec.ts'
import type { KindOf } from './parts.ts'
import type { CasePublic, CaseResponse } from './type.ts'

/** One part with a response is a response; a part that is not there, or nothing but parts that do not belong, is none. */
export function answeredCase(kindOf: KindOf, content: CasePublic, response: CaseResponse): Answered {
  const parts = new Map(content.parts.map(part => [part.id, part]))
  if (response.parts.some(part => !parts.has(part.id))) return { state: 'invalid', why: 'unknown-part' }
  const states = response.parts.map(given => {
    const part = parts.get(given.id)
    return part === undefined ? { state: 'blank' as const } : kindOf(part.type).answered(part.content, given.response)
  })
  if (states.some(one => one.state === 'answered')) return { state: 'answered' }
  return states.find(one => one.state === 'invalid') ?? { state: 'blank' }
}
