import type { Dice } from '../../../../kernel/dice.ts'
import { shuffleOptions } from '../../core/option.ts'
import type { MultipleChoicePublic } from './type.ts'

export function shuffle(content: MultipleChoicePublic, dice: Dice): MultipleChoicePublic {
  return { ...content, options: shuffleOptions(content.options, dice) }
}
