import type { KindOf } from './parts.ts'
import type { CaseContent, CasePublic } from './type.ts'

/** Field by field, and every part by its own type: what is not named does not leave the server. */
export function stripCase(kindOf: KindOf, content: CaseContent): CasePublic {
  const parts = content.parts.map(part => ({
    id: part.id,
    type: part.type,
    marks: part.marks,
    content: kindOf(part.type).strip(part.content),
  }))
  return { version: 1, stimulus: content.stimulus, parts }
}
