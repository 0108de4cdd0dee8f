import { answeredGaps } from '../../core/gaps/fill.ts'
import type { Answered } from '../../core/interaction-spec.ts'
import type { TableFillPublic, TableFillResponse } from './type.ts'

export function answered(content: TableFillPublic, response: TableFillResponse): Answered {
  return answeredGaps(content, response)
}
