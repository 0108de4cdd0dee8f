import type { Dice } from '../../../../kernel/dice.ts'
import type { KindOf } from './parts.ts'
import type { CasePublic } from './type.ts'

/** Inside each part; the parts keep their order, which may build on one another. */
export function shuffleCase(kindOf: KindOf, content: CasePublic, dice: Dice): CasePublic {
  return { ...content, parts: content.parts.map(part => ({ ...part, content: kindOf(part.type).shuffle(part.content, dice) })) }
}
