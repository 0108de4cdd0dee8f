import type { BlankContent, BlankPublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. */
export function strip(content: BlankContent): BlankPublic {
  return {
    version: 1,
    stem: content.stem,
    gaps: content.gaps.map(gap => ({ id: gap.id, kind: gap.kind, unit: gap.unit, width: gap.width })),
  }
}
