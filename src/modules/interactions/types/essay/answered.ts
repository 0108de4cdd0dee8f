import type { Answered } from '../../core/interaction-spec.ts'
import { answeredText } from '../../core/text/written-text.ts'
import type { EssayPublic, EssayResponse } from './type.ts'

/** The limits of length are advice: whoever writes more or less is marked on what is there. */
export function answered(_content: EssayPublic, response: EssayResponse): Answered {
  return answeredText(response)
}
