import { answeredGaps } from '../../core/gaps/fill.ts'
import type { Answered } from '../../core/interaction-spec.ts'
import type { BlankPublic, BlankResponse } from './type.ts'

export function answered(content: BlankPublic, response: BlankResponse): Answered {
  return answeredGaps(content, response)
}
