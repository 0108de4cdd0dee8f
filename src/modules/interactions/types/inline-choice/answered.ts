import type { Answered } from '../../core/interaction-spec.ts'
import type { InlineChoicePublic, InlineChoiceResponse } from './type.ts'

export function answered(content: InlineChoicePublic, response: InlineChoiceResponse): Answered {
  if (response.gaps.length === 0) return { state: 'blank' }
  const known = new Map(content.gaps.map(gap => [gap.id, gap.options]))
  const isKnown = response.gaps.every(({ id, optionId }) => known.get(id)?.some(option => option.id === optionId) === true)
  return isKnown ? { state: 'answered' } : { state: 'invalid', why: 'unknown-option' }
}
