import { type Dice, shuffled } from '../../../../kernel/dice.ts'
import type { MatchingPublic } from './type.ts'

/** The right side; the left keeps the order its author gave it. */
export function shuffle(content: MatchingPublic, dice: Dice): MatchingPublic {
  return { ...content, right: shuffled(content.right, dice) }
}
