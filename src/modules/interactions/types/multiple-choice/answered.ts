import type { Answered } from '../../core/interaction-spec.ts'
import type { MultipleChoicePublic, MultipleChoiceResponse } from './type.ts'

export function answered(content: MultipleChoicePublic, response: MultipleChoiceResponse): Answered {
  if (response.optionIds.length === 0) return { state: 'blank' }
  const known = new Set(content.options.map(o => o.id))
  return response.optionIds.every(id => known.has(id)) ? { state: 'answered' } : { state: 'invalid', why: 'unknown-option' }
}
