import type { InlineChoiceContent, InlineChoicePublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. */
export function strip(content: InlineChoiceContent): InlineChoicePublic {
  return {
    version: 1,
    stem: content.stem,
    gaps: content.gaps.map(gap => ({ id: gap.id, options: gap.options.map(option => ({ id: option.id, text: option.text })) })),
  }
}
