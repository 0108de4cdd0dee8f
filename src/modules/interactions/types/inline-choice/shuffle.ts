import { type Dice, shuffled } from '../../../../kernel/dice.ts'
import type { InlineChoicePublic } from './type.ts'

/** The options of each gap; the gaps stand where the text puts them. */
export function shuffle(content: InlineChoicePublic, dice: Dice): InlineChoicePublic {
  return { ...content, gaps: content.gaps.map(gap => ({ ...gap, options: shuffled(gap.options, dice) })) }
}
