import { stripWritten } from '../../core/text/written-item.ts'
import type { EssayContent, EssayPublic } from './type.ts'

/** Nothing of the content is secret. */
export function strip(content: EssayContent): EssayPublic {
  return stripWritten(content)
}
