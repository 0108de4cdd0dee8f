import { stripWritten } from '../../core/text/written-item.ts'
import type { ShortAnswerContent, ShortAnswerPublic } from './type.ts'

/** Nothing of the content is secret. */
export function strip(content: ShortAnswerContent): ShortAnswerPublic {
  return stripWritten(content)
}
