import type { Answered } from '../../core/interaction-spec.ts'
import type { SingleChoicePublic, SingleChoiceResponse } from './type.ts'

export function answered(content: SingleChoicePublic, response: SingleChoiceResponse): Answered {
  return content.options.some(o => o.id === response.optionId) ? { state: 'answered' } : { state: 'invalid', why: 'unknown-option' }
}
