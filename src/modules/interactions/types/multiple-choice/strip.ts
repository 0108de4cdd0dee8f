import type { MultipleChoiceContent, MultipleChoicePublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. Not even how many options are right. */
export function strip(content: MultipleChoiceContent): MultipleChoicePublic {
  return { version: 2, stem: content.stem, options: content.options.map(o => ({ id: o.id, text: o.text, pinned: o.pinned })) }
}
