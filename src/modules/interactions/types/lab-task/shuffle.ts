import type { LabTaskPublic } from './type.ts'

/** There is nothing to shuffle. */
export function shuffle(content: LabTaskPublic): LabTaskPublic {
  return content
}
