import type { SingleChoiceContent, SingleChoicePublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. */
export function strip(content: SingleChoiceContent): SingleChoicePublic {
  return { version: 2, stem: content.stem, options: content.options.map(o => ({ id: o.id, text: o.text, pinned: o.pinned })) }
}
